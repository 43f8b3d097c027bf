"""What somebody asked of who may read their report may be taken back below the receipt, too."""

from __future__ import annotations

from domain.case import Case
from domain.draft import Draft
from domain.messages import Choice
from domain.privacy import Privacy
from handlers.dialog.marks import mark
from handlers.dialog.turn import Turn
from handlers.filing.discreet import NAMES
from handlers.filing.draft import privacy_of, with_about

MARK = "private"
PRESS = "open_again"
BUTTONS = {
    Privacy.CONFIDENTIAL: "button-not-secret",
    Privacy.ANONYMOUS: "button-named",
}


async def below(turn: Turn, draft: Draft, case: Case) -> list[list[Choice]]:
    """Where only their wish has made it private; nobody's rule is undone by it."""
    asked = privacy_of(draft)
    was = privacy_of(with_about(draft, draft.about | dict.fromkeys(NAMES, False)))
    if asked is was or case.privacy is not asked:
        return []
    return [[await offered(turn, case, was, asked)]]


async def offered(
    turn: Turn,
    case: Case,
    was: Privacy,
    now: Privacy,
) -> Choice:
    """The press that takes it back; a word does so as well."""
    about = {"case": case.id, "was": was.value, "now": now.value}
    await mark(turn, MARK, about)
    return turn.choice(BUTTONS[now], f"c:{case.id}:{PRESS}")
