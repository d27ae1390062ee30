"""Clutter of English pages: the table `clutter.tsv`, and what takes grammar to write down."""

from __future__ import annotations

import re
from functools import cache

from sayso.languages.clutter import Clutter, Pattern, compile_rules, in_order, read_table
from sayso.records import SegmentKind

_WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\.?)"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:{_DAY} {_MONTH},? \d{{4}}|{_MONTH} {_DAY},? \d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
_CLOCK = r"(?:\d{1,2}[:.h]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,4}\)?(?:[+-]\d{1,2})?)?)"
_WHEN = rf"(?:(?:{_WEEKDAY},? )?{_DATE}(?:,? (?:at )?{_CLOCK})?|{_CLOCK},? (?:{_WEEKDAY},? )?{_DATE})"

_NAME = r"(?:[A-Z][\w'&.-]*|\d+)"
_SMALL = r"(?:of|the|and|for|de|del|di|von|van|der|la|le|al|el|bin|in|at|on|to|with)"
_NAMES = rf"{_NAME}(?:,? (?:{_NAME}|{_SMALL} {_NAME}|{_SMALL} {_SMALL} {_NAME}))"  # to be followed by a count
_DASH = r"(?:--|[-–—_])"
_AGENCY = (
    r"(?:Reuters|AP|AFP|TASS|Interfax|Ukrinform|UNIAN|RIA Novosti|BelTA|DPA|EFE|ANSA|Xinhua|Anadolu|CNN|BBC)"
)

# What a picture shows is told in the present, with verbs of being and doing that the eye can see.
_SEEN = (
    r"(?:stands?|sits?|lies?|lays?|walks?|runs?|rides?|drives?|flies|carr(?:y|ies)|holds?|looks?|poses?|shakes?|hugs?"
    r"|blocks?|burns?|rises?|billows?|speaks?|gestures?|waves?|arrives?|attends?|inspects?|guards?|prepares?|fires?"
    r"|loads?|clears?|cleans?|patrols?|gathers?|queues?|waits?|takes? part|works?|watch(?:es)?|board|leaves?|reacts?"
    r"|points?|smokes?|salutes?|kneels?|prays?|cr(?:y|ies)|mourns?|embraces?|passes|pass|moves?|shows?"
    r"|(?:is|are) (?:seen|pictured|shown|photographed))"
)
_PICTURE = (
    r"(?:(?:sketch |satellite |aerial |archive |file |still |undated |combination |handout |composite |campaign )*"
    r"(?:map|photo|photograph|picture|image|screenshot|screen grab|screengrab|video grab|video still|still|drawing"
    r"|sketch|diagram|chart|graphic|infographic|poster|portrait|illustration|rendering|view(?= of)))"
)
_FINITE = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|says|said|does|did|emerge[sd]?|came|comes)"
_AGENCIES = r"(?:afp|reuters|epa|epa-efe|ap|tass|sputnik|anadolu|pa|pap|getty images|getty|shutterstock|xinhua|bloomberg)"
_MAKERS = (
    r"(?:(?:ap|afp|reuters|epa|file|pool|handout|courtesy|screen) (?:photo|photograph|image|picture|grab)s?\b[^)\]]*"
    r"|(?:photo|photograph|image|picture|illustration|map|graphic|screenshot|screengrab)s?(?: by| credit| courtesy| from|:|/)[^)\]]*"
    r"|photo|file photo|handout|screenshot|courtesy of [^)\]]*|[^)\]]{0,40}\b(?:getty images|shutterstock|maxar|planet labs|wikimedia)[^)\]]*"
    rf"|via [^)\]]*|[^)\]/]{{0,40}}/ ?{_AGENCIES}\b[^)\]]{{0,40}}|{_AGENCIES}/[^)\]]*)"
)

_PATTERNS: tuple[tuple[SegmentKind, int, str], ...] = (
    # Counters of pictures, comments, minutes.
    ("boilerplate", 40, r"^(?:(?:image|photo|slide|picture|video|page|item)s? )?\(?\d{1,3} ?(?:/|of) ?\d{1,3}\)?(?: \w+)?$"),
    ("boilerplate", 40, r"^(?:\d[\d,.]*k? (?:comments?|shares?|views?|likes?|replies|min read|minutes? read|minutes?)|(?:reading time|read time):? .{1,20})$"),
    ("boilerplate", 400, r"^by (?:submitting|signing up|clicking|subscribing|continuing|registering|providing|entering)\b.*\byour?\b.*\b(?:terms|privacy|policy|cookies?|consent|e-?mails?)\b"),
    ("boilerplate", 400, r"^(?:sign up|subscribe|register)\b[^.]{0,80}\b(?:newsletters?|inbox|briefing|alerts|channel|podcast|bulletin)\b"),
    ("boilerplate", 300, r"^(?:[^.\"]{0,120}[.!?] ?)?(?:sign up|subscribe)\b[^.\"]{0,60}\bnewsletters?\b"),
    ("boilerplate", 120, r"^(?:please )?(?:follow|find|like) .{1,60} on (?:twitter|x|facebook|telegram|instagram|whatsapp|google news|youtube|bluesky|linkedin)\b[^.]{0,40}\.?$"),
    ("boilerplate", 90, r"^(?:watch|listen to|stream) [^.]{1,60}\b(?:on the internet|online|live stream|on (?:spotify|apple podcasts|youtube))\b[^.]{0,30}\.?$"),
    ("boilerplate", 120, r"^[^.\"]{0,80}\bwatch \w+ (?:on the internet|online|live)\b[^.]{0,30}\.?$"),
    ("boilerplate", 300, r"^[^.]{0,260}\b\d{1,2}:\d\d ?- ?source: \w+$"),
    ("boilerplate", 200, r"^\d{1,2}:\d\d [^.]{5,160} [–—-] video(?: \w+)?$"),
    ("boilerplate", 160, r"^more (?:\w+ ){0,3}(?:information|messages|news|reports|texts|stories|articles)\b.{0,80}\b(?:page|website|portal|site|app|below)\b.{0,40}$"),
    ("boilerplate", 120, r"^[^.\"]{0,50}: an? (?:\w+ )?newsletter (?:for|about|on)\b[^.]{0,60}\.?$"),
)  # fmt: skip

_CASED: tuple[tuple[SegmentKind, int, str], ...] = (
    # "Source: Reuters, PAP": names and nothing that says anything.
    ("boilerplate", 120, rf"^(?:Sources?|SOURCES?|Via): ?(?:\"?{_NAMES}{{0,8}}\"?|[\w./-]+(?:, (?:[\w./-]+|\"{_NAMES}{{0,4}}\"))*)\.?$"),
    ("credit", 120, rf"^(?:By|BY|by) (?!{_WEEKDAY}\b|{_MONTH}\b|\d){_NAMES}{{0,12}}$"),
    ("credit", 120, rf"^(?:By|BY|by) (?!{_WEEKDAY}\b|{_MONTH}\b|\d){_NAME}(?: (?:{_NAME}|{_SMALL})){{0,6}} ?(?:[,|·•–—-]|\bon\b) ?{_WHEN}$"),
    ("credit", 120, rf"^(?:(?:Published|Updated|Posted|Issued|Created|Modified|Last updated|Date)(?: on| at|:)? )?{_WHEN}\.?$"),
    ("credit", 60, rf"^{_CLOCK}$"),
    ("credit", 160, rf"^{_NAME}(?:[ ,/(]+(?:{_NAME}|{_SMALL})\)?){{0,12}} ?[,|·•–—-] ?{_WHEN}$"),
    # An agency or a writer after a dash, in brackets, or before one.
    ("credit", 80, rf"^{_DASH} ?{_NAME}(?:[ ,/]+(?:{_NAME}|{_SMALL})){{0,5}}\.?$"),
    ("credit", 60, rf"^[(\[](?:(?:with )?{_AGENCY}(?:[ ,/]+(?:and )?{_NAME}){{0,4}}|[A-Z]{{2,5}}(?:/[A-Z]{{2,5}})*)[)\]]\.?$"),
    ("credit", 60, rf"^{_NAME}(?:,? {_NAME}){{0,4}} {_DASH}$"),
    ("credit", 100, rf"^[A-Z][A-Z .'-]+(?:, [A-Z][\w .]+?)?(?: \([A-Z][\w /]*\))? ?{_DASH}+(?: ?{_AGENCY})?$"),
    ("credit", 100, rf"^[A-Z][A-Z .'-]{{2,}}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)? (?:--|[–—-]) {_NAME}(?: {_NAME}){{0,3}}$"),
    # The photographic agencies' way to end: where, country, weekday, date.
    ("caption", 600, rf", {_WEEKDAY},? (?:{_MONTH} {_DAY},? \d{{4}}|{_DAY} {_MONTH},? \d{{4}})(?:[.,;]|$)[^.!?]{{0,120}}(?:\. ?[(\[][^)\]]{{0,80}}[)\]])?\.?$"),
    ("caption", 300, rf"^(?:(?:An?|The|Some|Several|Two|Three)\b|[A-Z])[^.!?:\"]{{5,200}}\b{_SEEN}\b[^!?:\"]{{0,160}}(?:{_DATE}|\((?:file|archive)\))\.?(?: ?[(\[][^)\]]{{0,60}}[)\]])?$"),
)  # fmt: skip

_CAPTIONS: tuple[tuple[SegmentKind, int, str], ...] = (
    # "A map of the border. ..." : a picture named without a verb.
    ("caption", 500, rf"^(?:an?|the) {_PICTURE} (?:of|from|showing|taken|released|provided|made|by)\b(?:(?!\b{_FINITE}\b)[^.!?:;\"]){{3,140}}(?:\.(?: |$)|$)"),
)  # fmt: skip

# A maker's name at the end of what a picture shows; only the last characters of a paragraph are looked at.
_MAKERS_AT_END: tuple[tuple[SegmentKind, int, str], ...] = (
    ("caption", 600, rf"[(\[]{_MAKERS}[)\]]\.?$"),
    ("caption", 600, r"[.!?)\"'] (?:photo|photograph|picture|image|sketch|map|graphic|illustration|screenshot|composite)(?: by| credit|:)\s*[^.]{2,60}\.?$"),
    ("caption", 400, rf"(?:\b{_AGENCIES}/[\w .-]{{2,40}}|/ ?(?:{_AGENCIES}|facebook|telegram|twitter|instagram)|(?:via|[|©]) {_AGENCIES})\.?$"),
    ("caption", 400, r"[.!?] ?credit: [^.]{2,60}\.?$"),
)  # fmt: skip
TAIL = 120


@cache
def clutter() -> Clutter:
    """English clutter. The table is read once."""
    whole, languages, from_table = compile_rules(read_table("sayso.languages.en", "clutter.tsv"))
    grammar = tuple(
        Pattern(kind=kind, longest=longest, pattern=re.compile(pattern, flags), folded=bool(flags), tail=tail)
        for rules, flags, tail in (
            (_PATTERNS, re.IGNORECASE, 0),
            (_CASED, 0, 0),
            (_CAPTIONS, re.IGNORECASE, 0),
            (_MAKERS_AT_END, re.IGNORECASE, TAIL),
        )
        for kind, longest, pattern in rules
    )
    return Clutter(
        whole=whole,
        languages=languages,
        patterns=in_order(from_table + grammar),
        outlet_line=re.compile(
            rf"^(?P<outlet>{_NAME}(?: (?:{_NAME}|{_SMALL})){{1,6}}|{_AGENCY}) ?[,|·•–—-] ?{_WHEN}$"
        ),
        dateline=re.compile(
            rf"^[A-Z][A-Za-z .'-]{{1,40}}(?:, (?:{_DAY} {_MONTH}|{_MONTH} {_DAY}|[A-Z][\w.]+)(?:,? \d{{4}})?){{0,3}}"
            rf" ?\((?P<agency>{_NAME}(?: {_NAME}){{0,3}})\) ?{_DASH}"
        ),
        small_words=frozenset({"of", "the", "and", "for", "in", "at", "on", "to", "with", "a", "an"}),
    )
