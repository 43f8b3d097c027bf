"""Which area a filing belongs to, which rule takes it, and for which team it is meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from domain import rules
from domain.kinds import Kind
from domain.messages import Place
from domain.rules import Matter, Rule, Verdict
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from storage.memory.directory import Directory


@dataclass(frozen=True, slots=True)
class Team:
    """For whom a case is meant: the holders of a post, an office, or with neither the area's own
    coordinators.
    """

    area: str
    post: str = ""
    office: str = ""


def area_for(
    directory: Directory, place: Place | None, scanned: str, last_area: str
) -> str:
    """The place's lowest area; else the QR code's; else the filer's last grid; else the district's
    desk.
    """
    if place is not None:
        found = directory.locate(place)
        if found:
            return found
    for code in (scanned, last_area):
        if code in directory.areas and not directory.areas[code].is_office:
            return code
    return directory.root


# --- rules ---


def verdict(
    scene: Scene,
    kind: Kind,
    category: str,
    words: str,
    area: str,
) -> Verdict:
    """Which routing rule takes a matter filed now."""
    directory = scene.unit.directory
    local = scene.unit.now.astimezone(scene.setup.zone)
    matter = Matter(
        kind,
        category,
        words,
        directory.path(area),
        directory.tags(area),
        local.hour * 60 + local.minute,
        local.weekday(),
    )
    return rules.decide(
        scene.setup.rules, matter, lambda rule: _held(directory, rule, area)
    )


def _held(directory: Directory, rule: Rule, area: str) -> bool:
    if rule.office:
        return bool(directory.members(rule.office))
    return bool(directory.post_holders(area, rule.post)[1])


# --- teams ---


def teams(
    directory: Directory,
    posts: Iterable[str],
    area: str,
) -> list[Team]:
    """The posts that somebody holds for this area and the offices that have people: where else a
    case can go.
    """
    held = [post for post in posts if directory.post_holders(area, post)[1]]
    offices = [one.code for one in directory.offices if directory.members(one.code)]
    return [
        *(Team(area, post=post) for post in held),
        *(Team(area, office=code) for code in offices),
    ]


def team_of(
    directory: Directory,
    setup: Setup,
    area: str,
    value: str,
) -> Team | None:
    """The team that a press names, 'post:police' or 'office:CG', if somebody is there for this
    area.
    """
    kind, _, code = value.partition(":")
    if kind == "post":
        team = Team(area, post=code)
    elif kind in ("office", "unit"):  # the latter on buttons of before 0.3
        team = Team(area, office=code)
    else:
        return None
    return team if team in teams(directory, setup.posts, area) else None
