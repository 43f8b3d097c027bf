"""Which language a browser asks for: the one of a page whose person has said none yet."""

from __future__ import annotations

from starlette.requests import Request

from bot.channels.web.visitors import OWN
from handlers.texts.sentences import LANGUAGES


def tongue(request: Request, otherwise: str) -> str:
    """The one that it asks for first, where we speak it. The demo's phones all speak one."""
    if request.path_params.get("seat", OWN) != OWN:
        return otherwise
    first = request.headers.get("accept-language", "")[:2].lower()
    spoken = (one for one in LANGUAGES if first and one.startswith(first))
    return next(spoken, otherwise)
