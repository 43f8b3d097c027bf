"""config.toml as one model. Every key is forbidden unless it is here."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from pydantic import model_validator

from bot.config.aibot import AibotConfig
from bot.config.casework import CaseworkSections
from bot.config.gifts import GiftsConfig
from bot.config.limits import LimitsConfig
from bot.config.matching import MatchingConfig
from bot.config.members import MembersConfig
from bot.config.points import PointsConfig
from bot.config.proofs import ProofsConfig
from bot.config.sections import (
    DatabaseConfig,
    EncryptionConfig,
    MediaConfig,
    PlacesConfig,
    ServiceConfig,
    TelegramConfig,
    WebConfig,
)
from bot.config.special_days import special_days
from bot.config.tencent import RobotConfig, WechatConfig, WecomConfig
from bot.config.wishes import WishesConfig
from domain.messages import Address
from handlers.dialog.setup import Listener, Setup
from handlers.matching.routes import LISTENERS as MATCHING
from handlers.points.routes import LISTENERS, SERVED, TAILS
from storage.encryption.source import KeySource

ROBOTS = "robots"  # the channel of all of them
KEY_FILE = "gridbee.keys"  # in the data folder


class Config(CaseworkSections):
    service: ServiceConfig = ServiceConfig()
    database: DatabaseConfig = DatabaseConfig()
    encryption: EncryptionConfig = EncryptionConfig()
    telegram: TelegramConfig = TelegramConfig()
    web: WebConfig = WebConfig()
    wechat: WechatConfig = WechatConfig()
    wecom: WecomConfig = WecomConfig()
    robots: tuple[RobotConfig, ...] = ()
    aibot: AibotConfig = AibotConfig()
    limits: LimitsConfig = LimitsConfig()
    media: MediaConfig = MediaConfig()
    places: PlacesConfig = PlacesConfig()
    points: PointsConfig | None = None
    gifts: GiftsConfig = GiftsConfig()
    wishes: WishesConfig | None = None
    matching: MatchingConfig | None = None
    members: MembersConfig | None = None
    proofs: ProofsConfig | None = None

    @model_validator(mode="after")
    def one_path_each(self) -> Config:
        """Raises ValueError where WeChat and WeCom would call at one and the same address."""
        both = self.wechat.enabled and self.wecom.enabled
        if both and self.wechat.callback_path == self.wecom.callback_path:
            raise ValueError("wechat and wecom need a callback_path each")
        return self

    @model_validator(mode="after")
    def oauth_leads_to_the_page(self) -> Config:
        """Raises ValueError where there is no page for those who were asked who they are."""
        for name, section in (("wechat", self.wechat), ("wecom", self.wecom)):
            if section.enabled and section.oauth_url and not self.web.enabled:
                page = "leads to the page: [web] enabled = true"
                raise ValueError(f"[{name}] oauth_url {page}")
        return self

    @model_validator(mode="after")
    def robots_lead_somewhere(self) -> Config:
        """Raises ValueError where a link would lead nowhere, or an area has two robots."""
        areas = [one.area for one in self.robots]
        if len(set(areas)) < len(areas):
            raise ValueError("robots: an area has one robot at most")
        if areas and not (self.web.enabled and self.web.public_url):
            raise ValueError(
                "robots say links to the page: set [web] enabled = true and public_url"
            )
        return self

    @property
    def database_url(self) -> str:
        return self.database.url or f"sqlite:///{self.service.data / 'gridbee.db'}"

    @property
    def serves(self) -> bool:
        """Whether anything is answered on [web] host and port."""
        telegram = self.telegram
        hooked = telegram.mode == "webhook" and bool(telegram.secret_token)
        called = self.wechat.enabled or self.wecom.enabled
        return self.web.enabled or hooked or called

    @property
    def keys(self) -> KeySource:
        """Where the keys are: the configuration, else a file in the data folder."""
        return KeySource(self.encryption.given, self.service.data / KEY_FILE)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.service.timezone)

    def setup(self, links: dict[str, str]) -> Setup:
        limits, points = self.limits, self.points
        return Setup(
            zone=self.zone,
            language=self.service.language,
            policy=self.deadlines.policy(),
            rows=self.policy_rows(),
            calendars=self.service_hours(self.zone),
            special_days=special_days(self.calendars),
            rules=self.routing_rules(),
            posts=self.post_names(),
            cap=self.casework.cap,
            shops_at=self.casework.shops_minute,
            links=links,
            boards={one.area: Address(ROBOTS, one.area) for one in self.robots},
            vocabulary=self.vocabulary,
            map_link=self.places.map_link,
            points=points.rates() if points else None,
            listeners=self._listeners(),
            tails=TAILS if points else (),
            served=SERVED if points else None,
            most_photos=limits.photos,
            most_letters=limits.letters,
            most_bytes=limits.megabytes * 2**20,
            most_cases_an_hour=limits.cases_an_hour,
            most_messages_a_minute=limits.messages_a_minute,
            wishes=self.wishes.terms() if self.wishes else None,
            matching=self.matching.terms() if self.matching else None,
            members=self.members.terms() if self.members else None,
            gifts=self.gifts.terms(),
        )

    def _listeners(self) -> tuple[Listener, ...]:
        """Those of the rooms that are on."""
        points = LISTENERS if self.points else ()
        return points + (MATCHING if self.matching else ())
