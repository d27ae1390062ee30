"""The clause that a verb of saying reports: behind it, in front of it, or round it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.attribution import grammar
from sayso.find.attribution.grammar import Range
from sayso.find.tree import Tree
from sayso.languages.speech import SpeechLexicon

QUOTE_MARKS = frozenset({'"', "“", "”", "‘", "’", "'", "''", "``", "«", "»"})
LONGEST_CUE = 8
"""Tokens behind the verb of a clause that does nothing but say: "the ministry told reporters on Monday evening"."""


def finite(tree: Tree, verb: int, lexicon: SpeechLexicon) -> list[Range]:
    """A clause before or after the verb. The speaker's own "that" is no part of it."""
    # A clause behind the verb is surer than one in front of it, which may be what the sentence opens with.
    clauses = sorted(tree.children(verb, "ccomp"), key=lambda i: (i < verb, i))
    for child in clauses or _taken_for_adverbial(tree, verb):
        token = tree.tokens[child]
        auxiliaries = tree.children(child, "aux")
        asked = any(tree.tokens[i].tag.startswith("W") for i in tree.children(child))
        if grammar.is_infinitive(tree, child) and not asked:
            continue
        if token.tag == "VBG" and not auxiliaries and grammar.own_subject(tree, child) is None:
            continue
        if child > verb and not _states(tree, child):
            continue
        low, high = grammar.edges(tree, child)
        if child > verb and ";" in (tree.tokens[low - 1].text, tree.tokens[low].text):
            continue  # "A, he said; B": a sentence of its own
        if child > verb and clauses[-1] < verb and _only_cue(tree, child, lexicon):
            continue  # "A, he said, the agency has learned"
        if (
            child < verb
            and tree.tokens[verb - 1].text not in QUOTE_MARKS
            and _has_object(tree, verb, lexicon)
        ):
            continue  # "X accused Y; Kyiv denies it"
        if child > verb:
            low = _after_date(tree, child, max(low, verb + 1))
            high = grammar.right_extent(tree, verb, child)
            high = _before_remark(tree, low, grammar.before_aside(tree, low, high), lexicon)
            if grammar.opens_clause(tree.tokens[low], lexicon):
                low += 1
            return [(low, high)] if low <= high else []
        return _before(tree, verb, child, low, high, lexicon)
    return []


def _before_remark(tree: Tree, low: int, high: int, lexicon: SpeechLexicon) -> int:
    """The last token before the outlet's remark that the speaker gave no evidence: "..., without giving details"."""
    words = tree.tokens
    for index in range(low + 2, high):
        if words[index].text.lower() in lexicon.words.lacking and words[index + 1].tag == "VBG":
            backed = any(t.lemma in lexicon.backing for t in words[index + 2 : index + 7])
            if backed or words[index + 1].lemma in lexicon.verbs:
                return index - 2 if words[index - 1].text == "," else index - 1
    return high


def _taken_for_adverbial(tree: Tree, verb: int) -> list[int]:
    """A clause in front of its cue that nothing opens, and which a comma parts from the speaker."""
    subject = grammar.own_subject(tree, verb)
    return [
        child
        for child in tree.children(verb, "advcl")
        if child < verb
        and grammar.own_subject(tree, child) is not None
        and not tree.children(child, "mark")
        and not any(tree.tokens[i].tag.startswith("W") for i in tree.subtree(child)[:2])
        and (tree.tokens[child].tag in {"VBD", "VBZ", "VBP"} or tree.children(child, "aux", "auxpass"))
        and subject is not None
        and tree.tokens[grammar.edges(tree, child)[1] + 1].text == ","
    ]


def _only_cue(tree: Tree, clause: int, lexicon: SpeechLexicon) -> bool:
    """Whether a clause behind a comma is nothing but a speaker and a verb of saying."""
    low, high = grammar.edges(tree, clause)
    return (
        tree.tokens[clause].lemma in lexicon.verbs
        and "," in (tree.tokens[low - 1].text, tree.tokens[low].text)
        and grammar.own_subject(tree, clause) is not None
        and not tree.children(clause, "ccomp", "xcomp", "dobj")
        and high - clause < LONGEST_CUE
    )


def _has_object(tree: Tree, verb: int, lexicon: SpeechLexicon) -> bool:
    """Whether a verb has a pronoun for its object that is no listener."""
    return tree.tokens[verb].lemma not in lexicon.addressed and any(
        tree.tokens[i].tag == "PRP" for i in tree.children(verb, "dobj") if i == verb + 1
    )


def _after_date(tree: Tree, clause: int, low: int) -> int:
    """ "said on Friday he was ready": the day is that of the saying, though the parser hangs it on the clause."""
    subject = grammar.own_subject(tree, clause)
    for child in tree.children(clause, "prep", "npadvmod"):
        first, last = grammar.edges(tree, child)
        if (
            first == low
            and tree.tokens[last].entity in {"DATE", "TIME"}
            and subject is not None
            and last < subject
        ):
            return last + 1 if tree.tokens[last + 1].text != "," else low
    return low


def _states(tree: Tree, clause: int) -> bool:
    """A clause with a verb of its own, or words in quotation marks; not "found him too weak"."""
    first = grammar.edges(tree, clause)[0]
    opens = any(t.text in "\"“‘'«" for t in tree.tokens[max(0, first - 1) : clause])
    return (
        opens
        or tree.tokens[clause].pos in {"VERB", "AUX"}
        or bool(tree.children(clause, "cop", "aux", "mark"))
    )


def _before(tree: Tree, verb: int, child: int, low: int, high: int, lexicon: SpeechLexicon) -> list[Range]:
    """A content in front of its cue: from what opens the sentence to the comma, and what follows the cue on its own."""
    subject = grammar.own_subject(tree, verb)
    stop = grammar.group(tree, verb)[0]
    if subject is not None:
        stop = min(stop, grammar.edges(tree, subject)[0]) if subject < verb else stop
    start = low
    for other in tree.children(verb):
        if other < child and other != subject and tree.tokens[other].dep != "punct":
            start = min(start, grammar.edges(tree, other)[0])
    # "A, but B, he said": the second clause may hang beside the first.
    beside = [grammar.edges(tree, i)[1] for i in tree.children(verb, "ccomp") if child < i < stop]
    high = max([high, *(edge for edge in beside if edge < stop)])
    start = _after_colon(tree, start, min(high, stop - 1), subject)
    ranges = [(start, min(high, stop - 1))]
    if high > verb:
        after = max(verb, subject or 0)
        rest = [i for i in tree.subtree(child) if i > after]
        if rest and not narrated(tree, low, rest) and not acts(tree, rest):
            ranges.append((rest[0], rest[-1]))
    elif second := _second_clause(tree, verb, lexicon):
        ranges.append(second)
    return [r for r in ranges if r[0] <= r[1]]


def _second_clause(tree: Tree, verb: int, lexicon: SpeechLexicon) -> Range | None:
    """ "The town burned, he said, and two men had died": what goes on in the tense of reported words is reported too."""
    for child in tree.children(verb, "conj"):
        low, high = grammar.edges(tree, child)
        helped = tree.children(child, "aux", "auxpass")
        if (
            child > verb
            and low >= 2
            and tree.tokens[low - 1].pos == "CCONJ"
            and tree.tokens[low - 2].text == ","
            and low - verb <= LONGEST_CUE
            and grammar.own_subject(tree, child) is not None
            and any(tree.tokens[i].tag in {"VBD", "MD"} for i in helped)
            and tree.tokens[child].lemma not in lexicon.verbs
            and not any(t.text in QUOTE_MARKS for t in tree.tokens[:verb])
        ):
            return low - 1, high
    return None


def _after_colon(tree: Tree, low: int, high: int, subject: int | None) -> int:
    """Where the words of a speaker begin whom the clause before a colon has told of: "She was brief: ..., she said"."""
    colon = next((i for i in range(low, high) if tree.tokens[i].text == ":"), None)
    if colon is None or subject is None or tree.tokens[subject].tag != "PRP":
        return low
    told = any(t.dep == "nsubj" for t in tree.tokens[low:colon])
    return colon + 1 if told else low


def acts(tree: Tree, rest: Sequence[int]) -> bool:
    """ "..., he said, lashing out at the allies": what the speaker does is not said."""
    first = next((i for i in rest if tree.tokens[i].pos != "PUNCT"), rest[-1])
    token = tree.tokens[first]
    return token.tag == "VBG" and token.dep in {"advcl", "acl", "dep"} and not tree.children(first, "aux")


def narrated(tree: Tree, low: int, rest: Sequence[int]) -> bool:
    """Words behind "“...,” he said" that are the outlet's again: ", and the boys left"."""
    quoted = tree.tokens[low].text in QUOTE_MARKS
    words = [tree.tokens[i] for i in rest if tree.tokens[i].text != ","]
    return (
        quoted
        and bool(words)
        and words[0].text not in QUOTE_MARKS
        and words[0].pos == "CCONJ"
        and (len(words) < 2 or words[1].text not in QUOTE_MARKS)
    )
