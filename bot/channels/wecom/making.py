"""WeCom's row in the table of channels."""

from __future__ import annotations

import asyncio

from bot.channels.making import Door, Maker, Parts
from bot.channels.tencent.addresses import address_in
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.tencent.unread import again_of
from bot.channels.wecom.api import Api
from bot.channels.wecom.channel import Wecom
from bot.channels.wecom.errors import UNTRUSTED
from bot.channels.wecom.joining import address
from bot.channels.wecom.receive import event_of
from bot.config.fitting import Result
from bot.config.mistakes import ConfigError
from bot.config.settings import Config
from domain.messages import Event
from domain.start_codes import Begins

NAME = "wecom"
LIST = "the app's trusted addresses (企业可信IP)"
AGENT = "WeCom knows no such agent_id, or the secret is another app's"
MISSING = {
    40001: "WeCom does not accept the secret",
    40013: "WeCom knows no such corp_id",
    41011: AGENT,
    40056: AGENT,
    301002: AGENT,
    48002: "the app may not do this: look at its rights in the console",
}
"""By error code (document/path/90313)."""


def make(parts: Parts) -> Door:
    try:
        made = Wecom(parts)
    except ValueError as error:
        raise ConfigError(f"[wecom] cannot be reached: {error}") from None
    path = parts.config.wecom.callback_path
    return Door(made, made, made.routes, {path: made.callback})


def read_again(external_id: str, raw: object) -> Event | None:
    """What could not be read is looked at anew."""
    fields = again_of(raw)
    return None if fields is None else event_of(fields)


async def link(config: Config, code: str) -> str:
    """An invitation is taken on a page, where WeCom says who opens it; else nobody is led into an
    app by an address: they say the words.
    """
    if config.wecom.oauth_url and Begins.INVITATION.leads_to(code):
        return address(config.wecom.oauth_url, code)
    return f"(say this to the app in WeCom) /start {code}"


async def asked(config: Config, seconds: float) -> list[Result]:
    section = config.wecom
    who = (section.corp_id, section.app_secret, section.agent_id)
    api = Api(section.base_url, *who)
    try:
        async with asyncio.timeout(seconds):
            await api.check()
            return [Result(NAME, True, "secret, app and our address are accepted")]
    except Refused as refused:
        return [Result(NAME, False, _refused(refused))]
    except (Uncertain, Unreached, TimeoutError):
        late = f"WeCom does not answer within {seconds:g} s"
        return [Result(NAME, False, late)]
    finally:
        await api.close()


def _refused(refused: Refused) -> str:
    if refused.code != UNTRUSTED:
        return MISSING.get(refused.code, f"WeCom says: {refused}")
    ours = address_in(refused.told)
    return f"WeCom does not trust our address{ours}: add it to {LIST}"


MAKER = Maker(make, read_again, link, asked)
