"""Bytes to a report. In: a path, standard input, or a text or page in memory. Out: `Original`s, and from each a
`Report` with text, segments, title, outlet, date and language, but no claims.

`source.py` alone reads the disk; nothing here opens a connection.
"""

from __future__ import annotations

from sayso.read.originals import Original, published
from sayso.read.reports import report
from sayso.read.source import bytes_of, documents, from_text

__all__ = ["Original", "bytes_of", "documents", "from_text", "published", "report"]
