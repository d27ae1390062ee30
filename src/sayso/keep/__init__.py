"""The ledger: one SQLite file. In: reports, with the bytes that they were read from. Out: the same reports and bytes,
and their claims, asked for by speaker, side, outlet, place, day, measure, stance, voice or words.
"""

from sayso.keep.ledger import Ledger
from sayso.keep.rows import KeptClaim, KeptReport, Reading

__all__ = ["KeptClaim", "KeptReport", "Ledger", "Reading"]
