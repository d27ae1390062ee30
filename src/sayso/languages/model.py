"""What is told of a model that reports are read with: enough to name it, to judge it, and to know it again."""

from __future__ import annotations

from sayso.records import Record


class Model(Record, frozen=True, kw_only=True):
    """One installed model.

    language   the code of the language it reads
    task       what it does, in words
    licence    SPDX expression
    size       bytes of its files
    sha256     of its bytes, hexadecimal: two models with one hash read alike
    """

    name: str
    version: str
    language: str
    task: str
    licence: str
    size: int
    sha256: str

    @property
    def label(self) -> str:
        """The name under which a report's `reader.models` has the hash."""
        return f"{self.name}-{self.version}"
