"""The tree of errors. Each has a code, a sentence on what is wrong and where, and one on what to do.

SaysoError
├── InputError             what was given cannot be read
│   ├── NotFound           no such file
│   ├── IsFolder           a folder where a file is meant
│   ├── Unreadable         the system refuses to read it
│   ├── TooLarge           over the size limit
│   ├── BinaryInput        neither text nor a page
│   ├── Undecodable        bytes that are not valid text in their encoding
│   ├── EmptyInput         no text in it
│   ├── NoArticle          a page without an article
│   └── BadLine            a line of JSONL that is not a document
├── LanguageError          no reader for this language
├── GazetteerError         the place index cannot be built or opened
├── LedgerError            the ledger cannot be used
│   ├── NotALedger         a file that is no ledger
│   ├── NewerLedger        written by a newer Sayso
│   ├── LedgerLocked       another program holds it
│   ├── LedgerReadOnly     it cannot be written
│   ├── LedgerFull         no space left on the disk
│   └── IdTaken            another text is kept under this id
└── UsageError             options that do not fit together
"""

from __future__ import annotations


class SaysoError(Exception):
    """Base of all errors that a user can do something about."""

    code = "error"
    exit_status = 1

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".rstrip()


class InputError(SaysoError):
    code = "input"


class NotFound(InputError):
    code = "not-found"


class IsFolder(InputError):
    code = "is-folder"


class Unreadable(InputError):
    code = "unreadable"


class TooLarge(InputError):
    code = "too-large"


class BinaryInput(InputError):
    code = "binary"


class Undecodable(InputError):
    code = "undecodable"


class EmptyInput(InputError):
    code = "empty"


class NoArticle(InputError):
    code = "no-article"


class BadLine(InputError):
    code = "bad-line"


class LanguageError(SaysoError):
    code = "language"


class GazetteerError(SaysoError):
    code = "gazetteer"


class LedgerError(SaysoError):
    code = "ledger"


class NotALedger(LedgerError):
    code = "not-a-ledger"


class LedgerDamaged(LedgerError):
    code = "ledger-damaged"


class NewerLedger(LedgerError):
    code = "newer-ledger"


class LedgerLocked(LedgerError):
    code = "ledger-locked"


class LedgerReadOnly(LedgerError):
    code = "ledger-read-only"


class LedgerFull(LedgerError):
    code = "ledger-full"


class IdTaken(LedgerError):
    code = "id-taken"


class UsageError(SaysoError):
    code = "usage"
    exit_status = 2
