"""Whose the report is, where nobody told: agencies sign with "an X correspondent reports"."""

from __future__ import annotations

from sayso.resolve.speaker.page import SUBJECTS
from sayso.resolve.speaker.reader import Reader

# Sentences from the start among which an agency signs.
LEAD = 5


def own_outlet(reader: Reader) -> str | None:
    """The body whose correspondent reports, named before the noun behind an indefinite article; None where none does."""
    page, people = reader.page, reader.people
    end = page.first[LEAD] if len(page.first) > LEAD else len(page.tokens)
    for index in range(2, end):
        name = reader.names.at.get(index - 1)
        if page.tokens[index].lemma not in people.reporters or name is None:
            continue
        before = page.tokens[name.tokens[0] - 1].text.lower() if name.tokens[0] else ""
        reports = page.tokens[page.heads[index]].lemma in people.signing
        article = before in people.indefinite
        if (
            article
            and reports
            and page.tokens[index].dep in SUBJECTS
            and name.kind not in {"person", "state"}
        ):
            return name.words
    return None
