"""One office under several names: "head of the German government", "prime minister", "premier"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.languages.person import PersonLexicon

# A "*" in a pattern stands for so many words at most ("head of the *two words* government").
WIDEST = 3
ANY = "*"


def plain(people: PersonLexicon, word: str) -> str:
    """A word of a title as it is compared: no plural, no full stop, one word for all that mean the same."""
    lower = people.plural.sub("", word.lower().rstrip("."))
    return people.like.get(lower, lower)


def office(people: PersonLexicon, words: Sequence[str]) -> tuple[list[str], str | None]:
    """The words of a title with roundabout offices by their short names, and the last one put in; None for none.

    `words` are in lower case, without articles. Patterns are tried in the order of the table.
    """
    found = list(words)
    put_in: str | None = None
    for pattern, short in people.heads_of.items():
        parts = pattern.split()
        for start in range(len(found)):
            if (end := _match(found, start, parts)) is not None:
                # What stood for a "*" belongs to the title still: it says whose office it is.
                between = _between(found[start:end], parts)
                found[start:end] = [*between, *short.split()]
                put_in = short.split()[-1]
                break
    return found, put_in


def _match(words: Sequence[str], start: int, parts: Sequence[str]) -> int | None:
    position = start
    for number, part in enumerate(parts):
        if part == ANY:
            following = parts[number + 1]
            stop = min(position + WIDEST + 1, len(words))
            position = next((i for i in range(position, stop) if words[i] == following), -1)
            if position < 0:
                return None
        elif position < len(words) and words[position] == part:
            position += 1
        else:
            return None
    return position


def _between(matched: Sequence[str], parts: Sequence[str]) -> list[str]:
    fixed = [p for p in parts if p != ANY]
    left = list(matched)
    for part in fixed:
        left.remove(part)
    return left
