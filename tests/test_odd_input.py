"""Texts that no editor would print: the same record every time, and time that grows with their length alone."""

from __future__ import annotations

import time

import pytest

import sayso
from sayso.records import encode
from test_pipeline import check_record

SAID = "The governor said on Monday that 12 people had been hurt in the market. "
ODD = {
    "one paragraph without end": SAID * 300,
    "quotation marks": '"' * 5_000,
    "quotation marks among words": '" said he ' * 500,
    "curly marks that never close": "“He said “we hold. " * 300,
    "no quotation marks": SAID.replace("said", "told us") * 60,
    "capitals": (SAID * 40).upper(),
    "right-to-left marks": "\u200f\u202bThe governor\u202c said\u200f that \u202eten\u202c people left. "
    * 60,
    "emoji": "The governor said 🚀🚀 that 👨‍👩‍👧 ten people left 🏚️. " * 60,
    "one word": "a" * 20_000,
    "no letters": "-–— … ### 1 2 3 ... ;;; ((( " * 300,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_an_odd_text_gives_one_sound_record_every_time(text: str) -> None:
    report = sayso.read(text)
    check_record(report)
    assert encode(sayso.read(text)) == encode(report)


@pytest.mark.parametrize(
    "kind", ["one paragraph without end", "quotation marks among words", "capitals", "emoji"]
)
def test_time_grows_with_the_length_of_the_text(kind: str) -> None:
    def spent(text: str) -> float:
        start = time.process_time()
        sayso.read(text)
        return time.process_time() - start

    text = ODD[kind]
    once = spent(text)
    assert spent(text * 3) < 5 * once + 0.5
