"""[[posts]] of config.toml: which posts there are."""

from __future__ import annotations

import re

from pydantic import field_validator

from bot.config.rows import Row, Text
from domain.people import MEDIATOR


class PostConfig(Row):
    """A post that people hold in areas; the nearest area on the way up wins."""

    what = "post"
    key = "code"

    code: str
    zh: Text
    en: Text

    @field_validator("code")
    @classmethod
    def plain(cls, code: str) -> str:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", code):
            raise ValueError(
                "must be of small letters, digits and _, like building_head"
            )
        return code


DEFAULT_POSTS: tuple[PostConfig, ...] = (
    PostConfig(code="building_head", zh="楼长", en="building head"),
    PostConfig(code="party_guide", zh="党群指导员", en="community guide"),
    PostConfig(code="property_staff", zh="物业服务员", en="property staff"),
    PostConfig(code="police", zh="片警", en="community police officer"),
    PostConfig(code="fire_officer", zh="消防员", en="fire officer"),
    PostConfig(code=MEDIATOR, zh="调解员", en="mediator"),
    PostConfig(code="city_management", zh="城管队员", en="city management officer"),
    PostConfig(code="volunteer", zh="志愿者", en="volunteer"),
)
