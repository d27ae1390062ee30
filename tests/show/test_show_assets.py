"""The built style and script, and what builds them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request

from sayso.show import pages, strings

WEB = Path(__file__).parents[2] / "web"
TEMPLATES = Path(pages.__file__).parent / "templates"


def ask(name: str, tag: str = "") -> Request:
    headers = [(b"if-none-match", tag.encode())] if tag else []
    return Request(
        {"type": "http", "method": "GET", "path": f"/static/{name}", "headers": headers, "app": Starlette(),
         "path_params": {"name": name}, "query_string": b""}
    )  # fmt: skip


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "sayso.js").write_text("1")
    (tmp_path / "static" / "notes.txt").write_text("not for the browser")
    monkeypatch.setattr(pages.resources, "files", lambda package: tmp_path)
    return tmp_path / "static" / "sayso.js"


def test_an_asset_is_asked_for_again_and_sent_only_when_it_has_changed(built: Path) -> None:
    first = pages.asset(ask("sayso.js"))
    assert first.headers["content-type"] == "text/javascript; charset=utf-8"
    assert first.headers["cache-control"] == "no-cache"
    tag = first.headers["etag"]
    assert pages.asset(ask("sayso.js", tag)).status_code == 304
    built.write_text("2")
    assert pages.asset(ask("sayso.js", tag)).status_code == 200


@pytest.mark.parametrize("name", ["notes.txt", "none.js", ".built", "../app.js", ""])
def test_only_built_assets_are_sent(built: Path, name: str) -> None:
    with pytest.raises(pages.NoPage):
        pages.asset(ask(name))


def test_the_lock_of_the_web_packages_names_no_registry() -> None:
    locked = json.loads((WEB / "package-lock.json").read_text())["packages"]
    assert all("resolved" not in package for package in locked.values())
    assert all("integrity" in package for name, package in locked.items() if name)


def test_the_style_names_nothing_outside() -> None:
    for sheet in (WEB / "src").glob("*.css"):
        assert not re.search(r"url\(|https?:", sheet.read_text())


def test_every_word_of_the_templates_is_in_the_table_and_every_word_of_the_table_is_used() -> None:
    templates = "".join(path.read_text() for path in TEMPLATES.glob("*.html"))
    code = "".join(path.read_text() for path in TEMPLATES.parent.glob("*.py"))
    used = set(re.findall(r"\bt\.(\w+)", templates)) | set(re.findall(r"""\bTEXT\[["'](\w+)["']\]""", code))
    # These are looked up by a value: kinds of segment, names of filters, and the two relations of figures.
    used |= {"caption", "credit", "same_figure", "part_of_figure", "measure", "stance", "voice"}
    assert used == set(strings.TEXT)


def test_no_word_of_the_table_is_hidden_by_a_method_of_its_own() -> None:
    assert not [name for name in strings.TEXT if hasattr(strings.TEXT, name)]
