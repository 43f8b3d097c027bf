"""`[members]`: there are mobile grid members where this section stands."""

from __future__ import annotations

from pydantic import Field

from bot.config.plainly import SMALL_CODE
from bot.config.rows import Row, Text
from bot.config.section import Section
from domain.member_posts import MemberPost, usual_posts
from domain.members import MemberTerms

USUAL = MemberTerms()


class MemberPostConfig(Row):
    """A post: its two names, and what one does in a line."""

    what = "post of members"
    key = "code"

    code: str = Field(pattern=SMALL_CODE)
    zh: Text
    en: Text
    does_zh: Text
    does_en: Text

    @property
    def post(self) -> MemberPost:
        names = {"zh-CN": self.zh, "en": self.en}
        does = {"zh-CN": self.does_zh, "en": self.does_en}
        return MemberPost(self.code, names, does)


class MembersConfig(Section):
    """Without `posts` there are the usual six."""

    posts_each: int = Field(default=USUAL.posts_each, ge=1, le=6)
    grids: int = Field(default=USUAL.grids, ge=1, le=10)
    silent_days: int = Field(default=USUAL.silent_days, ge=14, le=366)
    posts: tuple[MemberPostConfig, ...] = ()

    def terms(self) -> MemberTerms:
        own = tuple(row.post for row in self.posts)
        return MemberTerms(
            self.posts_each,
            self.grids,
            self.silent_days,
            own or usual_posts(),
        )
