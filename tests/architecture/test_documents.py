"""What code lists, documents list: commands, and every key of the configuration."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.config.casework import rows_of
from bot.config.reading import load, read
from bot.config.settings import Config
from domain.commands import COMMAND_ROLES
from handlers.contents import COMMANDS
from tests.matrix import each

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "config.example.toml"


@each("command", COMMANDS)
def test_every_command_has_a_line_in_the_documents(command: str) -> None:
    documents = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "docs").glob("*.md"))
    )
    assert re.search(rf"/{command}\b", documents)


def test_every_command_with_roles_is_a_command() -> None:
    assert COMMAND_ROLES.keys() <= COMMANDS.keys()


def test_what_documents_tell_to_make_is_there_to_be_made() -> None:
    text = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in (ROOT, ROOT / "docs", ROOT / "bench")
        for path in sorted(folder.glob("*.md"))
        if path.name != "CHANGELOG.md"
    )
    told = set(re.findall(r"(?:`|^)make ([a-z-]+)(?:`|$|  )", text, re.MULTILINE))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z][a-z -]*):", makefile, re.MULTILINE)
    assert "faults" in told and told <= set(" ".join(targets).split())


def test_the_operators_guide_begins_with_where_everything_is() -> None:
    text = (ROOT / "docs" / "operators.md").read_text(encoding="utf-8")
    index, _, rest = text.partition("\n## ")
    heads = re.findall(r"^##+ (.+)$", f"## {rest}", re.MULTILINE)
    links = {head: re.sub(r"[^\w -]", "", head.lower()) for head in heads}
    wanted = {f"[{head}](#{link.replace(' ', '-')})" for head, link in links.items()}
    assert set(re.findall(r"\[[^]]+\]\(#[^)]+\)", index)) == wanted


def keys_of(model: type[BaseModel], before: str = "") -> Iterator[str]:
    """Every key below a section; a list of tables counts as one section."""
    for name in model.model_fields:
        inner = rows_of(model, name)
        if inner is not None:
            yield from keys_of(inner, f"{before}{name}.")
        else:
            yield f"{before}{name}"


def keys_in(text: str) -> set[str]:
    """The keys of the example; a commented-out `# key = …` counts as documented."""
    section, found = "", set()
    for line in text.splitlines():
        head = re.match(r"^#?\s*\[\[?([\w.]+)\]\]?", line)
        key = re.match(r"^#?\s*([a-z0-9_]+)\s*=", line)
        if head:
            section = head[1]
        elif key:
            found.add(f"{section}.{key[1]}")
    return found


def test_the_example_documents_every_key_and_no_other() -> None:
    assert keys_in(EXAMPLE.read_text(encoding="utf-8")) == set(keys_of(Config))


def test_the_example_loads_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.environ", {})
    assert load(EXAMPLE) is not None


def test_the_example_loads_with_every_key_taken_in() -> None:
    text = re.sub(
        r"^#\s*(?=[a-z0-9_]+\s*=|\[)",
        "",
        EXAMPLE.read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    taken = tomllib.loads(text)
    for calendar in taken["calendars"]:
        del calendar["days_file"]
    names = ("categories", "policies", "calendars", "posts", "rules")
    made = read({name: taken[name] for name in names})
    assert (len(made.calendars), len(made.categories)) == (1, 1)


def test_every_default_in_the_example_is_the_default() -> None:
    example, default = load(EXAMPLE), Config()
    sections = (
        "service",
        "limits",
        "deadlines",
        "media",
        "places",
        "casework",
        "categories",
        "policies",
        "calendars",
        "posts",
        "rules",
    )
    for section in sections:
        assert getattr(example, section) == getattr(default, section)
