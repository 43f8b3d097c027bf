"""What [wecom] has to say, and how it is told what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.config.mistakes import ConfigError
from bot.config.reading import read
from tests.fakes.wechat import server as wechat_server
from tests.wecom.office import SECTION

WECHAT = {
    "app_id": wechat_server.APP_ID,
    "secret": wechat_server.SECRET,
    "token": wechat_server.TOKEN,
    "aes_key": wechat_server.KEY,
}
OLD_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"


def told(section: dict[str, Any], **more: Any) -> str:
    with pytest.raises(ConfigError) as error:
        read({"wecom": section} | more)
    return str(error.value)


def test_it_is_off_without_a_corp_and_complete_with_one(tmp_path: Path) -> None:
    assert not read({}).wecom.enabled
    secret = tmp_path / "secret"
    secret.write_text(f"{SECTION['secret']}\n")
    in_files = {name: one for name, one in SECTION.items() if name != "secret"}
    in_files |= {"secret_file": str(secret), "previous_aes_key": OLD_KEY}
    config = read({"wecom": in_files}).wecom
    assert config.enabled and config.app_secret == SECTION["secret"]
    assert config.aes_keys == (SECTION["aes_key"], OLD_KEY)
    assert config.callback_path == "/wecom"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"corp_id": "Happy Street Office"}, "corp_id must be"),
        ({"corp_id": f" {SECTION['corp_id']}"}, "corp_id must be"),
        ({"agent_id": 0}, "agent_id"),
        ({"secret": ""}, "needs secret"),
        ({"token": "a b"}, "token must be"),
        ({"aes_key": "short"}, "EncodingAESKey"),
        ({"callback_path": "wecom"}, "must be a path"),
    ],
)
def test_what_the_console_would_not_have_given_out_is_refused(
    wrong: dict[str, Any], words: str
) -> None:
    assert words in told(SECTION | wrong)


def test_the_number_of_an_account_is_no_app_id() -> None:
    for wrong in ("gh_7f083739789a", f"{WECHAT['app_id']} "):
        with pytest.raises(ConfigError) as error:
            read({"wechat": WECHAT | {"app_id": wrong}})
        assert "app_id must be the console's AppID" in str(error.value)


def test_two_doors_have_two_addresses() -> None:
    path = {"callback_path": "/tencent"}
    assert "callback_path each" in told(SECTION | path, wechat=WECHAT | path)
    read({"wecom": SECTION, "wechat": WECHAT})
