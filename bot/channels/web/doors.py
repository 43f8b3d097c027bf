"""The web chat's parts, put together."""

from __future__ import annotations

from starlette.routing import BaseRoute

from bot.channels.channel import Offer
from bot.channels.web.app import static
from bot.channels.web.channel import Web
from bot.channels.web.entrance import Entrance, Phones
from bot.channels.web.hub import Hub
from bot.channels.web.me import Logins
from bot.channels.web.pages import Pages
from bot.channels.web.taking import Taking
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
) -> tuple[Web, list[BaseRoute]]:
    """The channel, and what the web server answers for it."""
    hub = Hub()
    taking = Taking(database, hub, offer)
    logins = Logins(database, setup)
    entrance = Entrance(taking, setup, logins, phones)
    pages = Pages(taking, setup, files, workshop, logins, hub)
    return Web(database, hub), [*entrance.routes(), *pages.routes(), static()]
