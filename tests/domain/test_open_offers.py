"""Several notices are open in a chat, and a number is typed."""

from __future__ import annotations

from datetime import timedelta

from domain.messages import Choice
from domain.offers import Offered
from domain.open_offers import MOST, TOGETHER, chosen, left, meant, since, told
from tests.house import MORNING
from tests.matrix import each


def result(case: int, minutes: float = 0, *more: Choice) -> Offered:
    choices = (
        Choice("已解决", f"c:{case}:confirm"),
        Choice("没解决", f"c:{case}:reopen"),
    )
    at = MORNING + timedelta(minutes=minutes)
    return Offered((*choices, *more), case, at, notice=True, letters=(case,))


def answer(*data: str) -> Offered:
    choices = tuple(Choice(one, one) for one in data)
    return Offered(choices, None, MORNING + TOGETHER, letters=(99,))


def all_told(*offers: Offered) -> Offered:
    found = None
    for one in offers:
        found = told(found, one)
    assert found is not None
    return found


def typed(offered: Offered, *said: str) -> list[str]:
    """What each of these does, one after the other."""
    done = []
    for one in said:
        choice = meant(one, offered)
        done.append(choice.data if choice else "")
        offered = chosen(offered, done[-1])
    return done


LATER = TOGETHER / timedelta(minutes=1) + 1
SHOWS = Choice("YH26-0001", "c:1:open")
SHOWN = Offered(
    (Choice("YH26-0003", "c:3:open"),), 3, MORNING, notice=True, letters=(3,)
)


BOTH = all_told(result(1), result(2))
LATE = all_told(result(1), result(2, LATER))
MERGED = Offered(
    (*result(1).choices, *result(2).choices), 1, MORNING, notice=True, letters=(1,)
)
ROWS = (
    (BOTH, ("1", "1"), ["c:1:confirm", "c:2:confirm"]),
    (BOTH, ("1", "2"), ["c:1:confirm", "c:2:reopen"]),
    (BOTH, ("没解决", "已解决"), ["c:1:reopen", "c:2:confirm"]),
    (BOTH, ("1", "1", "1"), ["c:1:confirm", "c:2:confirm", ""]),
    (LATE, ("1", "1"), ["c:2:confirm", "c:1:confirm"]),
    (MERGED, ("1", "3"), ["c:1:confirm", "c:2:confirm"]),
    (told(MERGED, result(2)), ("1", "1"), ["c:1:confirm", "c:2:confirm"]),
    (all_told(result(1), SHOWN), ("1", "2"), ["c:3:open", "c:1:reopen"]),
    (all_told(result(1, 0, SHOWS)), ("3", "1"), ["c:1:open", "c:1:confirm"]),
    (all_told(result(1), answer("m:a")), ("1", "2"), ["m:a", ""]),
    (all_told(result(1), answer("m:a")), ("没解决",), ["c:1:reopen"]),
    (all_told(answer("m:a", "m:b", "m:c"), result(1)), ("3",), [""]),
)


@each("row", ROWS)
def test_numbers_are_understood_in_the_order_in_which_it_was_told(
    row: tuple[Offered, tuple[str, ...], list[str]],
) -> None:
    offered, said, done = row
    assert typed(offered, *said) == done


def test_what_is_left_is_what_asks_for_the_same_and_was_told_first() -> None:
    all_three = all_told(SHOWN, result(1), result(2), result(4))
    after = chosen(all_three, "c:1:confirm")
    assert [one.data for one in next(left(after, "c:1:confirm"))] == [
        "c:2:confirm",
        "c:2:reopen",
    ]
    assert not [*left(after, "c:3:open")]
    assert not [*left(chosen(all_told(result(1)), "c:1:reopen"), "c:1:reopen")]


def test_what_is_put_again_goes_on_and_what_was_marked_twice_is_there_once() -> None:
    both = all_told(result(1), result(2), result(2))
    assert len(both.earlier) == 1
    again = told(chosen(both, "c:1:confirm"), result(2))
    assert again == chosen(both, "c:1:confirm")
    many = all_told(*(result(number) for number in range(1, 2 * MOST)))
    assert len(many.earlier) == MOST


def test_what_was_sent_while_the_rows_were_written_stands_above_them() -> None:
    written = all_told(result(1), result(2))
    remembered = all_told(result(1), result(2), result(3), result(4))
    assert since(written, remembered) == remembered
    assert since(written, None) == since(written, written) == written


def test_what_was_chosen_meanwhile_is_chosen_still() -> None:
    written = chosen(all_told(result(1), result(2)), "c:1:confirm")
    remembered = all_told(result(1), result(2), result(3))
    assert typed(since(written, remembered), "1", "1", "1") == [
        "c:2:confirm",
        "c:3:confirm",
        "",
    ]
