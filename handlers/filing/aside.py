"""What comes into a form that is about something else, and is a matter of its own: it becomes a
report, and one press gives it to that form after all.
"""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.kinds import Kind
from domain.privacy import Privacy
from domain.reading.model import Intent, Reading
from handlers.dialog import conversation
from handlers.dialog.fields import words
from handlers.dialog.form import Form
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.filing import form as filing
from handlers.filing.hearing import SURE, heard

MEANT = "meant"
"""The press that says: it was meant for the form."""

OF = "aside"


async def apart(turn: Turn, form: Form, draft: Draft) -> bool:
    """What plainly is a hazard or confidential goes to nobody but us, with its pictures. Else words
    alone go into such a form: a picture or a place might tell who somebody is.
    """
    event = turn.event
    if plainly_ours(heard(turn, draft_open=True)):
        await _report(turn, draft)
        return True
    if not (event.media or event.place):
        return False
    turn.reply(turn.say("refuse-words-only"))
    conversation.show(turn, form, draft)
    return True


async def _report(turn: Turn, draft: Draft) -> None:
    await turn.unit.forms.put(replace(draft, touched_at=turn.unit.now))
    back = turn.choice("button-aside", f"f:{draft.id}:{MEANT}")
    turn.reply(turn.say("aside-matter"), [[back]])
    await filing.begin(turn, {OF: draft.id})


def plainly_ours(reading: Reading) -> bool:
    """Whether this is a hazard or confidential, as surely as one sentence says it."""
    plain = reading.intent is Intent.REPORT and reading.sure >= SURE
    ours = reading.kind is Kind.HAZARD or reading.privacy is Privacy.CONFIDENTIAL
    return plain and ours


async def meant(turn: Turn, draft: Draft) -> str:
    """The words of the report that began beside this form, which ends. Raises Refused where there
    is none any more.
    """
    for other in await open_drafts(turn):
        if other.about.get(OF) == draft.id and words(other):
            await conversation.drop(turn, other)
            return words(other)
    raise Refused("refuse-old-button")
