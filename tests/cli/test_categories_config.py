"""[[categories]]: what an office adds, changes and hides; what is said of mistakes; `check`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.config.fitting import categories
from bot.config.mistakes import ConfigError
from bot.config.reading import read
from bot.config.settings import Config
from domain.kinds import Kind, Urgency
from domain.policies import limit_for
from domain.privacy import Privacy
from domain.reading.catalogue import Category
from domain.reading.read import read as understand
from domain.reading.vocabulary import default_vocabulary
from handlers.casework import phrases
from tests.cli.command import configured, gridbee

TRUCK = {
    "code": "food_truck",
    "kind": "hazard",
    "names": {"zh-CN": "流动餐车", "en": "Food truck"},
    "strong": ["餐车", "food truck"],
}


def made(*rows: dict[str, Any], **sections: Any) -> Config:
    return read({"categories": list(rows), **sections})


def found(code: str, *rows: dict[str, Any]) -> Category:
    return made(*rows).setup({}).catalogue[code]


# --- what becomes of them ---


def test_without_any_the_vocabulary_is_the_packages() -> None:
    assert read({}).setup({}).vocabulary is default_vocabulary()


def test_one_that_is_added_is_read_and_offered_before_the_rest() -> None:
    setup = made(TRUCK | {"privacy": "confidential"}).setup({})
    reading = understand("餐车停在这里", vocabulary=setup.vocabulary)
    assert (reading.category, reading.kind) == ("food_truck", Kind.HAZARD)
    offered = [one.code for one in setup.catalogue.of_kind(Kind.HAZARD)]
    assert offered[-2:] == ["food_truck", "hazard_other"]
    assert setup.catalogue["food_truck"].privacy is Privacy.CONFIDENTIAL


def test_one_that_is_changed_keeps_what_is_not_said() -> None:
    old = default_vocabulary().catalogue["light"]
    new = found(
        "light",
        {"code": "light", "names": {"en": "Lamps"}, "words": ["灯笼"], "icon": "🏮"},
    )
    assert (new.name("en"), new.name("zh-CN")) == ("Lamps", old.name("zh-CN"))
    assert new.words == (*old.words, "灯笼")
    assert (new.strong, new.wants_place) == (old.strong, old.wants_place)
    assert new.icon == "🏮"
    assert new.shown("en") == "🏮 Lamps"


def test_one_that_is_hidden_keeps_its_name_and_is_not_offered() -> None:
    setup = made({"code": "noise", "hidden": True}).setup({})
    offered = [one.code for one in setup.catalogue.of_kind(Kind.HAZARD)]
    assert "noise" not in offered
    assert phrases.category(setup, "en", "noise") == "Noise"


def test_one_that_is_gone_goes_by_its_code() -> None:
    setup = read({}).setup({})
    assert phrases.category(setup, "zh-CN", "food_truck") == "food_truck"


def test_policies_and_rules_may_name_one_that_was_added() -> None:
    limits = {"category": "food_truck", "accept_hours": 1, "answer_hours": 3}
    rule = {"name": "trucks", "category": "food_truck", "office": "CG"}
    setup = made(TRUCK, policies=[limits], rules=[rule]).setup({})
    general = Urgency.GENERAL
    limit = limit_for(
        setup.rows, setup.policy, Kind.HAZARD, "food_truck", general, "grid"
    )
    assert limit.resolve.total_seconds() == 3 * 3600
    assert "food_truck" in setup.rules[0].categories


# --- mistakes ---

WRONG: list[tuple[list[dict[str, Any]], str]] = [
    (
        [{"code": "Food-Truck"}],
        "[[categories]] row 1: category 'Food-Truck': code: must be of at most",
    ),
    ([{"code": "wish"}], "category 'wish': code: is the name of a kind"),
    ([{"kind": "help"}], "a category without a code: code: is missing"),
    ([{"code": "truck", "kind": "help"}], "names: zh-CN, en is missing"),
    (
        [{k: TRUCK[k] for k in ("code", "names")}],
        "category 'food_truck': kind: is missing",
    ),
    ([{"code": "road", "kind": "wish"}], "category 'road': kind: it is a hazard"),
    ([TRUCK, TRUCK], "category 'food_truck': there are two of that code"),
    (
        [{"code": "help_other", "hidden": True}],
        "category 'help_other': hidden: it takes what fits nowhere else",
    ),
    (
        [{"code": "road", "names": {"fr": "Route"}}],
        "names: there is no language 'fr'; there are zh-CN, en",
    ),
    (
        [{"code": "road", "names": {"en": "Street light"}}],
        "category 'road': names: 'Street light' is the name of 'light' already",
    ),
    ([{"code": "road", "names": {"en": "x" * 31}}], "is longer than 30 letters"),
    ([{"code": "road", "icon": "R1"}], "icon: 'R1' is no picture"),
    ([{"code": "road", "icon": "🚚" * 9}], "is no picture"),
    (
        [{"code": "road", "words": ["坑…"]}],
        "category 'road': words: nothing to look for",
    ),
    (
        [{"code": "road", "strong": ["<holes>"]}],
        "category 'road': strong: no class of words <holes>",
    ),
    (
        [{"code": "road", "hints": ["a?"]}],
        "category 'road': hints: 'a?' may be nothing",
    ),
    ([{"code": "road", "words": [" "]}], "words: must not hold an empty text"),
    (
        [{"code": "road", "urgency": "soon"}],
        "category 'road': urgency: must be",
    ),
    (
        [{"code": "road", "privacy": "none"}],
        "category 'road': privacy: must be",
    ),
    ([{"code": "road", "colour": "red"}], "category 'road': colour: no such key"),
]


@pytest.mark.parametrize(("rows", "says"), WRONG)
def test_a_mistake_is_one_sentence_that_names_the_key(
    rows: list[dict[str, Any]], says: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        made(*rows)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_rule_and_a_policy_may_not_name_what_is_not_there() -> None:
    with pytest.raises(
        ConfigError, match="rule 'a': category: 'food_truck' is unknown"
    ):
        read({"rules": [{"name": "a", "category": "food_truck"}]})
    wish = {"kind": "wish", "category": "food_truck"}
    with pytest.raises(ConfigError, match="row 1: category 'food_truck' is a hazard"):
        made(TRUCK, policies=[wish | {"accept_hours": 1, "answer_hours": 2}])


# --- check ---


def test_check_tries_the_words_and_names_the_hidden() -> None:
    said = [
        (one.fine, one.text)
        for one in categories(made(TRUCK, {"code": "noise", "hidden": True}))
    ]
    assert said == [
        (True, "37 are offered, 1 of them added or changed here"),
        (True, "hidden: noise"),
    ]


def test_check_says_which_word_does_not_lead_to_its_category() -> None:
    lost = {"code": "tree", "words": ["着火"]}
    assert [(one.fine, one.text) for one in categories(made(lost))] == [
        (False, "category 'tree': words: 着火 does not lead to it")
    ]


def test_check_says_which_category_only_a_person_can_choose() -> None:
    mute = {key: TRUCK[key] for key in ("code", "kind", "names")}
    texts = [one.text for one in categories(made(mute))]
    assert texts[-1] == "no words lead to food_truck: only a person chooses them"


def test_check_says_so_on_the_command_line(tmp_path: Path) -> None:
    text = '[[categories]]\ncode = "road"\nwords = ["<holes>"]\n'
    bad = gridbee(configured(tmp_path, text), "check")
    assert (bad.returncode, bad.stderr.count("\n")) == (1, 1)
    assert "category 'road': words: no class of words <holes>" in bad.stderr
    good = gridbee(configured(tmp_path, ""), "check")
    assert "ok   categories: 37 are offered, 0 of them" in good.stdout
