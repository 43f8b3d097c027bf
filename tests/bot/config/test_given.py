"""Files, secrets and addresses of a configuration: what people do to them is read, or told."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from bot.config.mistakes import ConfigError
from bot.config.reading import load, read
from tests.wecom.office import SECTION as WECOM

TOKEN = "123456:ABC-DEF"
KEY = b64encode(bytes(32)).decode()
TWO_SIGNS = "SEC@RET"
HOOK = {"mode": "webhook", "webhook_url": "https://x.org/telegram"}
LETTERS = {"webhook_secret": "SECRET-16-letters"}
OTHER = {"base_url": "http://x/bot", "base_file_url": "http://x/file/bot"}


def told(**values: Any) -> str:
    with pytest.raises(ConfigError) as error:
        read(values)
    assert "SECRET" not in str(error.value) and len(str(error.value).splitlines()) == 1
    return str(error.value)


@pytest.mark.parametrize("before", ["", "\ufeff"])
@pytest.mark.parametrize("after", ["", "\n", "  \r\n\r\n"])
def test_a_secret_is_read_as_editors_leave_it(
    tmp_path: Path, before: str, after: str
) -> None:
    token, keys = tmp_path / "token", tmp_path / "keys"
    token.write_bytes(f"{before}{TOKEN}{after}".encode())
    keys.write_bytes(f"{before}{KEY}{after}".encode())
    config = tmp_path / "config.toml"
    lines = (
        f'{before}[telegram]\ntoken_file = "{token}"',
        f'[encryption]\nkeys_file = "{keys}"{after}',
    )
    config.write_bytes("\r\n".join(lines).encode())
    found = load(config)
    assert found.telegram.secret_token == TOKEN
    assert len(found.encryption.given) == 1
    assert read({"telegram": {"token": f" {TOKEN}\n"}}).telegram.secret_token == TOKEN


@pytest.mark.parametrize(
    ("holds", "says"),
    [
        (b"\r\n", "is empty: write the secret into it"),
        ("SECRET".encode("utf-16"), "is not UTF-8 text: save it as UTF-8"),
        (b"# SECRET\n1:A", "token must be one line such as 123456:ABC-DEF"),
        (b"1:SECRET 2", "token must be one line such as 123456:ABC-DEF"),
        ("1：SECRET".encode(), "token must be one line such as 123456:ABC-DEF"),
    ],
)
def test_a_file_without_a_token_is_told_and_does_not_switch_telegram_off(
    tmp_path: Path, holds: bytes, says: str
) -> None:
    path = tmp_path / "token"
    path.write_bytes(holds)
    assert says in told(
        telegram={"token_file": str(path)},
        web={"enabled": True},
    )


def test_of_a_secret_that_stands_twice_none_is_taken_silently(tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text(TOKEN, encoding="utf-8")
    twice = {"token": "1:SECRET", "token_file": str(path)}
    assert "keep one of them" in told(telegram=twice)


@pytest.mark.parametrize(
    ("section", "values", "says"),
    [
        ("telegram", HOOK | {"webhook_secret": "SECRET with spaces!"}, "16 to 256"),
        ("telegram", HOOK | {"webhook_secret": "SECRET" * 50}, "16 to 256"),
        ("telegram", HOOK | LETTERS | {"webhook_url": "https://x.org/"}, "such as"),
        ("telegram", HOOK | LETTERS | {"webhook_url": "x.org/telegram"}, "such as"),
        ("telegram", HOOK | LETTERS | {"webhook_url": "http://x/telegram"}, "such as"),
        ("telegram", OTHER | {"base_url": "x/bot"}, "begin with https://"),
        ("telegram", {"per_second": float("inf")}, "finite number"),
        ("wechat", {"base_url": "api.weixin.qq.com"}, "begin with https://"),
        ("wechat", {"base_url": "http://[::1"}, "must name a host"),
        ("wechat", {"base_url": "https://:443"}, "must name a host"),
        ("wechat", {"base_url": "https://x.org:99999"}, "must name a host"),
        ("wecom", {"oauth_url": "https://x.org/page"}, "such as"),
        ("wecom", WECOM | {"oauth_url": "https://x.org"}, "leads to the page"),
        ("web", {"public_url": "grid.example.org"}, "such as"),
        ("web", {"public_url": "https：//grid.example.org"}, "such as"),
        ("web", {"host": "http://127.0.0.1"}, "such as"),
        ("web", {"host": ""}, "such as"),
        ("web", {"proxies": ["proxy.local"]}, "is no address or network"),
        ("web", {"proxies": [5]}, "is no address or network"),
        ("web", {"proxies": ["10.0.0.1/8"]}, "is no address or network"),
        ("service", {"data": "a\0b"}, "[service] data: has a NUL"),
        ("wechat", {"secret_file": "\0"}, "[wechat] secret_file: has a NUL"),
        ("robots", [{"area": "G01", "url_file": "x\0"}], "row 1 url_file: has a NUL"),
        ("database", {"url": "sqlite:///\0"}, "[database] url: has a NUL"),
        ("database", {"url": f"postgresql://a:{TWO_SIGNS}@h/d"}, "@ as %40"),
        ("database", {"url": "sqlite:///g.db?mode=ro"}, "leave out"),
        ("encryption", {"keys": ["SECRET"]}, "a key is 32 random bytes"),
        ("encryption", {"keys": ["钥匙"]}, "a key is 32 random bytes"),
    ],
)
def test_what_leads_nowhere_is_told_before_the_start(
    section: str, values: Any, says: str
) -> None:
    assert says in told(**{section: values})


def test_a_server_of_ones_own_may_call_without_tls() -> None:
    near = {"webhook_url": "http://127.0.0.1:9/telegram"}
    assert read({"telegram": HOOK | OTHER | LETTERS | near}).telegram.mode == "webhook"
