"""What is left out of words before anybody reads them."""

from __future__ import annotations

from domain.messages import tidy


def test_nothing_that_is_said_turns_the_rest_of_a_card_around() -> None:
    assert tidy("路灯\u202e亮不灯路\u202c G01") == "路灯亮不灯路 G01"
    assert tidy("a\u2066b\u2069c\0d\ud800") == "abcd"
    assert tidy("شارع ۵، \u200fG01 👨\u200d🔧") == "شارع ۵، \u200fG01 👨\u200d🔧"
