"""`[wishes]`: there is a list of wishes where this section stands."""

from __future__ import annotations

from pydantic import Field

from bot.config.section import Section
from domain.wishes.wish import WishTerms

USUAL = WishTerms()


class WishesConfig(Section):
    days: int = Field(default=USUAL.days, ge=20, le=366)
    claim_days: int = Field(default=USUAL.claim_days, ge=2, le=60)
    claims: int = Field(default=USUAL.claims, ge=1, le=50)
    most_yuan: int = Field(default=USUAL.most_yuan, ge=1, le=100_000)

    def terms(self) -> WishTerms:
        return WishTerms(self.days, self.claim_days, self.claims, self.most_yuan)
