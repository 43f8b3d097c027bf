"""就这儿, 也许吧, "no idea what it is called": no answer to where it is; it cannot be seen."""

from __future__ import annotations

from domain.draft import Draft
from handlers.dialog import conversation
from handlers.dialog.fields import words
from handlers.dialog.turn import Turn
from handlers.filing import grids
from handlers.filing.draft import needs
from handlers.filing.form import FILING
from handlers.texts.words import only


def unseen(turn: Turn, draft: Draft) -> bool:
    """Whether that was said where the place is asked. In the grid of the last hour "here" is an
    answer.
    """
    event, asked = turn.event, draft.asking or needs(draft)
    if asked not in ("place", grids.STEP) or event.media or event.place:
        return False
    here = only("words-here", event.text, "words-sorry") and not draft.about.get("last")
    unknown = only("words-no-idea", event.text, "words-undecided", "words-sorry")
    look = words(draft) and only("words-look", event.text, "words-sorry")
    if not (here or unknown or look):
        return False
    conversation.show(turn, FILING, draft, first=turn.say("place-unseen"))
    return True
