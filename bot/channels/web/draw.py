"""A Reply and a stored message in the page's terms."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from bot.channels.web.links import FILE, PHOTO, Links
from domain.messages import MediaKind, Place, Reply
from storage.memory.media import Kept
from storage.web import WebMessage


def body(
    reply: Reply,
    media: Sequence[Kept],
    case: int = 0,
) -> dict[str, Any]:
    """What is stored of a letter about a case, 0 for none. Media are named by their hash."""
    stored = [kept for kept in media if kept.status == "stored"]
    return {
        "case": case,
        "html": reply.text,
        "photos": [
            kept.media.sha for kept in stored if kept.media.kind is MediaKind.PHOTO
        ],
        "files": [
            {
                "sha": kept.media.sha,
                "kind": kept.media.kind.value,
                "name": kept.media.name,
            }
            for kept in stored
            if kept.media.kind is not MediaKind.PHOTO
        ],
        "place": _place(reply.place),
        "choices": [
            [{"label": c.label, "data": c.data} for c in row] for row in reply.choices
        ],
        "calls": list(reply.calls),
        "keyboard": [
            [{"label": k.label, "location": k.location} for k in row]
            for row in reply.keyboard
        ]
        or None,
    }


def said(
    text: str,
    photos: Sequence[str],
    files: Sequence[dict[str, str]],
    place: Place | None,
    **more: Any,
) -> dict[str, Any]:
    """What is stored of a person's own message."""
    return {
        "html": escape(text, quote=False),
        "photos": list(photos),
        "files": list(files),
        "place": _place(place),
        "choices": [],
        "calls": [],
        "keyboard": None,
    } | more


def _place(place: Place | None) -> dict[str, Any] | None:
    return {"lat": place.lat, "lon": place.lon, "label": ""} if place else None


def message(
    made: WebMessage, seat: str, zone: ZoneInfo, links: Links
) -> dict[str, Any]:
    """A message as the page's protocol has it."""
    shown = dict(made.body)
    case = shown.pop("case", 0)

    def url(sha: str, form: str) -> str:
        signed = links.made(
            made.chat,
            case,
            sha,
            form,
        )
        return f"/api/chat/{seat}/file/{sha}{signed}"

    shown["photos"] = [{"url": url(sha, PHOTO)} for sha in made.body["photos"]]
    shown["files"] = [
        {"url": url(f["sha"], FILE), "kind": f["kind"], "name": f["name"]}
        for f in made.body["files"]
    ]
    at = made.at.astimezone(zone).isoformat(timespec="seconds")
    return (
        {"edited": False, "reply_to": None}
        | shown
        | {"id": made.id, "seq": made.seq, "mine": made.mine, "at": at}
    )
