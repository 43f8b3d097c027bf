"""讲个笑话, 今天好冷, 😡, 🚧🕳️: what is no matter is answered in its own tone, and no menu comes for
it. Who only draws a siren may need the numbers.
"""

from __future__ import annotations

from domain.reading.model import Intent, Reading
from handlers.casework import whereabouts
from handlers.dialog.alone import alone
from handlers.dialog.into_draft import no_words
from handlers.dialog.turn import Turn
from handlers.filing import unclear_before
from handlers.people.talk import keep_place
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
PLACED = (Intent.CHAT, Intent.PLACE_ONLY)
SAID = {
    "words-joke": "talk-joke",
    "words-eaten": "talk-eaten",
    "words-tired": "talk-tired",
    "words-weather": "talk-weather",
    "words-laugh": "talk-laugh",
}


async def answered(turn: Turn, reading: Reading) -> bool:
    """Whether it was that, where nothing is open that it may be said of. What is drawn and wrong
    belongs to what comes next.
    """
    said = turn.event.text
    where = _drawn_at(turn) if alone(turn) and reading.intent in PLACED else ""
    if where:
        signs = "".join(one for one in said if not one.isalnum()).strip()
        await unclear_before.keep_sign(turn, signs)
        await keep_place(turn, where)
        return True
    if not alone(turn) or reading.intent is not Intent.CHAT or reading.danger:
        return False
    if reading.perhaps:
        return False
    key = _drawn(said) if no_words(turn.event) else _said(said)
    if key:
        turn.reply(turn.say(key))
    if key == "talk-drawn":
        await unclear_before.keep_sign(turn, said.strip())
    return bool(key)


def _drawn_at(turn: Turn) -> str:
    """The place that is written beside a drawn hazard, and nothing else with it: 🕳️ G01."""
    said = turn.event.text
    words = "".join(one if one.isalnum() else " " for one in said).strip()
    if not words or len(words) > LONGEST or _drawn(said) != "talk-drawn":
        return ""
    found = whereabouts.find(turn.scene, words, turn.person).sure
    named = found is not None and found.words.casefold() == words.casefold()
    return words if named else ""


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
