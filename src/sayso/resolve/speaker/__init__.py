"""Who speaks. In: a report's sentences and attributions. Out: for each a speaker, and those who passed it on."""

from sayso.resolve.speaker.resolver import Resolved, resolve_speakers

__all__ = ["Resolved", "resolve_speakers"]
