"""The documents' tables of acts are the table of acts: button, command and who."""

from __future__ import annotations

import re
from pathlib import Path

from domain.people import Role
from domain.permissions import PERMISSIONS, Scope
from handlers.actions.row import STAFF
from handlers.actions.table import ACTS, COMMANDS
from handlers.texts.sentences import label
from tests.matrix import each

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = {"zh-CN": "docs/coordinators.zh-CN.md", "en": "docs/coordinators.md"}
IN_CHARGE = {"zh-CN": "负责人", "en": "in charge"}
OF_LEADS = {"zh-CN": "网格长", "en": "lead"}
OF_STAFF = [name for name, row in ACTS.items() if row.roles == STAFF]
COMMAND_COLUMN = 3
GUARDED = [name for name in OF_STAFF if ACTS[name].guard_alone]


def rows(language: str) -> dict[str, str]:
    """The line of each act in the tables that have a column for buttons, by its command."""
    found: dict[str, str] = {}
    inside = False
    for line in (ROOT / DOCUMENTS[language]).read_text(encoding="utf-8").splitlines():
        if line.startswith("|"):
            inside = inside or "button" in line or "按钮" in line
        else:
            inside = False
        commands = line.split("|")[COMMAND_COLUMN] if inside else ""
        for command in re.findall(r"`/([a-z]+)[^`]*`", commands):
            assert command not in found, f"/{command} has two lines"
            found[command] = line
    return found


def button(language: str, name: str) -> str:
    """What is written on it, without its picture."""
    said = label(language, f"button-{name.replace('_', '-')}")
    return re.sub(r"^\W+", "", said)


@each("language", DOCUMENTS)
def test_the_documents_have_a_line_for_every_act_of_the_staff_and_for_no_other(
    language: str,
) -> None:
    assert set(rows(language)) == {ACTS[name].command for name in OF_STAFF}


@each("language", DOCUMENTS)
def test_a_line_names_the_button_as_it_is_written(language: str) -> None:
    lines = rows(language)
    missing = [
        f"/{command}: {button(language, name)}"
        for command, name in COMMANDS.items()
        if name in OF_STAFF and button(language, name) not in lines[command]
    ]
    assert missing == []


@each("language", DOCUMENTS)
@each("name", [one for one in OF_STAFF if one not in GUARDED])
def test_a_line_says_whose_the_act_is(language: str, name: str) -> None:
    row = ACTS[name]
    who = rows(language)[row.command].split("|")[-2].lower()
    scope = PERMISSIONS[Role.COORDINATOR].get(row.act)
    assert (scope is Scope.ASSIGNEE) == (IN_CHARGE[language] in who)
    assert (scope is None) == (OF_LEADS[language] in who)
