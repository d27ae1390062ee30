"""JSONL: one document a line. A line that cannot be read becomes a Failure with its number, and the rest is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from sayso.errors import BadLine, EmptyInput, SaysoError, TooLarge
from sayso.read.originals import Original, original, published
from sayso.records import Failure, Fault

_ADVICE = 'Each line is {"id": "...", "text": "..."}, with "published", "title", "outlet", "url", "language" if known.'
_NAMED = ("title", "outlet", "url", "language")


def originals(lines: Iterable[bytes | None], name: str) -> Iterator[Original | Failure]:
    """The documents of these lines, numbered from 1; None stands for a line over the size limit. Empty lines are skipped."""
    for number, line in enumerate(lines, start=1):
        if line is not None and not line.strip():
            continue
        where = f"{name}, line {number}"
        known: dict[str, object] = {}
        try:
            if line is None:
                raise TooLarge(f"{where} is over the size limit.", "Raise it with SAYSO_MAX_BYTES.")
            known = _object(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line, where)
            yield _original(known, line.strip(), where)
        except SaysoError as error:
            yield failure(_id(known) or where, error)


def failure(identifier: str, error: SaysoError) -> Failure:
    """The line that stands in place of a document which could not be read."""
    return Failure(id=identifier, error=Fault(code=error.code, message=str(error)))


def _object(line: bytes, where: str) -> dict[str, object]:
    try:
        known = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadLine(f"{where} is not JSON: {error}.", _ADVICE) from None
    if not isinstance(known, dict):
        raise BadLine(f"{where} is not a JSON object.", _ADVICE)
    return known


def _original(known: dict[str, object], line: bytes, where: str) -> Original:
    text = known.get("text")
    if not isinstance(text, str):
        raise BadLine(f'{where} has no "text".', _ADVICE)
    if not text.strip():
        raise EmptyInput(f"{where} has an empty text.")
    given = known.get("id")
    if given is not None and _id(known) is None:
        raise BadLine(f'{where}: "id" is {given!r}, not a text or a whole number.', _ADVICE)
    named = {field: _named(known, field, where) for field in _NAMED}
    try:
        when = published(known.get("published"))  # type: ignore[arg-type]
    except SaysoError as error:
        raise BadLine(f"{where}: {error.message}", error.advice) from None
    return original(
        text,
        kind="text",
        source=where,
        raw=line,
        media_type="application/json",
        id=_id(known),
        published=when,
        **named,
    )


def _named(known: dict[str, object], field: str, where: str) -> str | None:
    value = known.get(field)
    if value is None or isinstance(value, str):
        return value or None
    raise BadLine(f'{where}: "{field}" is {value!r}, not a text.', _ADVICE)


def _id(known: dict[str, object]) -> str | None:
    """The id as it stands; a whole number as its digits."""
    value = known.get("id")
    if isinstance(value, bool):
        return None
    return str(value) if isinstance(value, str | int) and str(value) else None
