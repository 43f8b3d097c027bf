"""[gifts]: how long an ordered gift is kept. There are gifts where some are loaded."""

from __future__ import annotations

from datetime import timedelta

from pydantic import Field, model_validator

from bot.config.section import Section
from domain.gifts.gift import GiftTerms

USUAL = GiftTerms()


class GiftsConfig(Section):
    days: int = Field(
        default=USUAL.keeps.days,
        ge=2,
        le=366,
    )
    notice_days: int = Field(
        default=USUAL.notice.days,
        ge=1,
        le=60,
    )

    @model_validator(mode="after")
    def told_in_time(self) -> GiftsConfig:
        if self.notice_days >= self.days:
            raise ValueError("notice_days has to be less than days")
        return self

    def terms(self) -> GiftTerms:
        return GiftTerms(
            timedelta(days=self.days),
            timedelta(days=self.notice_days),
        )
