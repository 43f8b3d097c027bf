"""怎么转派, "how do I get more time", 怎么加网格员: staff who ask how something is done hear how,
with the press that does it where there is one; and no general help.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from domain.messages import Choice
from domain.people import Role
from domain.reading.model import Intent, Reading
from domain.values.numbers_said import within
from domain.values.text import letters
from handlers.actions.card_labels import key_of, undecorated
from handlers.actions.carers.about_case import able
from handlers.actions.carers.act_words import act_of_staff
from handlers.actions.carers.in_hand import in_hand
from handlers.actions.table import ACTS
from handlers.admin.plain_roles import admins_of
from handlers.casework import whereabouts
from handlers.contents import COMMANDS, INTENTS
from handlers.dialog.alone import alone
from handlers.dialog.command import may_send
from handlers.dialog.turn import Turn
from handlers.hearing.staff import said_commands
from handlers.hearing.staff.how_topics import TOPICS, StaffTopic
from handlers.hearing.topics import asked_for, asks_how, asks_how_it_was, names_both
from handlers.lists import work_asked
from handlers.people import carers, plainly
from handlers.people.naming import ROLE_WORDS
from handlers.people.scope import areas_of
from handlers.stats import own_work
from handlers.texts.asking import questioned, unasked
from handlers.texts.sentences import Safe
from handlers.texts.words import anywhere, asks, plain

LONGEST = 40
"""Letters: whoever says more tells of something else (ours)."""


Row = Callable[[Turn, Reading], Awaitable[bool]]
SEEN: tuple[Row, ...] = (
    plainly.who_has,
    plainly.on_duty,
    carers.lists,
    own_work.asked,
    said_commands.asked,
    work_asked.asked,
)
"""What shows whatever somebody asks where to see."""


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether it was asked how to do something that I know, and is answered."""
    said = plain(turn.event.text)
    if not alone(turn) or letters(said) > LONGEST or reading.danger is not None:
        return False
    if asks("words-how-to", said, "words-polite"):
        await INTENTS[Intent.HOW_TO](turn, reading)
        return True
    how = asks_how(said) and not asks_how_it_was(said)
    if how and await _to_see(turn, reading, said):
        return True
    wonders = how or questioned(said, "words-open-question")
    topic = _asked_for(said, how) if wonders else _ordered(turn, said)
    if topic is None:
        return False
    if topic.admins and not turn.person.has(Role.ADMIN):
        if topic.asked:
            return False  # it may be of their own work: 先做什么
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


async def beside(turn: Turn, reading: Reading) -> bool:
    """The same beside a report that is open, where it is plainly asked."""
    said = plain(turn.event.text)
    if not asks_how(said) or asks_how_it_was(said) or _asked_for(said, True) is None:
        return False
    return await asked(turn, reading)


def _asked_for(said: str, how: bool) -> StaffTopic | None:
    """What is asked for by its name, or by what its button says."""
    found = asked_for(said, [one for one in TOPICS if how or one.asked])
    if found is not None or not how:
        return found
    name, more = act_of_staff(anywhere("words-how-sign").sub("", unasked(said)))
    return StaffTopic("", act=name) if name and not more else None


def _ordered(turn: Turn, said: str) -> StaffTopic | None:
    """What is wanted done, by an admin for the most: of no case that is named, and of nothing that
    is broken.
    """
    if within(said) or questioned(said):
        return None
    admin = turn.person.has(Role.ADMIN)
    may = (one for one in TOPICS if one.do and (admin or one.anybody))
    return next((one for one in may if _plainly(one, said)), None)


def _plainly(topic: StaffTopic, said: str) -> bool:
    """Whether it names the topic and what is done with it, and nothing beside them is broken."""
    beside = anywhere(topic.named).sub(" ", said)
    return names_both(topic, said) and not anywhere("words-gone-bad").search(beside)


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
    below = [[Choice(turn.label(key_of(name)), f"c:{case.id}:{name}")]]
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
    return undecorated(turn.language, name)


def _filled(turn: Turn) -> Mapping[str, str]:
    """What the answers speak of: buttons, and who asks."""
    names = (
        "accept",
        "ask",
        "extend",
        "hand_on",
        "hold",
        "merge",
        "reject",
        "resolve",
        "return",
    )
    shown = {name: _label(turn, name) for name in names}
    return shown | {"me": turn.person.name}
