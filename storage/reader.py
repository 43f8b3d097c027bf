"""What may be looked at beside the writer: only what is committed, and nothing is written."""

from __future__ import annotations

from storage.card_codes import CardCodes
from storage.figures.couponed import CouponFigures
from storage.figures.daily import Daily
from storage.figures.given import GivenFigures
from storage.figures.matched import MatchFigures
from storage.figures.register import Register
from storage.figures.reports import Reports
from storage.figures.wished import WishFigures
from storage.logins import Logins
from storage.matching.listings import Listings
from storage.media.lists import MediaLists
from storage.members.members import Members
from storage.open_ids import OpenIds
from storage.outbox.lately import Lately
from storage.points.book import Book
from storage.quotas import Quotas
from storage.sent_messages import SentMessages
from storage.session import Session
from storage.similar import Similar
from storage.web import Web


class Reader:
    """`execute`, `scalar` and `scalars` are the connection's own, for what no store asks."""

    def __init__(self, session: Session) -> None:
        self.execute = session.connection.execute
        self.scalar = session.connection.scalar
        self.scalars = session.connection.scalars
        self.card_codes = CardCodes(session)
        self.lately = Lately(session)
        self.listings = Listings(session)
        self.logins = Logins(session)
        self.media = MediaLists(session)
        self.open_ids = OpenIds(session)
        self.point_book = Book(session)
        self.members = Members(session)
        self.quotas = Quotas(session)
        self.sent_messages = SentMessages(session)
        self.similar = Similar(session)
        self.web = Web(session)
        self.register = Register(session)
        self.daily = Daily(session, pieces=True)
        self.reports = Reports(session)
        self.wish_figures = WishFigures(session)
        self.match_figures = MatchFigures(session)
        self.coupon_figures = CouponFigures(session)
        self.given_figures = GivenFigures(session)
