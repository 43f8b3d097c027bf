"""WeChat's row in the table of channels."""

from __future__ import annotations

from bot.channels.making import Door, Maker, Parts
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.tencent.unread import again_of
from bot.channels.wechat import codes, console
from bot.channels.wechat.api import Api
from bot.channels.wechat.channel import Wechat
from bot.channels.wechat.receive import event_of
from bot.config.fitting import Result
from bot.config.mistakes import ConfigError
from bot.config.settings import Config
from domain.messages import Event


def make(parts: Parts) -> Door:
    section = parts.config.wechat
    try:
        made = Wechat(parts)
    except ValueError as error:
        raise ConfigError(f"[wechat] cannot be reached: {error}") from None
    direct = {section.callback_path: made.callback}
    return Door(made, made, made.routes, direct)


def read_again(external_id: str, raw: object) -> Event | None:
    """What could not be read is looked at anew."""
    fields = again_of(raw)
    return None if fields is None else event_of(fields)


async def link(config: Config, code: str) -> str:
    """What a QR code says that leads into the account with this code: for a grid for ever, for an
    invitation a week. Where WeChat does not answer, the words that do the same.
    """
    section = config.wechat
    api = Api(
        section.base_url,
        section.app_id,
        section.app_secret,
    )
    try:
        return await codes.made(api, code)
    except (Refused, Uncertain, Unreached, KeyError):
        return f"(WeChat does not answer: say to the account) /start {code}"
    finally:
        await api.close()


async def asked(config: Config, seconds: float) -> list[Result]:
    section = config.wechat
    api = Api(
        section.base_url,
        section.app_id,
        section.app_secret,
    )
    return await console.asked(
        api,
        section.templates.given,
        seconds,
    )


MAKER = Maker(make, read_again, link, asked)
