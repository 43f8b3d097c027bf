"""What must hold after every step, whatever happened: each promise looks and raises
AssertionError.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from domain.acts import Act
from domain.case import Case
from domain.people import Person
from domain.permissions import may
from domain.standing import Standing
from domain.states import State
from storage.history import Line
from storage.memory.directory import Directory
from tests.machine.looking import Seen, played_back, same
from tests.machine.moves import (
    ASLEEP,
    BY_THE_CLOCK,
    CLOSEST,
    FIVE_MINUTES,
    LEGAL,
    TAKEN_BACK,
    WAITING,
)


def somebody_is_in_charge_and_something_comes_next(seen: Seen) -> None:
    for case in seen.cases.values():
        timer = seen.timers.get(case.id)
        if case.ended:
            assert timer is None, f"{case.number} has ended and a timer at {timer}"
            assert case.closed_at is not None
            continue
        assert timer is not None, (
            f"{case.number} is {case.state} and nothing comes next"
        )
        assert case.due_at is not None
        assert case.assignee_id is not None, f"{case.number} is in nobody's charge"
        if case.state is State.HELD:
            assert timer == case.due_at, (
                f"{case.number} is held until {case.due_at} and wakes up at {timer}"
            )


def an_emergency_is_a_case(seen: Seen, person_id: int, said: str) -> None:
    """What somebody in danger said stands in one case of theirs, and in no other."""
    own = [case for case in seen.cases.values() if case.filer_id == person_id]
    found = [case for case in own if said in seen.words(case)]
    assert len(found) == 1, f"{said} stands in {[case.number for case in found]}"


def nothing_is_due_before_it_was_filed(seen: Seen) -> None:
    for case in seen.cases.values():
        for name in ("due_at", "accept_due", "resolve_due", "first_due", "phase_at"):
            at = getattr(case, name)
            # of a part, of the whole that it was split from
            start = min(case.filed_at, case.started_at)
            assert at is None or at >= start, (
                f"{case.number}: {name} {at}, filed {case.filed_at}"
            )


def history_replays_to_the_row(seen: Seen) -> None:
    """The yellow reminder alone changes a row without a line."""
    for case in seen.cases.values():
        last = played_back(seen.history[case.id])[-1]
        if case.alarms == 1 and last.alarms == 0:
            last = replace(last, alarms=1)
        assert same(last, case), f"{case.number}: history says {last}, the row {case}"


def every_line_is_legal(
    before: Seen, after: Seen, people: Mapping[int, Person], directory: Directory
) -> None:
    for case_id, lines in after.history.items():
        new = range(max(len(before.history.get(case_id, ())), 1), len(lines))
        stages = played_back(lines) if new else []
        for i in new:
            if not _goes_along(after, stages[i - 1], lines[i]):
                _legal(lines, stages, i)
                _allowed(before, after, stages[i - 1], lines[i], people, directory)


def _goes_along(seen: Seen, was: Case, line: Line) -> bool:
    """Whether only the privacy changed, with that of the whole or of the case it was merged into.

    Even what has ended may then be read by fewer people.
    """
    if line.act is not Act.RECLASSIFY or set(line.changed) != {"privacy"}:
        return False
    above = [one for one in (was.parent_id, was.merged_into) if one is not None]
    return line.state is was.state and any(
        (one.at, one.actor_id, one.act) == (line.at, line.actor_id, line.act)
        and one.changed["privacy"][1] == line.changed["privacy"][1]
        for case_id in above
        for one in seen.history[case_id]
        if "privacy" in one.changed
    )


def _legal(lines: list[Line], stages: list[Case], i: int) -> None:
    line, was = lines[i], stages[i - 1]
    assert line.state is stages[i].state
    if line.act is Act.UNDO:
        assert not line.words
        if not _unlinked(lines, i):
            _undone(lines, stages, i)
        return
    assert (was.state, line.act) in LEGAL, f"{line.act} in {was.state}"
    assert line.state is LEGAL[was.state, line.act], (
        f"{line.act} made {was.state} {line.state}"
    )


def _undone(lines: list[Line], stages: list[Case], i: int) -> None:
    # a note stands in the way only where it changes something: that of a merge
    last = next(
        at
        for at in range(i - 1, 0, -1)
        if lines[at].act is not Act.NOTE or lines[at].changed
    )
    line, undone = lines[i], lines[last]
    assert undone.act in TAKEN_BACK
    own = undone.actor_id == line.actor_id and line.at - undone.at <= FIVE_MINUTES
    # a lead takes back anybody's refusal, at any time; `_allowed` looks who it was
    assert own or undone.act is Act.REJECT
    assert same(replace(stages[i], alarms=0), replace(stages[last - 1], alarms=0)), (
        "not what it was before"
    )


def _unlinked(lines: list[Line], i: int) -> bool:
    """Whether this took back the other side of a link: its own line may lie further back."""
    line = lines[i]
    made = [
        one
        for one in lines[:i]
        if one.act is Act.LINK and line.at - one.at <= FIVE_MINUTES
    ]
    return set(line.changed) == {"linked"} and any(
        one.actor_id == line.actor_id
        and set(one.changed["linked"][1]) - set(line.changed["linked"][1])
        for one in made
    )


def _allowed(
    before: Seen,
    after: Seen,
    was: Case,
    line: Line,
    people: Mapping[int, Person],
    directory: Directory,
) -> None:
    if line.actor_id is None:
        # of a case merged into it
        taken_out = line.act is Act.NOTE and set(line.changed) <= {"joined", "linked"}
        assert line.act in BY_THE_CLOCK or taken_out, line
    elif line.act is Act.UNDO:
        person, path = people[line.actor_id], directory.reach(was)
        if was.state is State.REJECTED:
            assert may(person, Act.REJECT, was, path), line
    elif line.act is not Act.JOIN:
        person, path = people[line.actor_id], directory.reach(was)
        standings = {seen.standing(was.id, person.id) for seen in (before, after)}
        assert any(may(person, line.act, was, path, one) for one in standings), (
            line,
            was,
        )
        if not person.grants:
            _waits_for_it(person, was, line, standings)


def _waits_for_it(
    person: Person, was: Case, line: Line, standings: set[Standing]
) -> None:
    own = {"filer"} if person.id == was.filer_id else set()
    assert any(line.act in WAITING[one] for one in own | standings), (line, was)


def a_refused_act_changes_nothing(before: Seen, after: Seen) -> None:
    for name in ("cases", "history", "timers", "followers", "votes", "polls"):
        old, new = getattr(before, name), getattr(after, name)
        assert old == new, f"a refusal changed {name}: {_apart(old, new)}"


def _apart(old: object, new: object) -> object:
    if isinstance(old, dict) and isinstance(new, dict):
        return {
            key: (old.get(key), new.get(key))
            for key in old.keys() | new.keys()
            if old.get(key) != new.get(key)
        }
    return old, new


def wholes_and_parts_agree(seen: Seen) -> None:
    parts: dict[int, list[Case]] = {}
    for case in seen.cases.values():
        if case.parent_id is not None:
            parts.setdefault(case.parent_id, []).append(case)
    for whole in seen.cases.values():
        mine = parts.get(whole.id, [])
        assert whole.parts == len(mine)
        if whole.state is State.RESOLVED:
            assert not any(part.open for part in mine), (
                f"{whole.number} is resolved, a part is open"
            )
        if whole.ended:
            assert all(part.ended for part in mine), (
                f"{whole.number} is {whole.state}, a part is not"
            )


def merged_cases_go_on_elsewhere(seen: Seen) -> None:
    for case in seen.cases.values():
        assert (case.state is State.MERGED) == (case.merged_into is not None)
        if case.merged_into is None:
            continue
        kept, passed = seen.cases[case.merged_into], {case.id}
        assert seen.audience(case) <= seen.audience(kept) | _left(seen, kept), (
            f"{case.number} → {kept.number}"
        )
        while kept.merged_into is not None:
            assert kept.id not in passed, "merged in a circle"
            passed.add(kept.id)
            kept = seen.cases[kept.merged_into]
        assert kept.id not in passed, "merged in a circle"


def _left(seen: Seen, case: Case) -> set[int]:
    """Filers who withdrew from it while others waited."""
    return {
        line.changed["filer_id"][0]
        for line in seen.history[case.id]
        if "filer_id" in line.changed
    }


def whoever_joined_is_counted(seen: Seen) -> None:
    for case in seen.cases.values():
        assert case.joined == len(
            {one for one, _ in seen.followers.get(case.id, ())}
        ), case.number


def counted_in_memory_as_in_rows(seen: Seen, carried: Mapping[int, int]) -> None:
    rows: dict[int, int] = {}
    for case in seen.cases.values():
        if case.open and case.assignee_id is not None:
            rows[case.assignee_id] = rows.get(case.assignee_id, 0) + 1
    assert rows == {person: count for person, count in carried.items() if count}


def no_alarm_twice(seen: Seen) -> None:
    """Within a phase each alarm is raised once, and only while the case is awake."""
    for case_id, lines in seen.history.items():
        stages, given = played_back(lines), dict[tuple[object, ...], int]()
        for was, line in zip(stages, lines[1:], strict=False):
            if line.act is not Act.ESCALATE:
                continue
            assert was.state not in ASLEEP
            # taking and answering may be due at the same minute
            taking = was.state in (*WAITING, State.REOPENED)
            phase = (was.phase_at, was.due_at, taking)
            old, new = line.changed["alarms"]
            assert max(old, given.get(phase, 0)) < new and old >= given.get(phase, 0), (
                f"{case_id}: {line}"
            )
            assert len(line.changed["told"][1]) == len(set(line.changed["told"][1]))
            given[phase] = new


def alarms_keep_their_distance(seen: Seen, since: datetime) -> None:
    """At most two close together, and then one each hour: whoever is told every few minutes stops
    reading.

    What counts is how often people are told. An alarm that waited for the morning is told together
    with all that it missed, and the next may come soon after it. `since` is when the deadlines'
    policy changed last, and with it when alarms go off.
    """
    for case_id, lines in seen.history.items():
        phase, told = None, list[datetime]()
        for case, line in zip(played_back(lines), lines, strict=True):
            if phase != _phase(case):
                phase, told = _phase(case), []
            if line.act is not Act.ESCALATE:
                continue
            distance = CLOSEST[case.urgency]
            number, awake = line.changed["alarms"][1], _awake(case, line.at)
            assert number <= 2 + awake // distance, (
                f"{case.number}: alarm {number} after {awake}"
            )
            told = [at for at in (*told[-2:], line.at) if at > since]
            assert len(told) < 3 or told[2] - told[0] >= distance, (
                f"{case_id}: told at {told}"
            )


def _phase(case: Case) -> tuple[object, ...]:
    return case.phase_at, case.due_at, case.assignee_id, case.urgency, case.holds


def _awake(case: Case, at: datetime) -> timedelta:
    """How long it has been late, without the times on hold."""
    due = case.due_at
    assert due is not None
    held = (min(end or at, at) - max(begin, due) for begin, end in case.holds)
    return at - due - sum((max(one, timedelta()) for one in held), timedelta())


def no_alarm_while_asleep(before: Seen, after: Seen) -> None:
    for case_id, case in before.cases.items():
        now = after.cases[case_id]
        if case.state in ASLEEP and now.state is case.state:
            assert now.alarms <= case.alarms, f"{case.number} alarms while {case.state}"


def phases(lines: list[Line]) -> set[tuple[object, ...]]:
    """What counts as a phase of its own: another start, another deadline or somebody else in
    charge.
    """
    return {(one.phase_at, one.due_at, one.assignee_id) for one in played_back(lines)}


def everything_due_was_looked_at(seen: Seen, now: datetime) -> None:
    for case_id, at in seen.timers.items():
        assert at > now, f"{seen.cases[case_id].number} was due at {at}"
