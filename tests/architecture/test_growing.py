"""Gridbee grows by rows: an act, a command, a capability and a language are added to a copy of the
source, and somebody uses them there.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.tree import TEXTS, Tree


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


def test_an_act_is_one_row_and_its_texts(tree: Tree) -> None:
    tree.put(
        "handlers/actions/table.py",
        "    # --- the second page, in this order ---",
        '    "visit": Row(Act.NOTE, command="visit", words=True, rare=True),',
    )
    tree.say(
        "button-visit = 上门看过\nask-visit = 看到什么？\n"
        "ask-visit-word = 写一句\ndone-visit = 看过了，记下了。",
        "button-visit = Visited\nask-visit = What did you see?\n"
        "ask-visit-word = A word\ndone-visit = Visit kept.",
    )
    said = tree.plays("""
number = await house.files_hazard()
await house.coordinator.presses("接单")
await house.coordinator.presses("更多")
await house.coordinator.presses("上门看过")
print(house.coordinator.last.text)
await house.coordinator.says("砖松了三块")
print(house.coordinator.last.text)
await house.coordinator.says(f"/visit {number} 又松了一块")
print(house.coordinator.last.text)
await house.rider.says(f"/visit {number} 我也看看")
print(house.rider.last.text)
await house.coordinator.says(f"/case {number}")
print(house.coordinator.last.text)
""")
    assert "看到什么？" in said
    assert said.count("看过了，记下了。") == 2
    assert "砖松了三块" in said and "又松了一块" in said
    assert "我也看看" not in said


def test_a_command_is_one_function_and_one_row(tree: Tree) -> None:
    tree.add(
        "handlers/people/help.py",
        "\nasync def whoami(turn: Turn, words: str) -> None:\n"
        '    turn.reply(turn.say("whoami", name=turn.person.name))\n',
    )
    tree.put(
        "handlers/people/routes.py",
        '    "help": Command(help.help_),',
        '    "whoami": Command(help.whoami),',
    )
    tree.say("whoami = 你是{ $name }。", "whoami = You are { $name }.")
    said = tree.plays("""
await house.rider.says("/whoami")
print(house.rider.last.text)
house.stranger.language = "en"
await house.stranger.says("/whoami")
print(house.stranger.last.text)
""")
    assert said.splitlines() == ["你是小王。", "You are 路人."]


ROUTES = '''
"""What leads into this room."""

from __future__ import annotations

from handlers.dialog.command import Command
from handlers.shelters import shelters

COMMANDS = {"shelters": Command(shelters.shelters)}
BUTTONS = {"shelter": shelters.on_shelter}
'''
SHELTERS = '''
"""Where riders may rest."""

from __future__ import annotations

from handlers.dialog.turn import Turn


async def shelters(turn: Turn, words: str) -> None:
    turn.reply(turn.say("shelters"), [[turn.choice("button-shelter", "shelter:1")]])


async def on_shelter(turn: Turn, number: str) -> None:
    turn.reply(turn.say("shelter", number=number), edit=True)
'''


def test_a_capability_is_a_folder_and_a_line_in_each_table_it_has_rows_for(
    tree: Tree,
) -> None:
    tree.write("handlers/shelters/__init__.py", '"""Where riders may rest."""\n')
    tree.write("handlers/shelters/routes.py", ROUTES.lstrip())
    tree.write("handlers/shelters/shelters.py", SHELTERS.lstrip())
    contents = "handlers/contents.py"
    tree.put(
        contents,
        "from handlers.stats import routes as stats",
        "from handlers.shelters import routes as shelters",
    )
    tree.put(contents, "    **admin.COMMANDS,", "    **shelters.COMMANDS,")
    tree.put(contents, "    **admin.BUTTONS,", "    **shelters.BUTTONS,")
    tree.say(
        "shelters = 附近有一处。\nbutton-shelter = 骑手驿站\nshelter = { $number }号驿站有热水。",
        "shelters = One is near.\nbutton-shelter = Rest\nshelter = Water at { $number }.",
    )
    said = tree.plays("""
await house.rider.says("/shelters")
print(house.rider.last.text)
await house.rider.presses("骑手驿站")
print(house.rider.last.text)
""")
    assert said.splitlines() == ["附近有一处。", "1号驿站有热水。"]


ESPERANTO = {
    "language-name = English": "language-name = Esperanto",
    "lang-set = All right, English from now on.": "lang-set = Bone, mi parolas ĝin.",
    "my-none = Nothing reported yet. Send a photo and a few words to start.": (
        "my-none = Ankoraŭ nenio."
    ),
}


def test_a_language_is_a_folder_of_texts(tree: Tree) -> None:
    for path in sorted((tree.root / TEXTS / "en").glob("*.ftl")):
        text = path.read_text(encoding="utf-8")
        for english, other in ESPERANTO.items():
            text = text.replace(english, other)
        tree.write(f"{TEXTS}/eo/{path.name}", text)
    said = tree.plays("""
await house.rider.says("/lang")
print(*house.rider.last.labels, sep="|")
await house.rider.presses("Esperanto")
print(house.rider.last.text)
await house.rider.says("/my")
print(house.rider.last.text)
house.second_rider.language = "eo-XX"
await house.second_rider.says("/my")
print(house.second_rider.last.text)
""")
    assert said.splitlines() == [
        "中文|English|Esperanto",
        "Bone, mi parolas ĝin.",
        "Ankoraŭ nenio.",
        "Ankoraŭ nenio.",
    ]
