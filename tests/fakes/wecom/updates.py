"""How a card changes where it stands: by a response_code for anybody, by an answer for who
pressed.
"""

from __future__ import annotations

from typing import Any

from tests.fakes.wecom import cards as wecom_cards
from tests.fakes.wecom.errors import DONE, Json, require
from tests.fakes.wecom.phone import Card
from tests.fakes.wecom.state import State


def update(state: State, wish: Json) -> Json:
    """POST /cgi-bin/message/update_template_card (94888). Raises ApiError."""
    state.own_agent(wish.get("agentid"))
    wanted = wish.get("userids", [])
    require(isinstance(wanted, list) and len(wanted) <= 1000, 40058, "userids")
    everybody = wish.get("atall") == 1
    require(wanted or everybody, 81013)
    _check(wish)
    cards = state.tasks.get(state.spend(wish.get("response_code")).task_id, {})
    names = list(cards) if everybody else [str(one).lower() for one in wanted]
    for name in names:
        if name in cards:
            change(cards[name], wish)
    bad = [one for one in wanted if str(one).lower() not in cards]
    return DONE | {"invaliduser": bad}


def _check(wish: Json) -> None:
    button, card = wish.get("button"), wish.get("template_card")
    require((button is None) != (card is None), 40058, "button or template_card")
    if card is not None:
        wecom_cards.check(card)
    else:
        require(isinstance(button, dict), 40058, "button")
        require(button and button.get("replace_name"), 40058, "replace_name")


def change(card: Card, wish: Json) -> None:
    """One phone's card; another text in place of its buttons kills them. Raises ApiError."""
    new: Any = wish.get("template_card")
    if new is None:
        card.becomes(card.raw, str(wish["button"]["replace_name"]))
        return
    task_id = new.get("task_id", card.task_id)
    require(task_id == card.task_id, 40058, "another task_id")
    card.becomes(new, str(new.get("replace_text", "")))
