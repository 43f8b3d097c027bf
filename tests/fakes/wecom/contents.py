"""What an app may send, checked and made ready to be shown (90236)."""

from __future__ import annotations

from collections.abc import Callable

from tests.fakes.wecom import cards as wecom_cards
from tests.fakes.wecom.errors import ApiError, Json, require
from tests.fakes.wecom.phone import Card, Shown
from tests.fakes.wecom.state import State

LONGEST = 2048  # bytes of a text, which is cut there
FILES = ("image", "voice", "video", "file")
Content = Callable[[State, Json], Shown]


def made_of(state: State, wish: Json) -> Shown:
    """Raises ApiError."""
    make = CONTENTS.get(str(wish.get("msgtype")))
    if make is None:
        raise ApiError(40008)
    return make(state, wish)


def cut(text: str) -> str:
    return text.encode()[:LONGEST].decode(errors="ignore")


def _text(state: State, wish: Json) -> Shown:
    content = _part(wish, "text").get("content")
    require(isinstance(content, str) and content, 44004)
    return Shown("message", "text", cut(str(content)), state.now(), wish)


def _markdown(state: State, wish: Json) -> Shown:
    content = _part(wish, "markdown").get("content")
    require(isinstance(content, str) and content, 44004)
    return Shown("message", "markdown", cut(str(content)), state.now(), wish)


def _file(state: State, wish: Json) -> Shown:
    kind = str(wish["msgtype"])
    found = state.file(_part(wish, kind).get("media_id"), kind)
    return Shown("message", kind, found.name, state.now(), wish, media=found.data)


def _text_card(state: State, wish: Json) -> Shown:
    part = _part(wish, "textcard")
    names = ("title", "description", "url")
    require(all(part.get(name) for name in names), 40058, "textcard")
    text = "\n".join(part[name] for name in names[:2])
    return Shown("message", "textcard", text, state.now(), part)


def _news(state: State, wish: Json) -> Shown:
    articles = _part(wish, "news").get("articles")
    require(isinstance(articles, list), 40058, "articles")
    assert isinstance(articles, list)
    require(1 <= len(articles) <= 8, 40058, "articles")
    text = "\n".join(str(one.get("title", "")) for one in articles)
    return Shown("message", "news", text, state.now(), wish)


def _card(state: State, wish: Json) -> Shown:
    require(state.has_callback, 40058, "the app has no callback address")
    raw = wish.get("template_card")
    wecom_cards.check(raw)
    assert isinstance(raw, dict)
    task_id = raw.get("task_id")
    wecom_cards.check_task(task_id, state.tasks.get(str(task_id)) is not None)
    card = Card(str(task_id), raw)
    state.tasks[card.task_id] = {}
    return Shown("message", "card", "", state.now(), wish, card)


def _part(wish: Json, name: str) -> Json:
    part = wish.get(name)
    require(isinstance(part, dict), 40058, name)
    assert isinstance(part, dict)
    return part


CONTENTS: dict[str, Content] = {
    "text": _text,
    "markdown": _markdown,
    "textcard": _text_card,
    "news": _news,
    "template_card": _card,
    **dict.fromkeys(FILES, _file),
}
