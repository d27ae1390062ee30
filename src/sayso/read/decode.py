"""Bytes to text. Nothing is guessed: a byte order mark, a declared charset, else UTF-8."""

from __future__ import annotations

import codecs
import re

from sayso.errors import BinaryInput, Undecodable

# Longer marks first: the mark of UTF-32 begins with that of UTF-16.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of kinds of files that people take for text, and what to do with them.
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "Save its text first, for example with pdftotext."),
    (b"PK\x03\x04", "a ZIP archive or an office document", "Unpack it, or save it as plain text."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"BZh", "a bzip2 archive", "Unpack it first."),
    (b"\xfd7zXZ\x00", "an xz archive", "Unpack it first."),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", "Unpack it first."),
    (b"\xd0\xcf\x11\xe0", "an old office document", "Save it as plain text."),
    (b"{\\rtf", "a rich-text document", "Save it as plain text."),
    (b"\x89PNG", "a picture", "Sayso reads text and pages."),
    (b"\xff\xd8\xff", "a picture", "Sayso reads text and pages."),
    (b"GIF8", "a picture", "Sayso reads text and pages."),
    (b"SQLite format 3\x00", "a SQLite database", "To use a ledger, name it with --ledger."),
    (b"PAR1", "a Parquet file", "Export its rows as JSONL."),
    (b"\x7fELF", "a program", "Sayso reads text and pages."),
)
_META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
# Where a declaration must stand; the HTML standard says 1,024 bytes, pages say more.
_HEAD = 8_192
# Browsers read what old pages call Latin-1 as Windows-1252.
_ALIASES = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}
# The encodings of pages, by the Encoding Standard. Python knows more, among them some that are none of texts ("hex",
# "idna").
_OF_PAGES = frozenset(
    codecs.lookup(name).name
    for name in (
        *"utf-8 utf-16 utf-16-le utf-16-be utf-32 gbk gb2312 gb18030 big5 big5-hkscs euc-jp iso-2022-jp".split(),
        *"shift_jis cp932 euc-kr cp949 koi8-r koi8-u mac-roman mac-cyrillic cp866 cp874 tis-620".split(),
        *(f"cp{number}" for number in range(1250, 1259)),
        *(f"iso-8859-{number}" for number in range(2, 17) if number != 12),
    )
)
# A page may have one bad byte in so many and still be a page; browsers show a mark in its place, and so do we.
BYTES_PER_BAD = 2_000

_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b")


def decode(data: bytes, source: str, *, html: bool = False, charset: str | None = None) -> str:
    """The text in these bytes, without its byte order mark.

    `charset` is what the sender says (the header of an answer). Raises BinaryInput where the bytes are no text, and
    Undecodable, with the offset of the first bad byte, where they are not valid in their encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, source, len(mark))
    refuse_binary(data, source)
    if not html:
        return _strict(data, charset or "utf-8", source)
    return _page(data, (charset and _known(charset)) or declared(data), source)


def declared(data: bytes) -> str | None:
    """The charset that a page or an XML file declares, by its name in Python; None where it declares none it knows."""
    head = data[:_HEAD]
    for pattern in (_XML, _META):
        # \w in a pattern of bytes is ASCII alone.
        if (found := pattern.search(head)) and (known := _known(found[1].decode("ascii"))):
            return known
    return None


def _known(charset: str) -> str | None:
    """A charset of pages by its name in Python."""
    name = charset.lower()
    try:
        found = _ALIASES.get(name) or codecs.lookup(name).name
    except LookupError:
        return None
    return found if found in _OF_PAGES else None


def refuse_binary(data: bytes, source: str) -> None:
    """Raises BinaryInput for bytes that are neither text nor a page, by their first bytes or by zero bytes in them."""
    for signature, what, advice in _SIGNATURES:
        if data.startswith(signature):
            raise BinaryInput(f"{source} is {what}, not text.", advice)
    if b"\x00" in data:
        raise BinaryInput(
            f"{source} is not text: byte {data.index(0)} is zero.", "Sayso reads text and pages."
        )


def _page(data: bytes, charset: str | None, source: str) -> str:
    # A page that declares UTF-16 in ASCII letters is not in UTF-16.
    if charset is None or charset.startswith(("utf-16", "utf-32")):
        return _strict(data, "utf-8", source)
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        lenient = data.decode(charset, errors="replace")
        if lenient.count("\ufffd") * BYTES_PER_BAD > len(data):
            return _strict(data, charset, source)
        return lenient


def _strict(data: bytes, encoding: str, source: str, before: int = 0) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if len(data.translate(None, _CONTROL)) < 0.95 * len(data):
            raise BinaryInput(f"{source} is not text.", "Sayso reads text and pages.") from None
        raise Undecodable(
            f"{source} is not valid {encoding.upper()}: byte {before + error.start} does not fit.",
            "Save it as UTF-8.",
        ) from None
    except (LookupError, UnicodeError):
        raise Undecodable(f"{source} is in an unknown encoding, {encoding!r}.", "Save it as UTF-8.") from None
