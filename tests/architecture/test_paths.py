"""What the documents for developers name is there: files, folders, `make` targets; the glossary is
short, and the tests stand where the rooms do.
"""

from __future__ import annotations

import re

import pytest

from tests.architecture.code import ROOT

DOCUMENTS = ("docs/development.md", "CONTRIBUTING.md", "bench/README.md")
TOP = "bench|bot|docs|domain|handlers|storage|tests"
PATH = re.compile(rf"`((?:{TOP})/[\w./-]*(?:/|\.\w+))`")
MADE = re.compile(r"(?:`|^)make ([a-z-]+)(?=`| *#|$)", re.MULTILINE)
MOST_WORDS = 40
MIRRORED = ("bot", "domain", "handlers")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_in_a_document_is_there(document: str) -> None:
    named = PATH.findall((ROOT / document).read_text(encoding="utf-8"))
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("document", (*DOCUMENTS, "README.md", "README.zh-CN.md"))
def test_every_make_target_in_a_document_is_there(document: str) -> None:
    made = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {
        name
        for line in re.findall(r"^([a-z][a-z -]*):", made, re.MULTILINE)
        for name in line.split()
    }
    named = MADE.findall((ROOT / document).read_text(encoding="utf-8"))
    assert set(named) <= targets


def test_the_glossary_is_short_and_a_word_stands_in_it_once() -> None:
    text = (ROOT / "docs/development.md").read_text(encoding="utf-8")
    glossary = text.partition("\n## Words\n")[2].partition("\n## ")[0]
    words = re.findall(r"^\| \*\*([^*]+)\*\*", glossary, re.MULTILINE)
    assert 30 < len(words) <= MOST_WORDS
    assert words == sorted(set(words))


@pytest.mark.parametrize("floor", MIRRORED)
def test_the_tests_of_a_floor_stand_in_its_rooms(floor: str) -> None:
    folders = {
        path.parent.relative_to(ROOT / "tests")
        for path in (ROOT / "tests" / floor).rglob("*.py")
    }
    assert len(folders) > 1
    assert [one for one in sorted(folders) if not (ROOT / one).is_dir()] == []
