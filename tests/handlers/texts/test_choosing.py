"""Sentences that choose by a number say what Fluent's own resolver would."""

from __future__ import annotations

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import VariableReference
from fluent.syntax.visitor import Visitor

from handlers.texts.sentences import LANGUAGES, Sentences, written

NUMBERS = (0, 1, 2, 3, 5, 6, 7, 11, 12, 13, 21, 101, 999, 1000, 1234567)


class Named(Visitor):
    """The names of the variables of an entry."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.names.add(node.id.name)


def variables(key: str, language: str) -> list[str]:
    named = Named()
    named.visit(FluentResource(written(language)[key]))
    return sorted(named.names)


def fluents(key: str, language: str, args: dict[str, object]) -> str:
    theirs = FluentBundle([language], use_isolating=False)
    theirs.add_resource(FluentResource(written(language)[key]))
    value = theirs.get_message(key).value
    assert value is not None
    said, errors = theirs.format_pattern(value, args)
    assert not errors
    return str(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sentence_with_a_choice_is_what_fluent_makes_of_it(language: str) -> None:
    ours = Sentences(language)
    keys = [key for key in written(language) if ours[key] is None]
    assert len(keys) > 5
    for key in keys:
        names = variables(key, language)
        for number in NUMBERS:
            for words in ({}, dict.fromkeys(names[1:], "东西")):
                args: dict[str, object] = {**dict.fromkeys(names, number), **words}
                assert ours.put_together(key, args) == fluents(key, language, args)
    assert ours.choosing.keys() == set(keys)
    assert "_bundle" not in vars(ours)


def test_what_is_no_whole_number_goes_through_fluent() -> None:
    ours = Sentences("en")
    key = next(key for key in written("en") if ours[key] is None)
    args: dict[str, object] = dict.fromkeys(variables(key, "en"), 1234.5)
    assert ours.put_together(key, args) == fluents(key, "en", args)
    assert "_bundle" in vars(ours)
