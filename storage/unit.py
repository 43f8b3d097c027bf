"""One transaction with everything that the handlers remember and write.

An event that fails undoes its whole Unit; the intake then takes the others one by one.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.messages import Event
from storage.areas import Areas
from storage.arrivals import Arrivals
from storage.card_codes import CardCodes
from storage.cases.cases import Cases
from storage.coupons.coupons import Coupons
from storage.coupons.keepers import MerchantKeepers
from storage.coupons.offers import MerchantOffers
from storage.door_codes import DoorCodes
from storage.duty import Duty
from storage.figures.couponed import CouponFigures
from storage.figures.daily import Daily
from storage.figures.matched import MatchFigures
from storage.figures.register import Register
from storage.figures.reports import Reports
from storage.figures.wished import WishFigures
from storage.followers import Followers
from storage.forms import Forms
from storage.gifts.gifts import Gifts
from storage.gifts.orders import Orders
from storage.groups import Groups
from storage.history import History
from storage.logins import Logins
from storage.matching.listings import Listings
from storage.matching.loaded import Loaded
from storage.media.media import MediaRows
from storage.members.errands import Errands
from storage.members.grids import MemberGrids
from storage.members.leaving import MembersLeaving
from storage.members.members import Members
from storage.memory.directory import Directory
from storage.offers import Offers
from storage.outbox.outbox import Outbox
from storage.people.people import People
from storage.places import Places
from storage.points.by_hand import ByHand
from storage.points.leaving import Leaving
from storage.points.points import Points
from storage.points.spendable import Spendable
from storage.polls import Polls
from storage.quotas import Quotas
from storage.sent_messages import SentMessages
from storage.session import Session
from storage.settings import Settings
from storage.similar import Similar
from storage.staff import Staff
from storage.stations import Stations
from storage.stranded import Stranded
from storage.templates import Templates
from storage.timers import Timers
from storage.web import Web
from storage.wishes.claims import Claims
from storage.wishes.wishes import Wishes


class Unit:
    """Every noun's store, on one session. `now` is the moment at which the transaction began
    (aware UTC): handlers know no other clock. It has no connection to offer: what would be
    written past `query` would be in no transaction.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.now = session.now
        self.next_id = session.next_id
        self.query = session.query
        self.flush = session.flush
        self.directory_changes = session.directory_changes
        self.directory_now = session.directory_now
        self._hold_back(session)
        self.areas = Areas(session)
        self.card_codes = CardCodes(session)
        self.coupons = Coupons(session)
        self.merchant_keepers = MerchantKeepers(session)
        self.merchant_offers = MerchantOffers(session)
        self.door_codes = DoorCodes(session)
        self.duty = Duty(session)
        self.errands = Errands(session)
        self.followers = Followers(session)
        self.gifts = Gifts(session)
        self.gift_orders = Orders(session)
        self.groups = Groups(session)
        self.listings = Listings(session)
        self.loaded_listings = Loaded(session)
        self.logins = Logins(session)
        self.members = Members(session)
        self.member_grids = MemberGrids(session)
        self.members_leaving = MembersLeaving(session)
        self.points = Points(session)
        self.points_by_hand = ByHand(session)
        self.points_leaving = Leaving(session)
        self.points_spendable = Spendable(session)
        self.polls = Polls(session)
        self.quotas = Quotas(session)
        self.settings = Settings(session)
        self.similar = Similar(session)
        self.staff = Staff(session)
        self.stations = Stations(session)
        self.stranded = Stranded(session)
        self.templates = Templates(session)
        self.web = Web(session)
        self.wishes = Wishes(session)
        self.claims = Claims(session)
        self._count(session)

    def _count(self, session: Session) -> None:
        """The stores that only read figures."""
        self.daily = Daily(session)
        self.register = Register(session)
        self.reports = Reports(session)
        self.wish_figures = WishFigures(session)
        self.match_figures = MatchFigures(session)
        self.coupon_figures = CouponFigures(session)

    def _hold_back(self, session: Session) -> None:
        """The stores that keep writes until a flush, in the order in which their rows go out."""
        self.arrivals = Arrivals(session)
        self.people = People(session)
        self.forms = Forms(session)
        self.cases = Cases(session)
        self.media = MediaRows(session)
        self.history = History(session)
        self.outbox = Outbox(session)
        self.sent_messages = SentMessages(session)
        self.offers = Offers(session)
        self.timers = Timers(session)
        self.places = Places(session)
        session.held_back = (
            self.arrivals,
            self.people,
            self.forms,
            self.cases,
            self.media,
            self.history,
            self.outbox,
            self.sent_messages,
            self.offers,
            self.timers,
            self.places,
        )

    @property
    def directory(self) -> Directory:
        return self._session.directory

    async def prepare(self, events: Sequence[Event], again: bool = False) -> None:
        """Loads what a batch will need: which events were seen, who speaks, which forms are
        open.

        Events that come `again`, after a Unit that failed, are looked up one and all; else those
        that nobody remembers are taken for new, and break the Unit (IntegrityError) where they
        are not.
        """
        senders = {event.sender for event in events}
        self.arrivals.recall(events)
        if again:
            await self.arrivals.load(events)
        await self.people.load(senders)
        await self.forms.load(senders)

    def committed(self) -> None:
        """The transaction is in the database: what is known by heart follows."""
        self.arrivals.committed()
        self.people.committed()
        self.forms.committed()
        self.cases.committed()
        self.media.committed()
        self.offers.committed()
        self.timers.committed()
        self.places.committed()

    def undone(self) -> None:
        """The transaction left nothing: nor may what it saw stay in memory."""
        self.arrivals.undone()
        self.people.undone()
        self.forms.undone()
        self.cases.undone()
        self.offers.undone()
        self.timers.undone()
