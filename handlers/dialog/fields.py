"""What a step of a form can read: words, pictures, a place. Pure; every form calls its steps
`what`, `photos` and `place`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.answers import Answer, Attached, Located, Part, Said
from domain.draft import Draft
from domain.messages import Event, Place

MOST_PHOTOS = 9


@dataclass(frozen=True, slots=True)
class Text:
    """Words, kept message by message so that an edited message changes its own part."""

    def takes(self, event: Event) -> bool:
        return bool(event.text)

    def read(self, old: Answer | None, event: Event, came: list[Attached]) -> Answer:
        kept = [
            part
            for part in (old if isinstance(old, tuple) else ())
            if isinstance(part, Said)
            and not (event.message_id and part.message == event.message_id)
        ]
        return (*kept, Said(event.message_id, event.text.strip()))

    def made(self, text: str) -> Answer:
        """Words that came by no message."""
        return (Said("", text),)


@dataclass(frozen=True, slots=True)
class Photos:
    """Pictures, voice and files; what is too much is left out."""

    most: int = MOST_PHOTOS

    def takes(self, event: Event) -> bool:
        return bool(event.media)

    def read(self, old: Answer | None, event: Event, came: list[Attached]) -> Answer:
        kept = old if isinstance(old, tuple) else ()
        both = [*(part for part in kept if isinstance(part, Attached)), *came]
        return tuple(both[: self.most])


@dataclass(frozen=True, slots=True)
class Spot:
    """A place from a pin or from words. A pin that follows words joins them."""

    def takes(self, event: Event) -> bool:
        return event.place is not None

    def read(self, old: Answer | None, event: Event, came: list[Attached]) -> Answer:
        known = old if isinstance(old, Located) else Located()
        if event.place is not None:
            return replace(known, message=event.message_id, place=event.place)
        return replace(known, message=event.message_id, words=event.text.strip())


Field = Text | Photos | Spot


# --- what a draft says ---


def texts(draft: Draft) -> list[Said]:
    answer = draft.answers.get("what", ())
    parts = answer if isinstance(answer, tuple) else ()
    return [part for part in parts if isinstance(part, Said)]


def words(draft: Draft) -> str:
    """All that was said, one line per message."""
    return "\n".join(part.text for part in texts(draft) if part.text)


def attachments(draft: Draft, kind: str = "") -> list[Attached]:
    """What came along, of one kind if that is given."""
    answer = draft.answers.get("photos", ())
    parts = answer if isinstance(answer, tuple) else ()
    found = [part for part in parts if isinstance(part, Attached)]
    return [part for part in found if not kind or part.kind == kind]


def without_media(draft: Draft, media_id: int) -> Draft:
    """The draft without a file that turned out to be none."""
    kept = tuple(part for part in attachments(draft) if part.media != media_id)
    return replace(draft, answers={**draft.answers, "photos": kept})


def media_ids(draft: Draft, kind: str = "") -> list[int]:
    return [part.media for part in attachments(draft, kind)]


def messages(draft: Draft) -> list[str]:
    """The ids of the messages that are in it."""
    parts: list[Part] = [*texts(draft), *attachments(draft)]
    return list(dict.fromkeys(part.message for part in parts if part.message))


def located(draft: Draft) -> Located:
    answer = draft.answers.get("place")
    return answer if isinstance(answer, Located) else Located()


def place_of(draft: Draft) -> Place | None:
    return located(draft).place
