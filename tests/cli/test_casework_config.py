"""The sections for casework: what they become, what is said of mistakes, and what `gridbee
check` says of them.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.commands.demo import for_demo
from bot.config.casework import rows_of
from bot.config.fitting import Result, calendars
from bot.config.holidays import announced_until
from bot.config.mistakes import ConfigError
from bot.config.policies import DEFAULT_POLICIES
from bot.config.reading import read
from bot.config.rules import DEFAULT_RULES
from bot.config.settings import Config
from domain.kinds import Kind, Urgency
from domain.policies import DEFAULT_POLICY, Limit, limit_for
from domain.reading.read import read as understand
from handlers.dialog.setup import Setup
from storage.memory.directory import Directory
from tests.cli.command import SAMPLE, configured, gridbee

HOUR = timedelta(hours=1)
OFFICE = {"name": "office", "hours": ["09:00-12:00", "14:00-17:30"]}
FRIDAY = datetime(2026, 11, 27, 8, 30, tzinfo=UTC)  # 16:30 in Shanghai


def setup(**sections: Any) -> Setup:
    return read(sections).setup({})


def limit(
    made: Setup,
    category: str,
    urgency: Urgency = Urgency.GENERAL,
    kind: Kind = Kind.HAZARD,
) -> Limit:
    return limit_for(made.rows, made.policy, kind, category, urgency, "grid")


# --- deadlines and policies ---


def test_a_configuration_without_these_sections_holds_every_case_to_the_old_hours() -> (
    None
):
    made = setup()
    assert (made.calendars, made.cap) == ({}, 30)
    assert not any(row.limit.working for row in made.rows)
    found = {
        name: (one.accept, one.resolve, one.first) for name, one in made.policy.items()
    }
    assert found == {
        name: (one.accept, one.resolve, None) for name, one in DEFAULT_POLICY.items()
    }
    assert [name for name, one in made.policy.items() if one.working] == [
        Urgency.GENERAL,
        Urgency.COMPLEX,
    ]


def test_with_a_calendar_typical_hazards_have_the_city_limits() -> None:
    made = setup(calendars=[OFFICE])
    assert limit(made, "rubbish") == Limit(HOUR, 4 * HOUR, None, True)
    assert limit(made, "road") == Limit(HOUR, 5 * HOUR, None, True)
    assert limit(made, "tree") == Limit(24 * HOUR, 120 * HOUR, None, True)
    assert limit(made, "light") == made.policy[Urgency.GENERAL]
    assert limit(made, "road", Urgency.URGENT) == DEFAULT_POLICY[Urgency.URGENT]


@pytest.mark.parametrize("calendars", [[], [OFFICE]])
def test_what_is_dangerous_by_nature_is_due_before_a_dirty_road_day_and_night(
    calendars: list[Any],
) -> None:
    made = setup(calendars=calendars)
    open_manhole = limit(made, "road", read_urgency("井盖没了，路中间一个大洞"))
    black_ice = limit(made, "road", read_urgency("路面结冰，摔了好几个"))
    live_wires = limit(made, "utility", read_urgency("电线垂下来了，离头顶很近"))
    fire_lane = limit(made, "fire", read_urgency("消防通道停满了车"))
    burst = limit(made, "road", Urgency.UTILITY)
    dirty = limit(made, "road")
    for found in (open_manhole, black_ice, live_wires, fire_lane, burst):
        assert not found.working
        assert found.resolve <= 24 * HOUR
        assert dirty.working or found.resolve < dirty.resolve
    assert dirty.resolve == (5 * HOUR if calendars else 168 * HOUR)


def read_urgency(said: str) -> Urgency:
    return understand(said).urgency


def test_a_row_of_the_deadlines_keeps_what_it_leaves_out() -> None:
    made = setup(
        deadlines={"general": {"first_answer_hours": 48}, "urgent": {"answer_hours": 3}}
    )
    assert made.policy[Urgency.GENERAL] == Limit(24 * HOUR, 168 * HOUR, 48 * HOUR, True)
    assert made.policy[Urgency.URGENT] == Limit(HOUR, 3 * HOUR)
    assert (
        setup(deadlines={"general": {"clock": "around"}})
        .policy[Urgency.GENERAL]
        .working
        is False
    )


def test_own_policies_stand_in_place_of_the_defaults_and_the_first_that_fits_counts() -> (
    None
):
    rows = [
        {
            "category": "light",
            "accept_hours": 2,
            "answer_hours": 9,
            "first_answer_hours": 3,
        },
        {"kind": "hazard", "accept_hours": 2, "answer_hours": 10},
    ]
    made = setup(policies=rows, calendars=[OFFICE])
    assert limit(made, "light") == Limit(2 * HOUR, 9 * HOUR, 3 * HOUR)
    assert limit(made, "rubbish") == Limit(2 * HOUR, 10 * HOUR)
    assert limit(made, "lost", kind=Kind.HELP) == made.policy[Urgency.GENERAL]
    assert setup(policies=[], calendars=[OFFICE]).rows == ()


def test_rows_of_working_time_do_not_count_without_a_calendar_and_others_do() -> None:
    rows = [
        {"clock": clock, "accept_hours": 1, "answer_hours": 2}
        for clock in ("working", "around")
    ]
    assert [row.limit.working for row in setup(policies=rows).rows] == [False]
    assert [
        row.limit.working for row in setup(policies=rows, calendars=[OFFICE]).rows
    ] == [True, False]
    assert (
        read({"policies": rows}).idle_policies == read({"policies": rows}).policies[:1]
    )


# --- calendars, posts, rules, cap ---


def test_calendars_count_in_the_configured_zone() -> None:
    made = setup(
        calendars=[
            OFFICE,
            OFFICE | {"name": "street", "areas": ["S1"], "saturday": ["09:00-12:00"]},
        ]
    )
    assert made.calendars.keys() == {"", "S1"}
    assert made.calendars[""].add(FRIDAY, 2 * HOUR) == datetime(
        2026, 11, 30, 2, 0, tzinfo=UTC
    )
    assert made.calendars["S1"].add(FRIDAY, 2 * HOUR) == datetime(
        2026, 11, 28, 2, 0, tzinfo=UTC
    )
    berlin = setup(calendars=[OFFICE], service={"timezone": "Europe/Berlin"})
    assert berlin.calendars[""].opens(FRIDAY) == FRIDAY


def test_own_rules_come_first_and_the_default_ones_last_unless_their_name_is_taken() -> (
    None
):
    names = [rule.name for rule in DEFAULT_RULES]
    own = {"name": "roads", "category": "road", "office": "CG"}
    assert [rule.name for rule in setup(rules=[own]).rules] == ["roads", *names]
    taken = {"name": names[0], "category": "dispute", "post": "police"}
    made = setup(rules=[taken, own]).rules
    assert [rule.name for rule in made] == [names[0], "roads", *names[1:]]
    assert made[0].post == "police"


def test_posts_have_a_name_in_each_language() -> None:
    posts = [
        {"code": "mediator", "zh": "调解员", "en": "mediator"},
        {"code": "guard", "zh": "保安", "en": "guard"},
    ]
    made = setup(posts=posts, rules=[{"name": "a", "post": "guard"}])
    assert made.post("guard", "zh-CN") == "保安"
    assert list(made.posts) == ["mediator", "guard"]
    assert setup().post("police", "zh-CN") == "片警"


def test_the_cap_is_the_configured_one() -> None:
    assert setup(casework={"cap": 5}).cap == 5


def test_the_demo_keeps_all_but_telegram_and_has_a_folder_of_its_own(
    tmp_path: Path,
) -> None:
    config = read(
        {
            "calendars": [OFFICE],
            "casework": {"cap": 5},
            "service": {"language": "en"},
            "web": {"host": "127.0.0.2"},
            "rules": [{"name": "roads", "category": "road"}],
            "telegram": {"token": "1:x"},
        }
    )
    made = for_demo(config, tmp_path, 8081)
    assert (made.service.data, made.service.language, made.telegram.secret_token) == (
        tmp_path,
        "en",
        "",
    )
    assert (made.web.enabled, made.web.port, made.web.host) == (True, 8081, "127.0.0.2")
    assert (made.calendars, made.casework, made.rules) == (
        config.calendars,
        config.casework,
        config.rules,
    )
    with pytest.raises(ConfigError, match="port"):
        for_demo(config, tmp_path, 70000)


# --- mistakes ---

LIMITS = "accept_hours = 1\nanswer_hours = 2\n"
WRONG = {
    "[casework]\ncap = 0": "[casework] cap: ",
    "[casework]\ncapp = 1": "[casework] capp: no such key; allowed are cap",
    '[deadlines.general]\nclock = "day"': (
        "[deadlines.general] clock: must be 'around' or 'working'"
    ),
    "[deadlines.general]\nfirst_answer_hours = -1": "[deadlines.general] first_answer_hours: ",
    "[policies]\naccept_hours = 1": (
        "policies: must be tables of a list, each under its own [[policies]]"
    ),
    f"[[policies]]\n{LIMITS}[[policies]]\nlevl = 1\n{LIMITS}": (
        "[[policies]] row 2 levl: no such key; allowed are accept_hours, answer_hours, "
        "category, clock"
    ),
    "[[policies]]\naccept_hours = 1": "[[policies]] row 1 answer_hours: is missing",
    f'[[policies]]\n{LIMITS}kind = "hazrd"': (
        "[[policies]] row 1 kind: 'hazrd' is unknown; allowed are hazard, help, wish"
    ),
    f'[[policies]]\n{LIMITS}category = "roads"': (
        "[[policies]] row 1 category: 'roads' is unknown; allowed are road, "
    ),
    f'[[policies]]\n{LIMITS}urgency = "high"': (
        "[[policies]] row 1 urgency: 'high' is unknown; allowed are urgent, "
    ),
    f'[[policies]]\n{LIMITS}kind = "wish"\ncategory = "road"': (
        "[[policies]] row 1: category 'road' is a hazard"
    ),
    '[[calendars]]\nname = "a"\nhours = ["9-"]': (
        "[[calendars]] row 1 hours: '9-' is no period of a day"
    ),
    '[[calendars]]\nname = "a"\nhours = ["9:00-12:00"]\nmon = []': (
        "[[calendars]] row 1 mon: no such key; allowed are areas, days_file, friday"
    ),
    '[[calendars]]\nname = "a"\nhours = ["9:00-12:00"]\nholidays = "us"': (
        "[[calendars]] row 1 holidays: must be 'china' or 'none'"
    ),
    '[[calendars]]\nname = "a"\nhours = ["9:00-12:00"]\n[[calendars]]\nname = "b"\nhours '
    '= ["9:00-12:00"]': ("the calendars 'a' and 'b' are both for everywhere"),
    '[[calendars]]\nname = "a"\nhours = ["9:00-12:00"]\ndays_file = "no.csv"': (
        "[[calendars]] row 1: cannot read no.csv"
    ),
    '[[posts]]\ncode = "Guard"\nzh = "保安"\nen = "guard"': (
        "[[posts]] row 1: post 'Guard': code: must be of small letters"
    ),
    '[[posts]]\ncode = "guard"\nzh = "保安"\nen = "guard"': "post 'mediator' is missing",
    '[[rules]]\ncategory = "road"': "[[rules]] row 1: a rule without a name: name: is missing",
    '[[rules]]\nname = "a"\n[[rules]]\nname = "b"\nkinds = "help"': (
        "[[rules]] row 2: rule 'b': kinds: no such key; allowed are name, kind"
    ),
    '[[rules]]\nname = "a"\npost = "boss"': (
        "rule 'a': post: 'boss' is unknown; allowed are building_head"
    ),
    '[[rules]]\nname = "a"\n[[rules]]\nname = "a"': "rule 'a': there are two of that name",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_mistake_names_the_row_and_what_is_allowed(tmp_path: Path, text: str) -> None:
    result = gridbee(configured(tmp_path, text), "check")
    assert (result.returncode, result.stdout) == (1, "")
    assert WRONG[text] in result.stderr
    assert result.stderr.count("\n") == 1


def test_lists_may_come_from_the_environment(tmp_path: Path) -> None:
    good = gridbee(
        configured(tmp_path),
        "check",
        GRIDBEE__CALENDARS='[{"name": "a", "hours": ["9:00-12:00"]}]',
    )
    assert "ok   calendars: 1 calendar" in good.stdout
    bad = gridbee(tmp_path, "check", GRIDBEE__POLICIES="[}")
    assert (bad.returncode, bad.stderr.count("\n")) == (1, 1)
    assert bad.stderr.startswith("GRIDBEE__POLICIES") and "as JSON" in bad.stderr


def test_every_list_of_tables_is_known_as_one() -> None:
    lists = {"categories", "policies", "calendars", "posts", "rules"}
    assert {name for name in lists if rows_of(Config, name)} == lists
    assert (
        rows_of(Config, "nothing") is None
        and rows_of(type(DEFAULT_POLICIES[0]), "kind") is None
    )
    with pytest.raises(ConfigError, match=r"^nothing: no such key"):
        read({"nothing": [1]})


# --- check ---


def told(folder: Path, text: str, name: str) -> list[str]:
    """The lines of `check` about this thing, on the sample district."""
    configured(folder, "[web]\nenabled = true\nport = 0\n" + text)
    if not (folder / "data").exists():
        assert gridbee(folder, "load", str(SAMPLE)).returncode == 0
    printed = gridbee(folder, "check").stdout.splitlines()
    return [line for line in printed if line[5:].startswith(f"{name}: ")]


def rule(name: str, more: str = "") -> str:
    return f'[[rules]]\nname = "{name}"\n{more}\n'


MEDIATOR = (
    "rule 'labour disputes': nobody holds the post mediator (调解员, mediator), "
    "so the rule is passed over"
)
RULES = {
    "": ["ok   rules: 2 rules, all reachable", f"ok   rules: {MEDIATOR}"],
    rule("a", 'area = "G01"\ncategory = "road"'): [
        "ok   rules: 3 rules, all reachable",
        f"ok   rules: {MEDIATOR}",
    ],
    rule("a", 'office = "CG"\ncategory = "road"'): [
        "ok   rules: 3 rules, all reachable",
        f"ok   rules: {MEDIATOR}",
        "ok   rules: rule 'a': nobody works in the office CG, so the rule is passed over",
    ],
    rule("a", 'office = "XX"'): [
        "BAD  rules: rule 'a': there is no office 'XX'; there are CG, DL, GA, SC, WY, ZJ",
        "BAD  rules: rule 'a': has no conditions, so it takes everything wherever "
        "somebody holds its post or office, "
        "and nothing is left for the 2 after it",
        f"ok   rules: {MEDIATOR}",
    ],
    rule("a", 'area = "CG"'): [
        "BAD  rules: rule 'a': there is no area 'CG'; there are C, D, G01, G02, G03, G04,"
        " G05, G06, G07, G08, G09, "
        "G10, …",
        f"ok   rules: {MEDIATOR}",
    ],
    rule("a", 'area = "S1"') + rule("b", 'area = "G01"'): [
        "BAD  rules: rule 'b': can never match, rule 'a' before it takes all of it",
        f"ok   rules: {MEDIATOR}",
    ],
}


@pytest.mark.parametrize("text", RULES)
def test_check_tries_the_rules_on_the_areas(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text, "rules") == RULES[text]


def test_check_names_the_rules_that_are_never_reached(tmp_path: Path) -> None:
    found = told(tmp_path, rule("all") + rule("roads", 'category = "road"'), "rules")
    assert "BAD  rules: rule 'roads': is never reached, rule 'all' takes it" in found


def test_check_says_which_rows_do_not_count_and_which_levels_are_not_there(
    tmp_path: Path,
) -> None:
    assert told(tmp_path, "", "deadlines") == [
        "ok   deadlines: 3 rows before the defaults",
        "ok   deadlines: [[policies]] rows 4, 5, 6 are of working time and count only with "
        "[[calendars]]",
    ]
    text = f'[[policies]]\nlevel = "street"\n{LIMITS}[[policies]]\nlevel = "village"\n{LIMITS}'
    assert told(tmp_path, text, "deadlines") == [
        "BAD  deadlines: [[policies]] row 2: there is no level 'village'; there are city,"
        " district, grid, street"
    ]


def test_check_looks_at_the_calendars(tmp_path: Path) -> None:
    assert told(tmp_path, "", "calendars") == [
        "ok   calendars: none, every clock runs round the clock"
    ]
    text = (
        '[[calendars]]\nname = "office"\nareas = ["S1", "S9"]\nholidays = "none"\n'
        'hours = ["09:00-17:00"]\n'
    )
    assert told(tmp_path, text, "calendars") == [
        "BAD  calendars: calendar 'office': there is no area 'S9'"
    ]
    assert told(tmp_path, text.replace("S9", "S2"), "calendars") == [
        "ok   calendars: 1 calendar"
    ]


def test_check_says_of_which_year_the_days_are_missing(tmp_path: Path) -> None:
    last = announced_until()

    def said(year: int, **more: Any) -> list[Result]:
        return calendars(read({"calendars": [OFFICE | more]}), Directory(), year)

    missing = (
        f"days of {last + 1} are not announced yet: give days_file (calendar office)"
    )
    assert said(last - 1) == [Result("calendars", True, "1 calendar")]
    assert said(last) == [
        Result("calendars", True, "1 calendar"),
        Result("calendars", True, missing),
    ]
    assert Result("calendars", False, missing) in said(last + 1)
    days = tmp_path / "days.csv"
    days.write_text(f"{last + 1}-02-06,work\n", encoding="utf-8")
    assert said(last, days_file=days) == [Result("calendars", True, "1 calendar")]


def test_check_tells_where_nobody_has_a_role_and_is_content(tmp_path: Path) -> None:
    areas = "C, D, G01, G02, G03, G04, G05, G06, G07, G08, G09, G10 and 28 more"
    assert told(tmp_path, "", "staff") == [
        "ok   staff: 0 people with a role",
        f"ok   staff: no coordinator and no head of their own in {areas}: cases go to the "
        "area above",
        "ok   staff: nobody works in the offices CG, DL, GA, SC, WY, ZJ",
    ]
