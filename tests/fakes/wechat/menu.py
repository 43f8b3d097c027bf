"""The menu below the chat, as a thumb finds it."""

from __future__ import annotations

from tests.fakes.wechat.errors import Json


def buttons(menu: Json | None) -> list[Json]:
    """Everything that does something, of both levels."""
    top = (menu or {}).get("button", [])
    return [one for button in top for one in (button.get("sub_button") or [button])]


def chosen(menu: Json | None, wanted: str) -> Json:
    """The button of this name or key. AssertionError where there is none."""
    there = buttons(menu)
    found = (one for one in there if wanted in (one["name"], one.get("key")))
    button = next(found, None)
    assert button is not None, f"no button {wanted!r} in {there}"
    return button
