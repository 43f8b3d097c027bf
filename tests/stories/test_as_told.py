"""What the texts tell people to say is said by somebody in a story: a sentence that is recommended
and not understood is worse than none.
"""

from __future__ import annotations

import re

import pytest

from handlers.texts.sentences import written
from tests.stories.test_stories import STORIES

QUOTED = {"zh-CN": re.compile("[「“]([^」”]*)[」”]"), "en": re.compile("“([^”]*)”")}
SIGN = re.compile(r"^[^\w]+|[^\w]+$")
SAID = re.compile(r"^\S+ (?:>|📷+) (.+)$")
NOT_SAID = {
    "zh-CN": {
        "日夜": "the last word of /policy",
        "生成带参数的二维码": "what WeChat calls one of its services",
        "同意、不同意、说不好": "what the buttons of a vote say",
        "某某替我": "a name belongs there: 张强替我",
        "钥匙在收银台": "an answer to what is asked there",
    },
    "en": {
        "Location": "a way to send a place, in the app",
        "NAME stands in for me": "a name belongs there",
        "0002 to Li": "a name belongs there",
        "0002 to Zhang": "a name belongs there",
        "lamp to Li": "a name belongs there",
        "lamp to Zhang": "a name belongs there",
        "the key is at the till": "an answer to what is asked there",
    },
}
"""What stands in quotation marks for another reason."""


def recommended(language: str) -> set[str]:
    """What is quoted in a text and is no label: what one may type."""
    entries = written(language).items()
    texts = [text for key, text in entries if not key.startswith("words-")]
    labels = {SIGN.sub("", text.partition("=")[2]) for text in texts}
    quoted = {one for text in texts for one in QUOTED[language].findall(text)}
    plain = {one for one in quoted if "$" not in one and SIGN.sub("", one)}
    return {one for one in plain if SIGN.sub("", one) not in labels}


def said(language: str) -> set[str]:
    lines = [
        line for one in STORIES if one.language == language for _, line in one.lines
    ]
    return {found[1] for line in lines if (found := SAID.match(line))}


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_what_is_recommended_is_said_in_a_story(language: str) -> None:
    missing = recommended(language) - said(language) - set(NOT_SAID[language])
    assert not missing


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_nothing_is_left_out_that_no_text_says(language: str) -> None:
    assert set(NOT_SAID[language]) <= recommended(language)
