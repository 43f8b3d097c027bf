"""/route: which rule would take a case and why; /similar: common problems; /audit: what admins
did.
"""

from __future__ import annotations

from html import escape

from domain.guessing import guess
from domain.messages import Choice
from domain.people import Role
from handlers.casework import duplicates as likeness
from handlers.casework import phrases, routing
from handlers.casework.routing import Team
from handlers.dialog.turn import Refused, Turn
from handlers.people.roles import own_area
from handlers.texts.sentences import Safe

SHOWN = 8
AUDITED = 20


async def route(turn: Turn, words: str) -> None:
    """/route [AREA] WORDS: which rule would take it now, which came before it, and who would
    have it.
    """
    first, _, rest = words.strip().partition(" ")
    named = first.upper() in turn.unit.directory.areas
    said = rest if named else words.strip()
    if not said:
        return turn.reply(turn.say("route-how"))
    area = first.upper() if named else own_area(turn, "")
    category = guess(said)
    found = routing.verdict(
        turn.unit, turn.setup, category.kind, category.code, said, area
    )
    kind, named_category = (
        turn.label(f"kind-{category.kind}"),
        phrases.category(turn.language, category.code),
    )
    where = phrases.area(turn.unit, area, turn.language)
    lines = [turn.say("route-title", kind=kind, category=named_category, area=where)]
    for passed, why in found.trials:
        lines.append(
            turn.say("route-not", rule=passed.name, why=turn.label(f"route-{why}"))
        )
    rule = found.rule
    lines.append(
        turn.say("route-rule", rule=rule.name) if rule else turn.say("route-none")
    )
    team = Team(area, rule.post if rule else "", rule.office if rule else "")
    person = routing.carer(turn.unit, turn.setup, team, turn.unit.now.second)
    lines.append(
        turn.say("route-who", name=person.name if person else turn.label("carer-desk"))
    )
    turn.reply(Safe("\n".join(lines)))


async def similar(turn: Turn, words: str) -> None:
    """/similar [AREA]: groups of like open cases (共性问题), the largest first."""
    mine = [grant.area for grant in turn.person.grants]
    wanted = words.strip().upper()
    if wanted and not any(top in turn.unit.directory.path(wanted) for top in mine):
        raise Refused("refuse-area", code=wanted[:20])
    areas = turn.unit.directory.below([wanted] if wanted else mine)
    groups = await likeness.clusters_in(turn.unit, areas)
    if not groups:
        return turn.reply(turn.say("similar-none"))
    lines, rows = [turn.say("similar-title", count=len(groups))], []
    for group in groups[:SHOWN]:
        first = group[0]
        area = phrases.area(turn.unit, first.area, turn.language)
        category = phrases.category(turn.language, first.category)
        people = len({case.filer_id for case in group}) + sum(
            case.joined for case in group
        )
        lines.append(
            turn.say(
                "similar-line",
                category=category,
                area=area,
                count=len(group),
                people=people,
                numbers=" ".join(case.number for case in group[:5]),
            )
        )
        rows.append([Choice(case.number, f"c:{case.id}:like") for case in group[:2]])
    turn.reply(Safe("\n".join(lines)), rows)


async def audit(turn: Turn, words: str) -> None:
    """/audit: the newest lines of the audit log."""
    if not turn.person.has(Role.ADMIN):
        raise Refused("refuse-no-command")
    found = await turn.unit.staff.audit_lines(AUDITED)
    names = await turn.unit.people.named(
        {row.actor_id for row in found if row.actor_id}
    )
    lines = [turn.say("audit-title")]
    for row in found:
        at = phrases.when(turn.language, row.at, turn.unit.now, turn.setup)
        who = names.get(row.actor_id, "") or turn.label("who-desk")
        detail = " ".join(
            str(value) for value in row.detail.values() if value not in (None, "")
        )
        lines.append(
            Safe(
                f"{at} · {escape(who)} · {escape(row.act)} {escape(phrases.cut(detail, 60))}"
            )
        )
    turn.reply(Safe("\n".join(lines)))
