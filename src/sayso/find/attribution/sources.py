"""Sources that name nobody: a stray mark, the "it" of "it was reported" and of "it was not possible to verify"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from sayso.find.attribution.content import has_word
from sayso.find.attribution.draft import Draft
from sayso.find.tree import Tree
from sayso.languages.speech import SpeechLexicon
from sayso.mentions import Token


def without_nobody(text: str, drafts: Sequence[Draft], trees: Sequence[Tree], lexicon: SpeechLexicon) -> None:
    """Takes such sources from each draft, in place."""
    empty = {
        (token.start, token.end)
        for tree in trees
        for token in tree.tokens
        if token.text.lower() in lexicon.words.empty and _is_empty(tree, token, lexicon.checks)
    }
    for draft in drafts:
        draft.source = [span for span in draft.source if span not in empty and has_word(text, span)]


def _is_empty(tree: Tree, subject: Token, checks: Container[str]) -> bool:
    """Whether a subject is that of a passive, or of what could or could not be checked."""
    if subject.dep in {"nsubjpass", "expl"}:
        return True
    verb = tree.tokens[subject.head]
    linking = subject.dep == "nsubj" and verb.pos == "AUX"
    return linking and any(tree.tokens[i].lemma in checks for i in tree.subtree(subject.head))
