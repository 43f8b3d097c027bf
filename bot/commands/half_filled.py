"""What `gridbee check` says of a channel that is off though somebody has begun to fill it in."""

from __future__ import annotations

from bot.config.fitting import Result
from bot.config.section import Section
from bot.config.settings import Config

ONLY_ITS_OWN = {
    "secret",
    "token",
    "aes_key",
    "oauth_url",
    "templates",
    "agent_id",
    "webhook_url",
    "webhook_secret",
}
"""Keys without a use while the channel is off; the others have defaults in the example."""


def half_filled(config: Config) -> list[Result]:
    """A hint for each: it is no mistake, as a channel is switched off by this one key."""
    switches = (
        ("telegram", "token", config.telegram, bool(config.telegram.secret_token)),
        ("wechat", "app_id", config.wechat, config.wechat.enabled),
        ("wecom", "corp_id", config.wecom, config.wecom.enabled),
        ("aibot", "bot_id", config.aibot, config.aibot.enabled),
    )
    return [
        Result(name, True, f"off, as [{name}] has no {switch}; not used: {given}")
        for name, switch, section, on in switches
        if not on and (given := ", ".join(_given(section, switch)))
    ]


def _given(section: Section, switch: str) -> list[str]:
    """The keys that were filled in, as they stand there."""
    return sorted(
        key
        for key in section.model_fields_set
        if key != switch
        and key.removesuffix("_file") in ONLY_ITS_OWN
        and _says(section, key)
    )


def _says(section: Section, key: str) -> bool:
    return bool(getattr(section, key) != type(section).model_fields[key].default)
