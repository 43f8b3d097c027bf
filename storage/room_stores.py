"""The stores of the rooms beside casework, of which most Units need none."""

from __future__ import annotations

from functools import cached_property

from storage.coupons.coupons import Coupons
from storage.coupons.keepers import MerchantKeepers
from storage.coupons.offers import MerchantOffers
from storage.figures.couponed import CouponFigures
from storage.figures.given import GivenFigures
from storage.figures.matched import MatchFigures
from storage.figures.wished import WishFigures
from storage.gifts.gifts import Gifts
from storage.gifts.orders import Orders
from storage.matching.done_orders import DoneOrders
from storage.matching.listings import Listings
from storage.matching.loaded import Loaded
from storage.members.errands import Errands
from storage.members.grids import MemberGrids
from storage.members.leaving import MembersLeaving
from storage.members.members import Members
from storage.points.by_hand import ByHand
from storage.points.leaving import Leaving
from storage.points.points import Points
from storage.points.services import Services
from storage.points.spendable import Spendable
from storage.session import Session
from storage.stations import Stations
from storage.wishes.claims import Claims
from storage.wishes.wishes import Wishes


class RoomStores:
    """Each is made when something asks for it."""

    _session: Session

    @cached_property
    def coupons(self) -> Coupons:
        return Coupons(self._session)

    @cached_property
    def merchant_keepers(self) -> MerchantKeepers:
        return MerchantKeepers(self._session)

    @cached_property
    def merchant_offers(self) -> MerchantOffers:
        return MerchantOffers(self._session)

    @cached_property
    def errands(self) -> Errands:
        return Errands(self._session)

    @cached_property
    def gifts(self) -> Gifts:
        return Gifts(self._session)

    @cached_property
    def gift_orders(self) -> Orders:
        return Orders(self._session)

    @cached_property
    def listings(self) -> Listings:
        return Listings(self._session)

    @cached_property
    def loaded_listings(self) -> Loaded:
        return Loaded(self._session)

    @cached_property
    def members(self) -> Members:
        return Members(self._session)

    @cached_property
    def member_grids(self) -> MemberGrids:
        return MemberGrids(self._session)

    @cached_property
    def members_leaving(self) -> MembersLeaving:
        return MembersLeaving(self._session)

    @cached_property
    def points(self) -> Points:
        return Points(self._session)

    @cached_property
    def points_by_hand(self) -> ByHand:
        return ByHand(self._session)

    @cached_property
    def points_leaving(self) -> Leaving:
        return Leaving(self._session)

    @cached_property
    def done_orders(self) -> DoneOrders:
        return DoneOrders(self._session)

    @cached_property
    def services(self) -> Services:
        return Services(self._session)

    @cached_property
    def points_spendable(self) -> Spendable:
        return Spendable(self._session)

    @cached_property
    def stations(self) -> Stations:
        return Stations(self._session)

    @cached_property
    def wishes(self) -> Wishes:
        return Wishes(self._session)

    @cached_property
    def claims(self) -> Claims:
        return Claims(self._session)

    @cached_property
    def wish_figures(self) -> WishFigures:
        return WishFigures(self._session)

    @cached_property
    def coupon_figures(self) -> CouponFigures:
        return CouponFigures(self._session)

    @cached_property
    def given_figures(self) -> GivenFigures:
        return GivenFigures(self._session)

    @cached_property
    def match_figures(self) -> MatchFigures:
        return MatchFigures(self._session)
