"""Every setting, its default and its environment variable, in one place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from sayso.errors import UsageError


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings. Sizes in bytes.

    ledger     SAYSO_LEDGER      the ledger's file
    max_bytes  SAYSO_MAX_BYTES   a text over this size is refused
    cache      SAYSO_CACHE       folder for what can be built again (the gazetteer index)
    host       SAYSO_HOST        address that `sayso serve` binds to; loopback only
    port       SAYSO_PORT        its port; 0 takes any free one
    spans      SAYSO_SPANS       "trimmed": contents without outer quotation marks and "that"; "whole": as PARC and
                                 PolNeAR label: with them, and little within others' words
    """

    ledger: Path = Path("sayso.db")
    max_bytes: int = 10_000_000
    cache: Path
    host: str = "127.0.0.1"
    port: int = 8765
    spans: Literal["trimmed", "whole"] = "trimmed"


def default_cache(environment: Mapping[str, str]) -> Path:
    """Where the system keeps what can be built again: XDG_CACHE_HOME, else ~/.cache."""
    base = environment.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "sayso"


def load(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings, with those of the environment over the defaults. Raises UsageError on one that has no sense."""
    env = os.environ if environment is None else environment
    given: dict[str, object] = {
        field: env[variable]
        for field in Settings.__struct_fields__
        if env.get(variable := f"SAYSO_{field.upper()}")
    }
    given.setdefault("cache", str(default_cache(env)))
    try:
        return msgspec.convert(given, Settings, strict=False, dec_hook=_decode)
    except msgspec.ValidationError as error:
        what, _, field = str(error).partition(" - at `$.")
        variable = f"SAYSO_{field.rstrip('`').upper()}"
        raise UsageError(
            f"{variable} in the environment cannot be used: {what}, and it is {env.get(variable)!r}.",
            "Set it to a value of that kind, or unset it.",
        ) from None


def _decode(kind: type, value: object) -> object:
    if kind is Path:
        return Path(str(value)).expanduser()
    raise NotImplementedError(kind)
