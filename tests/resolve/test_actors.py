"""The table of actors: names found whatever their spelling, rows that are what they should be."""

from __future__ import annotations

from importlib.resources import files

import pytest

from sayso.languages.en import person
from sayso.resolve.actors import COLUMNS, actors, find_actor, key, parse_actors
from sayso.tables import TableError


@pytest.mark.parametrize(
    ("name", "row", "side"),
    [
        ("Kiev", "Kyiv", "Ukraine"),
        ("the Kremlin", "Kremlin", "Russia"),
        ("Zelenskiy", "Volodymyr Zelensky", "Ukraine"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky", "Ukraine"),
        ("Lukashenka", "Alexander Lukashenko", "Belarus"),
        ("Russia's Defence Ministry", "Russian defence ministry", "Russia"),
        ("Russian Defense Ministry", "Russian defence ministry", "Russia"),
        ("U.S.", "United States", "United States"),
        ("the U.N.", "United Nations", "United Nations"),
        ("Erdoğan", "Recep Tayyip Erdogan", "Turkey"),
        ("HAMAS", "Hamas", "Hamas"),
        ("ISIL", "Islamic State", "Islamic State"),
        ("Al-Nusra Front", "al-Nusra Front", "al-Nusra Front"),
        ("IAEA", "International Atomic Energy Agency", "International Atomic Energy Agency"),
        ("Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights", None),
        ("Reuters", "Reuters", None),
        ("TASS", "TASS", "Russia"),
    ],
)
def test_a_name_is_found_whatever_its_spelling(name: str, row: str, side: str | None) -> None:
    found = find_actor(actors(), name)
    assert found is not None
    assert (found.name, found.side) == (row, side)


@pytest.mark.parametrize("word", ["us", "who", "times", "", "the", "Ivan", "two\nlines", "Smirnov"])
def test_a_common_word_or_a_bare_surname_is_no_actor(word: str) -> None:
    assert find_actor(actors(), word) is None


def test_a_key_leaves_out_what_spelling_varies_in() -> None:
    assert key("The Élysée Palace") == key("Elysee palace") == "elysee palace"
    assert key("Amir-Abdollahian") == key("Amir Abdollahian")
    assert key("US") != key("us")


def test_no_name_stands_for_two_rows() -> None:
    owners: dict[str, str] = {}
    for line in files("sayso.resolve").joinpath("actors.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "name\t")):
            continue
        name, aliases, *_ = line.split("\t")
        for one in (name, *aliases.split("|")):
            if one != "-":
                assert owners.setdefault(key(one), name) == name, one


def test_every_demonym_belongs_to_a_side_of_the_table_or_to_a_state_it_does_not_have() -> None:
    sides = {row.side for row in actors().by_key.values()}
    for side in set(person.lexicon().demonyms.values()) - sides:
        # A state that the table of actors does not have takes its name from the table of countries; no second name.
        assert find_actor(actors(), side) is None, side


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ("Somewhere\t-\tstate\tXX\n", "line 2: it has 4 cells, not 6"),
        ("Somewhere\t-\tplanet\tXX\t-\t-\n", "line 2: a name and one of"),
        ("# a comment\nSomewhere\t-\tstate\tEngland\t-\t-\n", "line 3: England is no ISO 3166-1"),
    ],
)
def test_a_row_that_is_none_is_named_by_its_line(table: str, complaint: str) -> None:
    with pytest.raises(TableError, match=complaint):
        parse_actors("\t".join(COLUMNS) + "\n" + table)


def test_an_alias_without_a_letter_names_nobody() -> None:
    table = parse_actors("\t".join(COLUMNS) + "\nSomewhere\t...\tstate\t-\t-\t-\n")
    assert list(table.by_key) == ["somewhere"]
