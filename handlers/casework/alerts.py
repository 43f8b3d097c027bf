"""What admins should know of the routing: rules whose post nobody holds."""

from __future__ import annotations

from domain.people import Role
from domain.rules import Rule
from handlers.casework import notices, phrases
from handlers.dialog.setup import Setup
from handlers.texts.sentences import known, say
from storage.unit import Unit


async def rule_skipped(unit: Unit, setup: Setup, rule: Rule, area: str) -> None:
    """Tells the area's admins, once a day for each rule, that it would have taken a case had
    somebody held its post.
    """
    name, today = (
        f"skipped:{rule.name}",
        unit.now.astimezone(setup.zone).date().isoformat(),
    )
    if unit.directory.settings.get(name) == today:
        return
    unit.directory.settings[name] = today
    await unit.settings.put(name, today, None)
    for person in unit.directory.nearest(area, Role.ADMIN)[1]:
        language = known(person.language or setup.language)
        team = phrases.team(unit, setup, rule.post, rule.office, language)
        named = phrases.area(unit, area, language)
        await notices.send(
            unit,
            setup,
            person,
            say(language, "admin-rule-skipped", rule=rule.name, team=team, area=named),
        )
