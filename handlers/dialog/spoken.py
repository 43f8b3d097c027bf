"""What is said to a question with buttons in other words than theirs: 解决了, "yes, it is".

It counts while nothing else was asked since, whatever form lies open from before.
"""

from __future__ import annotations

import re

from domain.messages import Choice
from domain.offers import Offered
from domain.open_offers import act_of, asked_last, meant
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, begins, only, plain, words

SPOKEN = {
    "confirm": ("words-solved",),
    "reopen": ("words-unsolved",),
    "approve": ("words-approve",),
    "decline": ("words-not-approve",),
    "wish:receive": ("words-received", "words-got"),
    "wish:missing": ("words-missing",),
    "li:finish": ("words-done",),
}
"""By what a choice does, the words that choose it like its label. A nod beside them says no more;
alone it only says that it was read.
"""

ASSENTS = {
    "wish:publish": ("words-consent", "words-yes"),
    "wish:not_this": ("words-no",),
    "wish:keep": ("words-consent", "words-yes", "words-still"),
    "li:keep": ("words-consent", "words-yes", "words-still"),
    "member:keep": ("words-consent", "words-yes", "words-still"),
    "shop:stays": ("words-consent", "words-yes", "words-still"),
    "shop:tie": ("words-consent", "words-yes"),
    "d:revoke": ("words-consent", "words-yes"),
}
"""The same of what only asks for a yes: a short one is its answer."""

ENDS = {
    "li:withdraw": "li:keep",
    "member:quit": "member:keep",
    "shop:ends": "shop:stays",
}
"""What a no does where it was asked whether something goes on: by the choice that lets it."""

LED = {"wish:give_back": "words-give-back"}
"""By what a choice does, the words with which its saying begins: why is their own matter."""

BESIDE = ("words-nod", "words-polite")
ROOM = re.compile(r"([a-z]+):(?:\d+:)?([a-z_]+)(?::.*)?")
"""What a choice of another room brings: whose it is, what is done, to which of its things."""


def spoken(said: str, offered: Offered) -> Choice | None:
    """The choice of what was asked last that these words mean. Of several that were told together
    it is that of the first, as of a label.
    """
    last = asked_last(offered)
    offers: dict[str, Choice] = {}
    for one in last.choices if last else ():
        offers.setdefault(_does(one.data), one)
    polite = only("words-polite", said)
    ends = only("words-ends-it", said, "words-no", "words-polite") and not polite
    for name, choice in offers.items():
        if _says(name, said) or (ends and ENDS.get(name) in offers):
            return meant(choice.label, offered)
    return None


def _does(data: str) -> str:
    """The act on a case, else the room and what is done there."""
    found = None if data.startswith("c:") else ROOM.fullmatch(data)
    return f"{found[1]}:{found[2]}" if found else act_of(data)


def _says(name: str, said: str) -> bool:
    whole = SPOKEN.get(name, ())[:1]
    if any(plain(said) in words(key) for key in whole):
        return True  # 没呢 asks nothing
    if questioned(said):
        return False
    if name in ASSENTS:
        first, *others = ASSENTS[name]
        polite = only("words-polite", said)
        return only(first, said, *others, "words-polite") and not polite
    if name in LED:
        return begins(LED[name], said)
    keys = SPOKEN.get(name, ())
    named = any(anywhere(key).search(said.lower()) for key in keys)
    nod = only("words-nod", said, "words-polite") and not named  # 好了 is no 好
    return bool(keys) and only(keys[0], said, *keys[1:], *BESIDE) and not nod
