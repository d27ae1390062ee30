"""What every part of the tests may use."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.languages.en.parser import Parser
from sayso.mentions import Sentence

Parse = Callable[[str], tuple[Sentence, ...]]


@pytest.fixture(scope="session")
def parse() -> Parse:
    """The English parser over a whole text as one stretch; the model is loaded once for all tests."""
    parser = Parser()
    return lambda text: parser(text, [(0, len(text))])
