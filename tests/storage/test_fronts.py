"""Modules are imported without what their package imports for everybody."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from storage.fronts import not_installed, without_front

WIDE, LIGHT, HEAVY = "wide", "wide.light", "wide.heavy"


@pytest.fixture(autouse=True)
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package whose front imports both of its modules."""
    folder = tmp_path / WIDE
    folder.mkdir()
    (folder / "__init__.py").write_text("from wide import heavy, light\n")
    (folder / "light.py").write_text("")
    (folder / "heavy.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    for name in (WIDE, LIGHT, HEAVY):
        sys.modules.pop(name, None)


def test_a_module_comes_without_the_front_of_its_package() -> None:
    with without_front(WIDE):
        import_module(LIGHT)
    assert LIGHT in sys.modules
    assert HEAVY not in sys.modules


def test_the_package_can_be_imported_whole_later_and_keeps_what_was_there() -> None:
    with without_front(WIDE):
        light = import_module(LIGHT)
    whole = import_module(WIDE)
    assert whole.light is light
    assert whole.heavy is sys.modules[HEAVY]


def test_a_package_that_is_there_already_stays() -> None:
    whole = import_module(WIDE)
    with without_front(WIDE):
        assert sys.modules[WIDE] is whole
    assert sys.modules[WIDE] is whole


def test_what_is_said_not_to_be_installed_is_missing_within_alone() -> None:
    with not_installed(WIDE), pytest.raises(ImportError):
        import_module(WIDE)
    assert import_module(WIDE).light
