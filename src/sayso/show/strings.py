"""Every word of the pages, in one place. Templates and views take them from here; a translation replaces this file."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGE = "en"

TEXT: Mapping[str, str] = {
    "name": "Sayso",
    "tagline": "Who says what happened",
    "skip": "Skip to the text",
    "nav": "Pages",
    "reports": "Reports",
    "claims": "Claims",
    "as_json": "This page as JSON",
    "search": "Search",
    "search_reports": "Search the reports",
    "search_hint": "Words in the report",
    "show": "Show",
    "clear_all": "Clear all",
    "outlet_unknown": "Outlet not given",
    "day_unknown": "Day not known",
    "untitled": "Report without a title",
    "who_speaks": "Who speaks:",
    "and_more": "and {n} more",
    "no_reports": "No report in this ledger yet.",
    "no_reports_advice": "Read one into it with: sayso add FILE",
    "none_found": "Nothing found.",
    "none_found_advice": "Take away a filter, or search for fewer words.",
    "paging": "Further pages",
    "earlier_page": "Previous",
    "later_page": "Next",
    "page_of": "Page {page} of {pages}",
    "who_says_what": "Who says what",
    "filter_hint": "Choose a speaker to see only what they say.",
    "show_all": "Show all",
    "own_voice_of": "{outlet}, in its own voice",
    "own_voice": "Own voice",
    "attributed": "Attributed",
    "own_short": "own",
    "the_outlet": "The outlet",
    "nobody": "No speaker named",
    "all_cards": "All claims, in the order of the text",
    "as_list": "These claims as a list",
    "key": "How to read the marks",
    "key_attributed": "what someone is said to say; a colour for each speaker",
    "key_own": "what the outlet states itself",
    "key_source": "the words naming who says it",
    "key_cue": "the words that carry the saying",
    "key_cue_sample": "Cue",
    "key_facts": "pointed at, they tell their bounds",
    "key_facts_quantity": "figure",
    "key_facts_time": "day",
    "key_facts_place": "place",
    "key_keys": "Choose a number to open its claim. Keys: j next, k previous, Enter opens, Esc closes.",
    "clutter": "Set aside as not part of the report",
    "caption": "Caption",
    "credit": "Credit",
    "authors": "By {authors}",
    "original": "Original page",
    "back": "Back to the text",
    "permalink": "Link to this claim",
    "claim_label": "Claim {n}, {voice}: {who} {stance}",
    "through": "through",
    "side": "Side",
    "stance": "Stance",
    "form": "Form",
    "hedges": "Weakened by",
    "claim_of": "{who}’s claim",
    "claim_of_nobody": "the claim",
    "negated": "negated",
    "gap": "…",
    "no_words": "The words of this claim are not marked in the text.",
    "source": "Source",
    "figures": "Figures",
    "days": "Days",
    "places": "Places",
    "event": "Event",
    "by_whom": "by {agent}",
    "to_whom": "against {target}",
    "confidence": "Reader's confidence",
    "of_hundred": "{n} of 100",
    "same_figure": "the same figure as {other}",
    "part_of_figure": "part of {other}",
    "no_day": "no particular day",
    "not_found": "not found",
    "metonym": "stands for an institution, not a place on the map",
    "gazetteer": "gazetteer {id}",
    "filters": "Filter the claims",
    "speaker": "Speaker",
    "outlet": "Outlet",
    "place": "Place",
    "since": "Since",
    "until": "Until",
    "measure": "Measure",
    "voice": "Voice",
    "words": "Words",
    "any": "any",
    "error_title": "This page cannot be shown",
    "error_home": "To the reports",
    "not_here": "There is no page at this address.",
    "no_report": "There is no report with this id in the ledger.",
    "no_such_asset": "This part of the page has not been built.",
    "only_reading": "These pages can only be read: the method {method} is not answered.",
    "wrong_host": "This server answers only to its own address on this computer.",
    "bad_day": "“{value}” is no day. Write it as year-month-day, like 2024-08-18.",
    "bad_page": "“{value}” is no page number.",
    "bad_choice": "“{value}” is not one of the choices for {field}: {choices}.",
    "broken": "Something went wrong inside Sayso. The terminal that serves this page says more.",
    "no_assets": "The style and script of the pages are not built: they will look plain. Run `make web`.",
    "serving": "Sayso shows {ledger} at {address}",
    "how_to_stop": "Press Ctrl-C to stop.",
    "not_loopback": "The pages are shown on this computer only; {host} is an address that others can reach.",
    "not_loopback_advice": "Use --host 127.0.0.1, or ::1, or localhost.",
    "port_taken": "Port {port} of {host} cannot be used: {reason}.",
    "port_taken_advice": "Choose another with --port, or --port 0 for any free one.",
}

COUNTS: Mapping[str, tuple[str, str]] = {
    "report": ("report", "reports"),
    "claim": ("claim", "claims"),
    "attributed": ("attributed claim", "attributed claims"),
    "own": ("claim in its own voice", "claims in its own voice"),
    "clutter": ("piece", "pieces"),
}

MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)

BASIS: Mapping[str, str] = {
    "given": "as given",
    "metadata": "from the page's own data",
    "text": "worked out from the text",
    "retrieved": "when it was fetched",
}

VOICES: Mapping[str, str] = {"attributed": "attributed", "own": "own voice"}

# The stance as the verb of a sentence whose subject is the speaker.
STANCES: Mapping[str, str] = {
    "asserts": "says",
    "denies": "denies",
    "predicts": "predicts",
    "threatens": "threatens",
    "intends": "intends",
    "urges": "urges",
    "asks": "asks",
    "doubts": "doubts",
    "judges": "judges",
}

# What a claim does that points back at another one, and how that one is answered by it.
ANSWERS: Mapping[str, tuple[str, str]] = {
    "doubts": ("Doubts", "Doubted by"),
    "denies": ("Denies", "Denied by"),
    "asserts": ("Confirms", "Confirmed by"),
}

FORMS: Mapping[str, str] = {
    "direct": "direct: the speaker's own words",
    "indirect": "indirect: in the words of the outlet",
    "mixed": "mixed: partly in the speaker's own words",
}

MEASURES: Mapping[str, str] = {
    "killed": "killed",
    "injured": "injured",
    "killed_or_injured": "killed or injured",
    "missing": "missing",
    "detained": "detained",
    "captured": "captured",
    "displaced": "displaced",
    "force": "force",
    "equipment": "equipment",
    "area": "area",
    "distance": "distance",
    "places": "places",
    "money": "money",
    "time": "time",
    "other": "other",
}

# Measures that can stand after a bare number: "31 injured".
# Words for people that say already what became of them: "prisoners" needs no "captured".
FATE_TOLD = frozenset(
    """bodies body captives casualties casualty corpses dead death deaths detainees displaced evacuees fatalities injured
    injuries killed missing prisoner prisoners refugees wounded""".split()
)
FATES = frozenset(("killed", "injured", "killed_or_injured", "missing", "detained", "captured", "displaced"))

CHANGES: Mapping[str, str] = {"increase": "an increase", "decrease": "a decrease"}
BOUNDS: Mapping[str, str] = {
    "at_least": "{low} or more",
    "at_most": "{high} or fewer",
    "range": "{low} to {high}",
    "approximate": "about {value}",
    "unknown": "number not known",
}

# Units whose plural is not made by an s at the end of the word before "per".
UNITS_OF_MANY: Mapping[str, str] = {
    "foot": "feet",
    "inch": "inches",
    "square foot": "square feet",
    "square inch": "square inches",
    "pound sterling": "pounds sterling",
    "degree Celsius": "degrees Celsius",
    "degree Fahrenheit": "degrees Fahrenheit",
    "yuan": "yuan",
    "yen": "yen",
    "hertz": "hertz",
}


def unit(name: str, *, one: bool) -> str:
    """A unit after a number: "kilometre" or "kilometres", "kilometres per hour"."""
    if one:
        return name
    first, per, rest = name.partition(" per ")
    return UNITS_OF_MANY.get(first, first if first.endswith("s") else first + "s") + per + rest


def count(number: int, of: str) -> str:
    """A number with its noun: count(1, "claim") is "1 claim"."""
    one, many = COUNTS[of]
    return f"{number:,} {one if number == 1 else many}"
