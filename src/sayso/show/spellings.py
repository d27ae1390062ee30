"""The spellings of a speaker's name: whoever asks for Zelensky wants Zelenskyy too."""

from __future__ import annotations

from sayso.resolve.actors import actors, find_actor


def spellings(name: str | None) -> tuple[str, ...] | None:
    """A name with all that the table of actors knows the same actor by; the name alone where it knows none."""
    if not name:
        return None
    known = find_actor(actors(), name) or find_actor(actors(), name.title())
    if known is None or known.kind != "person":
        return (name,)
    return tuple(dict.fromkeys((name, known.name, *known.aliases)))
