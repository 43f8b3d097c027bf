"""What comes into a form that is about something else, and is a matter of its own: it becomes a
report, and one press gives it to that form after all.
"""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.kinds import Kind
from domain.messages import EventKind
from domain.privacy import Privacy
from domain.reading.model import Intent, Reading
from handlers.dialog import conversation, ending, filling
from handlers.dialog.fields import A_MATTER, words
from handlers.dialog.fits import Heard
from handlers.dialog.form import Form
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.filing import form as filing
from handlers.filing.hearing import SURE, heard

OF = "aside"


def data(draft: Draft) -> str:
    """The press that says: it was meant for this form."""
    return f"f:{draft.id}:meant"


async def apart(turn: Turn, form: Form, draft: Draft) -> bool:
    """What plainly is a hazard or confidential goes to nobody but us, with its pictures. Else what
    the form has no room for is refused: a picture or a place might tell who somebody is.
    """
    event = turn.event
    if plainly_ours(heard(turn)):
        await report(turn, draft)
        return True
    if not ((event.media and not form.most_photos) or event.place):
        return False
    turn.reply(turn.say("refuse-words-only"))
    conversation.show(turn, form, draft)
    return True


async def report(turn: Turn, draft: Draft, *, left: bool = False) -> None:
    """Begins the report; the form stays open beneath it, and is not talked about anew where it was
    `left` open.
    """
    if not left:
        await turn.unit.forms.put(replace(draft, touched_at=turn.unit.now))
    back = turn.choice("button-aside", data(draft))
    turn.reply(turn.say("aside-matter"), [[back]])
    await filing.begin(turn, {OF: draft.id})


def plainly_ours(reading: Reading) -> bool:
    """Whether this is a hazard or confidential: rather once too often than never, as one press
    gives it back.
    """
    if reading.intent is not Intent.REPORT:
        return False
    if reading.kind is Kind.HAZARD:
        return reading.sure >= SURE or reading.report >= A_MATTER
    return reading.privacy is Privacy.CONFIDENTIAL and reading.sure >= SURE


async def given_back(turn: Turn, form: Form, draft: Draft) -> None:
    """What the report says that began beside this form goes into it, and the report is gone.
    Raises Refused where there is none any more.
    """
    for other in await open_drafts(turn):
        if other.about.get(OF) == draft.id:
            await ending.drop(turn, other)
            taken = _with(turn, form, draft, other)
            return await conversation.proceed(turn, form, taken, edit=True)
    raise Refused("refuse-old-button")


def _with(turn: Turn, form: Form, draft: Draft, other: Draft) -> Draft:
    if form.most_photos:
        return replace(draft, answers=other.answers)
    said = replace(turn.event, kind=EventKind.MESSAGE, text=words(other))
    return filling.take(form, draft, Heard(said), [])
