"""What a language tells of its models is so."""

from __future__ import annotations

import hashlib
import re
from importlib import resources
from importlib.metadata import version
from pathlib import Path

import pytest

from sayso import languages
from sayso.languages.en import tagger


@pytest.fixture(params=languages.CODES)
def language(request: pytest.FixtureRequest) -> languages.Language:
    return languages.load(request.param)


def test_every_model_can_be_known_again(language):
    assert language.models
    for model in language.models:
        assert re.fullmatch(r"[0-9a-f]{64}", model.sha256), model
        assert model.language == language.code
        assert model.size > 1_000_000
        assert model.version
        assert model.task
        assert model.licence


def test_names_of_models_are_unique(language):
    labels = [model.label for model in language.models]
    assert len(set(labels)) == len(labels)


def test_the_parser_tells_the_version_that_is_installed():
    (parser,) = (m for m in languages.load("en").models if m.name.startswith("en_core_web"))
    assert parser.version == version(parser.name)


def test_the_hash_of_the_tagger_is_over_its_files_in_order():
    (model,) = (m for m in languages.load("en").models if m.name == tagger.MODEL)
    folder = resources.files("sayso.languages.en")
    every = b"".join(folder.joinpath(name).read_bytes() for name in tagger.FILES)
    assert (model.size, model.sha256) == (len(every), hashlib.sha256(every).hexdigest())


@pytest.mark.parametrize("changed", tagger.FILES)
def test_a_change_in_any_file_of_the_tagger_changes_its_hash(changed: str, tmp_path: Path):
    for name in tagger.FILES:
        (tmp_path / name).write_bytes(b"one\ntwo\n")
    before = tagger.Tagger(tmp_path).model.sha256
    assert tagger.Tagger(tmp_path).model.sha256 == before
    (tmp_path / changed).write_bytes(b"two\none\n")
    assert tagger.Tagger(tmp_path).model.sha256 != before
