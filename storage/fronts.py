"""A package's modules without its front: `__init__` often imports all that is there, for the
convenience of whoever wants anything of it, and a house keeps that for as long as it runs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from types import ModuleType
from typing import Any


@contextmanager
def without_front(*packages: str) -> Iterator[None]:
    """Modules of these packages, outer ones first, are imported within alone.

    Afterwards each package can still be imported whole, and takes the modules that are there.
    """
    with ExitStack() as opened:
        for name in packages:
            opened.enter_context(_bare(name))
        yield


@contextmanager
def not_installed(package: str) -> Iterator[None]:
    """What is imported within does without it, as where it is not installed."""
    if package in sys.modules:
        yield
        return
    nothing: Any = None  # what makes an import fail
    sys.modules[package] = nothing
    try:
        yield
    finally:
        del sys.modules[package]


@contextmanager
def _bare(name: str) -> Iterator[None]:
    """In the place of a package that is not there yet, one that has only modules."""
    if name in sys.modules:
        yield
        return
    spec = find_spec(name)
    bare = ModuleType(name)
    bare.__spec__ = spec
    bare.__path__ = list(spec.submodule_search_locations or ()) if spec else []
    sys.modules[name] = bare
    try:
        yield
    finally:
        del sys.modules[name]
