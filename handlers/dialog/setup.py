"""What the handlers need to know of the place they run in: plain values, made once from the
configuration.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.gifts.gift import GiftTerms
from domain.matching.terms import Terms
from domain.members import MemberTerms
from domain.messages import Address
from domain.points.rates import Rates
from domain.policies import DEFAULT_POLICY, Policy, Row
from domain.proofs import Proofs
from domain.quota import Goes
from domain.reading.catalogue import Catalogue
from domain.reading.vocabulary import Vocabulary, default_vocabulary
from domain.rules import Rule
from domain.special_days import Known, none
from domain.unheard import Gap
from domain.wishes.wish import WishTerms
from handlers.texts.sentences import keys, label

SHANGHAI = ZoneInfo("Asia/Shanghai")
USUAL_GIFTS = GiftTerms()
NO_LINKS: Mapping[str, str] = {}
NO_BOARDS: Mapping[str, Address] = {}
NO_CALENDARS: Mapping[str, Calendar] = {}
POSTS: Mapping[str, Mapping[str, str]] = {
    code: {}
    for code in (
        "building_head",
        "party_guide",
        "property_staff",
        "police",
        "fire_officer",
        "mediator",
        "city_management",
        "volunteer",
    )
}
"""The posts of a house without a configuration; their names are texts."""
MAP_LINK = "https://uri.amap.com/marker?position={gcj_lon},{gcj_lat}&name={label}"
"""Opens AMap's app or page. Telegram makes links of http, https and tg only (Bot API, "HTML
style"): of a `geo:` link it keeps the words, so that suits the web chat alone.
"""


Listener = Callable[[Any, Any], Awaitable[Sequence[Any]]]
"""As those of `casework/listeners.py`: a scene and what happened, to the orders that follow."""


Tail = Callable[[Any, Any], Awaitable[str]]
"""A line below the letter by which a filer hears of an act, '' for none: a scene and what
happened.
"""


Served = Callable[[Any, Any], Awaitable[bool]]
"""A scene and a `domain.points.service.Service` that somebody else says was done: whether that is
news.
"""


@dataclass(frozen=True, slots=True)
class Setup:
    """`links` gives each channel's address for a start code, with {code} in it; `troubles` what is
    wrong with a channel now: polls, sends or hangs; `refusals` what its other side does not take,
    as the channel itself found; `unheard` when a channel was not heard last. `codes` are channels
    that make a picture of a start code; `joins` the addresses, with {code} in it, at which an
    invitation alone is taken, of channels that no address opens; `counted` what goes now in those
    in which people have to speak first; `boards` the groups that are told by links only, by the
    code of their area. Sizes are in bytes.

    `rows` come before `policy`. `calendars` are service hours by area code, '' for everywhere;
    `special_days` the public holidays and made-up days, which rest stations heed.
    `posts` holds each post's name by language. Nobody is given a case beyond `cap` open ones while
    there is somebody else. `map_link` is the template of `domain.places.links.map_link`, '' for
    none. Without `wishes` there is no list of them, without `proofs` no slip is given out, without
    `members` there are no mobile grid members, without `matching` no lists of needs and resources.
    `gifts` says how long one is kept; there are some where they are loaded. `key` is the house's
    own, of which the codes of coupons are made: without it there are none.

    `shops_at` is the minute after midnight at which reports about shops are passed on, None for at
    once. `points` is what pays how much, None while there is no honey bank. `listeners` hear of
    every act after casework's own: those of rooms that may be off. `tails` are lines of theirs in
    the letter by which casework tells a filer of an act. `served` books what somebody did for
    others, None where that brings nothing.
    """

    zone: ZoneInfo = SHANGHAI
    language: str = "zh-CN"
    policy: Policy = field(default_factory=lambda: DEFAULT_POLICY)
    rows: tuple[Row, ...] = ()
    calendars: Mapping[str, Calendar] = field(default_factory=lambda: NO_CALENDARS)
    special_days: Known = none
    rules: tuple[Rule, ...] = ()
    posts: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: POSTS)
    cap: int = 30
    shops_at: int | None = None
    links: Mapping[str, str] = field(default_factory=lambda: NO_LINKS)
    boards: Mapping[str, Address] = field(default_factory=lambda: NO_BOARDS)
    troubles: dict[str, str] = field(default_factory=dict)
    refusals: dict[str, str] = field(default_factory=dict)
    unheard: dict[str, Gap] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)
    joins: dict[str, str] = field(default_factory=dict)
    counted: dict[str, Callable[[], Goes]] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=default_vocabulary)
    map_link: str = MAP_LINK
    points: Rates | None = None
    listeners: tuple[Listener, ...] = ()
    tails: tuple[Tail, ...] = ()
    served: Served | None = None
    proofs: Proofs | None = None
    most_photos: int = 9
    most_letters: int = 3000
    most_bytes: int = 20 * 1024 * 1024
    most_cases_an_hour: int = 10
    most_messages_a_minute: int = 40
    wishes: WishTerms | None = None
    matching: Terms | None = None
    members: MemberTerms | None = None
    gifts: GiftTerms = USUAL_GIFTS
    key: bytes = b""

    @property
    def counts_hours(self) -> bool:
        """Whether it is asked how long somebody helped."""
        return (
            self.served is not None and self.points is not None and self.points.hour > 0
        )

    @property
    def catalogue(self) -> Catalogue:
        """What a case can be about."""
        return self.vocabulary.catalogue

    def link(self, channel: str, code: str) -> str:
        """The address that brings somebody here with a start code, or the words to type where
        there is none.
        """
        return self.links.get(channel, "/start {code}").format(code=code)

    def said_elsewhere(self, channel: str) -> bool:
        """Whether another channel has no address that opens it: a start code is said there."""
        others = (link for name, link in self.links.items() if name != channel)
        return any("://" not in link for link in others)

    def post(self, code: str, language: str) -> str:
        """A post's name in this language."""
        names, key = self.posts.get(code, {}), f"post-{code.replace('_', '-')}"
        if not names and key in keys(language):
            return label(language, key)
        return names.get(language) or next(iter(names.values()), code)
