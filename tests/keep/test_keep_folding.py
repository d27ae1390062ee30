"""How names are compared and how typed words become a full-text question."""

from __future__ import annotations

import pytest

from sayso.keep.folding import MOST_TERMS, fold, match_expression, name_pattern


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Volodymyr Zelenskyy", " volodymyr zelenskyy "),
        ("  the UN's  envoy ", " the un s envoy "),
        ("Recep Tayyip ERDOĞAN", " recep tayyip erdogan "),
        ("Королёв", " королев "),
        ("Straße 7", " strasse 7 "),
        ("«Граница»", " граница "),
        ("al-Hasakah", " al hasakah "),
        ("", ""),
        ("…", ""),
    ],
)
def test_folding_leaves_the_words(name: str, folded: str) -> None:
    assert fold(name) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("asked", "pattern"),
    [
        ("Zelensky", " zelensky "),
        ("Zelensk*", " zelensk"),
        ("un envoy *", " un envoy"),
        ("*", None),
        ("", None),
    ],
)
def test_a_name_is_asked_for_by_whole_words_unless_starred(asked: str, pattern: str | None) -> None:
    assert name_pattern(asked) == pattern


@pytest.mark.parametrize(
    ("asked", "expression"),
    [
        ("two bridges", '"two" "bridges"'),
        ('"two bridges" fell', '"two bridges" "fell"'),
        ("bridg*", '"bridg"*'),
        ('"two bridg"*', '"two bridg"*'),
        ("NOT fell", '"NOT" "fell"'),
        ('bridges"', '"bridges"'),
        ('"', None),
        (" - * ", None),
    ],
)
def test_typed_words_become_an_expression(asked: str, expression: str | None) -> None:
    assert match_expression(asked) == expression


def test_a_question_of_endless_words_is_cut() -> None:
    expression = match_expression("word " * 10_000)
    assert expression is not None
    assert expression.count('"word"') == MOST_TERMS
