"""What is said to a question with two buttons in other words than theirs: 解决了, "yes, it is".

It counts while nothing else was asked since, whatever form lies open from before.
"""

from __future__ import annotations

from domain.messages import Choice
from domain.offers import Offered
from domain.open_offers import act_of, asked_last, meant
from handlers.texts.words import only

SPOKEN = {"confirm": "words-solved", "reopen": "words-unsolved"}
"""By act on a case, the words that choose it like its label."""

BESIDE = ("words-nod", "words-polite")


def spoken(said: str, offered: Offered) -> Choice | None:
    """The choice of what was asked last that these words mean. Of several that were told together
    it is that of the first, as of a label.
    """
    last = asked_last(offered)
    for choice in last.choices if last else ():
        key = SPOKEN.get(act_of(choice.data))
        if key and _says(key, said):
            return meant(choice.label, offered)
    return None


def _says(key: str, said: str) -> bool:
    """A nod alone may only mean that it was read."""
    return only(key, said, *BESIDE) and not only("words-nod", said, "words-polite")
