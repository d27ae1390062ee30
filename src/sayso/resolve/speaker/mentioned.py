"""Who is mentioned without being a source: names, and nouns for those who can speak. "He" may mean them later on."""

from __future__ import annotations

from sayso.resolve.speaker.discourse import Discourse
from sayso.resolve.speaker.memory import ACTED, NAMED, SPOKE, Mention, Voice
from sayso.resolve.speaker.page import SUBJECTS
from sayso.resolve.speaker.pointing import REACH_NOUN
from sayso.resolve.speaker.reader import Reader
from sayso.resolve.speaker.sources import describe
from sayso.stretches import covers

# Words of a noun phrase that is no source are read up to here on either side.
LONGEST = 12
# Relations of the verbs of side clauses.
ASIDE = frozenset({"relcl", "advcl", "acl", "pcomp"})


def speaking_nouns(reader: Reader) -> list[int]:
    """The tokens under which the memory takes in names (the last of each) and nouns for those who can speak."""
    found = []
    for index, token in enumerate(reader.page.tokens):
        name = reader.names.at.get(index)
        if name is not None:
            if index == name.tokens[1] and token.pos != "ADJ":
                found.append(index)
        elif token.pos == "NOUN" and token.dep not in {"compound", "amod", "appos", "conj"}:
            noun = reader.people.nouns.get(token.lemma.lower())
            telling = token.lemma in reader.people.telling and token.dep in SUBJECTS
            if noun is not None and (noun.kind != "unknown" or telling):
                found.append(index)
    return found


def take_in(discourse: Discourse, seen: int, position: int) -> int:
    """Remembers whom the nouns from the one numbered `seen` up to a position mean; the number of the next one.

    Never further than the source to be heard: who is named behind it is not who "he" means there.
    """
    page, said = discourse.reader.page, discourse.said
    while seen < len(discourse.nouns) and page.tokens[discourse.nouns[seen]].start < position:
        index = discourse.nouns[seen]
        seen += 1
        start = page.tokens[index].start
        # The head of a source that was heard is remembered as the one whom the source was found to mean.
        if covers(said.quoted, start) or index in discourse.heads:
            continue
        weight = NAMED if covers(said.contents, start) else _weight(discourse.reader, index)
        if (voice := mentioned(discourse, index)) is not None:
            discourse.memory.add(page.sentence_of[index], Mention(start=start, weight=weight, voice=voice))
    return seen


def mentioned(discourse: Discourse, index: int) -> Voice | None:
    """The voice of a name or a noun that is no source, from the noun phrase it stands in; None for a pronoun."""
    reader, voices = discourse.reader, discourse.voices
    name, page = reader.names.at.get(index), reader.page
    if name is not None and (name.kind != "organisation" or name.actor is not None):
        return voices.of_name(name)
    edges = page.edges(index)
    end = name.tokens[1] if name is not None else min(edges[-1], index + LONGEST)
    end = _before_meanwhile(reader, index, end)
    described = describe(reader, (page.span(range(max(edges[0], index - LONGEST), end + 1)),))
    if described is None or described.sort == "pronoun":
        return None
    if described.name is not None:
        return voices.of_name(described.name)
    if described.definite:
        found = discourse.pointing.title(described, REACH_NOUN) or discourse.pointing.body(described)
        found = found or discourse.likely.issuer(described)
        if found is None and described.lemma in reader.people.hosted:
            found = discourse.likely.person(described, ())
        if found is not None:
            return found
    return voices.of_description(described)


def is_subject(reader: Reader, index: int) -> bool:
    """Whether a name or a noun is the subject of its clause; any word of a name may show that it is."""
    name = reader.names.at.get(index)
    return name.subject if name is not None else reader.page.tokens[index].dep in SUBJECTS


def _weight(reader: Reader, index: int) -> int:
    """How much a name or a noun in the writer's own words stands out: the subject of a verb of saying most."""
    verb = reader.page.tokens[reader.page.heads[index]]
    # The subject of a side clause ("since 2010, when X came") is not gone on about.
    if not is_subject(reader, index) or verb.dep in ASIDE:
        return NAMED
    return SPOKE if verb.lemma in reader.speech.verbs else ACTED


def _before_meanwhile(reader: Reader, index: int, end: int) -> int:
    """The last token of a noun phrase before what tells when or where ("the chief at a meeting")."""
    tokens, meanwhile = reader.page.tokens, reader.people.meanwhile
    for at in range(index + 1, end + 1):
        if tokens[at].text.lower() in meanwhile or tokens[at].pos in {"VERB", "AUX"}:
            return at - 1
    return end
