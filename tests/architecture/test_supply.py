"""What Gridbee is made of: everything pinned and hashed, under licences that may be passed on; and
no secret among the sources.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageMetadata, metadata
from pathlib import Path

import pytest

from tests.architecture.code import ROOT, none

LOCKS = {"run": (), "dev": ("dev",), "bench": ("bench",)}
"""A file of locks/ by its name, and the extras that it has."""

MAY_BE_PASSED_ON = (
    "0BSD",
    "Apache",
    "BSD",
    "CC0",
    "CNRI-Python",
    "GNU Lesser",
    "ISC",
    "LGPL",
    "MIT",
    "MPL",
    "Mozilla Public License 2.0",
    "PSF",
    "Python Software Foundation",
    "Zlib",
)
"""How the allowed licences begin: none of them asks for the source of what only uses it."""


ONLY_JUDGES = {"beancount": "GPL-2.0-only"}
"""What tests alone run, to judge what Gridbee writes: none of it is imported by Gridbee, passed on
with it, or installed where it runs.
"""


def normal(name: str) -> str:
    """A package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(path: str) -> dict[str, str]:
    """name → version of each line `name==version …`."""
    text = (ROOT / path).read_text(encoding="utf-8")
    found = re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, re.MULTILINE)
    return {normal(name): version for name, version in found}


def wanted(extras: tuple[str, ...]) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = list(project["dependencies"])
    for extra in extras:
        lines += project["optional-dependencies"][extra]
    return {normal(re.split(r"[^\w.-]", line)[0]) for line in lines}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_all_that_is_wanted_as_it_is_pinned_and_with_hashes(
    lock: str,
) -> None:
    path, constraints = f"locks/{lock}.txt", pins("constraints.txt")
    locked = pins(path)
    none(
        f"{path} has {name} {version}, not {constraints.get(name)}: make lock"
        for name, version in locked.items()
        if constraints.get(name) != version
    )
    none(f"{path} has no {name}: make lock" for name in wanted(LOCKS[lock]) - {*locked})
    blocks = re.split(r"^(?=[\w])", (ROOT / path).read_text("utf-8"), flags=re.M)
    none(f"no hash: {block}" for block in blocks[1:] if "--hash=sha256:" not in block)


def licences(said: PackageMetadata) -> list[str]:
    """What a package says of itself: the newer field, else classifiers, else free text."""
    classifiers = said.get_all("Classifier") or []
    groups = [
        re.split(r" AND | OR |[()]", said["License-Expression"] or ""),
        [one.split("::")[-1].strip() for one in classifiers if "License ::" in one],
        (said["License"] or "").splitlines()[:1],
    ]
    named = [[one.strip() for one in group if one.strip()] for group in groups]
    return next((group for group in named if group), ["none is named"])


def test_what_is_installed_has_a_licence_that_may_be_passed_on() -> None:
    installed = pins("locks/run.txt") | pins("locks/dev.txt")
    elsewhere = {"colorama"}  # on Windows only
    none(
        f"{name}: {licence}"
        for name in sorted(installed.keys() - elsewhere)
        for licence in licences(metadata(name))
        if not licence.startswith(MAY_BE_PASSED_ON) and ONLY_JUDGES.get(name) != licence
    )
    assert pins("locks/run.txt").keys().isdisjoint(ONLY_JUDGES)


SECRETS = {
    "a bot's token": r"\b\d{8,10}:[A-Za-z0-9_-]{35}\b",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE KEY-----",
    "a key of this house": r"[\"'][A-Za-z0-9+/]{43}=[\"']",
    "a password in an address": r"://(?!me:)[\w.-]+:(?!PASS|pass)[^\s/@{}:\"']{3,}@",
    "a cloud's key": r"\b(?:AKIA[0-9A-Z]{16}|AIza[\w-]{35}|LTAI[A-Za-z0-9]{20})\b",
    "a forge's token": r"\b(?:gh[pousr]_\w{36}|github_pat_\w{40,}|glpat-[\w-]{20})",
    "a service's token": r"\b(?:xox[abprs]-[\w-]{10,}|sk-[\w-]{32,}|pypi-AgEI\w+)",
}
FOUND = re.compile("|".join(f"(?:{pattern})" for pattern in SECRETS.values()))
NOT_OURS = {".git", ".venv", "data", "build", "dist", "__pycache__"}
NOT_OURS |= {".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
READABLE = {".py", ".toml", ".md", ".txt", ".sh", ".js", ".html", ".yaml", ".json", ""}
SAMPLES = (
    "1234567890:" + "A" * 35,
    "-----BEGIN RSA PRIVATE " + "KEY-----",
    "keys = ['" + "A" * 43 + "=']",
    "postgresql://bee:" + "honey" + "@host/name",
    "AKIA" + "A" * 16,
    "ghp_" + "a" * 36,
    "xoxb-" + "1" * 12,
)


def sources() -> Iterator[tuple[str, str]]:
    """Every text file of the checkout, by its path."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted({*folders} - NOT_OURS)
        for path in (Path(folder, name) for name in sorted(names)):
            if path.suffix in READABLE and path.is_file():
                text = path.read_text(encoding="utf-8", errors="replace")
                yield str(path.relative_to(ROOT)), text


def test_no_secret_stands_among_the_sources() -> None:
    assert all(FOUND.search(sample) for sample in SAMPLES)
    assert len(SAMPLES) == len(SECRETS)
    none(
        f"{path}: {found[0][:12]}…"
        for path, text in sources()
        if (found := FOUND.search(text))
    )
