"""English words with a letter wrong are read as what they nearly are."""

from __future__ import annotations

from domain.misspelt import mended

KNOWN = frozenset({"street", "light", "broken", "manhole", "rubbish", "lamp"})
SAID = {
    "strret lite brokn": "street light broken",
    "Manhol cover": "manhole cover",
    "rubish": "rubbish",
    "ligth": "light",
    "lightt": "light",
    "street light": "street light",
    "lampton gardens": "lampton gardens",
    "wenchang rd 12": "wenchang rd 12",
    "damp": "damp",
    "stretch": "stretch",
    "": "",
}


def test_a_word_with_one_letter_wrong_is_mended_and_another_word_is_not() -> None:
    assert {said: mended(said, KNOWN) for said in SAID} == SAID
