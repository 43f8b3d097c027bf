"""What was asked of who may know, in so many words: that few do, that the filer's name stands
nowhere. It holds for all of what was said with it.
"""

from __future__ import annotations

from domain.draft import Draft
from domain.reading.model import Asked

SECRET, UNNAMED = "secret", "anonymous"
"""In what a filing is about."""


def wishes(asked: Asked) -> dict[str, bool]:
    """As what a filing is about."""
    found = {SECRET: asked.secret, UNNAMED: asked.unnamed}
    return {name: True for name, wished in found.items() if wished}


def wished(draft: Draft) -> dict[str, bool]:
    """The same of what a draft holds."""
    return {name: True for name in (SECRET, UNNAMED) if draft.about.get(name)}
