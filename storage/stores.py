"""The stores that write at once."""

from __future__ import annotations

from functools import cached_property

from storage.areas import Areas
from storage.card_codes import CardCodes
from storage.door_codes import DoorCodes
from storage.duty import Duty
from storage.figures.daily import Daily
from storage.figures.register import Register
from storage.figures.reports import Reports
from storage.followers import Followers
from storage.groups import Groups
from storage.logins import Logins
from storage.open_ids import OpenIds
from storage.polls import Polls
from storage.quotas import Quotas
from storage.session import Session
from storage.settings import Settings
from storage.similar import Similar
from storage.staff import Staff
from storage.stranded import Stranded
from storage.templates import Templates
from storage.web import Web


class Stores:
    """Each is made when something asks for it."""

    _session: Session

    @cached_property
    def areas(self) -> Areas:
        return Areas(self._session)

    @cached_property
    def card_codes(self) -> CardCodes:
        return CardCodes(self._session)

    @cached_property
    def door_codes(self) -> DoorCodes:
        return DoorCodes(self._session)

    @cached_property
    def duty(self) -> Duty:
        return Duty(self._session)

    @cached_property
    def followers(self) -> Followers:
        return Followers(self._session)

    @cached_property
    def groups(self) -> Groups:
        return Groups(self._session)

    @cached_property
    def logins(self) -> Logins:
        return Logins(self._session)

    @cached_property
    def open_ids(self) -> OpenIds:
        return OpenIds(self._session)

    @cached_property
    def polls(self) -> Polls:
        return Polls(self._session)

    @cached_property
    def quotas(self) -> Quotas:
        return Quotas(self._session)

    @cached_property
    def settings(self) -> Settings:
        return Settings(self._session)

    @cached_property
    def similar(self) -> Similar:
        return Similar(self._session)

    @cached_property
    def staff(self) -> Staff:
        return Staff(self._session)

    @cached_property
    def stranded(self) -> Stranded:
        return Stranded(self._session)

    @cached_property
    def templates(self) -> Templates:
        return Templates(self._session)

    @cached_property
    def web(self) -> Web:
        return Web(self._session)

    @cached_property
    def daily(self) -> Daily:
        return Daily(self._session)

    @cached_property
    def register(self) -> Register:
        return Register(self._session)

    @cached_property
    def reports(self) -> Reports:
        return Reports(self._session)
