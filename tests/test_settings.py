"""Settings come from the environment, and nonsense there is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso import settings
from sayso.errors import UsageError


def test_defaults_hold_where_the_environment_is_silent():
    chosen = settings.load({"XDG_CACHE_HOME": "/var/tmp/c"})
    assert (chosen.ledger, chosen.max_bytes, chosen.host) == (Path("sayso.db"), 10_000_000, "127.0.0.1")
    assert chosen.cache == Path("/var/tmp/c/sayso")


def test_each_setting_has_its_variable():
    chosen = settings.load(
        {
            "SAYSO_LEDGER": "war.db",
            "SAYSO_MAX_BYTES": "5",
            "SAYSO_CACHE": "/var/tmp/x",
            "SAYSO_HOST": "::1",
            "SAYSO_PORT": "0",
        }
    )
    assert chosen == settings.Settings(
        ledger=Path("war.db"), max_bytes=5, cache=Path("/var/tmp/x"), host="::1", port=0
    )


def test_a_value_without_sense_names_its_variable():
    with pytest.raises(UsageError, match=r"SAYSO_PORT.*int.*many"):
        settings.load({"SAYSO_PORT": "many"})


def test_every_setting_is_documented():
    documented = settings.Settings.__doc__ or ""
    assert all(f"SAYSO_{field.upper()}" in documented for field in settings.Settings.__struct_fields__)
