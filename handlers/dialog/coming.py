"""What comes along with a message: pictures, voice and files, as far as a form takes them."""

from __future__ import annotations

from domain.answers import Attached
from domain.draft import Draft
from domain.messages import Event
from handlers.dialog import filling
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn

MEGABYTE = 2**20


def keep_media(
    turn: Turn,
    form: Form,
    draft: Draft,
    event: Event,
) -> list[Attached]:
    """Commits the references of what came along; what is too big or too much is refused with a
    word.
    """
    most = min(form.most_photos, turn.setup.most_photos)
    room = most - _taken(draft)
    kept = []
    for media in event.media:
        if media.size > turn.setup.most_bytes:
            turn.reply(turn.say("refuse-too-big", most=_megabytes(turn)))
        elif room <= 0:
            text = turn.say("refuse-too-many", most=most)
            turn.reply(text, replaces=f"many:{draft.id}", pause=True)
        else:
            room -= 1
            made = turn.unit.media.add(event, media, draft.id)
            part = Attached(
                event.message_id,
                made,
                media.kind.value,
                media.seconds,
            )
            kept.append(part)
    return kept


def _taken(draft: Draft) -> int:
    answer = draft.answers.get("photos", ())
    renewed = filling.renews(draft, "photos")
    return len(answer) if isinstance(answer, tuple) and not renewed else 0


def _megabytes(turn: Turn) -> int:
    return turn.setup.most_bytes // MEGABYTE
