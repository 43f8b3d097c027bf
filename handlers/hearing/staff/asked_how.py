"""怎么转派, "how do I get more time", 怎么加网格员: staff who ask how something is done hear how,
with the press that does it where there is one; and no general help.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from domain.messages import Choice
from domain.people import Role
from domain.reading.model import Intent, Reading
from domain.values.numbers_said import within
from handlers.actions.card_labels import DECORATED
from handlers.actions.carers.about_case import able
from handlers.actions.carers.card_words import act_of_staff
from handlers.actions.carers.in_hand import in_hand
from handlers.actions.table import ACTS
from handlers.admin.plain_roles import admins_of
from handlers.casework import whereabouts
from handlers.contents import COMMANDS, INTENTS
from handlers.dialog.alone import alone
from handlers.dialog.command import may_send
from handlers.dialog.turn import Turn
from handlers.hearing.staff import said_commands
from handlers.lists import work_asked
from handlers.people import carers, plainly
from handlers.people.naming import ROLE_WORDS
from handlers.people.scope import areas_of
from handlers.stats import own_work
from handlers.texts.asking import questioned, unasked
from handlers.texts.sentences import Safe
from handlers.texts.words import anywhere, ended, only, plain, words

LONGEST = 40
"""Letters: whoever says more tells of something else (ours)."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What may be asked for: the key of words that name it. With `do`, words of what is done with
    it, it needs no sign of a question: 加两个网格员; `both` stand in a question too. It is answered
    by an act's button, by a command as it stands alone, or by the text `told`. It may be for
    `admins`: others hear the text `others`, or who does it.
    """

    named: str
    do: str = ""
    both: bool = False
    act: str = ""
    command: str = ""
    told: str = ""
    admins: bool = False
    others: str = ""


TOPICS = (
    Topic("words-how-new-phone", told="how-new-phone"),
    Topic("words-how-no-answer", told="how-no-answer"),
    Topic("words-how-not-ours", told="how-not-ours"),
    Topic("words-how-nobody", told="how-nobody", admins=True),
    Topic("words-how-riders", told="how-riders"),
    Topic("words-how-group", "words-how-bind", command="bind", admins=True),
    Topic("words-how-limit", "words-how-change", command="policy", admins=True),
    Topic("words-how-code", "words-how-print", command="poster", admins=True),
    Topic(
        "words-how-hand-over",
        "words-how-hand-over",
        told="how-hand-over",
        admins=True,
    ),
    Topic("words-how-myself", "words-how-myself", told="how-myself", admins=True),
    Topic("words-how-gone", command="revoke", admins=True),
    Topic(
        "words-how-whom",
        "words-how-bring-in",
        both=True,
        command="invite",
        admins=True,
    ),
    Topic("words-how-delete", told="how-delete"),
    Topic("words-how-block", "words-how-block", told="how-block"),
    Topic("words-how-privacy", act="privacy"),
    Topic("words-how-confidential", told="how-confidential"),
    Topic("words-how-machine", "words-how-set", told="how-machine"),
    Topic("words-how-changed", command="audit"),
    Topic("words-how-why-routed", "words-how-why-routed", command="route", admins=True),
    Topic("words-how-routed", command="route", admins=True),
    Topic("words-how-leave", told="how-leave"),
    Topic("words-how-shift", "words-how-set", told="how-shift"),
    Topic("words-how-quiet", told="how-quiet"),
    Topic("words-how-photo", told="how-photo"),
    Topic("words-how-map", told="how-map"),
    Topic("words-how-slip", told="how-slip"),
    Topic("words-how-past", told="how-past"),
    Topic("words-how-category", act="category"),
    Topic("words-how-urgency", act="urgency"),
    Topic("words-how-hand-on", act="hand_on"),
    Topic("words-how-return", act="return"),
    Topic("words-how-extend", act="extend"),
    Topic("words-how-hold", act="hold"),
    Topic("words-how-merge", act="merge"),
    Topic("words-how-split", act="split"),
    Topic("words-how-undo", act="undo"),
    Topic("words-how-raise", act="raise"),
    Topic("words-how-reject", act="reject"),
    Topic("words-how-tell", act="tell"),
    Topic("words-how-ask", act="ask"),
    Topic("words-how-note", act="note"),
    Topic("words-how-resolve", act="resolve"),
    Topic("words-how-accept", act="accept"),
    *(
        Topic(named, also, told="how-begin", admins=True, others="how-begin-carer")
        for named, also in (("words-how-begin", ""), ("words-how-first",) * 2)
    ),
)
"""The first that is named counts."""
Row = Callable[[Turn, Reading], Awaitable[bool]]
SEEN: tuple[Row, ...] = (
    plainly.on_duty,
    plainly.who_has,
    carers.lists,
    own_work.asked,
    said_commands.asked,
    work_asked.asked,
)
"""What shows whatever somebody asks where to see."""


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether it was asked how to do something that I know, and is answered."""
    said = plain(turn.event.text)
    if not alone(turn) or len(said) > LONGEST or reading.danger is not None:
        return False
    if only("words-how-to", said, "words-polite"):
        await INTENTS[Intent.HOW_TO](turn, reading)
        return True
    asks = _asks(said)
    if asks and await _to_see(turn, reading, said):
        return True
    topic = _asked_for(said) if asks else _ordered(turn, said)
    if topic is None:
        return False
    if topic.admins and not turn.person.has(Role.ADMIN):
        admins = admins_of(turn, turn.person)
        text = topic.others or "how-for-admin"
        turn.reply(turn.say(text, admins=admins, **_filled(turn)))
    elif topic.act:
        await _act(turn, reading, topic.act)
    elif topic.command:
        return await _command(turn, topic.command, said)
    else:
        turn.reply(turn.say(topic.told, **_filled(turn)))
    return True


def _asks(said: str) -> bool:
    """Whether it asks how, and not why, or how something was done: 怎么还没办, 怎么办结的."""
    if anywhere("words-how-why").search(said):
        return False
    seen = anywhere("words-how-to-see").match(said)
    was = not seen and ended(said).endswith(tuple(words("words-how-was")))
    return not was and anywhere("words-how-sign").search(said) is not None


def _asked_for(said: str) -> Topic | None:
    """What is asked for by its name, or by what the button says."""
    for one in TOPICS:
        if _names(one, said) if one.both else anywhere(one.named).search(said):
            return one
    name, rest = act_of_staff(anywhere("words-how-sign").sub("", unasked(said)))
    return Topic("", act=name) if name and not rest else None


def _ordered(turn: Turn, said: str) -> Topic | None:
    """What an admin wants done: of no case that is named, and of nothing that is broken."""
    if not turn.person.has(Role.ADMIN) or within(said) or questioned(said):
        return None
    if anywhere("words-gone-bad").search(said):
        return None
    return next((one for one in TOPICS if one.do and _names(one, said)), None)


def _names(topic: Topic, said: str) -> bool:
    """Whether it names the topic, and what is done with it."""
    return all(anywhere(key).search(said) for key in (topic.named, topic.do))


async def _to_see(turn: Turn, reading: Reading, said: str) -> bool:
    """怎么看还有多少没办: whether what stands behind it is asked for, and shown."""
    led = anywhere("words-how-to-see").match(said)
    rest = said[led.end() :].strip() if led else ""
    if not rest:
        return False
    whole, turn.event = turn.event, replace(turn.event, text=rest)
    for row in SEEN:
        if await row(turn, reading):
            return True
    turn.event = whole
    return False


async def _act(turn: Turn, reading: Reading, name: str) -> None:
    """Where its button is; of the one case in hand it stands below."""
    row, shown = ACTS[name], _label(turn, name)
    key = "how-act-rare" if row.rare else "how-act"
    lines = [turn.say(key, button=shown, command=row.command)]
    cases = await in_hand(turn, reading)
    may = len(cases) == 1 and bool(await able(turn, cases[0], (name,)))
    if not may:
        return turn.reply(lines[0])
    case = cases[0]
    lines.append(turn.say("how-act-this", number=case.number))
    below = [[Choice(turn.label(_key(name)), f"c:{case.id}:{name}")]]
    turn.reply(Safe("\n".join(lines)), below, case_id=case.id)


async def _command(turn: Turn, name: str, said: str) -> bool:
    """As it is sent by itself; of an area that is named, for that."""
    row = COMMANDS[name]
    if not may_send(turn.person, row):
        return False
    behind = BEHIND.get(name)
    await row.handler(turn, behind(turn, said) if behind else "")
    return True


def _role_and_area(turn: Turn, said: str) -> str:
    roles = [role for role, key in ROLE_WORDS.items() if anywhere(key).search(said)]
    called_so = [turn.label(f"role-{role}") for role in roles[:1]]
    return " ".join([*called_so, _area(turn, said)]).strip()


def _area(turn: Turn, said: str) -> str:
    """The code of the area that is named, of those that this admin administers."""
    found = whereabouts.spotted(turn.scene, None, said, turn.person)
    mine = areas_of(turn, Role.ADMIN)
    return found.area if found and found.area in mine else ""


BEHIND = {"invite": _role_and_area, "poster": _area}
"""What stands behind a command, read from what was said."""


def _label(turn: Turn, name: str) -> str:
    return re.sub(DECORATED, "", turn.label(_key(name)))


def _key(name: str) -> str:
    return f"button-{name.replace('_', '-')}"


def _filled(turn: Turn) -> Mapping[str, str]:
    """What the answers speak of: buttons, and who asks."""
    names = ("accept", "hold", "resolve", "hand_on", "reject", "merge")
    shown = {name: _label(turn, name) for name in names}
    return shown | {"me": turn.person.name}
