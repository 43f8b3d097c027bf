"""A device in two words, for a list in which its owner should recognise it."""

from __future__ import annotations

from starlette.requests import Request

SYSTEMS = (
    ("OpenHarmony", "HarmonyOS"),
    ("HarmonyOS", "HarmonyOS"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)
BROWSERS = (
    ("MicroMessenger", "WeChat"),
    ("AlipayClient", "Alipay"),
    ("HuaweiBrowser", "Huawei"),
    ("MiuiBrowser", "Mi"),
    ("UCBrowser", "UC"),
    ("MQQBrowser", "QQ"),
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
"""Each says the names of those below it, too: the first that is found counts."""


def device(request: Request) -> str:
    """'Android · Chrome', '' where the browser says nothing that is known."""
    said = request.headers.get("user-agent", "")
    found = (_first(said, SYSTEMS), _first(said, BROWSERS))
    return " · ".join(filter(None, found))


def _first(said: str, names: tuple[tuple[str, str], ...]) -> str:
    return next((name for mark, name in names if mark in said), "")
