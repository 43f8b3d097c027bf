"""Every file and folder that the documents for developers name is there."""

from __future__ import annotations

import re

import pytest

from tests.architecture.code import ROOT

DOCUMENTS = ("docs/development.md", "CONTRIBUTING.md", "bench/README.md")
TOP = "bench|bot|docs|domain|handlers|storage|tests"
PATH = re.compile(rf"`((?:{TOP})/[\w./-]*(?:/|\.\w+))`")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_in_a_document_is_there(document: str) -> None:
    named = PATH.findall((ROOT / document).read_text(encoding="utf-8"))
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []
