"""What happened in a web chat as an Event, and the same as plain JSON."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from domain.messages import Address, Event, EventKind, Media, MediaKind, Place

WORDS = (
    "text",
    "data",
    "press_ref",
    "message_id",
    "reply_to",
    "album",
    "name",
    "language",
)


def event(
    chat: str,
    made: str,
    language: str,
    kind: EventKind = EventKind.MESSAGE,
    **more: Any,
) -> Event:
    """`made` is the page's own id: the same id is the same event, however often it is sent."""
    address = Address("web", chat)
    happened = Event(
        f"{chat}-{made}",
        address,
        address,
        kind,
        name=name_of(chat),
        language=language,
        **more,
    )
    return replace(happened, raw=pack(happened))


def name_of(chat: str) -> str:
    """What somebody is called who has said no name."""
    return f"#{chat[:4]}"


def pack(event: Event) -> dict[str, Any]:
    """Everything of an event as plain JSON: what `unpack` makes it of again."""
    words = {name: getattr(event, name) for name in WORDS}
    return {
        "chat": event.chat.chat,
        "kind": event.kind.value,
        **words,
        "place": asdict(event.place) if event.place else None,
        "media": [asdict(one) | {"kind": one.kind.value} for one in event.media],
    }


def unpack(external_id: str, raw: Any) -> Event | None:
    """The event that `pack` kept, None where that is not what `raw` is."""
    try:
        return _unpacked(external_id, raw)
    except (KeyError, TypeError, ValueError):
        return None


def _unpacked(external_id: str, raw: Any) -> Event:
    address = Address("web", raw["chat"])
    media = [Media(**one | {"kind": MediaKind(one["kind"])}) for one in raw["media"]]
    return Event(
        external_id,
        address,
        address,
        EventKind(raw["kind"]),
        media=tuple(media),
        place=Place(**raw["place"]) if raw["place"] else None,
        raw=raw,
        **{name: raw[name] for name in WORDS},
    )
