"""[[posts]] and [[rules]] as they are written, and what `gridbee check` says of them."""

from __future__ import annotations

import time
import tomllib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.config.made_up import made_up
from bot.config.posts import DEFAULT_POSTS, PostConfig
from bot.config.rule_check import Known, check, try_all
from bot.config.rule_order import Standing, find
from bot.config.rules import DEFAULT_RULES, RuleConfig, agree, minutes, rules_of
from domain.kinds import Urgency
from domain.reading.vocabulary import default_vocabulary
from domain.rules import Matter, Rule, decide, fails

EXAMPLE = """
[[rules]]
name = "night fires"
kind = "hazard"
category = ["fire"]
words = ["冒烟", "smoke"]
area = ["S1", "S2"]
tag = "catering"
hours = ["18:00-08:00", "12:00-24:00"]
days = ["sat", "sun"]
post = "police"
urgency = "urgent"
privacy = "confidential"
verify = true
"""
POSTS = {post.code for post in DEFAULT_POSTS}
PATHS = {
    "G01": ("G01", "S1", "C"),
    "G02": ("G02", "S2", "C"),
    "S1": ("S1", "C"),
    "S2": ("S2", "C"),
    "C": ("C",),
}
CATALOGUE = default_vocabulary().catalogue
KNOWN = Known(CATALOGUE, PATHS.keys(), {"catering"}, {"CG", "GA"}, PATHS)
DEFAULTS = rules_of(DEFAULT_RULES)
CODES = {category.code for category in CATALOGUE}


def checked(*rules: Rule, held: set[str] = POSTS, paths: Any = PATHS) -> list[str]:
    known = replace(KNOWN, paths=paths)
    return check(rules, DEFAULT_POSTS, known, held=held)


def mistake(**values: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        RuleConfig.model_validate(values)
    return caught.value.errors()[0]["msg"].removeprefix("Value error, ")


# --- the configuration ---


def test_the_example_becomes_a_rule() -> None:
    (rule,) = rules_of(
        RuleConfig.model_validate(row) for row in tomllib.loads(EXAMPLE)["rules"]
    )
    assert rule == Rule(
        "night fires",
        frozenset({"hazard"}),
        frozenset({"fire"}),
        ("冒烟", "smoke"),
        frozenset({"S1", "S2"}),
        frozenset({"catering"}),
        ((1080, 480), (720, 1440)),
        frozenset({5, 6}),
        "police",
        "",
        Urgency.URGENT,
        "confidential",
        True,
    )


@pytest.mark.parametrize("key", ["kind", "category", "area", "tag", "words", "days"])
def test_a_single_text_is_a_list_of_one(key: str) -> None:
    text = {"kind": "help", "category": "road", "days": "mon"}.get(key, "x")
    one, many = (
        RuleConfig.model_validate({"name": "x", key: value}) for value in (text, [text])
    )
    assert one == many


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"kind": "fire"}, "kind: 'fire' is unknown; allowed are hazard, help, wish"),
        (
            {"urgency": "soon"},
            "urgency: 'soon' is unknown; allowed are urgent, utility, general, complex",
        ),
        (
            {"privacy": "secret"},
            "privacy: 'secret' is unknown; allowed are open, confidential, anonymous",
        ),
        (
            {"days": ["someday"]},
            "days: 'someday' is unknown; allowed are mon, tue, wed, thu, fri, sat, sun",
        ),
        ({"pots": "police"}, "pots: no such key; allowed are name, kind, category"),
        (
            {"post": "police", "office": "CG"},
            "office: a rule has a post or an office, never both",
        ),
        (
            {"hours": ["8-18 or so"]},
            "hours: '8-18 or so' is no span of time; an example is 18:00-08:00",
        ),
        ({"hours": ["08:00-08:00"]}, "hours: '08:00-08:00' is no time at all"),
        ({"words": ["smoke", " "]}, "words: must not hold an empty text"),
        ({"area": []}, "area: must not be empty"),
        ({"verify": "perhaps"}, "verify: must be true or false"),
    ],
)
def test_a_mistake_names_the_rule_the_key_and_what_is_allowed(
    values: dict[str, Any], says: str
) -> None:
    assert mistake(name="night fires", **values).startswith(
        f"rule 'night fires': {says}"
    )


def test_every_mistake_of_a_rule_is_told_at_once() -> None:
    said = mistake(name="x", kind="y", urgency="z")
    assert said.count("rule 'x':") == 1
    assert "kind: 'y' is unknown" in said and "urgency: 'z' is unknown" in said


def test_a_rule_without_a_name_is_told_so() -> None:
    assert mistake(kind="help") == "a rule without a name: name: is missing"


@pytest.mark.parametrize("code", ["Police", "1", "片警", "a b", ""])
def test_the_code_of_a_post_is_plain(code: str) -> None:
    with pytest.raises(ValidationError, match=r"building_head|without a code"):
        PostConfig(code=code, zh="片警", en="police")


@given(st.integers(0, 1439), st.integers(1, 1440))
def test_a_span_is_read_as_it_is_written(start: int, end: int) -> None:
    span = f"{start // 60:02d}:{start % 60:02d}-{end // 60:02d}:{end % 60:02d}"
    if start != end:
        assert minutes(span) == (start, end)


@pytest.mark.parametrize(
    ("span", "read"),
    [
        ("8-18", (480, 1080)),
        ("18：00–08：00", (1080, 480)),
        ("晚上10点到早上6点", (1320, 360)),
        ("00:00-24:00", (0, 1440)),
    ],
)
def test_a_span_is_read_as_at_every_other_door(
    span: str, read: tuple[int, int]
) -> None:
    assert minutes(span) == read


@pytest.mark.parametrize(
    "span",
    [
        "",
        "24:00-08:00",
        "8:60-9:00",
        "08:00",
        "08:00-25:00",
        "٠٨:00-09:00",
        "8:00-9:00x",
    ],
)
def test_what_is_no_span_is_refused(span: str) -> None:
    with pytest.raises(ValueError, match="no span of time"):
        minutes(span)


def rule(name: str, **values: Any) -> RuleConfig:
    return RuleConfig(name=name, **values)


@pytest.mark.parametrize(
    ("posts", "rules", "says"),
    [
        (
            DEFAULT_POSTS,
            [rule("a", post="sheriff")],
            "rule 'a': post: 'sheriff' is unknown; allowed are building_head",
        ),
        (
            DEFAULT_POSTS,
            [rule("a", category=["fyre"])],
            "rule 'a': category: 'fyre' is unknown; allowed are road, fire, charging",
        ),
        (
            DEFAULT_POSTS,
            [rule("a"), rule("a"), rule("a")],
            "rule 'a': there are two of that name",
        ),
        (
            (*DEFAULT_POSTS, DEFAULT_POSTS[0]),
            [],
            "post 'building_head': there are two of that code",
        ),
        (DEFAULT_POSTS[:1], [], "post 'mediator' is missing"),
    ],
)
def test_posts_and_rules_have_to_fit_together(
    posts: Any, rules: Any, says: str
) -> None:
    with pytest.raises(ValueError, match="^" + says):
        agree(posts, rules, CATALOGUE)


# --- the defaults ---


def test_the_defaults_fit_together_and_have_nothing_to_complain_of() -> None:
    agree(DEFAULT_POSTS, DEFAULT_RULES, CATALOGUE)
    assert checked(*DEFAULTS) == []


@pytest.mark.parametrize("somebody", [True, False])
def test_a_labour_dispute_is_confidential_with_and_without_a_mediator(
    somebody: bool,
) -> None:
    matter = Matter("help", "dispute", "站点扣钱", ("G01", "C"), frozenset(), 600, 0)
    won = decide(DEFAULTS, matter, lambda _: somebody).rule
    assert won and won.privacy == "confidential"
    assert won.post == ("mediator" if somebody else "")


@pytest.mark.parametrize("code", sorted(CODES - {"dispute"}))
def test_every_other_category_stays_with_the_grid(code: str) -> None:
    matter = Matter(CATALOGUE[code].kind, code, "", ("G01", "C"), frozenset(), 600, 0)
    assert decide(DEFAULTS, matter, lambda _: True).rule is None


# --- gridbee check ---

FIRES = Rule("fires", categories=frozenset({"fire"}))
HERE = Rule("here", areas=frozenset({"S1"}))


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        (
            (replace(HERE, areas=frozenset({"S9"})),),
            "rule 'here': there is no area 'S9'; there are C, G01, G02, S1, S2",
        ),
        (
            (Rule("t", tags=frozenset({"school"})),),
            "rule 't': there is no tag 'school'; there are catering",
        ),
        (
            (replace(FIRES, office="XX"),),
            "rule 'fires': there is no office 'XX'; there are CG, GA",
        ),
        (
            (replace(FIRES, post="sheriff"),),
            "rule 'fires': there is no post 'sheriff'; there are building_head, party_guide",
        ),
        (
            (FIRES, replace(FIRES, name="b")),
            "rule 'b': can never match, rule 'fires' before it has the same",
        ),
        (
            (FIRES, replace(FIRES, name="b", words=("烟",))),
            "rule 'b': can never match, rule 'fires' before it takes",
        ),
        (
            (Rule("hazards", kinds=frozenset({"hazard"})), FIRES),
            "rule 'fires': can never match, rule 'hazards' before it takes all of it",
        ),
        (
            (HERE, Rule("grid", areas=frozenset({"G01"}))),
            "rule 'grid': can never match, rule 'here' before it takes all of it",
        ),
        (
            (
                replace(FIRES, post="police"),
                replace(FIRES, name="b", tags=frozenset({"catering"}), office="CG"),
            ),
            "rule 'b': matches only where nobody holds the post or office of rule "
            "'fires' before it",
        ),
        (
            (
                replace(FIRES, post="police"),
                replace(FIRES, name="b", post="police", verify=True),
            ),
            "rule 'b': can never match, rule 'fires' before it has the same conditions",
        ),
        (
            (Rule("all"), FIRES),
            "rule 'all': has no conditions, so it takes everything, and nothing is left for the 1",
        ),
        (
            (Rule("all", office="CG"), FIRES),
            "rule 'all': has no conditions, so it takes everything wherever somebody "
            "holds its post or office",
        ),
        (
            (Rule("x", frozenset({"wish"}), frozenset({"fire"})),),
            "rule 'x': can never match, no category that it names is of a kind that it "
            "names (fire is a hazard)",
        ),
        (
            (replace(FIRES, post="police", privacy="confidential"),),
            "rule 'fires': where nobody holds its post or office it is passed over, and "
            "a case would not be confidential",
        ),
        (
            (
                replace(FIRES, post="police", privacy="confidential"),
                replace(FIRES, name="b", privacy="anonymous"),
            ),
            "rule 'fires': where nobody holds its post or office it is passed over, and "
            "a case would not be confidential",
        ),
        (
            (
                replace(FIRES, post="police", privacy="confidential"),
                Rule("hazards", kinds=frozenset({"hazard"})),
                replace(FIRES, name="late", privacy="confidential"),
            ),
            "rule 'fires': where nobody holds its post or office it is passed over, and "
            "a case would not be confidential",
        ),
    ],
)
def test_each_mistake_has_its_sentence(rules: tuple[Rule, ...], says: str) -> None:
    found = checked(*rules)
    assert found[0].startswith(says)


def test_a_post_that_nobody_holds_is_told() -> None:
    assert checked(*DEFAULTS, held=set()) == [
        "rule 'labour disputes': nobody holds the post mediator (调解员, mediator), so "
        "the rule is passed over"
    ]


@pytest.mark.parametrize(
    "rules",
    [
        (),
        (FIRES, Rule("all", office="CG")),
        (FIRES, HERE),
        (HERE, FIRES),
        (Rule("day", hours=((480, 1080),)), Rule("night", hours=((1080, 480),))),
        (Rule("week", days=frozenset(range(5))), Rule("all")),
        (
            replace(FIRES, post="police"),
            replace(FIRES, name="b", post="fire_officer"),
            replace(FIRES, name="c"),
        ),
        (
            Rule("a", kinds=frozenset({"help"})),
            Rule("b", kinds=frozenset({"help", "wish"})),
        ),
        (Rule("a", words=("烟",)), Rule("b", words=("冒烟", "smoke"))),
        (
            replace(FIRES, post="police", privacy="confidential"),
            Rule("w", frozenset({"wish"})),
            replace(FIRES, name="late", privacy="confidential"),
        ),
    ],
)
def test_rules_that_are_fine_are_not_complained_of(rules: tuple[Rule, ...]) -> None:
    assert checked(*rules) == []


def test_several_rules_can_leave_nothing_for_another_together() -> None:
    day, night = Rule("day", hours=((480, 1080),)), Rule("night", hours=((1080, 480),))
    assert find((day, night, FIRES), 2, {}, CATALOGUE).standing is Standing.NEVER


def test_without_the_tree_a_street_is_not_known_to_cover_its_grids() -> None:
    assert checked(HERE, Rule("grid", areas=frozenset({"G01"})), paths={}) == []


def test_every_rule_is_tried_and_told() -> None:
    rules = (
        replace(FIRES, post="police"),
        HERE,
        replace(FIRES, name="b"),
        replace(HERE, name="d", words=("烟",)),
    )
    assert try_all(rules, KNOWN) == [
        "rule 'fires': takes what it should",
        "rule 'here': takes what it should",
        "rule 'b': takes what it should where nobody holds what rule 'fires' asks for",
        "rule 'd': is never reached, rule 'here' takes it",
    ]


few = st.sampled_from
rule_lists = st.lists(
    st.builds(
        Rule,
        name=st.just("x"),
        kinds=st.frozensets(few(["hazard", "help"])),
        categories=st.frozensets(few(["fire", "road", "access"])),
        words=st.lists(few(["smoke", "烟"]), max_size=2, unique=True).map(tuple),
        areas=st.frozensets(few(["G01", "S1", "S2"])),
        tags=st.frozensets(few(["catering", "school"])),
        hours=st.lists(few([(0, 720), (720, 1440), (1080, 480)]), max_size=2).map(
            tuple
        ),
        days=st.frozensets(few([0, 6])),
        post=few(["", "police"]),
    ),
    min_size=1,
    max_size=6,
)


@given(rule_lists)
def test_a_made_up_matter_meets_its_rules_conditions(rules: list[Rule]) -> None:
    matter = made_up(rules[-1], rules[:-1], PATHS, CATALOGUE)
    if matter is None:
        assert rules[-1].kinds and rules[-1].categories
    else:
        assert fails(rules[-1], matter) == ""


matters = st.builds(
    lambda code, **rest: Matter(CATALOGUE[code].kind, code, **rest),
    few(["fire", "road", "access", "dispute", "rest"]),
    words=few(["", "smoke", "烟", "smoke 烟"]),
    areas=few(list(PATHS.values())),
    tags=st.frozensets(few(["catering", "school"])),
    minute=few([0, 479, 480, 719, 720, 1079, 1080, 1439]),
    weekday=st.integers(0, 6),
)


@given(rule_lists, matters)
def test_what_is_never_reached_takes_no_matter_at_all(
    rules: list[Rule], matter: Matter
) -> None:
    for somebody in (True, False):
        won = decide(rules, matter, dict.fromkeys(rules, somebody).__getitem__).rule
        index = next((i for i, one in enumerate(rules) if one is won), None)
        if index is not None:
            finding = find(rules, index, PATHS, CATALOGUE).standing
            assert finding is Standing.REACHED or (
                finding is Standing.BEHIND and not somebody
            )


def test_fifty_rules_are_checked_within_seconds() -> None:
    codes = sorted(CODES)
    rules = [
        Rule(
            f"r{i}",
            categories=frozenset(codes[i % 9 : i % 9 + 9]),
            words=tuple(f"w{i}{j}" for j in range(9)),
            days=frozenset({i % 7, i % 5}),
            hours=((i * 20, i * 20 + 300),),
            post="police",
        )
        for i in range(50)
    ]
    start = time.perf_counter()
    try_all(rules, KNOWN)
    assert time.perf_counter() - start < 10
