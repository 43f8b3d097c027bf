"""Whether a command is for us, and what is said where there is none like it: the nearest of those
that are theirs, each with one press.
"""

from __future__ import annotations

import re

from domain.messages import Event
from domain.people import Person
from domain.values.number import apart, case_number
from handlers.actions.asking.commands import ACT_COMMANDS, Several, this_year
from handlers.actions.viewing import which_number
from handlers.contents import COMMANDS
from handlers.dialog import completing
from handlers.dialog.command import may_send
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Turn
from storage.fronts import without_front
from storage.sent_messages import SentMessage

with without_front("rapidfuzz", "rapidfuzz.distance"):
    from rapidfuzz.distance.OSA import distance

OF_CASES = {*ACT_COMMANDS, "case", "slip", "award"}
"""What is said of one case."""
OTHERWISE = (
    "accept take claim",
    "away leave vacation holiday off",
    "audit log logs",
    "duty shift roster",
    "extend delay postpone",
    "grant promote role roles permission",
    "invite newuser join onboard",
    "announce broadcast notice notify publish",
    "areas area grids grid regions",
    "lang language",
    "pass assign transfer forward",
    "people staff users user team who",
    "policy deadline deadlines limits sla",
    "poster qr qrcode",
    "revoke remove delete kick fire demote",
    "route rule rules routing",
    "health status ping",
    "queue search find list cases tasks todo",
    "register export excel download",
    "reject deny refuse",
    "resolve done close finish solve fixed",
    "stats report figures numbers",
    "tell reply answer say",
)
"""A command, and what else people call it."""
MOST_OFFERED = 2
LONGEST_NAME = 20
SHORTEST_PART = 3
"""Letters of a beginning that may stand for the whole name."""
MOST_WRONG = 2
LONG = 7
"""From so many letters on two of them may be wrong, but never the first."""


def ours(event: Event, setup: Setup, command: re.Match[str]) -> bool:
    """Whether a command like /help@somebot is for us. Below a picture most words are no command."""
    row = COMMANDS.get(command[1].lower())
    if event.media and not (row and row.pictures):
        return False
    return not command[2] or names_us(event, setup, command)


def names_us(event: Event, setup: Setup, command: re.Match[str]) -> bool:
    link = setup.link(event.channel, "").lower()
    return bool(command[2]) and f"/{command[2].lower()}?" in link


async def unknown(
    turn: Turn,
    name: str,
    words: str,
    again: bool = False,
) -> None:
    """Says that there is no such command, and which may have been meant. Staff who go on
    read it in a few words: nothing that they type stays without an answer.
    """
    near = nearest(turn.person, name)
    if not near:
        key = "refuse-no-command-again" if again else "refuse-no-command"
        return turn.reply(turn.say(key, name=name[:LONGEST_NAME]))
    await completing.remember(turn, near, words)
    rows = [[completing.press(f"/{one}", one) for one in near]]
    meant = turn.label("command-or").join(f"/{one}" for one in near)
    turn.reply(turn.say("command-meant", name=name, meant=meant), rows)


def nearest(person: Person, name: str) -> list[str]:
    """The commands of this person that may be mistyped like this, the most alike first."""
    theirs = [one for one, row in COMMANDS.items() if may_send(person, row)]
    lines = [line.split() for line in OTHERWISE if name in line.split()[1:]]
    called = [line[0] for line in lines if line[0] in theirs]
    if called:
        return called
    wrong = {one: _wrong(name, one) for one in theirs}
    least = min(wrong.values())
    found = sorted(
        (one for one in theirs if wrong[one] == least),
        key=lambda one: (not one.startswith(name), len(one), one),
    )
    if least == MOST_WRONG and len(name) >= LONG:
        found = [one for one in found if one[0] == name[0]]
    elif least > 1:
        found = []
    return found[:MOST_OFFERED]


def _wrong(typed: str, name: str) -> int:
    """How many letters are wrong, missing, too many or in the wrong order; the end of a name may
    be left out for one.
    """
    if len(typed) >= SHORTEST_PART and name.startswith(typed):
        return 1
    return distance(typed, name)


async def on_card(
    turn: Turn,
    name: str,
    words: str,
    sent: SentMessage | None,
) -> str:
    """The words of a command, with the number of the case whose card it replies to, where none is
    named.
    """
    if name not in OF_CASES or sent is None or sent.case_id is None:
        return words
    year = this_year(turn)
    case = await turn.unit.cases.get(sent.case_id)
    if case is None or case_number(apart(words, year)[0], year=year):
        return words
    return f"{case.number} {words}".strip()


async def which(turn: Turn, name: str, words: str, several: Several) -> None:
    """Asks which of the cases with that serial; what else was said goes along."""
    rest = apart(words, this_year(turn))[1]
    await which_number.ask(turn, turn.say("which-case"), name, several.cases, rest)
