"""Whatever people do to cases, in whatever order, whenever: what must always hold, holds.

Everybody's presses, commands and words go through the real house on SQLite. `moves.py` says by hand
what may happen; the rows, the history, the timers and the texts for the chats say what did.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.acts import UNDOABLE, Act
from domain.case import Case
from domain.kinds import Kind, Urgency
from domain.messages import Choice, Place
from domain.moves import MOVES
from domain.permissions import may
from domain.privacy import Privacy
from domain.reading.vocabulary import default_vocabulary
from domain.states import State
from handlers.actions.table import ACTS as TABLE
from handlers.casework import phrases
from handlers.casework.cards.card_buttons import act_of, buttons
from handlers.casework.handed_in import Filing
from handlers.casework.reach import watchers
from tests.chance import examples, plays
from tests.machine import promises
from tests.machine.crowd import (
    ACTS,
    CALENDARS,
    EMERGENCIES,
    EVERYBODY,
    EVERYDAY,
    FLAVOURS,
    OF_THE_WHOLE,
    PLAIN,
    POLICIES,
    RIDERS,
    STAFF,
    TALK,
    setup_of,
)
from tests.machine.moves import LEGAL, TAKEN_BACK
from tests.machine.playing import Play

CATALOGUE = default_vocabulary().catalogue
AREAS = ("G01", "G01", "G02", "G08", "S1")
# minutes
JUMPS = (2, 4, 40, 3 * 60, 13 * 60, 26 * 60, 3 * 1440, 8 * 1440, 15 * 1440, 40 * 1440)
NEWEST = 5
TEAMS = ("office:CG", "post:police", "office:CG+post:police")
SCRAPS = (
    "c:{}:hold:soon",
    "c:{}:urgency:huge",
    "c:{}:to:0",
    "c:{}:merge:{}",
    "c:{}:vote:9",
    "c:{}:split:office:XX",
)


def test_the_table_of_moves_is_the_one_written_by_hand() -> None:
    assert MOVES == LEGAL
    assert UNDOABLE == TAKEN_BACK


ANYBODY = st.sampled_from(EVERYBODY)
PAGES = ("hurry", "more", "open", "like", "merge", "link")
LISTS = ("/queue", "/mine", "/overdue", "/similar")
NARROWED = ("/queue", "/queue", "/mine", "/queue 迟", "/queue G01", "/queue 地砖")
LEAVE = ("2d", "9d", "off")
HURRIED = "报的人在催"
"""It is the filer who reminds then, and not the clock."""
CHATTER = frozenset(
    {
        "note",
        "add",
        "answer",
        "join",
        "tell",
        "ask",
        "vote",
        "category",
        "urgency",
        "privacy",
        "raise",
        "supervise",
        "link",
        "reject",
        "withdraw",
        "all_clear",
        "merge",
        "take_in",
        "deliberate",
    }
)
HAPPENS = (
    *["does_what_is_possible"] * 20,
    *["time_passes"] * 3,
    "files",
    *["says_that_somebody_is_in_danger"] * 2,
    *["talks"] * 2,
    "tells_what_is_wrong",
    "joins",
    "anybody_tries_anything",
    "looks",
    *["does_several_at_once"] * 2,
    "presses_what_nobody_offered",
    "begins_to_write",
    "ends_what_they_began_to_write",
    *["whoever_acted_last_takes_it_back"] * 2,
    "goes_on_leave",
    "the_policy_changes",
    "the_process_starts_again",
)


def weight(case: Case, name: str) -> int:
    """Talk is always possible; what moves a case is to happen more often."""
    idle = name in CHATTER or (
        name in ("approve", "decline") and case.extension_to is None
    )
    return 1 if idle else 5


class Cases(RuleBasedStateMachine):
    play: Play | None = None

    def __init__(self) -> None:
        super().__init__()
        self.by_list: set[tuple[int, int | None]] = set()

    @initialize(
        calendar=st.sampled_from(sorted(CALENDARS)),
        rows=st.booleans(),
        rules=st.booleans(),
    )
    def opens(self, calendar: str, rows: bool, rules: bool) -> None:
        """Two cases lie there already, so that there is something to do and to merge."""
        self.play = Play(setup_of(calendar, rows, rules))
        for who, words in (("rider", "地砖坏了"), ("second_rider", "地砖坏了，请核实")):
            self.file(
                who, Filing(Kind.HAZARD, "road", Urgency.GENERAL, words, area="G01")
            )

    def teardown(self) -> None:
        if self.play is not None:
            self.play.ends()

    @property
    def house(self) -> Play:
        assert self.play is not None
        return self.play

    @property
    def cases(self) -> list[Case]:
        return list(self.house.seen.cases.values())[-NEWEST:] if self.play else []

    def some_case(self, data: st.DataObject) -> Case:
        number = data.draw(st.sampled_from([case.number for case in self.cases]))
        return next(case for case in self.cases if case.number == number)

    @rule(data=st.data(), happens=st.sampled_from(HAPPENS))
    def something_happens(self, data: st.DataObject, happens: str) -> None:
        """One rule for all, as hypothesis leaves some rules out of a run."""
        if self.play is not None:
            getattr(self, happens)(data)

    # --- filing ---

    def files(self, data: st.DataObject) -> None:
        kind, area = (
            data.draw(st.sampled_from(list(Kind))),
            data.draw(st.sampled_from(AREAS)),
        )
        place: Place | None = (
            self.house.house.database.directory.middle(area)
            if area.startswith("G")
            else None
        )
        filing = Filing(
            kind,
            data.draw(st.sampled_from([one.code for one in CATALOGUE.of_kind(kind)])),
            data.draw(st.sampled_from(list(Urgency))),
            f"{data.draw(st.sampled_from(FLAVOURS))}地砖坏了",
            place,
            scanned=area,
            privacy=data.draw(st.sampled_from([Privacy.OPEN, *Privacy])),
        )
        self.file(data.draw(st.sampled_from(RIDERS)), filing)

    def file(self, who: str, filing: Filing) -> None:
        """Its words begin with a mark by which they are known again wherever they turn up."""
        play = self.house
        play.filed += 1
        play.step(
            play.file(who, replace(filing, words=f"zk{play.filed}zk {filing.words}"))
        )
        assert list(play.seen.cases.values())[-1].area == filing.area or filing.scanned

    def says_that_somebody_is_in_danger(self, data: st.DataObject) -> None:
        """It is a case at once, or goes to the emergency that they are in."""
        play, who = self.house, data.draw(st.sampled_from(RIDERS))
        play.filed += 1
        words = f"{data.draw(st.sampled_from(EMERGENCIES))} zk{play.filed}zk"
        refused = play.says(who, words)
        promises.an_emergency_is_a_case(play.seen, play.person(who).id, words)
        assert not refused

    def talks(self, data: st.DataObject) -> None:
        """Whoever writes a case's words just then may say anything; else no form is opened."""
        play, who = self.house, data.draw(st.sampled_from(RIDERS))
        before = play.writing(who)
        play.says(who, data.draw(st.sampled_from(TALK)))
        assert before[0] or not play.writing(who)[0], "talk opened a form"

    def tells_what_is_wrong(self, data: st.DataObject) -> None:
        """Words begin a filing, which is sent, given up or left for later."""
        play, who = self.house, data.draw(st.sampled_from(RIDERS))
        play.filed += 1
        words = data.draw(st.sampled_from(EVERYDAY))
        play.says(who, f"{words} zk{play.filed}zk")
        rows = play.actors[who].last.reply.choices
        sends = [one.data for row in rows for one in row if ":submit" in one.data]
        sent: bool = data.draw(st.booleans())
        if sends and sent:
            play.presses(who, sends[0])

    def joins(self, data: st.DataObject) -> None:
        self.house.joins(data.draw(ANYBODY), self.some_case(data).id)

    # --- doing ---

    def does_what_is_possible(self, data: st.DataObject) -> None:
        play, case, typed = self.house, self.some_case(data), data.draw(st.booleans())
        names = [
            name for name in ACTS if any(play.can(name, who, case) for who in EVERYBODY)
        ]
        name = data.draw(
            st.sampled_from([name for name in names for _ in range(weight(case, name))])
        )
        who = data.draw(
            st.sampled_from([who for who in EVERYBODY if play.can(name, who, case)])
        )
        before = play.seen.history[case.id]
        refused = play.does(who, case, name, self.value(data, case, name), typed=typed)
        if (
            case.parent_id is not None
            and name in OF_THE_WHOLE
            and play.person(who).id == case.filer_id
        ):
            assert refused, f"{who} may {name} a part, {case.number}"
        elif (
            name == "confirm"
            and case.state is State.CLOSED
            and play.person(who).id == case.filer_id
        ):
            assert refused, (
                "a filer says once that it is solved; who joined may say it after them"
            )
        elif name in PLAIN and not typed and case.merged_into is None:
            assert not refused, (
                f"{who} may {name} {case.number} and was refused: {play.refused}"
            )
            # what is reopened for somebody on leave is handed on at once, by nobody
            newest = play.seen.history[case.id][len(before)]
            assert (newest.act, newest.actor_id) == (ACTS[name], play.person(who).id)
        elif case.merged_into is not None and name in ("add", "answer", "note"):
            assert play.seen.history[case.id] == before, (
                f"{name} stays on {case.number}, which goes on elsewhere"
            )

    def anybody_tries_anything(self, data: st.DataObject) -> None:
        case, name = self.some_case(data), data.draw(st.sampled_from(sorted(ACTS)))
        value = self.value(data, case, name)
        self.house.does(
            data.draw(ANYBODY), case, name, value, typed=data.draw(st.booleans())
        )

    def looks(self, data: st.DataObject) -> None:
        who, page = data.draw(ANYBODY), data.draw(st.sampled_from(PAGES))
        self.house.presses(who, f"c:{self.some_case(data).id}:{page}")
        if who in STAFF:
            self.house.says(who, data.draw(st.sampled_from(LISTS)))

    def does_several_at_once(self, data: st.DataObject) -> None:
        """From a list: some are ticked, then whatever is offered for them is pressed."""
        who = data.draw(st.sampled_from(STAFF))
        before = dict(self.house.seen.cases)
        self.house.says(who, data.draw(st.sampled_from(NARROWED)))
        for verb in ("tick", "all", "act", "to"):
            rows = self.house.actors[who].last.reply.choices
            pressed = [one.data for row in rows for one in row]
            offered = [one for one in pressed if f":{verb}:" in one]
            if not offered:
                break
            self.house.presses(who, data.draw(st.sampled_from(offered)))
        self.heard_of_by_list(before)

    def heard_of_by_list(self, before: dict[int, Case]) -> None:
        """Who has a case from now on knows it from a list, and needs no card."""
        self.by_list |= {
            (case.id, case.assignee_id)
            for case in self.house.seen.cases.values()
            if case.assignee_id != before[case.id].assignee_id
        }

    def presses_what_nobody_offered(self, data: st.DataObject) -> None:
        case = self.some_case(data)
        self.house.presses(
            data.draw(ANYBODY),
            data.draw(st.sampled_from(SCRAPS)).format(case.id, case.id),
        )

    def begins_to_write(self, data: st.DataObject) -> None:
        """And ends some other time, when the case may have moved on."""
        name = data.draw(
            st.sampled_from(
                sorted(
                    name for name, row in TABLE.items() if row.words and not row.wants
                )
            )
        )
        self.house.presses(data.draw(ANYBODY), f"c:{self.some_case(data).id}:{name}")

    def ends_what_they_began_to_write(self, data: st.DataObject) -> None:
        for who in EVERYBODY:
            if self.house.writing(who)[1]:
                self.house.says(who, "现在写好了")

    def whoever_acted_last_takes_it_back(self, data: st.DataObject) -> None:
        play, case = self.house, self.some_case(data)
        known = play.seen.history[case.id]
        *_, last = (line for line in known if line.act is not Act.NOTE)
        names = [name for name in EVERYBODY if play.person(name).id == last.actor_id]
        for name in names:
            refused = play.does(name, case, "undo")
            in_time = play.house.clock.now - last.at <= timedelta(minutes=5)
            undone = len(play.seen.history[case.id]) > len(known)
            assert undone is not refused
            # a lead takes back a refusal at any time, also their own
            in_time = in_time or last.act is Act.REJECT
            assert not undone or (in_time and last.act in TAKEN_BACK)

    def value(self, data: st.DataObject, case: Case, name: str) -> str:
        """What is chosen for an act, as its button says it; one in so many is an old or a
        foolish one.
        """
        wants = TABLE[name].wants if name in TABLE else ""
        return (
            str(data.draw(st.sampled_from(self.offered(case, wants)))) if wants else ""
        )

    def offered(self, case: Case, wants: str) -> list[str]:
        play = self.house
        if wants in ("day", "more_days"):
            now = play.house.clock.now
            play.moments += [
                at.isoformat()
                for at in (now + timedelta(days=1), now + timedelta(days=9))
            ]
            return [*play.moments[-2:], *play.moments[:2]]
        options: dict[str, list[str]] = {
            "whom": [*(str(play.person(name).id) for name in STAFF), *TEAMS[:2]],
            "teams": list(TEAMS),
            "category": [one.code for one in CATALOGUE.of_kind(case.kind)],
            "urgency": [one.value for one in Urgency],
            "privacy": [one.value for one in Privacy],
            "supervision": ["normal", "yellow", "red"],
            "case": [str(one.id) for one in self.cases],
        }
        return options[wants]

    # --- the house ---

    def goes_on_leave(self, data: st.DataObject) -> None:
        who = data.draw(st.sampled_from(STAFF))
        before = dict(self.house.seen.cases)
        self.house.says(who, f"/away {data.draw(st.sampled_from(LEAVE))}")
        for choice in self.house.actors[who].last.reply.choices:
            if choice[0].data.startswith("w:") and data.draw(st.booleans()):
                self.house.presses(who, choice[0].data)
        self.heard_of_by_list(before)

    def the_policy_changes(self, data: st.DataObject) -> None:
        self.house.the_policy_becomes(data.draw(st.sampled_from(POLICIES)))

    def time_passes(self, data: st.DataObject) -> None:
        self.house.passes(data.draw(st.sampled_from(JUMPS)))

    def the_process_starts_again(self, data: st.DataObject) -> None:
        self.house.step(self.house.house.restarts(), clock=True)

    # --- what always holds ---

    @invariant()
    def all_promises_are_kept(self) -> None:
        if self.play is None:
            return
        seen = self.house.seen
        promises.somebody_is_in_charge_and_something_comes_next(seen)
        promises.nothing_is_due_before_it_was_filed(seen)
        promises.history_replays_to_the_row(seen)
        promises.no_alarm_twice(seen)
        promises.wholes_and_parts_agree(seen)
        promises.merged_cases_go_on_elsewhere(seen)
        promises.whoever_joined_is_counted(seen)
        promises.counted_in_memory_as_in_rows(
            seen, self.house.house.database.memory.carried
        )

    @invariant()
    def every_card_shows_the_case_as_it_is(self) -> None:
        if self.play is not None:
            for case in self.cases:
                self.card(case, self.house.seen.cards.get(case.id, []))

    def pressable(self, case: Case, chat: str) -> tuple[tuple[Choice, ...], ...]:
        """All that is on a card; in a private chat what its reader may do."""
        directory = self.house.house.database.directory
        reach = directory.reach(case)
        readers = [
            directory.staff[number]
            for number, addresses in directory.addresses.items()
            if chat in {one.chat for one in addresses}
        ]

        def able(name: str) -> bool:
            return any(may(one, act_of(name), case, reach) for one in readers)

        return buttons("zh-CN", case, able=able if readers else None)

    def card(self, case: Case, posts: list[tuple[str, str]]) -> None:
        house, directory = self.house.house, self.house.house.database.directory
        chats = {chat for chat, _ in posts}
        assert len(chats) == len(posts)
        watching = {
            one.chat
            for one in watchers(
                directory, case, directory.staff.get(case.assignee_id or 0)
            )
        }
        for chat, message_id in posts:
            (shown,) = [
                shown for shown in house.channel.chats[chat] if shown.id == message_id
            ]
            assert phrases.state("zh-CN", case) in shown.text, (
                f"{chat} still reads {shown.text}, {case.state}"
            )
            assert shown.reply.choices == (
                self.pressable(case, chat) if chat in watching else ()
            )
        if (case.id, case.assignee_id) in self.by_list:
            own = directory.addresses.get(case.assignee_id or 0, ())
            watching -= {one.chat for one in own}
        if case.open:
            assert watching <= chats, (
                f"{case.number} is not on the card of {watching - chats}"
            )

    @invariant()
    def whoever_is_in_charge_is_reminded_at_most_once_a_phase(self) -> None:
        for case in self.cases:
            phases = len(promises.phases(self.house.seen.history[case.id]))
            title = f"<b>{case.number} ·"
            for shown in self.house.house.channel.said.values():
                lines = [
                    line
                    for one in shown
                    if HURRIED not in one.text
                    for line in one.text.splitlines()
                    if title in line
                ]
                assert sum(line[0] in "⏳⏰" for line in lines) <= phases


HOW = settings(
    max_examples=examples(4),
    stateful_step_count=60,
    deadline=None,
    print_blob=False,
    database=None,
    # shrinking a story of a whole house takes longer than reading it
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("chance", range(4))
def test_whatever_happens_all_promises_are_kept(chance: int) -> None:
    """Several short plays with a chance of their own: they run beside each other."""
    plays(Cases, chance, HOW)
