"""Every command and every button, for everybody: what one may not see looks like what does not
exist.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from domain import alarms
from domain.case import Case
from domain.commands import may_command
from domain.messages import Address, Event, EventKind, Media, MediaKind, Place
from domain.people import Person
from domain.privacy import Privacy
from domain.states import State
from handlers.actions.presses import PRESSES
from handlers.actions.table import ACTS as TABLE
from handlers.contents import COMMANDS
from handlers.hearing.commanded import nearest
from handlers.hearing.in_groups import WITHIN
from handlers.texts.sentences import keys, label, sentences
from storage.outbox.letters import Letter
from storage.tables.cases import cases as cases_table
from tests.chance import examples
from tests.house import Actor, TestHouse

ROLES = (
    "rider",
    "coordinator",
    "far_coordinator",
    "lead",
    "street_lead",
    "admin",
    "stranger",
)
ACTS = sorted({*PRESSES, *TABLE})
UNKNOWN = label("zh-CN", "refuse-no-command")
PRIVATE = "这件事的秘密"
PLAIN_REFUSALS = {
    "".join(map(str, parts))
    for key in keys("zh-CN")
    if key.startswith("refuse-") and (parts := sentences("zh-CN")[key])
    if all(isinstance(part, str) for part in parts)
}


async def quarantined(house: TestHouse) -> list[str]:
    async with house.database.unit() as unit:
        return [row.error for row in await unit.arrivals.quarantined()]


async def put(house: TestHouse, **values: object) -> Case:
    """The first case, with these values, as if it had come there by itself."""
    async with house.database.unit() as unit:
        case = await unit.cases.get(1)
        assert case is not None
        case = replace(case, **values)  # type: ignore[arg-type]
        unit.cases.change(case)
        unit.timers.set("case", 1, alarms.next_time(case))
    return case


def actor(house: TestHouse, role: str) -> Actor:
    if role == "follower":
        return Actor(house, "follower", "老李")
    made: Actor = getattr(house, role)
    return made


# --- commands ---


def _unknown(person: Person, command: str) -> str:
    """What is said of a command that does not exist: which of theirs is nearest, if any is."""
    near = nearest(person, command)
    if not near:
        return UNKNOWN
    meant = label("zh-CN", "command-or").join(f"/{one}" for one in near)
    assert all(may_command(person, one) for one in near)
    return label("zh-CN", "command-meant", name=command, meant=meant)


@pytest.mark.parametrize("role", ROLES)
async def test_a_command_that_one_may_not_use_looks_exactly_like_an_unknown_one(
    house: TestHouse, role: str
) -> None:
    who = actor(house, role)
    await who.says("你好")
    for command in COMMANDS:
        who.hears()
        await who.says(f"/{command}")
        heard = who.hears()
        assert heard, f"/{command} of {role} is not answered"
        person = house.people.get(who.chat, Person(0, ""))
        person = house.database.directory.staff.get(person.id, person)
        if may_command(person, command):
            assert UNKNOWN not in heard, f"/{command} of {role}"
        else:
            assert heard == [_unknown(person, command)], f"/{command} of {role}"
        await who.says("/cancel")
        # refusals are said with a limit
        house.clock.now += WITHIN
    assert not await quarantined(house)


@pytest.mark.parametrize("command", sorted(COMMANDS))
async def test_every_command_bears_any_words_behind_it(
    house: TestHouse, command: str
) -> None:
    for words in (
        "",
        "x",
        "1",
        "李敏",
        "李敏 网格员 G99",
        "网格员 g07",
        "G01 你好",
        "<b>&",
        "9" * 60,
        "i_x",
        "g_",
        "g_G99",
        "'; --",
    ):
        await house.admin.says(f"/{command} {words}")
        assert house.admin.hears(), f"/{command} {words}"
        await house.admin.says("/cancel")
        house.admin.hears()
    assert not await quarantined(house)


async def test_a_group_hears_no_answers_to_private_commands(house: TestHouse) -> None:
    group = Address("test", "-100")
    going_on = label("zh-CN", "told-in-private", name=house.admin.name, way="")
    for command in sorted(set(COMMANDS) - {"bind"}):
        await house.admin.says(f"/{command}", chat=group)
        heard = [shown.text for shown in house.channel.chats.get("-100", [])]
        assert set(heard) <= {going_on}, command
        assert house.admin.hears(), command


async def test_a_photo_whose_caption_is_a_command_is_not_lost(house: TestHouse) -> None:
    await house.coordinator.sends_photo("/onsite 清了积水")
    async with house.database.unit() as unit:
        assert len(await unit.media.wanted(10)) == 1


# --- buttons ---


@pytest.mark.parametrize("role", ROLES)
async def test_every_button_in_every_state_does_it_or_says_kindly_why_not(
    house: TestHouse, role: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.files_hazard()
    who = actor(house, role)
    await who.says("你好")
    others = (await put(house)).assignee_id
    own = house.people[who.chat].id if role == "coordinator" else others
    letters: list[Letter] = []
    refused = 0
    monkeypatch.setattr(house.delivery, "offer", letters.extend)
    for state, act, assignee in product(State, ACTS, {own, others}):
        await put(house, state=state, assignee_id=assignee, area="G01")
        letters.clear()
        press = Event(
            f"{state}{act}{assignee}",
            who.address,
            who.address,
            EventKind.PRESS,
            data=f"c:1:{act}",
            press_ref="p",
            raw={},
        )
        await house.intake.handle([press])
        where = f"{act} in {state} of {role}"
        toasts = [letter.reply.text for letter in letters if letter.reply.press_ref]
        assert len(toasts) == 1, f"{where}: a press is answered once, not {toasts}"
        said = [
            letter
            for letter in letters
            if letter.to == who.address and not letter.reply.press_ref
        ]
        assert toasts[0] or said, f"{where} says nothing at all"
        async with house.database.reader() as reader:
            after = await reader.scalar(
                select(cases_table.c.state).where(cases_table.c.id == 1)
            )
        assert toasts[0] not in PLAIN_REFUSALS or after == state, (
            f"{where} is refused and done"
        )
        refused += toasts[0] in PLAIN_REFUSALS
    assert refused > len(ACTS)
    assert not await quarantined(house)


@pytest.mark.parametrize("role", ("far_coordinator", "stranger"))
async def test_somebody_elses_case_looks_like_no_case_to_a_press(
    house: TestHouse, role: str
) -> None:
    await house.files_hazard(words=f"地砖坏了，{PRIVATE}")
    who = actor(house, role)
    for act in ACTS:
        answers = []
        for number in (1, 999):
            before = len(house.channel.said.get(who.chat, []))
            await who.does(
                kind=EventKind.PRESS,
                data=f"c:{number}:{act}",
                press_ref=f"p{act}{number}",
                message_id="0",
            )
            answers.append((who.toast, house.channel.said.get(who.chat, [])[before:]))
        assert answers[0] == answers[1], act
        # one's own last step may be on a case handed on
        nothing = "refuse-undo" if act == "undo" else "refuse-no-case"
        assert answers[0][0] == label("zh-CN", nothing, minutes=5), act


async def test_no_button_shows_an_admin_the_words_of_a_confidential_case(
    house: TestHouse,
) -> None:
    await house.files_hazard(words=f"地砖坏了，{PRIVATE}")
    carrier = (await put(house, privacy=Privacy.CONFIDENTIAL)).assignee_id
    for state, act in product(State, ACTS):
        await put(house, state=state, privacy=Privacy.CONFIDENTIAL, assignee_id=carrier)
        await house.admin.does(
            kind=EventKind.PRESS, data=f"c:1:{act}", press_ref="p", message_id="0"
        )
        assert PRIVATE not in "".join(shown.text for shown in house.admin.sees), (
            f"{act} in {state}"
        )
        await house.admin.says("/cancel")
    assert not await quarantined(house)


@pytest.mark.parametrize("role", ("far_coordinator", "stranger"))
async def test_somebody_elses_case_looks_like_no_case_to_the_command(
    house: TestHouse, role: str
) -> None:
    number = await house.files_hazard(words=f"地砖坏了，{PRIVATE}")
    who = actor(house, role)
    await who.says(f"/case {number}")
    here = who.last.text
    await who.says("/case YH26-9999")
    assert here.replace(number, "") == who.last.text.replace("YH26-9999", "")
    assert PRIVATE not in "".join(shown.text for shown in who.sees)


@pytest.mark.parametrize(
    "verb",
    (
        "submit",
        "cancel",
        "back",
        "skip",
        "change:what",
        "more",
        "cat:road",
        "kind:help",
        "attach",
        "x",
    ),
)
async def test_a_press_on_somebody_elses_form_finds_no_form(
    house: TestHouse, verb: str
) -> None:
    await house.rider.sends_photo("地砖坏了")
    async with house.database.unit() as unit:
        draft = (await unit.forms.of(house.rider.address))[-1]
    await house.stranger.does(
        kind=EventKind.PRESS, data=f"f:{draft.id}:{verb}", press_ref="p", message_id="0"
    )
    assert house.stranger.toast == label("zh-CN", "refuse-old-form")
    async with house.database.unit() as unit:
        assert await unit.forms.of(house.rider.address) == [draft]


async def test_a_coordinator_who_files_elsewhere_does_not_read_the_inside_notes(
    house: TestHouse,
) -> None:
    number = await house.files_hazard(house.far_coordinator, "地砖坏了", "G01")
    await house.coordinator.says(PRIVATE, reply_to=house.coordinator.last)
    await house.far_coordinator.says(f"/case {number}")
    assert PRIVATE not in house.far_coordinator.last.text
    assert "接单" not in house.far_coordinator.last.labels


# --- relations ---

QUESTION, ANSWER_GIVEN = "你是哪个站点的？", "东门站的老王"
RELATIONS = {
    "filer": "rider",
    "brought": "second_rider",
    "follower": "follower",
    "stranger": "stranger",
    "elsewhere": "far_coordinator",
}
# What each may bring about by any button, by hand. To leave, to say that it still holds and to
# withdraw while others wait are words for the people in charge.
BRINGS_ABOUT = {
    "filer": "add answer confirm reopen rate",
    "brought": "add answer confirm reopen rate",
    "follower": "add",
    "stranger": "",
    "elsewhere": "",
}
MAY_NOT_HEAR = {
    "filer": (),
    "brought": (PRIVATE, ANSWER_GIVEN),
    "follower": (PRIVATE, QUESTION, ANSWER_GIVEN),
    "stranger": (PRIVATE, QUESTION, ANSWER_GIVEN),
    "elsewhere": (PRIVATE, QUESTION, ANSWER_GIVEN),
}
VALUED = {
    "withdraw": ("", ":yes"),
    "rate": (":5", ":9"),
    "vote": (":1",),
    "to": (":2",),
}
FORGED = [
    f"{act}{value}"
    for act in (*ACTS, "join", "submit", "see")
    for value in VALUED.get(act, ("",))
]
# where those who wait could do different things
STATES = (State.IN_PROGRESS, State.RESOLVED, State.CLOSED, State.REJECTED)


async def who_waits(house: TestHouse) -> Case:
    """The first case with its filer, one whose own case was merged into it, and one who said "me
    too"; the coordinator has asked and the filer answered.
    """
    await house.files_hazard(words=f"地砖坏了，{PRIVATE}")
    await house.files_hazard(house.second_rider, "地砖坏了响得厉害")
    await house.lead.says("/merge YH26-0002 YH26-0001")
    for who in (actor(house, "follower"), house.stranger):
        await who.says("你好")
    await waits(house)
    await house.lead.says(f"/ask YH26-0001 {QUESTION}")
    await house.rider.says(ANSWER_GIVEN)
    return await waits(house)


async def waits(house: TestHouse, **values: object) -> Case:
    """Whoever left or withdrew waits again."""
    async with house.database.unit() as unit:
        addresses = [actor(house, name).address for name in RELATIONS.values()]
        await unit.people.load(addresses)
        found = [unit.people.at(address) for address in addresses]
        filer, brought, follower = (one.id if one else 0 for one in found[:3])
        await unit.followers.add(1, [brought], via=2)
        await unit.followers.add(1, [follower])
    return await put(house, filer_id=filer, joined=2, **values)


async def forges(who: Actor, data: str) -> list[tuple[int | None, str]]:
    """Presses what nobody offered, and writes words where they are asked for. Returns the case's
    history.
    """
    await who.does(kind=EventKind.PRESS, data=data, press_ref="p", message_id="0")
    async with who.house.database.unit() as unit:
        asked = any(one.about for one in await unit.forms.of(who.address))
    if asked:
        await who.says("写上一句")
        await who.says("/cancel")
    async with who.house.database.unit() as unit:
        return [(line.actor_id, line.act) for line in await unit.history.of(1)]


@pytest.mark.parametrize("relation", RELATIONS)
async def test_a_forged_press_brings_about_only_what_is_that_relations_own(
    house: TestHouse, relation: str
) -> None:
    await who_waits(house)
    who, found = actor(house, RELATIONS[relation]), set[tuple[int | None, str]]()
    for state in STATES:
        await waits(house, state=state)
        who.hears()
        before = await forges(who, "c:1:nothing")
        for act in FORGED:
            after = await forges(who, f"c:1:{act}")
            heard, where = "".join(who.hears()), f"{act} in {state}"
            assert not [word for word in MAY_NOT_HEAR[relation] if word in heard], where
            if after != before:
                found |= set(after[len(before) :])
                before = after
                await waits(house, state=state)
    assert {act for _, act in found} == set(BRINGS_ABOUT[relation].split())
    assert len({by for by, _ in found}) <= 1
    assert not await quarantined(house)


async def test_who_said_me_too_is_refused_what_is_the_filers(house: TestHouse) -> None:
    await who_waits(house)
    follower, refused = actor(house, "follower"), label("zh-CN", "refuse-not-allowed")
    acts = ("answer", "confirm", "rate:5", "reopen", "withdraw:yes")
    for state, act in product(STATES, acts):
        await waits(house, state=state)
        house.channel.toasts["follower"] = []
        await forges(follower, f"c:1:{act}")
        assert house.channel.toasts["follower"] == [refused], (act, state)


async def test_a_question_reaches_the_filers_and_nobody_who_said_me_too(
    house: TestHouse,
) -> None:
    await who_waits(house)
    for name, times in (("rider", 1), ("second_rider", 1), ("follower", 0)):
        seen = actor(house, name).sees
        assert sum(QUESTION in shown.text for shown in seen) == times, name


# --- anything at all ---

PLACES = st.builds(Place, st.floats(-90, 90), st.floats(-180, 180))
WORDS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "",
            " ",
            "1",
            "2",
            "３",
            "提交",
            "取消",
            "返回",
            "跳过",
            "/",
            "/start",
            "/start g_G01",
            "/start i_x",
            "/cancel",
            "着火了",
            "地砖坏了",
            "希望有水喝",
            "<b>",
            "\x00",
            "/my",
            "/forget",
            "/lang en",
            "/onsite",
            "/quiet 1",
            "/queue mine 地砖",
            "9" * 3000,
        ],
    ),
)
DATA = st.one_of(
    st.text(max_size=20),
    st.builds(
        "{}:{}:{}".format,
        st.sampled_from("fcmqxa?"),
        st.sampled_from(
            [
                "",
                "0",
                "1",
                "2",
                "3",
                "-1",
                "x",
                "²",
                "queue",
                "areas",
                "forget",
                "hazard",
                "9" * 19,
            ]
        ),
        st.sampled_from(
            [
                "",
                "submit",
                "cancel",
                "back",
                "skip",
                "skip:what",
                "skip:place",
                "change",
                "change:what",
                "change:x",
                "more",
                "cat:road",
                "cat:x",
                "kind:wish",
                "kind:x",
                "attach",
                "open",
                "rate:5",
                "rate:9",
                "to:2",
                "to:x",
                "withdraw:yes",
                "1",
                "²",
                "9" * 30,
                "page:1",
                "only:late",
                "only:x",
                "categories:",
                "category:road",
                "areas:",
                "area:G01",
                "clear:",
                "tick:",
                "ticks:1",
                "all:",
                "act:accept",
                "act:resolve",
                "to:2",
                *ACTS,
            ]
        ),
    ),
)
NUMBERS = st.sampled_from(["m2", "m3", "m5", ""])
SECONDS = st.sampled_from([0, 0, 0, 2, 1900, 90000])
MEDIA = st.builds(
    Media, st.sampled_from(MediaKind), st.just("r"), st.sampled_from([0, 9, 2**31])
)
EVENTS = st.one_of(
    st.fixed_dictionaries({"text": WORDS}),
    st.fixed_dictionaries(
        {
            "text": WORDS,
            "album": st.sampled_from(["", "a"]),
            "media": st.lists(MEDIA, max_size=3).map(tuple),
        }
    ),
    st.fixed_dictionaries({"place": PLACES, "text": WORDS}),
    st.fixed_dictionaries(
        {"kind": st.just(EventKind.PRESS), "data": DATA, "press_ref": st.just("p")}
    ),
    st.fixed_dictionaries(
        {"kind": st.just(EventKind.EDIT), "text": WORDS, "message_id": NUMBERS}
    ),
    st.fixed_dictionaries(
        {"text": WORDS, "reply_to": st.sampled_from(["1", "2", "3", "4", "x"])}
    ),
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("rider", "rider", "rider", "coordinator", "admin")),
        EVENTS,
        SECONDS,
    ),
    min_size=1,
    max_size=8,
)


POISON: tuple[dict[str, object], ...] = (
    {"kind": EventKind.PRESS, "data": f"c:{'9' * 30}:open", "press_ref": "p"},
    {"kind": EventKind.PRESS, "data": f"c:1:to:{'9' * 30}", "press_ref": "p"},
    {"kind": EventKind.PRESS, "data": f"q:queue:{'9' * 5000}", "press_ref": "p"},
    {"kind": EventKind.PRESS, "data": f"f:{'9' * 30}:submit", "press_ref": "p"},
    {"kind": EventKind.PRESS, "data": "", "press_ref": "p"},
    {"text": "井盖\x00坏了"},
    {"text": "地砖坏了 \ud83d"},
    {"text": "9" * 3000},
    {"text": "", "reply_to": "9" * 40},
    {"place": Place(90, 180)},
    {
        "media": tuple(
            Media(MediaKind.DOCUMENT, "r", name="../../etc/passwd", mime="x")
            for _ in range(30)
        )
    },
)


@pytest.mark.parametrize("role", ("rider", "admin"))
@pytest.mark.parametrize(
    "what", POISON, ids=lambda what: str(what)[:30].encode("ascii", "replace").decode()
)
async def test_odd_events_are_answered_and_not_quarantined(
    house: TestHouse, role: str, what: dict[str, object]
) -> None:
    await actor(house, role).sends_photo("地砖坏了")
    await actor(house, role).does(**what)
    assert not await quarantined(house)


@settings(
    max_examples=examples(12),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
async def test_nothing_that_anybody_sends_breaks_a_form(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[str, dict[str, object], int]],
) -> None:
    async with TestHouse(tmp_path_factory.mktemp("any")) as house:
        for role, what, seconds in steps:
            await actor(house, role).does(**what)
            if seconds:
                house.clock.now += timedelta(seconds=seconds)
                await house.tick()
        assert not await quarantined(house)
        for person in (house.rider, house.coordinator):
            await person.says("/cancel")
            assert person.sees, "stuck: /cancel is not answered"
