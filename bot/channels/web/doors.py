"""The web chat's parts, put together."""

from __future__ import annotations

from starlette.routing import BaseRoute

from bot.channels.channel import Offer
from bot.channels.making import Phones
from bot.channels.web.app import static
from bot.channels.web.channel import Web
from bot.channels.web.entrance import Entrance
from bot.channels.web.hub import Hub
from bot.channels.web.limits.budgets import Budgets
from bot.channels.web.me import Owners
from bot.channels.web.opening import Opening
from bot.channels.web.pages import Pages
from bot.channels.web.proof import ProofPage
from bot.channels.web.signed_in import SignedIn
from bot.channels.web.speaking import Speaking
from bot.channels.web.taking import Taking
from bot.channels.web.visitors import Visitors
from bot.config.limits import LimitsConfig
from bot.media.files import Files
from bot.workshop.workshop import Workshop
from handlers.dialog.setup import Setup
from storage.database import Database


def doors(
    database: Database,
    setup: Setup,
    files: Files,
    workshop: Workshop,
    offer: Offer,
    phones: Phones,
    limits: LimitsConfig,
) -> tuple[Web, list[BaseRoute]]:
    """The channel, and what the web server answers for it."""
    hub = Hub()
    taking = Taking(database, setup, hub, offer)
    owners = Owners(database, setup)
    visitors = Visitors(database, Budgets(limits))
    proof = ProofPage(
        database,
        setup,
        visitors.budgets,
    )
    opening = Opening(taking, setup, visitors)
    entrance = Entrance(
        opening,
        setup,
        owners,
        phones,
    )
    signed_in = SignedIn(taking, setup, visitors)
    parts = (taking, setup, files)
    pages = Pages(*parts, owners, visitors, limits)
    speaking = Speaking(*parts, workshop, owners, visitors)
    routes = [
        *entrance.routes(),
        *signed_in.routes(),
        *pages.routes(),
        *speaking.routes(),
        *proof.routes(),
        static(),
    ]
    return Web(database, hub), routes
