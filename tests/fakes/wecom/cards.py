"""What a button_interaction card may be: lists, lengths and keys (90236)."""

from __future__ import annotations

import re
from typing import Any

from tests.fakes.wecom.errors import Json, require
from tests.fakes.wecom.xml import listed

TASK_ID = re.compile(r"[0-9A-Za-z_\-@]{1,128}")
MOST_BUTTONS, MOST_ROWS, MOST_OPTIONS, MOST_IN_MENU = 6, 6, 10, 3
LONGEST_KEY = 1024  # bytes
PARTS = {
    "card_type",
    "source",
    "action_menu",
    "main_title",
    "quote_area",
    "sub_title_text",
    "horizontal_content_list",
    "card_action",
    "task_id",
    "button_selection",
    "button_list",
    "replace_text",
}
NEEDS = {1: "url", 2: "media_id", 3: "userid"}
"""What a row of each type leads to."""
LISTS = {"action_list", "horizontal_content_list", "button_list", "option_list"}
NUMBERS = {"type", "style", "desc_color", "disable"}
NAMES = {"key_name": "keyname", "user_id": "userid", "app_id": "appid"}
CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


def check(card: Any) -> None:
    """Raises ApiError 40058, or 41048 for another type of card."""
    require(isinstance(card, dict), 40058, "no template_card")
    require(card.get("card_type") == "button_interaction", 41048)
    unknown = sorted(set(card) - PARTS)
    require(not unknown, 40058, f"unknown: {unknown}")
    top = card.get("main_title")
    require(isinstance(top, dict), 40058, "main_title")
    require(top.get("title") or card.get("sub_title_text"), 40058, "no words")
    _check_rows(card.get("horizontal_content_list", []))
    _check_buttons(card.get("button_list"))
    _check_menu(card.get("action_menu"), bool(card.get("task_id")))
    _check_choice(card.get("button_selection"))
    action = card.get("card_action", {"type": 0})
    require(action.get("type") in (0, 1, 2), 40058, "card_action")
    require(action["type"] != 1 or action.get("url"), 40058, "card_action.url")


def _check_rows(rows: Any) -> None:
    require(isinstance(rows, list) and len(rows) <= MOST_ROWS, 40058, "rows")
    for row in rows:
        require(row.get("keyname"), 40058, "keyname")
        needed = NEEDS.get(row.get("type", 0))
        require(needed is None or row.get(needed), 40058, f"row without {needed}")


def _check_buttons(buttons: Any) -> None:
    require(isinstance(buttons, list), 40058, "button_list")
    require(1 <= len(buttons) <= MOST_BUTTONS, 40058, "button_list")
    for button in buttons:
        require(button.get("text"), 40058, "button without text")
        require(button.get("style", 1) in (1, 2, 3, 4), 40058, "style")
        if button.get("type", 0) == 1:
            require(button.get("url"), 40058, "button without url")
    _check_keys([one.get("key") for one in buttons if one.get("type", 0) != 1])


def _check_menu(menu: Any, has_task: bool) -> None:
    if menu is None:
        return
    actions = menu.get("action_list")
    require(has_task, 40058, "action_menu needs task_id")
    require(isinstance(actions, list), 40058, "action_list")
    require(1 <= len(actions) <= MOST_IN_MENU, 40058, "action_list")
    require(all(one.get("text") for one in actions), 40058, "action without text")
    _check_keys([one.get("key") for one in actions])


def _check_keys(keys: list[Any]) -> None:
    require(all(keys), 40058, "no key")
    require(all(len(str(key).encode()) <= LONGEST_KEY for key in keys), 40058, "key")
    require(len(set(keys)) == len(keys), 40058, "key repeated")


def _check_choice(choice: Any) -> None:
    if choice is not None:
        require(choice.get("question_key"), 40058, "question_key")
        options = choice.get("option_list")
        require(isinstance(options, list), 40058, "option_list")
        require(1 <= len(options) <= MOST_OPTIONS, 40058, "option_list")


def check_task(task_id: Any, known: object) -> None:
    """Raises ApiError 40058, or 42014 for one that the app has had before."""
    require(isinstance(task_id, str), 40058, "task_id")
    require(TASK_ID.fullmatch(task_id), 40058, "task_id")
    require(not known, 42014)


def from_xml(fields: Any) -> Any:
    """A TemplateCard of a passive answer as JSON has it: MainTitle is main_title, and so on."""
    if not isinstance(fields, dict):
        return fields
    found: Json = {}
    for tag, value in fields.items():
        name = CAPITAL.sub("_", tag).lower()
        name = NAMES.get(name, name)
        if name in LISTS:
            found[name] = [from_xml(one) for one in listed(value)]
        elif name in NUMBERS:
            found[name] = int(value)
        else:
            found[name] = from_xml(value)
    return found
