"""Who can say anything: people, bodies, documents; not rubble, and not nobody."""

from __future__ import annotations

from sayso.find.tree import Tree
from sayso.languages.speech import SpeechLexicon


def is_someone(tree: Tree, noun: int, lexicon: SpeechLexicon) -> bool:
    """Whether a noun stands for one who speaks or for a form in which words are put down ("statement", "survey")."""
    token = tree.tokens[noun]
    if token.pos == "PROPN" or token.entity in {"PERSON", "ORG", "NORP", "GPE"}:
        return True
    if token.pos == "PRON":
        pronoun = lexicon.pronouns.get(token.text.lower())
        return pronoun is not None and pronoun.gender != "neuter"
    return token.lemma in lexicon.people or token.lemma in lexicon.media_nouns


def nobody(tree: Tree, noun: int, lexicon: SpeechLexicon) -> bool:
    """A subject by which nobody speaks: "nobody told us", "no official has said", "none of them says"."""
    words = [noun, *tree.children(noun, "det", "nummod")]
    return any(tree.tokens[i].text.lower() in lexicon.words.nobody for i in words)
