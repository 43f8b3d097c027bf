"""What the account says to a follower by itself: customer messages, within their windows."""

from __future__ import annotations

from collections.abc import Callable

from tests.fakes.wechat.errors import ApiError, Json, require
from tests.fakes.wechat.phone import Shown
from tests.fakes.wechat.state import State

LONGEST = 2048  # bytes of UTF-8; posts only, no page says it
DONE = {"errcode": 0, "errmsg": "ok"}


def custom_send(state: State, wish: Json) -> Json:
    """POST /cgi-bin/message/custom/send. Raises ApiError; only what is shown costs quota."""
    require(state.verified or wish.get("msgtype") == "msgmenu", 48001)
    kind = str(wish.get("msgtype", ""))
    require(kind in KINDS, 40008)
    follower = state.follower(wish.get("touser"))
    content = wish.get(kind)
    if not isinstance(content, dict):
        raise ApiError(47001)
    text, media = KINDS[kind](state, content)
    follower.windows.spend(state.now())
    shown = Shown("customer", kind, text, state.now(), wish, media)
    state.shows(follower, shown)
    return dict(DONE)


def checked_text(text: object) -> str:
    """Raises ApiError 44004 or 45002."""
    require(isinstance(text, str) and text, 44004)
    require(len(str(text).encode()) <= LONGEST, 45002)
    return str(text)


def _text(state: State, content: Json) -> tuple[str, None]:
    return checked_text(content.get("content")), None


def _file(kind: str) -> Callable[[State, Json], tuple[str, bytes]]:
    def taken(state: State, content: Json) -> tuple[str, bytes]:
        return "", state.file(content.get("media_id"), kind).data

    return taken


def _news(state: State, content: Json) -> tuple[str, None]:
    articles = content.get("articles")
    require(isinstance(articles, list) and articles, 47001)
    # one since 2018-10-12
    require(len(articles or []) == 1, 45008)
    article = (articles or [{}])[0]
    require(article.get("title") and article.get("url"), 44004)
    return f"{article['title']}\n{article.get('description', '')}".strip(), None


def _menu(state: State, content: Json) -> tuple[str, None]:
    require(state.verified, 40200)
    lines = content.get("list")
    require(isinstance(lines, list) and lines, 47001)
    lines = lines or []
    require(len(lines) <= state.most_in_menu, 45098)
    for line in lines:
        good = isinstance(line.get("id"), str) and isinstance(line.get("content"), str)
        require(good and line["id"] and line["content"], 47001)
    said = [str(content.get("head_content", "")), *(one["content"] for one in lines)]
    said.append(str(content.get("tail_content", "")))
    return checked_text("\n".join(part for part in said if part)), None


KINDS: dict[str, Callable[[State, Json], tuple[str, bytes | None]]] = {
    "text": _text,
    "image": _file("image"),
    "voice": _file("voice"),
    "news": _news,
    "msgmenu": _menu,
}
"""What Gridbee has a use for; each is the content's words and its file."""
