"""他微信多少, "can i have his wechat": nobody's number is given away here. It is said so, and who
has the case is called: what is written goes to them.
"""

from __future__ import annotations

from dataclasses import replace

from domain.reading.model import Intent, Reading
from handlers.contents import INTENTS
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, asks, plain

BESIDE = ("words-number-fill", "words-whose-number", "words-polite", "words-hail")


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether a rider asked for it, and nothing else."""
    said = turn.event.text
    if turn.person.staff or not alone(turn):
        return False
    if not asks("words-their-number", said, *BESIDE):
        return False
    if not anywhere("words-whose-number").search(plain(said)):
        return False
    turn.reply(turn.say("about-their-number"))
    await INTENTS[Intent.HUMAN](turn, replace(reading, said=True))
    return True
