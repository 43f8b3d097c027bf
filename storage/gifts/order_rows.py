"""An order for a gift as a row of its table, and back."""

from __future__ import annotations

from typing import Any

from domain.gifts.order import Order, OrderState


def order_of(row: Any) -> Order:
    return Order(
        row.id,
        row.gift,
        row.person_id,
        row.points,
        row.code,
        OrderState(row.state),
        row.at,
        row.until,
        row.noticed,
        row.ended_at,
        row.by,
    )


def row_of(order: Order) -> dict[str, Any]:
    return {
        "id": order.id,
        "gift": order.gift,
        "person_id": order.person_id,
        "points": order.points,
        "code": order.code,
        "state": order.state.value,
        "at": order.at,
        "until": order.until,
        "noticed": order.noticed,
        "ended_at": order.ended_at,
        "by": order.by,
    }
