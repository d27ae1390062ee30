"""Opens files and standard input, and takes them apart into documents. The only file here that reads the disk."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO

from sayso.errors import EmptyInput, InputError, IsFolder, NotFound, TooLarge, Undecodable, Unreadable
from sayso.read import feed, jsonl
from sayso.read.decode import decode, refuse_binary
from sayso.read.originals import MEDIA_TYPES, Given, Kind, Original, original, published
from sayso.read.sniff import HEAD, Format, format_of, format_of_bytes
from sayso.records import Failure

STDIN = "standard input"
_LIMIT_ADVICE = "Raise the limit with SAYSO_MAX_BYTES, or give the text in parts."


def documents(path: str, *, max_bytes: int) -> Iterator[Original | Failure]:
    """The documents of a file, or of standard input for "-".

    A text or a page is one; JSONL is one a line; an RSS or Atom file is one an item. A line that cannot be read comes
    as a Failure and the rest is read. Raises InputError (NotFound, IsFolder, Unreadable, TooLarge, BinaryInput,
    Undecodable, EmptyInput, NoArticle) where the file as a whole cannot be read. `max_bytes` bounds a text, a page, a
    feed, and each line of JSONL; a JSONL file may be longer, for it is read line by line.
    """
    file, name = _open(path)
    # Standard input stays open: it is not ours.
    with nullcontext(file) if path == "-" else file:
        head = _read(file, HEAD, name)
        if not head:
            raise EmptyInput(f"{name} is empty.")
        form: Format = format_of_bytes(head) if path == "-" else format_of(path, head)
        if form == "jsonl":
            yield from _line_by_line(file, head, name, max_bytes)
        else:
            data = head + _read(file, max(max_bytes + 1 - len(head), 0), name)
            yield from _whole(data, form, name, max_bytes)


def from_text(
    data: str | bytes,
    *,
    kind: Kind | None = None,
    id: str | None = None,  # noqa: A002 - the field's name in the record
    published: Given = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    language: str | None = None,
    source: str = "the text",
    charset: str | None = None,
    max_bytes: int | None = None,
) -> Original:
    """An original from a text or a page in memory. `kind` is worked out from how it begins where it is not given.

    Raises EmptyInput, TooLarge, BinaryInput, Undecodable, and InputError for a date that is not understood.
    """
    return _from_memory(
        data,
        kind,
        source,
        charset,
        max_bytes,
        id=id,
        published=_published(published, source),
        title=title,
        outlet=outlet,
        url=url,
        language=language,
    )


def bytes_of(path: Path) -> bytes:
    """The bytes of a file. Raises NotFound, IsFolder or Unreadable."""
    file, name = _open(str(path))
    try:
        with file:
            return file.read()
    except OSError as error:
        raise Unreadable(f"{name} cannot be read: {error.strerror}.") from None


def _from_memory(
    data: str | bytes,
    kind: Kind | None,
    source: str,
    charset: str | None,
    max_bytes: int | None,
    **known: object,
) -> Original:
    raw = _encoded(data, source) if isinstance(data, str) else data
    if max_bytes is not None and len(raw) > max_bytes:
        raise TooLarge(f"{source} is over the limit of {max_bytes:,} bytes.", _LIMIT_ADVICE)
    if kind is None:
        kind = "html" if format_of_bytes(raw[:HEAD]) == "html" else "text"
    text = data if isinstance(data, str) else decode(data, source, html=kind == "html", charset=charset)
    if not text.strip():
        raise EmptyInput(f"{source} has no text in it.")
    return original(text, kind=kind, source=source, raw=raw, media_type=MEDIA_TYPES[kind], **known)


def _published(given: Given, source: str) -> object:
    try:
        return published(given)
    except InputError as error:
        raise InputError(f"{source}: {error.message}", error.advice) from None


def _encoded(data: str, source: str) -> bytes:
    try:
        return data.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Undecodable(
            f"{source} has half a character (a lone surrogate) at {error.start}.", "Give whole characters."
        ) from None


def _whole(data: bytes, form: Format, name: str, max_bytes: int) -> Iterator[Original | Failure]:
    if len(data) > max_bytes:
        raise TooLarge(f"{name} is over the limit of {max_bytes:,} bytes.", _LIMIT_ADVICE)
    if form == "feed":
        refuse_binary(data, name)
        yield from feed.originals(data, name)
        return
    yield _from_memory(data, "html" if form == "html" else "text", name, None, None)


def _line_by_line(file: BinaryIO, head: bytes, name: str, max_bytes: int) -> Iterator[Original | Failure]:
    refuse_binary(head, name)
    found = False
    for document in jsonl.originals(_lines(file, head, name, max_bytes), name):
        found = True
        yield document
    if not found:
        raise EmptyInput(f"{name} has no documents in it.")


def _lines(file: BinaryIO, head: bytes, name: str, max_bytes: int) -> Iterator[bytes | None]:
    """The lines, the first bytes of which have been read already; None for a line over the limit."""
    rest = head
    while True:
        line, mark, rest = rest.partition(b"\n")
        if not mark:
            line += _readline(file, max_bytes + 1, name)
            over = len(line) > max_bytes
            while over and line and not line.endswith(b"\n"):
                line = _readline(file, max_bytes + 1, name)
            if not line and not over:
                return
            yield None if over else line
            rest = b""
            continue
        yield line if len(line) <= max_bytes else None


def _readline(file: BinaryIO, most: int, name: str) -> bytes:
    try:
        return file.readline(most)
    except OSError as error:
        raise Unreadable(f"{name} cannot be read: {error.strerror}.") from None


def _read(file: BinaryIO, most: int, name: str) -> bytes:
    """As many bytes as there are, up to `most`: a pipe gives them in pieces."""
    pieces: list[bytes] = []
    try:
        while most > 0 and (piece := file.read(most)):
            pieces.append(piece)
            most -= len(piece)
    except OSError as error:
        raise Unreadable(f"{name} cannot be read: {error.strerror}.") from None
    return b"".join(pieces)


def _open(path: str) -> tuple[BinaryIO, str]:
    """The open file and its name for messages."""
    if path == "-":
        if sys.stdin is None:
            raise NotFound("Standard input is closed.", "Give a file, or pipe a report into the command.")
        return sys.stdin.buffer, STDIN
    try:
        return Path(path).open("rb"), path
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}.", "Check the name and the folder.") from None
    except IsADirectoryError:
        raise IsFolder(f"{path} is a folder.", f"Name the files in it: {path.rstrip('/')}/*.") from None
    except PermissionError:
        raise Unreadable(
            f"{path} may not be read.", "Change its permissions, or read it as another user."
        ) from None
    except OSError as error:
        raise Unreadable(f"{path} cannot be opened: {error.strerror}.") from None
    except ValueError:
        raise NotFound(f"{path!r} is not the name of a file.") from None
