"""What admins should know of the routing: rules whose post nobody holds."""

from __future__ import annotations

from domain.rules import Rule
from handlers.casework import phrases
from handlers.casework.letters.sending import send
from handlers.casework.reach import admins_of
from handlers.dialog.scene import Scene
from handlers.texts.sentences import say


async def rule_skipped(scene: Scene, rule: Rule, area: str) -> None:
    """Tells the area's admins, once a day for each rule, that it would have taken a case had
    somebody held its post.
    """
    unit, setup = scene.unit, scene.setup
    today = unit.now.astimezone(setup.zone).date().isoformat()
    name = f"skipped:{rule.name}"
    if unit.directory.settings.get(name) == today:
        return
    unit.directory.settings[name] = today
    await unit.settings.put(name, today, None)
    for person in admins_of(unit, area):
        language = scene.language_of(person)
        team = phrases.team(unit, setup, rule.post, rule.office, language)
        named = phrases.area(unit, area, language)
        called = phrases.rule(language, rule.name)
        about = {"rule": called, "team": team, "area": named}
        await send(scene, person, say(language, "admin-rule-skipped", **about))
