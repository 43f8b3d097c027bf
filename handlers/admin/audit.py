"""/audit: what was changed in the areas that an admin administers, a page at a time."""

from __future__ import annotations

from domain.commands import may_command
from domain.messages import Choice
from domain.people import Role
from handlers.admin.audit_scope import own_lines
from handlers.admin.audit_wording import (
    CHANGES,
    Told,
    people_in,
)
from handlers.dialog.turn import Refused, Turn, whole
from handlers.texts.sentences import Safe

PAGE = 10
LAST_PAGE = 200


async def audit(turn: Turn, words: str) -> None:
    """The newest changes that are this admin's business."""
    if not turn.person.has(Role.ADMIN):
        raise Refused("refuse-no-command")
    await _page(turn, None, 0)


async def on_page(turn: Turn, data: str) -> None:
    """`l:<newest line>:<page>`: pages stand still, whatever is changed meanwhile."""
    newest, _, page = data.partition(":")
    top, number = whole(newest), whole(page)
    allowed = may_command(turn.person, "audit")
    if not allowed or top is None or number is None:
        raise Refused("refuse-old-button")
    turn.toast()
    await _page(turn, top, min(number, LAST_PAGE))


async def _page(turn: Turn, top: int | None, page: int) -> None:
    begin, end = page * PAGE, (page + 1) * PAGE
    found = await own_lines(turn, CHANGES, end + 1, top)
    shown = found[begin:end]
    if not shown:
        return turn.reply(turn.say("audit-none"), edit=page > 0)
    names = await turn.unit.people.named(people_in(shown))
    lines = [turn.say("audit-title")]
    lines += [Told(turn, row, names).line() for row in shown]
    first = found[0].id if top is None else top
    more = len(found) > end
    around = _around(turn, first, page, more)
    turn.reply(
        Safe("\n".join(lines)),
        [around] if around else (),
        edit=turn.event.data.startswith("l:"),
    )


def _around(
    turn: Turn,
    top: int,
    page: int,
    more: bool,
) -> list[Choice]:
    """The buttons to newer and older lines, as far as there are any."""
    found = []
    if page:
        newer = f"l:{top}:{page - 1}"
        found.append(turn.choice("button-newer", newer))
    if more:
        older = f"l:{top}:{page + 1}"
        found.append(turn.choice("button-older", older))
    return found
