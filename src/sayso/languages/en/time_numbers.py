"""English numbers in time expressions: "24", "twenty-four", "two and a half", "5 1/2", "a couple of", "nineteen ninety-six"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.languages.time import Word


def amount_of(words: Sequence[Word]) -> float | None:
    """The number that these words say, None for a vague one ("several")."""
    total = 0.0
    current = 0.0
    seen = False
    for index, word in enumerate(words):
        if word.text == "/":
            continue
        if "NUMBER" in word.values:
            value = float(word.values["NUMBER"])
            if index > 0 and words[index - 1].text == "/":
                # "5 1/2": the numerator has been added; make it a fraction.
                numerator = float(words[index - 2].values["NUMBER"])
                current += (numerator / value if value else 0.0) - numerator
            else:
                current += value
        elif "NUMBER_WORD" in word.values:
            value = float(word.values["NUMBER_WORD"])
            if value == 1000:
                total += max(current, 1) * 1000
                current = 0
            elif value in (12, 100) and word.text in ("dozen", "hundred"):
                current = max(current, 1) * value
            else:
                current += value
        elif "COUPLE" in word.values:
            current = 2
        elif "HALF" in word.values:
            current += 0.5
        elif word.text in ("a", "an") and index == 0:
            continue
        else:
            continue
        seen = True
    return total + current if seen else None


def spoken_year(words: Sequence[Word]) -> int | None:
    """The year in "nineteen ninety-six" or "two thousand"; None where the words say none."""
    numbers = [int(word.values["NUMBER_WORD"]) for word in words if "NUMBER_WORD" in word.values]
    if numbers and numbers[0] in (18, 19) and 2 <= len(numbers) <= 3:
        rest = sum(numbers[1:])
        return numbers[0] * 100 + rest if 10 <= rest <= 99 else None
    year = amount_of(words)
    return int(year) if year is not None and 1000 <= year <= 2100 else None
