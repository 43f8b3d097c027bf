"""Reads transcripts: stories, their settings, and what a line's pattern matches. README.md
explains the format.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Any

from bot.config.calendars import CalendarConfig
from bot.config.casework import CaseworkSections
from bot.config.categories import CategoryConfig, extended
from bot.config.points import PointsConfig
from bot.config.proofs import ProofsConfig
from bot.config.rules import RuleConfig
from domain.matching.terms import Terms
from domain.members import MemberTerms
from domain.messages import Reply
from domain.reading.vocabulary import Vocabulary
from domain.wishes.wish import WishTerms
from handlers.dialog.setup import SHANGHAI, Setup
from handlers.matching.routes import LISTENERS as MATCHING
from handlers.points.routes import LISTENERS, SERVED, TAILS

PERIOD = re.compile(r"\d?\d:\d\d-\d?\d:\d\d")


@dataclass(frozen=True)
class Story:
    """One conversation: a title, its settings in order and its lines with their numbers."""

    path: Path
    title: str
    language: str
    settings: tuple[tuple[str, str], ...]
    lines: tuple[tuple[int, str], ...]

    @property
    def id(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}: {self.title}"


def read(path: Path) -> list[Story]:
    """All stories of a file. A title starts one; indented lines go on with the line above."""
    stories: list[Story] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.rstrip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("== "):
            stories.append(Story(path, line[3:], path.parent.name, (), ()))
            continue
        story = stories[-1]
        if line.startswith("setup "):
            name, _, value = line[6:].partition("=")
            stories[-1] = replace(story, settings=(*story.settings, (name, value)))
        elif line[0] == " ":
            before, text = story.lines[-1]
            stories[-1] = replace(
                story, lines=(*story.lines[:-1], (before, f"{text}\n{line.strip()}"))
            )
        else:
            stories[-1] = replace(story, lines=(*story.lines, (number, line)))
    return stories


# --- settings ---


NO_FIGURES = (
    "rule",
    "calendar",
    "category",
    "defaults",
    "points",
    "wishes",
    "proofs",
    "matching",
    "members",
)


def setup_of(story: Story) -> Setup:
    """The story's Setup. With a rule, a calendar or `defaults` it is the one that such a
    config.toml would give.
    """
    made = Setup(
        links={"test": "test:{code}"}, most_messages_a_minute=10_000, key=b"h" * 32
    )
    rules = [_rule(value) for name, value in story.settings if name == "rule"]
    calendars = [
        _calendar(value) for name, value in story.settings if name == "calendar"
    ]
    figures = {
        name: int(value) for name, value in story.settings if name not in NO_FIGURES
    }
    said = tuple(value for name, value in story.settings if name == "category")
    own = [_category(value) for value in said]
    made = replace(made, vocabulary=_vocabulary(said))
    if rules or calendars or any(name == "defaults" for name, _ in story.settings):
        sections = CaseworkSections(
            categories=tuple(own), rules=tuple(rules), calendars=tuple(calendars)
        )
        made = replace(
            made,
            policy=sections.deadlines.policy(),
            rows=sections.policy_rows(),
            posts=sections.post_names(),
            rules=sections.routing_rules(),
            calendars=sections.service_hours(SHANGHAI),
            cap=sections.casework.cap,
        )
    budgets = [value for name, value in story.settings if name == "points"]
    if budgets:
        made = _with_points(made, budgets[0])
    if any(name == "wishes" for name, _ in story.settings):
        made = replace(made, wishes=WishTerms())
    if any(name == "matching" for name, _ in story.settings):
        made = replace(made, matching=Terms(), listeners=(*made.listeners, *MATCHING))
    if any(name == "members" for name, _ in story.settings):
        made = replace(made, members=MemberTerms())
    if any(name == "proofs" for name, _ in story.settings):
        made = replace(made, proofs=ProofsConfig().given(b"p" * 32, ""))
    return replace(made, **figures)  # type: ignore[arg-type]


@lru_cache
def _vocabulary(said: tuple[str, ...]) -> Vocabulary:
    """Made once, and learnt once, for all who play the same story."""
    return extended([_category(value) for value in said])


def _with_points(made: Setup, said: str) -> Setup:
    """'yes', or a budget as 'S1 12'."""
    area, _, budget = said.partition(" ")
    points = PointsConfig(budgets={area: int(budget)} if budget else {})
    rates = points.rates()
    return replace(
        made,
        points=rates,
        listeners=LISTENERS,
        tails=TAILS,
        served=SERVED,
    )


def _rule(line: str) -> RuleConfig:
    """'城管管路 category=road unit=CG': the rule's name, then its keys; commas part a list."""
    name, *pairs = line.split()
    keys = dict(pair.split("=", 1) for pair in pairs)
    values = {
        key: value == "yes" if key == "verify" else _listed(key, value)
        for key, value in keys.items()
    }
    return RuleConfig.model_validate({"name": name} | values)


def _category(line: str) -> CategoryConfig:
    """'truck kind=help zh=餐车 en=Food_truck words=餐车,truck': a code, then its keys; `_` is a
    space.
    """
    code, *pairs = line.replace("=", " ").split()
    values: dict[str, Any] = {"code": code}
    names = {}
    for key, value in zip(pairs[::2], pairs[1::2], strict=True):
        said = (
            value.replace("_", " ") if key in ("zh", "en", "strong", "words") else value
        )
        if key in ("zh", "en"):
            names["zh-CN" if key == "zh" else key] = said
        else:
            values[key] = said.split(",") if key in ("strong", "words") else said
    return CategoryConfig.model_validate(values | ({"names": names} if names else {}))


def _listed(key: str, value: str) -> str | list[str]:
    return (
        value
        if key in ("post", "office", "unit", "urgency", "privacy")
        else value.split(",")
    )


def _calendar(line: str) -> CalendarConfig:
    """'S1 09:00-12:00 14:00-17:30': areas, if it is not for everywhere, then a working day's
    periods.
    """
    parts = line.split()
    hours = [part for part in parts if PERIOD.fullmatch(part)]
    areas = [part for part in parts if part not in hours]
    return CalendarConfig.model_validate({"name": line, "areas": areas, "hours": hours})


# --- what a line says ---


def plain(reply: Reply) -> str:
    """A message as one line of words, the way a reader would tell it."""
    parts = []
    if reply.photos:
        parts.append("📷" * len(reply.photos))
    if reply.files:
        parts.append("📎" * len(reply.files))
    if reply.place is not None:
        parts.append("📍")
    parts.append(unescape(re.sub(r"<[^>]+>", "", reply.text)))
    if reply.calls:
        parts.append("☎ " + " ".join(reply.calls))
    return " ".join(" ".join(parts).split())


def fits(pattern: str, text: str) -> re.Match[str] | None:
    """Matches the whole text; … stands for anything, ⟨name⟩ catches one word."""
    made = ""
    for piece in re.split(r"(…|⟨\w+⟩)", " ".join(pattern.split())):
        made += (
            ".*?"
            if piece == "…"
            else rf"(?P<{piece[1:-1]}>[\w-]+)"
            if piece.startswith("⟨")
            else re.escape(piece)
        )
    return re.fullmatch(made, text, re.DOTALL)
