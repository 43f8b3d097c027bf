"""What a step of a form can read: words, pictures, a place. Pure; every form calls its steps
`what`, `photos` and `place`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.answers import Answer, Attached, Located, Part, Said
from domain.draft import Draft
from domain.messages import Event, Place
from domain.places.house import is_house
from domain.places.renumbered import renumbered
from domain.values.last_asked import of_last
from domain.values.text import letters
from handlers.dialog.fits import (
    FULL,
    Fit,
    Heard,
    is_yes_or_no,
    says_nothing,
    unanswered,
)
from handlers.dialog.said_again import again

MOST_PHOTOS = 9
A_MATTER = 0.4
"""From this on a sentence is a matter and no place (0 to 1, `Reading.report`; ours)."""

SHORT_PLACE = 40
"""Letters: whoever tells a place tells it briefly."""

WORDS = 0.6
MAYBE_A_PLACE = 0.5
"""What nobody knows as a place may be one: words of a matter are likelier unless it was asked."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words, kept message by message so that an edited message changes its own part.

    Mere thanks are no reason and no matter; where words are `free` they are an answer too. A bare
    nod is an answer only where `nods` says so; what is `hollow` (the key of such words) never is.
    """

    free: bool = False
    nods: bool = False
    hollow: str = ""

    def fits(self, heard: Heard) -> Fit:
        if not heard.text:
            return Fit(0.0)
        if says_nothing(self.hollow, heard.text):
            return Fit(0.0, "not-said-why")
        if self.nods and is_yes_or_no(heard.text):
            return Fit(WORDS)
        if unsaid := unanswered(heard):
            return unsaid
        if heard.is_nod if self.free else heard.is_polite:
            why = "not-said-why" if self.hollow else "not-said"
            return Fit(WORDS) if self.nods else Fit(0.0, why)
        if heard.talk:
            return Fit(0.2)
        return Fit(WORDS)

    def read(
        self,
        old: Answer | None,
        event: Event,
        came: list[Attached],
    ) -> Answer:
        kept = [
            part
            for part in (old if isinstance(old, tuple) else ())
            if isinstance(part, Said)
            and not (event.message_id and part.message == event.message_id)
        ]
        said = event.text.strip()
        if again("\n".join(part.text for part in kept), said):
            said = ""  # an edit of it is found all the same
        return (*kept, Said(event.message_id, said))

    def made(self, text: str) -> Answer:
        """Words that came by no message."""
        return (Said("", text),)


@dataclass(frozen=True, slots=True)
class Photos:
    """Pictures, voice and files; what is too much is left out."""

    most: int = MOST_PHOTOS

    def fits(self, heard: Heard) -> Fit:
        return FULL if heard.event.media else Fit(0.0)

    def read(
        self,
        old: Answer | None,
        event: Event,
        came: list[Attached],
    ) -> Answer:
        kept = old if isinstance(old, tuple) else ()
        both = [*(part for part in kept if isinstance(part, Attached)), *came]
        return tuple(both[: self.most])


@dataclass(frozen=True, slots=True)
class Spot:
    """A place from a pin or from words. A pin that follows words joins them."""

    def fits(self, heard: Heard) -> Fit:
        """Whoever tells a place tells it briefly; a matter and thanks are none."""
        if heard.event.place is not None:
            return FULL
        if unsaid := unanswered(heard):
            return unsaid
        if heard.is_polite:
            return Fit(0.0, "not-a-place")
        if heard.place:
            return Fit(heard.place)
        matter = heard.talk or heard.report >= A_MATTER
        if matter or letters(heard.text) > SHORT_PLACE:
            return Fit(0.1, "not-a-place")
        return Fit(MAYBE_A_PLACE)

    def read(
        self,
        old: Answer | None,
        event: Event,
        came: list[Attached],
    ) -> Answer:
        known = old if isinstance(old, Located) else Located()
        if event.place is not None:
            return Located(event.message_id, event.place, known.words, event.called)
        said = event.text.strip()
        more = known.words and is_house(said) and not renumbered(known.words, said)
        if more:  # 2单元 after 5栋: it says more of the same place
            said = f"{known.words} {said}"
        return replace(known, message=event.message_id, words=said)


Field = Text | Photos | Spot


# --- what a draft says ---


def texts(draft: Draft) -> list[Said]:
    answer = draft.answers.get("what")
    parts = answer if isinstance(answer, tuple) else ()
    return [part for part in parts if isinstance(part, Said)]


@of_last
def words(draft: Draft) -> str:
    """All that was said, one line per message."""
    return "\n".join([part.text for part in texts(draft) if part.text])


def attachments(draft: Draft, kind: str = "") -> list[Attached]:
    """What came along, of one kind if that is given."""
    answer = draft.answers.get("photos")
    if not isinstance(answer, tuple):
        return []
    found = [part for part in answer if isinstance(part, Attached)]
    return [part for part in found if part.kind == kind] if kind else found


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
    answer = draft.answers.get("place")
    return answer.place if isinstance(answer, Located) else None
