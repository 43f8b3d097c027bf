"""One word for one thing: what is called one way is not called another way elsewhere, neither in
the texts nor in the documents for people.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.config.posts import DEFAULT_POSTS
from domain.acts import Act
from handlers.texts.sentences import HERE, LANGUAGES, keys, label, sentences
from tests.architecture.code import ROOT, none

GONE = {
    "zh-CN": {
        "办好": "办完|办结期限|未办",
        "办结": "完结|了结(?!果)",
        "报上级": "上报(?!证明)|升级|上交|报给上|报上一级|报给您",
        "报事": "报上来",
        "部门": "单位|几家|各家|每家|多家",
        "负责人": "负责的人",
        "报事人": "报的人",
        "暂缓": "先放|放一放|挂起|先等一等",
        "合并": "(?<!合)并到|(?<!合)并来|(?<!合)并进",
        "相似": "像的",
        "商量、投票": "议一议|议事|人选[，。]",
        "紧急程度": "急缓",
        "类型": "种类",
        "符合、不符": "不合",
        "你": "您",
        "点": "按过|按一下|你按|按这个|按它|看着我按|当面按",
        "网格事项": "楼宇事项",
        "统计": "数字[；，。|]",
    },
    "en": {
        "done": "resolved?|finish(?:ed)?",
        "is in charge": "looks? after it",
        "to the next level": "(?:up|goes up|went up) (?:a|one) level",
        "office": "units?",
        "reported": "filed",
        "answer by": "(?:solve|resolve) (?:it )?by",
        "take by": "accept by",
        "merge": "take another in",
        "press": "taps?(?! (?:the map|a card))|tapped|tapping",
        "community guide": "party guide",
    },
}
"""Language → the word that there is → those that it took the place of."""

LACKING = {
    "zh-CN": "回复(?:这|卡|我|那)|长按|左滑|右滑|引用|点「开始」",
    "en": r"repl(?:y|ies) to (?:this|the|a|me)\b|long.press|press and hold|swipe|press Start",
}
"""What not every chat can do (`Can`): WeChat and WeCom reply to nothing. A sentence is for all."""

TYPED = re.compile(r"(?:stats-)?words-|language-words")
"""Keys of what people may write: there the old words still count."""

PLACEABLE = re.compile(r"\{[^{}]*\}")
DOCUMENTS = (
    "README.zh-CN.md",
    "docs/admins.zh-CN.md",
    "docs/coordinators.zh-CN.md",
    "docs/riders.zh-CN.md",
)


def gone(language: str) -> re.Pattern[str]:
    words = "|".join(GONE[language].values())
    return re.compile(words if language == "zh-CN" else rf"\b(?:{words})\b", re.I)


def texts(language: str) -> list[tuple[str, int, str]]:
    """File, line and what is said there: no comments, no placeables, no keys."""
    found = []
    for path in sorted((HERE / language).glob("*.ftl")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            if line and line[0] != "#" and not TYPED.match(line):
                said = line.partition(" = ")[2] if line[0].isalpha() else line
                found.append((path.name, number, PLACEABLE.sub("", said)))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_says_it_with_the_word_that_is_gone(language: str) -> None:
    old = gone(language)
    none(
        f"{language}/{name}:{line} says {hit[0]!r}"
        for name, line, said in texts(language)
        if (hit := old.search(said))
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_asks_for_what_only_some_chats_can_do(language: str) -> None:
    lacking = re.compile(LACKING[language], re.I)
    none(
        f"{language}/{name}:{line} says {hit[0]!r}"
        for name, line, said in texts(language)
        if name != "page.ftl" and (hit := lacking.search(said))
    )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_document_for_people_says_it_with_the_word_that_is_gone(name: str) -> None:
    old = gone("zh-CN")
    lines = Path(ROOT / name).read_text(encoding="utf-8").splitlines()
    none(
        f"{name}:{number} says {hit[0]!r}"
        for number, line in enumerate(lines, 1)
        if (hit := old.search(line))
    )


@pytest.mark.parametrize(
    ("language", "said"),
    (
        ("zh-CN", "已并到另一件"),
        ("zh-CN", "请您看看"),
        ("zh-CN", "各家都办好了"),
        ("en", "It went up a level."),
        ("en", "Post / unit"),
        ("en", "Filed"),
    ),
)
def test_a_word_that_is_gone_would_be_found(language: str, said: str) -> None:
    assert gone(language).search(said)


@pytest.mark.parametrize("said", ("已合并到另一件", "合并进来", "办好了，等你确认"))
def test_the_words_that_are_left_are_not_taken_for_those(said: str) -> None:
    assert not gone("zh-CN").search(said)


def test_what_the_coordinator_does_is_not_called_closed() -> None:
    """办结 is what a case is in the end; 办好 what a coordinator does."""
    act = Act.RESOLVE.value
    assert [
        key
        for key in keys("zh-CN")
        if act in key.split("-") and "办结" in _plain("zh-CN", key)
    ] == []


def test_a_post_is_called_the_same_in_the_texts_and_in_the_configuration() -> None:
    for post in DEFAULT_POSTS:
        key = f"post-{post.code.replace('_', '-')}"
        assert (label("zh-CN", key), label("en", key)) == (post.zh, post.en)


def _plain(language: str, key: str) -> str:
    parts = sentences(language)[key] or ()
    return "".join(part for part in parts if isinstance(part, str))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_twice(language: str) -> None:
    files = sorted((HERE / language).glob("*.ftl"))
    texts = [path.read_text(encoding="utf-8") for path in files]
    found = [key for text in texts for key in re.findall(r"(?m)^([a-z][\w-]*) =", text)]
    twice = {key for key in found if found.count(key) > 1}
    assert set(found) == set(keys(language))
    none(f"{key}: the second hides the first" for key in sorted(twice))
