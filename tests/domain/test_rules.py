"""Who gets it: the conditions of a rule, their order, and who of a team takes a case."""

from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.assignment import Candidate, choose
from domain.kinds import Urgency
from domain.rules import NOBODY, Matter, Rule, decide, fails, says, within

NIGHT = (18 * 60, 8 * 60)
FIRE = Matter(
    "hazard",
    "fire",
    "餐馆后门在冒烟",
    ("G01", "S1", "D", "C"),
    frozenset({"catering"}),
    20 * 60,
    5,
)
FULL = Rule(
    "night fires",
    frozenset({"hazard"}),
    frozenset({"fire"}),
    ("冒烟", "smoke"),
    frozenset({"S1"}),
    frozenset({"catering"}),
    (NIGHT,),
    frozenset({5, 6}),
    post="police",
    urgency=Urgency.URGENT,
)


# --- one rule ---


def test_a_rule_without_conditions_takes_everything() -> None:
    assert fails(Rule("all"), FIRE) == ""


def test_a_rule_takes_what_meets_all_its_conditions() -> None:
    assert fails(FULL, FIRE) == ""


@pytest.mark.parametrize(
    ("matter", "why"),
    [
        (replace(FIRE, kind="wish"), "kind"),
        (replace(FIRE, category="road"), "category"),
        (replace(FIRE, words="井盖松了"), "words"),
        (replace(FIRE, areas=("G09", "S2", "D", "C")), "area"),
        (replace(FIRE, areas=()), "area"),
        (replace(FIRE, tags=frozenset({"school"})), "tag"),
        (replace(FIRE, tags=frozenset()), "tag"),
        (replace(FIRE, minute=12 * 60), "hours"),
        (replace(FIRE, weekday=0), "days"),
        (replace(FIRE, kind="wish", weekday=0), "kind"),
    ],
)
def test_the_first_condition_that_does_not_hold_is_named(
    matter: Matter, why: str
) -> None:
    assert fails(FULL, matter) == why


@pytest.mark.parametrize("area", ["G01", "S1", "D", "C"])
def test_a_rule_for_an_area_counts_in_everything_below_it(area: str) -> None:
    assert fails(Rule("here", areas=frozenset({area})), FIRE) == ""


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (("smoke",), "There is SMOKE here", True),
        (("Smoke",), "there is smoke here", True),
        (("smoke",), "a smoker", False),
        (("sign",), "two signs fell", True),
        (("sign",), "a new design", False),
        (("gas leak",), "A gas leak!", True),
        (("冒烟",), "后门冒烟了", True),
        (("KTV噪音",), "楼下ktv噪音太大", True),
        (("冒烟", "smoke"), "井盖松了", False),
        (("c++",), "a course in C++", True),
        ((".*",), "anything", False),
        (("(",), "a ( b", True),
    ],
)
def test_english_words_are_whole_words_and_chinese_ones_stand_anywhere(
    words: tuple[str, ...], text: str, found: bool
) -> None:
    assert says(text, words) is found


def stands(word: str, text: str) -> bool:
    whole = rf"\b{word}s?\b" if word.isascii() else word
    return re.search(whole, text, re.IGNORECASE) is not None


@given(
    st.lists(
        st.sampled_from(["gas", "gas leak", "as", "烟", "冒烟", "a", "K歌"]), min_size=1
    ),
    st.text("gas leakAKS烟冒歌1_,", max_size=30),
)
def test_chinese_words_are_found_anywhere_and_english_ones_whole_or_in_the_plural(
    words: list[str], text: str
) -> None:
    assert says(text, tuple(words)) == any(stands(word, text) for word in words)


@pytest.mark.parametrize(
    ("window", "minute", "inside"),
    [
        ((540, 1020), 539, False),
        ((540, 1020), 540, True),
        ((540, 1020), 1019, True),
        ((540, 1020), 1020, False),
        (NIGHT, 1079, False),
        (NIGHT, 1080, True),
        (NIGHT, 1439, True),
        (NIGHT, 0, True),
        (NIGHT, 479, True),
        (NIGHT, 480, False),
        ((0, 1440), 0, True),
        ((0, 1440), 1439, True),
        ((1080, 1440), 0, False),
        ((1080, 0), 1439, True),
        ((1080, 0), 0, False),
        ((600, 600), 600, False),
    ],
)
def test_a_window_has_its_start_but_not_its_end_and_may_cross_midnight(
    window: tuple[int, int], minute: int, inside: bool
) -> None:
    assert within([window], minute) is inside


def test_the_small_hours_belong_to_their_own_day_of_the_calendar() -> None:
    rule = Rule("saturday nights", hours=(NIGHT,), days=frozenset({5}))
    assert fails(rule, replace(FIRE, minute=120, weekday=6)) == "days"
    assert fails(rule, replace(FIRE, minute=120, weekday=5)) == ""


# --- rules in order ---

POLICE, GUIDE = Rule("police", post="police"), Rule("guide", post="party_guide")
WISHES, UNIT, PLAIN = (
    Rule("wishes", frozenset({"wish"})),
    Rule("unit", office="CG"),
    Rule("plain", privacy="open"),
)


@pytest.mark.parametrize(
    ("rules", "held", "winner", "skipped"),
    [
        ((), {"police"}, None, ()),
        ((POLICE, GUIDE), {"police", "party_guide"}, POLICE, ()),
        ((GUIDE, POLICE), {"police", "party_guide"}, GUIDE, ()),
        ((POLICE, GUIDE), {"party_guide"}, GUIDE, (POLICE,)),
        ((POLICE, GUIDE), set(), None, (POLICE, GUIDE)),
        ((WISHES, UNIT, PLAIN), {"CG"}, UNIT, ()),
        ((WISHES, UNIT, PLAIN), set(), PLAIN, (UNIT,)),
        ((PLAIN, UNIT), {"CG"}, PLAIN, ()),
        ((WISHES,), set(), None, ()),
    ],
)
def test_the_first_rule_that_matches_and_has_somebody_wins(
    rules: tuple[Rule, ...],
    held: set[str],
    winner: Rule | None,
    skipped: tuple[Rule, ...],
) -> None:
    verdict = decide(rules, FIRE, lambda rule: (rule.post or rule.office) in held)
    assert (verdict.rule, verdict.skipped) == (winner, skipped)


def test_the_trials_say_of_every_rule_before_the_winner_why_it_was_not_that_one() -> (
    None
):
    verdict = decide((WISHES, POLICE, PLAIN, GUIDE), FIRE, lambda _: False)
    assert verdict.rule is PLAIN
    assert verdict.trials == ((WISHES, "kind"), (POLICE, NOBODY))


def test_nobody_is_looked_up_for_rules_that_do_not_match_or_name_nobody() -> None:
    asked: list[str] = []

    def holds(rule: Rule) -> bool:
        asked.append(rule.name)
        return False

    decide((replace(WISHES, post="police"), PLAIN), FIRE, holds)
    assert asked == []


few = st.sampled_from
some_rules = st.lists(
    st.builds(
        Rule,
        name=st.text("abc", min_size=1, max_size=3),
        kinds=st.frozensets(few(["hazard", "help"])),
        categories=st.frozensets(few(["fire", "road"])),
        words=st.lists(few(["smoke", "烟"]), max_size=2).map(tuple),
        areas=st.frozensets(few(["G01", "S1", "S2"])),
        tags=st.frozensets(few(["catering", "school"])),
        hours=st.lists(
            st.tuples(st.integers(0, 1439), st.integers(0, 1440)), max_size=2
        ).map(tuple),
        days=st.frozensets(st.integers(0, 6)),
        post=few(["", "police", "volunteer"]),
    ),
    max_size=6,
)
matters = st.builds(
    Matter,
    few(["hazard", "help"]),
    few(["fire", "road"]),
    few(["", "smoke", "smokers", "有烟"]),
    few([(), ("G01", "S1"), ("S2",)]),
    st.frozensets(few(["catering", "school"])),
    st.integers(0, 1439),
    st.integers(0, 6),
)


def naive(rule: Rule, matter: Matter) -> bool:
    """The same conditions once more, written down without a thought of speed."""
    minutes = {
        m % 1440 for a, b in rule.hours for m in range(a, b if a <= b else b + 1440)
    }
    spoken = [w if w == "烟" else rf"\b{w}s?\b" for w in rule.words]
    return all(
        (
            not rule.kinds or matter.kind in rule.kinds,
            not rule.categories or matter.category in rule.categories,
            not rule.words or any(re.search(w, matter.words) for w in spoken),
            not rule.areas or any(area in rule.areas for area in matter.areas),
            not rule.tags or any(tag in rule.tags for tag in matter.tags),
            not rule.hours or matter.minute in minutes,
            not rule.days or matter.weekday in rule.days,
        )
    )


@given(some_rules, matters)
def test_a_naive_reading_of_the_rules_agrees(rules: list[Rule], matter: Matter) -> None:
    matching = [rule for rule in rules if naive(rule, matter)]
    winners = [rule for rule in matching if rule.post in ("", "police")]
    verdict = decide(rules, matter, lambda rule: rule.post == "police")
    assert verdict.rule is (winners[0] if winners else None)
    before = matching[: matching.index(winners[0])] if winners else matching
    assert list(verdict.skipped) == before
    assert [rule for rule, _ in verdict.trials] == (
        rules[: rules.index(winners[0])] if winners else rules
    )
    assert all(
        (why == NOBODY) == naive(rule, matter) and why for rule, why in verdict.trials
    )


@given(some_rules, some_rules, matters)
def test_rules_after_the_winner_change_nothing(
    rules: list[Rule], more: list[Rule], matter: Matter
) -> None:
    verdict = decide(rules, matter, lambda _: True)
    if verdict.rule:
        assert decide([*rules, *more], matter, lambda _: True) == verdict


@given(some_rules, matters)
def test_a_rule_for_everything_put_first_always_wins(
    rules: list[Rule], matter: Matter
) -> None:
    assert decide([PLAIN, *rules], matter, lambda _: True).rule is PLAIN


def test_fifty_rules_are_tried_in_less_than_a_millisecond() -> None:
    rules = [
        replace(FULL, name=str(i), words=(f"词{i}", f"word{i}"), hours=())
        for i in range(50)
    ]
    best = min(_seconds(rules) for _ in range(20))
    assert best < 0.001


def _seconds(rules: list[Rule]) -> float:
    start = time.perf_counter()
    decide(rules, FIRE, lambda _: True)
    return time.perf_counter() - start


# --- who of the team ---

ON, OFF = Candidate(1, True, 5), Candidate(2, False, 0)


@pytest.mark.parametrize(
    ("team", "chosen"),
    [
        ([], None),
        ([ON, OFF], 1),
        ([OFF, replace(ON, away=True)], 2),
        ([OFF, replace(ON, carries=20)], 2),
        ([OFF, replace(ON, carries=19)], 1),
        ([replace(ON, carries=20), replace(OFF, carries=25)], None),
        ([OFF, replace(ON, reachable=False)], 2),
        ([replace(ON, reachable=False), replace(OFF, reachable=False)], 1),
        ([replace(ON, reachable=False), replace(OFF, carries=20)], 1),
        ([replace(ON, id=4), replace(ON, id=3), replace(ON, id=5, carries=6)], 3),
        ([replace(ON, away=True)], None),
    ],
)
def test_the_one_on_duty_with_the_fewest_cases_gets_it(
    team: list[Candidate], chosen: int | None
) -> None:
    assert choose(team, 20) == chosen


teams = st.lists(
    st.builds(
        Candidate,
        st.integers(1, 9),
        st.booleans(),
        st.integers(0, 6),
        st.booleans(),
        st.booleans(),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)


@given(teams, st.integers(0, 6))
def test_nobody_away_or_at_the_cap_gets_a_case_and_somebody_else_does(
    team: list[Candidate], cap: int
) -> None:
    able = {one.id: one for one in team if not one.away and one.carries < cap}
    chosen = choose(team, cap)
    assert (chosen in able) if able else chosen is None


@given(teams, st.integers(1, 6))
def test_reachable_comes_before_duty_duty_before_few_cases_and_those_before_the_id(
    team: list[Candidate], cap: int
) -> None:
    chosen = next((one for one in team if one.id == choose(team, cap)), None)
    for other in team:
        if chosen is None or other is chosen or other.away or other.carries >= cap:
            continue
        assert chosen.reachable or not other.reachable
        if chosen.reachable == other.reachable:
            assert chosen.on_duty or not other.on_duty
            if chosen.on_duty == other.on_duty:
                assert (chosen.carries, chosen.id) < (other.carries, other.id)


@given(
    teams.flatmap(lambda team: st.tuples(st.just(team), st.permutations(team))),
    st.integers(0, 6),
)
def test_the_order_of_the_list_does_not_matter(
    twice: tuple[list[Candidate], list[Candidate]], cap: int
) -> None:
    assert choose(twice[0], cap) == choose(twice[1], cap)
