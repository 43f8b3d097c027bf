"""[points]: the honey bank is there as soon as this section is, with or without keys."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import Literal

from pydantic import Field, field_validator

from bot.config.section import Section
from domain.points.rates import TIERS, Rates

USUAL = Rates()


class PointsConfig(Section):
    """Whole points, days and areas; `tiers` are the points in all from which each tier begins."""

    solved: int = Field(default=USUAL.solved, ge=1, le=1000)
    me_too: int = Field(default=USUAL.me_too, ge=1, le=1000)
    hour: int = Field(default=USUAL.hour, ge=0, le=1000)
    hours_each: int = Field(default=USUAL.hours_each, ge=1, le=12)
    hours_a_day: int = Field(default=USUAL.hours_a_day, ge=1, le=24)
    wish: int = Field(default=USUAL.wish, ge=0, le=1000)
    a_day: int = Field(default=USUAL.a_day, ge=1)
    again_days: int = Field(default=USUAL.again.days, ge=0, le=366)
    wait_days: int = Field(default=USUAL.wait.days, ge=1, le=366)
    by_hand: int = Field(default=USUAL.by_hand, ge=1, le=1000)
    confirm_days: int = Field(default=USUAL.confirm.days, ge=4, le=366)
    expires: Literal["year_after", "none"] = "year_after"
    tiers: tuple[int, ...] = USUAL.tiers
    budgets: dict[str, int] = {}

    @field_validator("tiers")
    @classmethod
    def a_ladder(cls, tiers: tuple[int, ...]) -> tuple[int, ...]:
        rising = all(low < high for low, high in pairwise(tiers))
        if len(tiers) != len(TIERS) or tiers[0] != 0 or not rising:
            raise ValueError(f"must be {len(TIERS)} rising numbers, the first 0")
        return tiers

    @field_validator("budgets")
    @classmethod
    def something(cls, budgets: dict[str, int]) -> dict[str, int]:
        if any(points < 1 for points in budgets.values()):
            raise ValueError("a budget is at least one point a year")
        return budgets

    def rates(self) -> Rates:
        return Rates(
            solved=self.solved,
            me_too=self.me_too,
            hour=self.hour,
            hours_each=self.hours_each,
            hours_a_day=self.hours_a_day,
            wish=self.wish,
            a_day=self.a_day,
            again=timedelta(days=self.again_days),
            wait=timedelta(days=self.wait_days),
            by_hand=self.by_hand,
            confirm=timedelta(days=self.confirm_days),
            expires=self.expires == "year_after",
            tiers=self.tiers,
            budgets=self.budgets,
        )
