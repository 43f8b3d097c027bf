"""/policy: the deadlines as they are, and changing them with a look at what that would do."""

from __future__ import annotations

from domain.commands import may_command
from domain.kinds import Urgency
from domain.policies import Row, plain_of
from handlers.admin import policy_half, recounting
from handlers.admin.limits import (
    coded,
    decoded,
    length,
    name,
    read,
    way,
)
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe


async def policy(turn: Turn, words: str) -> None:
    """/policy; /policy URGENCY|CATEGORY ACCEPT ANSWER [working|around], in hours or as 3d.

    Shows first what would change.
    """
    if not words.strip():
        return _show(turn)
    row = read(turn, words.split())
    if row is None:
        return await policy_half.ask(turn, words.split(), _rows(turn))
    effect = await recounting.effect(turn, row)
    text = turn.say(
        "policy-preview",
        what=name(turn, row),
        accept=length(turn, row.limit.accept),
        answer=length(turn, row.limit.resolve),
        clock=way(turn, row),
        count=effect.touched,
        late=effect.late,
        before=effect.late_before,
    )
    yes = turn.choice("button-policy-yes", f"p:set:{coded(row)}")
    turn.reply(
        text,
        [
            [
                yes,
                turn.choice("button-policy-no", "p:no:"),
            ]
        ],
    )


def _show(turn: Turn) -> None:
    """All rows in the order in which they are tried."""
    first: dict[tuple[str, ...], Row] = {}
    for row in _rows(turn):  # what one above it replaces never counts
        first.setdefault((row.kind, row.category, row.urgency, row.level), row)
    lines = [turn.say("policy-title"), *(_line(turn, one) for one in first.values())]
    turn.reply(Safe("\n".join([*lines, turn.say("policy-how")])))


def _rows(turn: Turn) -> list[Row]:
    last = [Row(limit, urgency=urgency) for urgency, limit in turn.setup.policy.items()]
    return [
        *turn.unit.directory.policy_rows,
        *turn.setup.rows,
        *last,
    ]


def row_of(turn: Turn, about: str) -> Row:
    """What counts now for an urgency or a category; of one that has none, what is general."""
    rows = [one for one in _rows(turn) if not (one.kind or one.level)]
    named = [one for one in rows if about in (one.urgency, one.category)]
    general = [one for one in rows if one.urgency is Urgency.GENERAL]
    return next(iter((*named, *general)), rows[-1])


def _replaced(turn: Turn, row: Row) -> Row | None:
    """The row that counted until now for the same category and urgency."""
    wanted = row.category, row.urgency
    same = (one for one in _rows(turn) if (one.category, one.urgency) == wanted)
    return next(same, None)


def _line(turn: Turn, row: Row) -> Safe:
    return turn.say(
        "policy-line",
        what=name(turn, row),
        accept=length(turn, row.limit.accept),
        answer=length(turn, row.limit.resolve),
        clock=way(turn, row),
    )


async def on_policy(turn: Turn, data: str) -> None:
    """`p:set:<row>`, or `p:no:`."""
    verb, _, rest = data.partition(":")
    if not may_command(turn.person, "policy"):
        raise Refused("refuse-old-button")
    if verb != "set":
        return turn.reply(turn.say("policy-kept"), edit=True)
    row = decoded(turn, rest)
    await _set(turn, row)
    turn.reply(
        turn.say("policy-done", what=name(turn, row)),
        edit=True,
    )


async def _set(turn: Turn, row: Row) -> None:
    """The new row comes first, in place of an older one with the same conditions."""
    unit, made = turn.unit, plain_of(row)
    was = _replaced(turn, row)
    same = ("kind", "category", "urgency", "level")
    kept = [
        old
        for old in unit.directory.settings.get("policy", ())
        if any(old[key] != made[key] for key in same)
    ]
    await unit.settings.put(
        "policy",
        [made, *kept],
        turn.person.id,
    )
    unit.history.audit(
        turn.person.id,
        "policy",
        **made,
        was=plain_of(was) if was else None,
    )
    await recounting.recount_later(unit, row)
