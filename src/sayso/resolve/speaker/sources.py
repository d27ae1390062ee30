"""What the words of a source say: a pronoun, a name, or a description with its head."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.languages.person import PersonLexicon
from sayso.records import Span
from sayso.resolve.speaker.naming import named, person_noun, proper
from sayso.resolve.speaker.page import Page
from sayso.resolve.speaker.reader import Described, Reader, Sort

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
CLAUSES = frozenset({"relcl", "acl", "advcl"})
# A possessor of a possessor of a statement: enough for any source, and an end for a broken tree.
DEEPEST = 4


def describe(reader: Reader, spans: Iterable[Span], depth: int = 0) -> Described | None:
    """What a source's spans say, None where no word of them could be a speaker."""
    best = [reader.page.inside(span) for span in spans]
    tokens = next(
        (t for t in best if any(reader.page.tokens[i].pos in NOUNS for i in t)), best[0] if best else None
    )
    if tokens is None or len(tokens) == 0:
        return None
    return _read(reader, _bare(reader, _before_dash(reader.page, tokens)), depth)


def _before_dash(page: Page, tokens: range) -> range:
    """The source up to a dash between spaces or a bracket: what follows is an aside."""
    for index in tokens[1:]:
        token = page.tokens[index]
        if token.text == "(":
            return range(tokens[0], index)
        spaced = (
            page.text[token.start - 1 : token.start].isspace()
            and page.text[token.end : token.end + 1].isspace()
        )
        if token.text in {"-", "–", "—"} and spaced:
            return range(tokens[0], index)
    return tokens


def _read(reader: Reader, tokens: range, depth: int) -> Described | None:
    page = reader.page
    if len(tokens) == 0:
        return None
    tokens = _before_participle(reader, tokens)
    head = _head(page, tokens)
    token = page.tokens[head]
    lower = token.text.lower()
    if lower in reader.people.nobody or (
        token.pos in {"NUM", "NOUN", "PROPN"} and token.entity in {"DATE", "TIME"}
    ):
        return None
    if lower in reader.people.relatives and token.tag.startswith("W") and depth < DEEPEST:
        return _antecedent(reader, head, depth)
    if lower in reader.speech.pronouns and (len(tokens) <= 2 or token.tag in {"PRP", "PRP$"}):
        return Described(
            sort="pronoun",
            head=head,
            lemma=lower,
            words=frozenset(),
            span=page.span(tokens),
            definite=True,
            name=None,
        )
    if depth < DEEPEST and (owner := _owner(reader, head, tokens)) is not None:
        return _read(reader, _bare(reader, owner), depth + 1)
    name = named(reader, head, tokens)
    tokens = _without_clause(reader, tokens, head)
    lemma, roundabout = _office(reader, head, tokens)
    words = frozenset(_content_words(reader, tokens)) - roundabout
    sort: Sort = "description"
    if name is not None:
        sort = "name"
        if not proper(reader, name, head):
            # A body called by a common noun is known by all its words: "Ukraine's foreign ministry".
            sort, name = "description", None
    return Described(
        sort=sort,
        head=head,
        lemma=lemma,
        words=words,
        span=_undetermined(page, reader.people, tokens),
        definite=_definite(page, reader.people, tokens),
        name=name,
    )


def _before_participle(reader: Reader, tokens: range) -> range:
    """The source up to what a named person was doing meanwhile: "X speaking alongside Y said"."""
    for index in tokens[1:]:
        name = reader.names.at.get(index - 1)
        if reader.page.tokens[index].tag == "VBG" and name is not None and name.kind == "person":
            return range(tokens[0], index)
    return tokens


def _bare(reader: Reader, tokens: range) -> range:
    """The tokens without punctuation, possessive endings and prepositions round them."""
    page = reader.page
    low, high = tokens[0], tokens[-1]
    while low < high and page.tokens[low].pos in {"PUNCT", "ADP", "SPACE", "CCONJ"}:
        low += 1
    while high > low and (
        page.tokens[high].pos in {"PUNCT", "SPACE", "ADV"} or page.tokens[high].tag == "POS"
    ):
        high -= 1
    return range(low, high + 1)


def _head(page: Page, tokens: range) -> int:
    """The noun that hangs on nothing within the source, the first of several."""
    for index in tokens:
        if page.tokens[index].pos in NOUNS and page.heads[index] not in tokens:
            return index
    tops = [i for i in tokens if page.heads[i] not in tokens or page.heads[i] == i]
    nouns = [i for i in tokens if page.tokens[i].pos in NOUNS]
    for top in tops:
        below = [i for i in nouns if page.heads[i] == top]
        if below:
            return below[0]
    return nouns[0] if nouns else tops[0] if tops else tokens[0]


def _antecedent(reader: Reader, index: int, depth: int) -> Described | None:
    """What a relative pronoun stands for: the noun its clause hangs on, else the noun before it."""
    page = reader.page
    current = index
    for head in page.above(index):
        if page.tokens[current].dep == "relcl":
            head = _person_above(reader, head, index)
            edges = page.edges(head)
            return _read(reader, _bare(reader, range(edges[0], max(edges[0], index - 1) + 1)), depth + 1)
        current = head
    if page.tokens[current].dep == "relcl" and page.heads[current] != current:
        return None
    for before in range(index - 1, page.bounds(index)[0] - 1, -1):
        if page.tokens[before].pos in {"NOUN", "PROPN"}:
            edges = page.edges(before)
            return _read(reader, range(min(edges[0], before), before + 1), depth + 1)
    return None


def _person_above(reader: Reader, head: int, pronoun: int) -> int:
    """The noun that "who" stands for: behind a comma, or where the nearest noun is no person, the person further up."""
    page = reader.page
    if page.tokens[pronoun].text.lower() not in reader.people.personal:
        return head
    best = head
    known = person_noun(reader, page.tokens[head]) or page.tokens[head].entity == "PERSON"
    if not known or page.tokens[pronoun - 1].text == ",":
        for above in page.above(head):
            if page.tokens[above].pos in {"VERB", "AUX"}:
                break
            if person_noun(reader, page.tokens[above]):
                best = above
    return best


def _owner(reader: Reader, head: int, tokens: range) -> range | None:
    """Who speaks through a document or a statement ("the ministry's report", "a statement by the army")."""
    page, token = reader.page, reader.page.tokens[head]
    noun = reader.people.nouns.get(token.lemma)
    told = (
        noun.kind == "unknown"
        if noun
        else token.lemma in reader.speech.nouns or token.lemma in reader.speech.media_nouns
    )
    if not told or token.pos == "PROPN":
        return None
    owner = page.child(head, "poss")
    if owner is None:
        for link in page.below[head]:
            if page.tokens[link].text.lower() in {"by", "from"} and link in tokens:
                owner = page.child(link, "pobj")
                break
    if owner is None or (page.tokens[owner].dep == "poss" and owner not in tokens):
        return None
    edges = page.edges(owner)
    return range(max(edges[0], tokens[0]), min(edges[-1], tokens[-1]) + 1) or None


def _without_clause(reader: Reader, tokens: range, head: int) -> range:
    """The source without what a comma adds to it, unless that says why it has no name."""
    page = reader.page
    for index in tokens:
        if index <= head or page.tokens[index].text != "," or index + 1 > tokens[-1]:
            continue
        rest = range(index + 1, tokens[-1] + 1)
        opens = page.tokens[index + 1]
        adds = opens.tag in {"WP", "WDT", "WP$", "VBG", "VBN", "VBD", "IN", "DT"} or opens.dep in CLAUSES
        if adds and not any(page.tokens[i].text.lower() in reader.people.nameless for i in rest):
            return _bare(reader, range(tokens[0], index))
    return tokens


def _undetermined(page: Page, people: PersonLexicon, tokens: range) -> Span:
    low = tokens[0]
    # A no-break space is a token of its own ("the\u00a0ministry").
    while low < tokens[-1] and (
        page.tokens[low].pos == "SPACE" or page.tokens[low].text.lower() in people.articles | people.same
    ):
        low += 1
    return page.span(range(low, tokens[-1] + 1))


def _definite(page: Page, people: PersonLexicon, tokens: range) -> bool:
    first = page.tokens[tokens[0]].text.lower()
    return first in people.articles or (first in people.same)


def _content_words(reader: Reader, tokens: range) -> Iterable[str]:
    for index in tokens:
        token = reader.page.tokens[index]
        if token.pos in {"NOUN", "PROPN", "ADJ", "NUM"} and token.text.lower() not in reader.people.same:
            yield token.lemma.lower()


def _office(reader: Reader, head: int, tokens: range) -> tuple[str, frozenset[str]]:
    """The head's lemma; a roundabout office by its short name ("head of state": president), with the words it took."""
    page = reader.page
    near = " ".join(
        page.tokens[i].text.lower() for i in range(max(tokens[0], head - 1), min(tokens[-1], head + 2) + 1)
    )
    for phrase, office in reader.people.heads_of.items():
        if f" {phrase} " in f" {near} ":
            return office, frozenset(phrase.split())
    return page.tokens[head].lemma.lower(), frozenset()
