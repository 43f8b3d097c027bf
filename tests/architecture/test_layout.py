"""The figures of the layout, on a small tree whose figures are known: what finds nothing wrong in
the house finds it here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import layout
from bench.modules import circles, graph, levels, modules, reached, rooms

FILES = {
    "handlers/__init__.py": '"""A floor."""\n',
    "handlers/desk.py": "from handlers.casework.perform import act\n",
    "handlers/casework/__init__.py": '"""A room."""\n',
    "handlers/casework/perform.py": "from handlers.casework import card\nact = 1\n",
    "handlers/casework/card.py": (
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n"
        "    from handlers.casework.perform import act\n"
        "\n"
        "def shown():\n"
        "    import handlers.texts.sentences\n"
        "    return handlers\n"
    ),
    "handlers/texts/sentences.py": "import json\n",
    "bench/run.py": "from handlers import desk\n",
    "storage/migrations/versions/0001_first.py": "x = 1\n",
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_what_imports_what_is_found_in_functions_and_for_types_too(tree: Path) -> None:
    assert graph(modules(tree, ["handlers"])) == {
        "handlers": set(),
        "handlers.desk": {"handlers.casework.perform"},
        "handlers.casework": set(),
        "handlers.casework.perform": {"handlers.casework.card"},
        "handlers.casework.card": {
            "handlers.casework.perform",
            "handlers.texts.sentences",
        },
        "handlers.texts.sentences": set(),
    }


def test_a_circle_is_found_even_of_types(tree: Path) -> None:
    found = circles(graph(modules(tree, ["handlers"])))
    assert found == [["handlers.casework.card", "handlers.casework.perform"]]


def test_rooms_are_packages_and_the_files_beside_them(tree: Path) -> None:
    used = rooms("handlers", graph(modules(tree)))
    assert used == {"desk": {"casework"}, "casework": {"texts"}, "texts": set()}
    assert circles(used) == []
    assert levels(used) == 3
    assert reached(used, "desk") == {"casework", "texts"}


def test_what_goes_in_a_circle_is_one_level() -> None:
    assert levels({"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set()}) == 3
    assert levels({}) == 0


def test_an_init_that_is_more_than_a_docstring_is_a_box_of_its_own(tree: Path) -> None:
    (tree / "handlers/__init__.py").write_text("from handlers import desk\n")
    used = rooms("handlers", graph(modules(tree)))
    assert used["__init__"] == {"desk"}


def test_lengths_leave_out_comments_empty_lines_and_old_migrations(tree: Path) -> None:
    assert tree / "storage/migrations/versions/0001_first.py" not in layout.sources(
        tree
    )
    path = tree / "bench/run.py"
    path.write_text("# a remark\n\n\nx = (1,\n     2)\n")
    assert layout.tokens(path) == 7
    assert layout.density([path]) == pytest.approx(7 / 3)
    assert layout.functions(tree / "handlers/casework/card.py") == [("shown", 3)]


def test_the_report_tells_boxes_levels_arrows_and_circles(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    layout.main([str(tree)])
    told = capsys.readouterr().out
    assert "3 boxes, 3 levels, 2 arrows, 0 in circles" in told
    assert "modules in circles  2" in told
