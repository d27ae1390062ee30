"""Writes docs/reference.md from the code: commands, the report record, settings and errors.

usage: python tools/reference.py [--check]     (`make reference`; --check fails where the page is not up to date)
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

import sayso
from sayso import cli, errors, records, settings

PAGE = Path(__file__).parent.parent / "docs/reference.md"


def page() -> str:
    """The whole page, in Markdown."""
    parts = [
        "# Reference",
        "Written from the code by `make reference`; do not edit.",
        *_commands(),
        *_python(),
        *_record(),
        *_settings(),
        *_errors(),
    ]
    return "\n\n".join(parts) + "\n"


def _commands() -> Iterator[str]:
    yield "## Commands"
    yield from _group(typer.main.get_command(cli.app), "sayso")


def _group(group: Any, name: str) -> Iterator[str]:
    for word, command in sorted(group.commands.items()):
        if hasattr(command, "commands"):
            yield from _group(command, f"{name} {word}")
            continue
        arguments = [p for p in command.params if p.param_type_name == "argument"]
        names = (f"{a.metavar or str(a.name).upper()}{'...' if a.nargs < 0 else ''}" for a in arguments)
        usage = " ".join([name, word, *names])
        yield f"### `{usage}`"
        yield inspect.cleandoc(command.help or "")
        options = [p for p in command.params if p.param_type_name == "option" and not p.hidden]
        rows = [
            f"| `{', '.join(o.opts)}` | {o.help or ''} | {_default(o)} |" for o in options if o.name != "help"
        ]
        if rows:
            yield "\n".join(["| option | meaning | default |", "| --- | --- | --- |", *rows])


def _default(option: Any) -> str:
    value = option.default
    if value is None or value is False or callable(value) or "[env" in (option.help or ""):
        return ""
    return f"`{getattr(value, 'value', value)}`"


def _python() -> Iterator[str]:
    yield "## Python"
    for thing in (sayso.read, sayso.Ledger, sayso.ReportFilters, sayso.ClaimFilters):
        signature = str(inspect.signature(thing)).replace("'", "") if thing is sayso.read else ""
        yield f"### `sayso.{thing.__name__}`"
        if signature:
            yield f"```python\nread{signature}\n```"
        yield "```text\n" + inspect.cleandoc(thing.__doc__ or "") + "\n```"


def _record() -> Iterator[str]:
    yield "## The report record"
    yield inspect.cleandoc(records.__doc__ or "")
    yield "`sayso schema` prints this as JSON Schema."
    for name, shape in records.schema()["$defs"].items():
        rows = [f"| `{field}` | {_type(kind)} |" for field, kind in shape.get("properties", {}).items()]
        yield f"### {name}"
        yield inspect.cleandoc(getattr(records, name).__doc__ or "")
        yield "\n".join(["| field | value |", "| --- | --- |", *rows])


def _type(kind: dict[str, Any]) -> str:
    if "$ref" in kind:
        name = kind["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "enum" in kind:
        return " · ".join(f"`{value}`" if value is not None else "null" for value in kind["enum"])
    if "anyOf" in kind:
        return " or ".join(_type(one) for one in kind["anyOf"])
    if kind.get("type") == "array":
        if "prefixItems" in kind:
            return "[" + ", ".join(_type(item) for item in kind["prefixItems"]) + "]"
        return f"list of {_type(kind['items'])}"
    if kind.get("type") == "object" and "additionalProperties" in kind:
        return f"map to {_type(kind['additionalProperties'])}"
    return str(kind.get("type", "any"))


def _settings() -> Iterator[str]:
    yield "## Settings"
    yield "Each can be set in the environment."
    _, table = inspect.cleandoc(settings.Settings.__doc__ or "").split("\n\n", 1)
    # A line that begins with a space goes on with the meaning before it.
    rows = [row.split(None, 2) for row in re.sub(r"\n +", " ", table).splitlines()]
    yield "\n".join(
        ["| setting | variable | meaning |", "| --- | --- | --- |"]
        + [f"| {name} | `{variable}` | {meaning} |" for name, variable, meaning in rows]
    )


def _errors() -> Iterator[str]:
    yield "## Errors"
    yield "An error is one line on standard error, `sayso: CODE: what is wrong, and what to do`, and a non-zero exit status."
    tree = inspect.cleandoc(errors.__doc__ or "").split("\n\n", 1)[1]
    yield "```\n" + inspect.cleandoc(tree) + "\n```"
    classes = [
        kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.SaysoError)
    ]
    yield "\n".join(
        ["| error | code | exit status |", "| --- | --- | --- |"]
        + [f"| `{kind.__name__}` | `{kind.code}` | {kind.exit_status} |" for kind in classes]
    )


def main() -> None:
    """Write the page, or compare it."""
    if "--check" in sys.argv[1:]:
        if PAGE.read_text("utf-8") != page():
            sys.exit("docs/reference.md is not up to date: run `make reference`.")
    else:
        PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
