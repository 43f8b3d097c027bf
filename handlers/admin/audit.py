"""/audit: what was changed in the areas that somebody leads or administers, a page at a time."""

from __future__ import annotations

from domain.commands import may_command
from domain.messages import Choice
from handlers.admin.audit_about import About, about
from handlers.admin.audit_scope import own_lines
from handlers.admin.audit_told import Told
from handlers.admin.audit_wording import (
    CHANGES,
    line,
    people_in,
)
from handlers.dialog.turn import Refused, Turn, whole
from handlers.texts.sentences import Safe

PAGE = 10
LAST_PAGE = 200


async def audit(turn: Turn, words: str) -> None:
    """/audit, of a CASE, PERSON or DAY too: the newest changes that are their business."""
    if not may_command(turn.person, "audit"):
        raise Refused("refuse-no-command")
    await _page(turn, about(turn, words), None, 0)


async def on_page(turn: Turn, data: str) -> None:
    """`l:<newest line>:<page>[:<about>]`: pages stand still, whatever is changed meanwhile."""
    newest, _, rest = data.partition(":")
    page, _, what = rest.partition(":")
    top, number = whole(newest), whole(page)
    allowed = may_command(turn.person, "audit")
    if not allowed or top is None or number is None:
        raise Refused("refuse-old-button")
    try:
        wanted = about(turn, what)
    except Refused:
        raise Refused("refuse-old-button") from None
    turn.toast()
    await _page(turn, wanted, top, min(number, LAST_PAGE))


async def _page(
    turn: Turn,
    what: About,
    top: int | None,
    page: int,
) -> None:
    begin, end = page * PAGE, (page + 1) * PAGE
    found = await own_lines(turn, CHANGES, end + 1, top, what)
    shown = found[begin:end]
    if not shown:
        return turn.reply(_said("none", turn, what), edit=page > 0)
    names = await turn.unit.people.named(people_in(shown))
    lines = [_said("title", turn, what)]
    lines += [line(Told(turn, row, names)) for row in shown]
    first = found[0].id if top is None else top
    more = len(found) > end
    around = _around(turn, what, (first, page), more)
    turn.reply(
        Safe("\n".join(lines)),
        [around] if around else (),
        edit=turn.event.data.startswith("l:"),
    )


def _said(key: str, turn: Turn, what: About) -> Safe:
    if not what:
        return turn.say(f"audit-{key}")
    return turn.say(f"audit-{key}-about", what=what.name)


def _around(
    turn: Turn,
    what: About,
    at: tuple[int, int],
    more: bool,
) -> list[Choice]:
    """The buttons to newer and older lines, as far as there are any; `at` is the newest line and
    the page.
    """
    top, page = at
    about_it = f":{what.data}" if what else ""
    found = []
    if page:
        newer = f"l:{top}:{page - 1}{about_it}"
        found.append(turn.choice("button-newer", newer))
    if more:
        older = f"l:{top}:{page + 1}{about_it}"
        found.append(turn.choice("button-older", older))
    return found
