"""A voice message without a word: what it is about is asked, since nobody here understands it."""

from __future__ import annotations

from domain.draft import Draft
from domain.kinds import Kind
from domain.messages import Choice
from handlers.dialog.fields import attachments, words
from handlers.dialog.turn import Turn
from handlers.filing.draft import seen
from handlers.texts.sentences import Safe


def alone(draft: Draft) -> bool:
    """Whether a voice message is all that tells of the matter."""
    return bool(attachments(draft, "voice")) and not (words(draft) or seen(draft))


def open_question(draft: Draft) -> bool:
    """Whether even the kind is not known."""
    return alone(draft) and not {"kind", "category"} & draft.about.keys()


def kinds(turn: Turn, draft: Draft) -> list[Choice]:
    """One press says what kind of matter it is."""
    return [
        turn.choice(f"menu-{kind}", f"f:{draft.id}:kind:{kind.value}") for kind in Kind
    ]


def line(turn: Turn, draft: Draft) -> Safe:
    """'🎤 1 段语音，12 秒'."""
    heard = attachments(draft, "voice")
    seconds = sum(one.seconds for one in heard)
    if not all(one.seconds for one in heard):
        return turn.say("summary-voice", count=len(heard))
    return turn.say(
        "summary-voice-long",
        count=len(heard),
        seconds=seconds,
    )
