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
from handlers.dialog.form import Form
from handlers.dialog.marks import open_drafts
from handlers.dialog.one_line import Aside
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
        await report(turn, draft)
        return True
    if not (event.media or event.place):
        return False
    turn.reply(turn.say("refuse-words-only"))
    conversation.show(turn, form, draft)
    return True


async def report(turn: Turn, draft: Draft) -> None:
    """Begins the report; the form stays open beneath it."""
    await turn.unit.forms.put(replace(draft, touched_at=turn.unit.now))
    back = turn.choice("button-aside", f"f:{draft.id}:{MEANT}")
    turn.reply(turn.say("aside-matter"), [[back]])
    await filing.begin(turn, {OF: draft.id})


def plainly_ours(reading: Reading) -> bool:
    """Whether this is a hazard or confidential, as surely as one sentence says it."""
    plain = reading.intent is Intent.REPORT and reading.sure >= SURE
    ours = reading.kind is Kind.HAZARD or reading.privacy is Privacy.CONFIDENTIAL
    return plain and ours


async def given_back(turn: Turn, draft: Draft) -> Draft:
    """The form with the words and pictures of the report that began beside it, which is gone.
    Raises Refused where there is none any more.
    """
    for other in await open_drafts(turn):
        if other.about.get(OF) == draft.id:
            await conversation.drop(turn, other)
            return replace(draft, answers=other.answers)
    raise Refused("refuse-old-button")


ASIDE = Aside(apart, MEANT, given_back)
