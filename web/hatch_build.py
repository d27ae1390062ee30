"""Build hook: a wheel without its web assets is refused rather than shipped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WebAssets(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        built = Path(self.root) / "src/sayso/show/static/.built"
        if version != "editable" and not built.exists():
            raise RuntimeError(
                "The web assets are not built. Run `make web` first, or `make wheel`, which does it."
            )
