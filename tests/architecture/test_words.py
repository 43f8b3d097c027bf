"""Every sentence has a key; no words for people stand in code; both languages say the same
things.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from functools import cache
from itertools import product
from pathlib import Path
from types import MappingProxyType

import pytest
from fluent.syntax.ast import EntryType, Junk, Message, VariableReference
from fluent.syntax.parser import FluentParser
from fluent.syntax.visitor import Visitor

from bench.modules import nodes_of
from domain.acts import Act
from domain.coupons.offer import Cannot
from domain.gifts.order import OrderState
from domain.kinds import Kind, Supervision, Urgency
from domain.matching.listing import ListingKind, ListingState
from domain.matching.rights import GAINS, OFFERS, ListingAct
from domain.matching.suggesting import Near
from domain.matching.times import TIMES
from domain.members import MemberAct, MemberState
from domain.people import Role
from domain.points.ledger import Why
from domain.points.rates import TIERS
from domain.points.refusals import RULES as REFUSALS
from domain.points.service import CHOICES, RULES
from domain.privacy import Privacy
from domain.states import State
from domain.stations.changing import DAYS
from domain.stations.reports import SAID
from domain.stations.station import AMENITIES, ENTRIES, WANTED
from domain.wish_words import REASONS
from domain.wishes.rights import WishAct
from domain.wishes.wish import WishState
from handlers.actions.table import ACTS as TABLE
from handlers.actions.table import RARE
from handlers.admin.audit_wording import CHANGES
from handlers.casework.auditing import FIELDS, NO_CHANGE
from handlers.contents import COMMANDS, FORMS
from handlers.dialog.setup import POSTS
from handlers.matching.parts import PARTS, PRESSED, TYPED
from handlers.texts.sentences import HERE, LANGUAGES, PARSER, written
from storage.gifts.orders import Ordered
from tests.architecture.code import ROOT, none

CODE = [
    p for floor in ("handlers", "bot") for p in sorted((ROOT / floor).rglob("*.py"))
]
PAGE = sorted((ROOT / "bot" / "channels" / "web" / "page").glob("*.[jh][st]*"))
CHINESE = re.compile(r"[\u4e00-\u9fff]")
SENTENCE = re.compile(r"^[A-Z][a-z]+ ([\w',]+ ){2,}[\w']+[.!?…]?$")

# File → what may stand in it: words that are read, not said; names of the demo; the command line.
ALLOWED: dict[str, tuple[str, ...]] = {
    "handlers/desk.py": ("你好",),
    "bot/channels/tencent/said.py": ("收到不支持的消息类型",),
    # what the console calls them
    "bot/channels/wechat/console.py": ("IP白名单", "认证", "模板消息"),
    "bot/channels/wecom/making.py": ("企业可信IP",),
    "handlers/texts/sentences.py": ("中文",),
    "handlers/people/settings.py": ("关", "默认", "英", "中文", "[,,、", "至到"),
    "handlers/people/roles.py": ("网格", "负责人", "管理员", "单位"),
    "handlers/actions/choices.py": ("天时周", "月", "时", "小", "天", "周", "、"),
    "handlers/people/leave/away.py": (
        "至",
        "下班",
        "结束",
        "关",
        "上班",
        "值班",
        "开",
        "天",
    ),
    "handlers/actions/templates.py": ("加", "删"),
    "bot/__main__.py": ("",),
    # CALL_NAMES: what the numbers to tap are
    "bot/channels/telegram/calls.py": ("119 ", "110 ", "120 "),
    "bot/config/posts.py": (
        "楼长",
        "党群指导员",
        "物业服务员",
        "片警",
        "消防员",
        "调解员",
        "城管队员",
        "志愿者",
    ),
    "bot/loading/properties.py": ("[,，、]",),
    "bot/commands/demo.py": ("网格蜂", "停止"),
    "bot/commands/sample.py": (
        "骑手",
        "网格员",
        "管理员",
        "李敏",
        "陈主任",
        "赵网格长",
        "周主任",
        "张强",
        "王芳",
        "小王",
    ),
}
FOR_OPERATORS = (
    "bot/__main__.py",
    "bot/channels/web/server.py",
    "bot/commands/check.py",
    "bot/commands/demo.py",
    "bot/commands/invite.py",
    "bot/commands/machine.py",
    "bot/commands/quarantine.py",
    "bot/commands/roster.py",
    "bot/commands/run.py",
    "bot/config/calendars.py",
    "bot/config/casework.py",
    "bot/config/dated.py",
    "bot/config/days_file.py",
    "bot/config/fitting.py",
    "bot/config/mistakes.py",
    "bot/config/periods.py",
    "bot/config/posts.py",
    "bot/config/reading.py",
    "bot/config/rows.py",
    "bot/config/rule_check.py",
    "bot/config/rules.py",
    "bot/config/sections.py",
    "bot/folder.py",
    "bot/house.py",
    "bot/loading/areas.py",
    "bot/loading/offices.py",
    "bot/loading/polygon.py",
    "bot/loading/table.py",
    "bot/loading/tree.py",
    "bot/loading/turns.py",
)
DONE = (Ordered.DONE, OrderState.OPEN)
# Keys whose end is made at run time, and keys that only the page's script names.
UNBUTTONED = (ListingAct.EDIT, ListingAct.KEEP, ListingAct.HOURS)
"""One has a button a part, one a button a kind, one a button a time."""
BUTTONED = [act for act in ListingAct if act not in UNBUTTONED]
OFF = ("order", "need", "resource")
OFF_CHARGE = ("charge", "charge-order")
DYNAMIC = (
    "amenity-",
    "entry-",
    "tier-",
    "points-refusal-",
    "gift-ended-",
    "coupon-",
    "coupons-line-",
    "points-refused-",
    "points-why-",
    "points-title-",
    "took-",
    "points-booked",
    "points-tail-booked",
    "station-ask-",
    "station-filter-",
    "station-heard-",
    "station-is-",
    "station-riders-say-",
    "button-station-",
    "words-station-",
    "channel-",
    "told-",
    "audit-",
    "age-",
    "card-",
    "supervision-",
    "choose-",
    "clock-",
    "duty-",
    "notice-",
    "poll-",
    "post-",
    "privacy-",
    "route-",
    "span-",
    "urgency-",
    "ask-",
    "button-",
    "commands-",
    "done-",
    "help-",
    "kind-",
    "menu-",
    "page-",
    "refuse-",
    "role-",
    "state-",
    "story-",
    "summary-",
    "queue-",
    "mine-",
    "overdue-",
    "when-",
    "wish-",
    "listing-",
    "listings-",
    "times-",
    "member-",
    "wishes-",
    "quiet-",
    "mute-",
    "emergency",
)


class Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.found.add(node.id.name)


@cache
def entries(language: str) -> tuple[tuple[str, EntryType], ...]:
    """All that stands in the files, as Fluent reads them; each with its file's name."""
    parser = FluentParser(with_spans=False)
    paths = sorted((HERE / language).glob("*.ftl"))
    return tuple(
        (path.name, entry)
        for path in paths
        for entry in parser.parse(path.read_text(encoding="utf-8")).body
    )


@cache
def messages(language: str) -> Mapping[str, frozenset[str]]:
    """Every key with the variables in its text."""
    found: dict[str, frozenset[str]] = {}
    for name, entry in entries(language):
        assert not isinstance(entry, Junk), (
            f"{name} cannot be read near {(entry.content or '')[:60]!r}"
        )
        if isinstance(entry, Message):
            assert entry.id.name not in found, f"{entry.id.name} stands twice"
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = frozenset(variables.found)
    return MappingProxyType(found)


def strings(path: Path) -> list[tuple[int, str]]:
    """The texts in a file's code: docstrings are not among them."""
    nodes = nodes_of(path)
    loose = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    constants = [
        node
        for node in nodes
        if isinstance(node, ast.Constant) and id(node) not in loose
    ]
    return [
        (node.lineno, node.value) for node in constants if isinstance(node.value, str)
    ]


def test_both_languages_have_the_same_keys_and_variables() -> None:
    chinese, english = messages("zh-CN"), messages("en")
    assert set(LANGUAGES) == {"zh-CN", "en"}
    assert sorted(chinese.keys() ^ english.keys()) == []
    assert {
        key: (chinese[key], english[key])
        for key in chinese
        if chinese[key] != english[key]
    } == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_read_alone_is_what_it_is_among_all_others(language: str) -> None:
    for _, entry in entries(language):
        if isinstance(entry, Message):
            key = entry.id.name
            alone = PARSER.parse_entry(written(language)[key])
            assert entry.equals(alone, ignored_fields=["comment"]), key
    assert set(written(language)) == set(messages(language))


def test_every_file_of_texts_is_there_in_both_languages() -> None:
    names = [
        sorted(path.name for path in (HERE / language).glob("*.ftl"))
        for language in LANGUAGES
    ]
    assert names[0] == names[1]


def test_every_text_that_code_asks_for_exists() -> None:
    pattern = re.compile(r"^[a-z]+(-[a-z0-9]+)+$")
    known, asked = dict(messages("zh-CN")), {}
    callers = {"say", "label", "choice", "toast", "Refused", "Notice", "_button"}
    for path in CODE:
        for node in nodes_of(path):
            if (
                isinstance(node, ast.Call)
                and ast.unparse(node.func).rpartition(".")[2] in callers
            ):
                for argument in node.args[:3]:
                    if isinstance(argument, ast.Constant) and pattern.match(
                        str(argument.value)
                    ):
                        asked[argument.value] = f"{path.name}:{node.lineno}"
    # what is only the end of a button's key stands for all of it
    known |= {key.removeprefix("button-"): known[key] for key in known}
    asked = {key: where for key, where in asked.items() if key not in LANGUAGES}
    assert len(asked) > 80
    assert {key: where for key, where in asked.items() if key not in known} == {}


def test_texts_whose_keys_are_made_at_run_time_exist() -> None:
    made = [
        *(f"state-{state.value.replace('_', '-')}" for state in State),
        *(
            f"{what}-{kind}"
            for what, kind in product(("kind", "menu", "ask-what", "button-make"), Kind)
        ),
        *(f"{what}-{role}" for what, role in product(("role", "help"), Role)),
        *(
            f"story-{a.value.replace('_', '-')}"
            for a in Act
            if a not in (Act.SEE, Act.ON_SITE)
        ),
        *(
            f"refuse-{s.value}"
            for s in (
                State.RESOLVED,
                State.CLOSED,
                State.REJECTED,
                State.WITHDRAWN,
                State.MERGED,
            )
        ),
        *(f"button-wish-{act.value.replace('_', '-')}" for act in WishAct),
        *(f"wish-state-{one.value.replace('_', '-')}" for one in WishState),
        *(f"refuse-wish-{why}" for why in REASONS),
        *(f"listing-state-{one.value}" for one in ListingState),
        *(f"listing-state-{how}" for how in ("running", "waiting", "taken")),
        *(f"listing-state-met-{kind}" for kind in ("need", "resource")),
        *(f"button-listing-keep-{kind}" for kind in ("need", "resource")),
        *(f"notice-listing-withdrawn-{what}" for what in OFF),
        *(
            f"notice-listing-off-{what}{by}"
            for what in (*OFF, *OFF_CHARGE)
            for by in ("", "-by")
        ),
        *(f"listing-near-{near.name.lower()}" for near in Near),
        *(f"times-{code.replace('_', '-')}" for code in TIMES),
        *(f"button-listing-{act.value.replace('_', '-')}" for act in BUTTONED),
        *(f"refuse-listing-{why}" for why in (GAINS, OFFERS)),
        *(f"button-listing-{part}" for part in PARTS),
        *(f"listing-which-{part}" for part in PRESSED),
        *(f"ask-listing-part-{part}" for part in TYPED),
        *(f"member-state-{one.value}" for one in MemberState),
        *(f"button-member-{act.value}" for act in MemberAct),
        *(f"refuse-gift-{how}" for how in (*Ordered, *OrderState) if how not in DONE),
        *(f"refuse-coupon-{why}" for why in Cannot if why),
        *(f"coupon-{why}" for why in Cannot if why),
        *(f"coupons-line-{why}" for why in (Cannot.PAUSED, Cannot.GONE, Cannot.CLOSED)),
        *(f"gift-ended-{how}" for how in OrderState if how is not OrderState.OPEN),
        *(f"audit-did-{a.value.replace('_', '-')}" for a in Act if a not in NO_CHANGE),
        *(f"audit-field-{field.replace('_', '-')}" for field in FIELDS),
        *(f"audit-{act}" for act in CHANGES),
        *(f"urgency-{urgency}" for urgency in Urgency),
        *(f"privacy-{privacy}" for privacy in Privacy),
        *(f"supervision-{card or 'none'}" for card in Supervision),
        *(f"post-{post.replace('_', '-')}" for post in POSTS),
        *(f"done-{name.replace('_', '-')}" for name in TABLE),
        *(f"button-{name.replace('_', '-')}" for name in RARE),
        *(
            f"choose-{name.replace('_', '-')}"
            for name, row in TABLE.items()
            if row.wants
        ),
        *(
            f"refuse-{row.wants.replace('_', '-')}"
            for row in TABLE.values()
            if row.wants not in ("", "case")
        ),
        *(
            f"route-{why}"
            for why in (
                "kind",
                "category",
                "words",
                "area",
                "tag",
                "hours",
                "days",
                "nobody",
            )
        ),
        *(
            f"{what}-{name}"
            for what in ("ask", "done")
            for name in FORMS
            if name not in ("filing", "station")
        ),
        *(
            f"{which}-{what}"
            for which in ("queue", "mine", "overdue")
            for what in ("title", "none")
        ),
    ]
    assert sorted(set(made) - messages("zh-CN").keys()) == []


def test_every_text_is_used() -> None:
    everything = "\n".join(path.read_text(encoding="utf-8") for path in (*CODE, *PAGE))
    named = {
        name
        for quoted in (r'(?="([\w-]+)")', r"(?='([\w-]+)')")
        for name in re.findall(quoted, everything)
    }
    unused = [
        key
        for key in messages("zh-CN")
        if key not in named and not key.startswith(DYNAMIC)
    ]
    assert unused == []


def test_texts_with_a_made_key_are_used_as_far_as_can_be_told() -> None:
    """A dynamic key's end must at least be a word that stands somewhere in the code or its
    tables.
    """
    tables = [
        s.value for s in (*State, *Act, *Kind, *Role, *Urgency, *Privacy, *Supervision)
    ]
    tables += [*TIERS, *REFUSALS, *RULES, *Why, *map(str, CHOICES)]
    tables += [*AMENITIES, *ENTRIES, *WANTED, *SAID, *DAYS]
    tables += [*WishAct, *WishState, *REASONS, *(f"{one}-said" for one in REASONS)]
    tables += [*ListingKind, *ListingState, *ListingAct, *TIMES, *PARTS, GAINS, OFFERS]
    tables += [near.name.lower() for near in Near]
    tables += [*MemberAct, *MemberState]
    tables += [*COMMANDS, *FORMS, *TABLE, *POSTS]
    everything = "\n".join(
        path.read_text(encoding="utf-8") for path in (*CODE, *PAGE)
    ) + " ".join(f'"{w}"' for w in tables)
    stand = set(re.findall(r"(?=[\"'\-:]([\w-]+)[\"'`])", everything))
    lost = []
    for key in messages("zh-CN"):
        ends = [key[i + 1 :] for i, letter in enumerate(key) if letter == "-"] + [key]
        words = {
            form
            for end in ends
            for form in (end, end.replace("-", "_"), end.removesuffix("-word"))
        }
        if words.isdisjoint(stand):
            lost.append(key)
    assert lost == []


def test_no_words_for_people_stand_in_code() -> None:
    none(
        f"{path.relative_to(ROOT)}:{line} says {text!r}"
        for path in CODE
        for line, text in strings(path)
        if for_people(str(path.relative_to(ROOT)), text)
    )


def for_people(name: str, text: str) -> bool:
    """Whether somebody would be told this, in this file."""
    allowed = any(word in text for word in ALLOWED.get(name, ()))
    if CHINESE.search(text) and not allowed:
        return True
    return name not in FOR_OPERATORS and bool(SENTENCE.match(text))


def test_words_for_people_would_be_found() -> None:
    assert for_people("handlers/desk.py", "地砖坏了")
    assert for_people("handlers/desk.py", "This is not yours.")
    assert not for_people("bot/house.py", "This is not yours.")
    assert not for_people("handlers/desk.py", "refuse-not-yours")


def test_every_file_with_words_of_its_own_is_there() -> None:
    named = {*ALLOWED, *FOR_OPERATORS}
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_twice_under_one_key(language: str) -> None:
    text = (ROOT / "handlers" / "texts" / language / "words.ftl").read_text("utf-8")
    rows = re.findall(r"^(words-[\w-]+) = (.*)$", text, re.MULTILINE)
    twice = {
        key: double
        for key, words in rows
        if (double := [w for w in set(words.split()) if words.split().count(w) > 1])
    }
    assert rows and not twice
