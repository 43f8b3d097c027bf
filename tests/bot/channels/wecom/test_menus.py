"""The app's menu: one for everybody who sees it."""

from __future__ import annotations

import pytest

from bot.channels.wecom.menus import LISTS, MORE, buttons
from domain.commands import COMMAND_ROLES
from domain.people import Role


def test_what_the_menu_has_is_for_all_of_the_staff() -> None:
    for command in (*LISTS, *MORE):
        assert COMMAND_ROLES.get(command, frozenset(Role)) == frozenset(Role)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_names_are_as_long_as_wecom_takes(language: str) -> None:
    for button in buttons(language):
        assert len(button["name"].encode()) <= 16
        below = button.get("sub_button", [])
        assert len(below) <= 5
        assert all(len(one["name"].encode()) <= 40 for one in below)
