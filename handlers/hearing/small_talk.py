"""讲个笑话, 今天好冷, 😡, 🚧🕳️: what is no matter is answered in its own tone, and no menu comes for
it. Who only draws a siren may need the numbers.
"""

from __future__ import annotations

from domain.reading.model import Intent, Reading
from handlers.dialog.alone import alone
from handlers.dialog.into_draft import no_words
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, plain

LONGEST = 24
"""Letters: whoever says more tells something (ours)."""
DRAWN = {
    "talk-siren": "🚑🚒🚓🚨🔥💥🩸🤕🆘",
    "talk-drawn": "🚧🕳💡🌳🗑🚦🐕🐍🚲🛵🌊",
    "talk-angry": "😡😤🤬👿💢😠🖕",
    "welcome": "🙏🌹💐❤🥰😘",
    "talk-laugh": "😂🤣😄😆😁",
}
"""By the key of the answer, signs that stand alone."""
SAID = {
    "words-joke": "talk-joke",
    "words-eaten": "talk-eaten",
    "words-tired": "talk-tired",
    "words-weather": "talk-weather",
    "words-laugh": "talk-laugh",
}


def answered(turn: Turn, reading: Reading) -> bool:
    """Whether it was that, where nothing is open that it may be said of."""
    said = turn.event.text
    if not alone(turn) or reading.intent is not Intent.CHAT or reading.danger:
        return False
    key = _drawn(said) if no_words(turn.event) else _said(said)
    if key:
        turn.reply(turn.say(key))
    return bool(key)


def is_siren(said: str) -> bool:
    """Whether nothing is there but signs, and one of them tells of danger."""
    signs = not any(map(str.isalnum, said))
    return signs and _drawn(said) == "talk-siren"


def _drawn(said: str) -> str:
    return next((key for key, signs in DRAWN.items() if {*signs} & {*said}), "")


def _said(said: str) -> str:
    if len(said.strip()) > LONGEST:
        return ""
    found = (key for key in SAID if anywhere(key).search(plain(said)))
    return SAID.get(next(found, ""), "")
