"""What the words of a source say: a pronoun, a name, or a description with its head."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from sayso.languages.person import PersonLexicon
from sayso.records import Span
from sayso.resolve.speaker.naming import named, person_noun, proper
from sayso.resolve.speaker.offices import office
from sayso.resolve.speaker.page import Page
from sayso.resolve.speaker.reader import Described, Reader, Sort
from sayso.resolve.speaker.sides import demonym

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
CLAUSES = frozenset({"relcl", "acl", "advcl"})
BODIES = frozenset({"organisation", "armed group", "state"})
# A possessor of a possessor of a statement: enough for any source, and an end for a broken tree.
DEEPEST = 4


def describe(reader: Reader, spans: Iterable[Span], depth: int = 0) -> Described | None:
    """What a source's spans say, None where no word of them could be a speaker.

    The first span with a noun is the source; a person whom a later one names is who it means ("as the head of the
    office said X Y").
    """
    page = reader.page
    best = [(span, page.inside(span)) for span in spans]
    able = [(s, t) for s, t in best if any(page.tokens[i].pos in NOUNS for i in t)]
    span, tokens = able[0] if able else best[0] if best else ((0, 0), range(0))
    found = _described(reader, span, tokens, depth)
    if found is None or found.sort != "description" or not person_noun(reader, page.tokens[found.head]):
        return found
    others = (_described(reader, s, t, depth) for s, t in able[1:])
    return next((o for o in others if o and o.name is not None and o.name.kind == "person"), found)


def _described(reader: Reader, span: Span, tokens: range, depth: int) -> Described | None:
    """What one span says."""
    page = reader.page
    if len(tokens) == 0:
        return None
    word = page.words(span).lower()
    if len(tokens) == 1 and word in reader.speech.pronouns and word != page.tokens[tokens[0]].text.lower():
        return _pronoun(word, tokens[0], span)  # ".He" where a space is missing
    found = _read(reader, _bare(reader, _before_dash(page, tokens)), depth)
    return _clipped(reader, found, span) if found is not None else None


def _named_behind(page: Page, tokens: range) -> bool:
    """Whether a name follows what stands in brackets ("Special Envoy (SE) X")."""
    closed = next((i for i in tokens if page.tokens[i].text == ")"), None)
    return closed is not None and closed < tokens[-1] and page.tokens[tokens[-1]].pos == "PROPN"


def _pronoun(word: str, head: int, span: Span) -> Described:
    return Described(
        sort="pronoun", head=head, lemma=word, words=frozenset(), span=span, definite=True, name=None
    )


def _clipped(reader: Reader, found: Described, span: Span) -> Described:
    """The same without what a token has beside the source: "dug;A guard" where a space is missing."""
    start, end = found.span
    if not (start < span[0] < end or start < span[1] < end):
        return found
    start, end = max(start, span[0]), min(end, span[1])
    first = reader.page.text[start:end].split(maxsplit=1)
    if len(first) == 2 and first[0].lower() in reader.people.articles:
        start = end - len(first[1])
    return msgspec.structs.replace(found, span=(start, end))


def _before_dash(page: Page, tokens: range) -> range:
    """The source up to a dash between spaces or a bracket: what follows is an aside."""
    for index in tokens[1:]:
        token = page.tokens[index]
        if token.text == "(" and not _named_behind(page, range(index, tokens[-1] + 1)):
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
        token.pos in {"NUM", "NOUN", "PROPN"}
        and token.entity in {"DATE", "TIME"}
        and lower not in reader.people.nouns  # "the daily"
    ):
        return None
    if lower in reader.people.relatives and token.tag.startswith("W") and depth < DEEPEST:
        return _antecedent(reader, head, depth)
    if lower in reader.speech.pronouns and (len(tokens) <= 2 or token.tag in {"PRP", "PRP$"}):
        return _pronoun(lower, head, page.span(tokens))
    if depth < DEEPEST and (owner := _owner(reader, head, tokens)) is not None:
        return _read(reader, _bare(reader, owner), depth + 1)
    name = named(reader, head, tokens)
    tokens = _without_clause(reader, tokens, head)
    lemma, words = _office(reader, head, tokens)
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
        definite=_definite(reader, head, tokens),
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
        page.tokens[high].pos in {"PUNCT", "SPACE"}
        or (page.tokens[high].pos == "ADV" and page.tokens[high - 1].tag != "DT")
        or page.tokens[high].tag == "POS"
    ):
        high -= 1
    return range(low, high + 1)


def _head(page: Page, tokens: range) -> int:
    """The noun that hangs on nothing within the source, the first of several."""
    for index in tokens:
        if page.tokens[index].pos in NOUNS and (
            page.heads[index] not in tokens or page.heads[index] == index
        ):
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
        # "The ISW conclusions": the name of a body right before the noun.
        name = reader.names.at.get(head - 1)
        bodies = {"organisation", "armed group"}
        owner = head - 1 if name is not None and name.kind in bodies and head - 1 in tokens else None
    if owner is None:
        for link in page.below[head]:
            issued = page.tokens[link].tag == "VBN" and page.tokens[link].lemma in reader.people.issuing
            agent = page.child(link, "agent") if issued else link
            if (
                agent is not None
                and agent in tokens
                and page.tokens[agent].text.lower() in reader.speech.words.source
            ):
                owner = page.child(agent, "pobj")
                break
    if owner is None or (page.tokens[owner].dep == "poss" and owner not in tokens):
        return None
    edges = page.edges(owner)
    return range(max(edges[0], tokens[0]), min(edges[-1], tokens[-1]) + 1) or None


def issuer(reader: Reader, noun: int) -> Described | None:
    """Who is said to speak through a document, at a noun for one ("a report by the army"); None where nobody is."""
    owner = _owner(reader, noun, reader.page.edges(noun))
    return _read(reader, _bare(reader, _before_dash(reader.page, owner)), DEEPEST) if owner else None


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


def _definite(reader: Reader, head: int, tokens: range) -> bool:
    """Whether a source points to someone known: "the minister", "Ukraine's minister", "Brazilian leader"."""
    page, people = reader.page, reader.people
    first = page.tokens[tokens[0]]
    if first.text.lower() in people.articles | people.same:
        return True
    if page.tokens[head].tag not in {"NN", "NNP"} or not person_noun(reader, page.tokens[head]):
        return False
    if _bare_title(reader, head, tokens):
        return True
    owner = page.child(head, "poss")
    # "Our correspondent" is one whom the report names; "his spokesman" need not be.
    own = owner is not None and (
        page.tokens[owner].tag != "PRP$" or page.tokens[owner].text.lower() in people.ours
    )
    owned = own and owner in tokens
    return owned or demonym(reader, tokens[0]) is not None


def _bare_title(reader: Reader, head: int, tokens: range) -> bool:
    """Whether a title without any article says of which state or body it is: "President of Ukraine", "IDF spokesman"."""
    page, names = reader.page, reader.names
    first = page.tokens[tokens[0]]
    noun = reader.people.nouns.get(page.tokens[head].lemma.lower())
    if first.pos in {"DET", "PRON"} or first.text.lower() in reader.people.indefinite:
        return False
    inside = (names.at[i] for i in tokens if i in names.at)
    known = any(name.actor is not None and name.kind in BODIES for name in inside)
    return noun is not None and noun.title and known


def _title_words(reader: Reader, tokens: range) -> list[int]:
    """The tokens that tell who holds an office: no article, no mark, nothing before a hyphen ("UK-based")."""
    page, people = reader.page, reader.people
    return [
        i
        for i in tokens
        if page.tokens[i].pos not in {"PUNCT", "SPACE", "DET", "PART"}
        and page.tokens[i].text.lower() not in people.articles | people.same | people.indefinite
        and not (
            i + 2 < len(page.tokens) and page.tokens[i + 1].text == "-" and page.tokens[i + 2].tag == "VBN"
        )
    ]


def _office(reader: Reader, head: int, tokens: range) -> tuple[str, frozenset[str]]:
    """The lemma of the head and the content words, both with a roundabout office by its short name."""
    page, people = reader.page, reader.people
    kept = _title_words(reader, tokens)
    words, short = office(people, [page.tokens[i].text.lower() for i in kept])
    content = {
        page.tokens[i].text.lower(): page.tokens[i].lemma.lower()
        for i in kept
        if page.tokens[i].pos in {"NOUN", "PROPN", "ADJ", "NUM"}
    }
    taken = {w: w for w in words if w not in {page.tokens[i].text.lower() for i in kept}}
    lemma = short if short and person_noun(reader, page.tokens[head]) else page.tokens[head].lemma.lower()
    if page.tokens[head].tag in {"NNS", "NNPS"}:
        lemma = page.tokens[head].lemma.lower()
    return lemma, frozenset((content | taken)[w] for w in words if w in content or w in taken)
