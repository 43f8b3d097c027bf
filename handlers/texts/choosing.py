"""Sentences that choose by a number, put together by ourselves: Fluent's own resolver needs the
tables of babel, 6 MB of each running house, for the two rules below (docs/adr/0053).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fluent.syntax.ast import (
    Identifier,
    NumberLiteral,
    Pattern,
    SelectExpression,
    StringLiteral,
    TextElement,
    VariableReference,
    Variant,
)

PLURALS: dict[str, Callable[[int], str]] = {
    "en": lambda number: "one" if number == 1 else "other",
    "zh-CN": lambda number: "other",
}
"""What a whole number is in a language, as CLDR has it. Another language goes through Fluent."""

CATEGORIES = ("zero", "one", "two", "few", "many", "other")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of some parts is said, by a whole number."""

    of: str
    variants: tuple[tuple[str, Parts], ...]
    usual: Parts

    def chosen(self, number: int, language: str) -> Parts:
        """The first that fits: by the number itself, or by what it is in the language."""
        fits = (str(number), PLURALS[language](number))
        return next((said for key, said in self.variants if key in fits), self.usual)


Parts = tuple[str | VariableReference | Choice, ...]


def choice(expression: SelectExpression) -> Choice | None:
    """None where only Fluent can."""
    if not isinstance(expression.selector, VariableReference):
        return None
    variants = [(_key(one), parts(one.value)) for one in expression.variants]
    usual = next(parts(one.value) for one in expression.variants if one.default)
    if usual is None:
        return None
    known = [(key, said) for key, said in variants if said is not None]
    if len(known) != len(variants) or not all(map(_of_numbers, dict(known))):
        return None
    return Choice(expression.selector.id.name, tuple(known), usual)


def _of_numbers(key: str) -> bool:
    return key in CATEGORIES or key.isdecimal()


def _key(variant: Variant) -> str:
    key: Identifier | NumberLiteral = variant.key
    return key.name if isinstance(key, Identifier) else key.value


def parts(pattern: Pattern) -> Parts | None:
    """A sentence's text, variables and choices in order; None where only Fluent can put it
    together.
    """
    found: list[str | VariableReference | Choice] = []
    for element in pattern.elements:
        if isinstance(element, TextElement):
            found.append(element.value)
            continue
        made = element.expression
        if isinstance(made, StringLiteral):
            found.append(made.parse()["value"])
        elif isinstance(made, VariableReference):
            found.append(made)
        elif isinstance(made, SelectExpression) and (one := choice(made)) is not None:
            found.append(one)
        else:
            return None
    return tuple(found)


def chosen(
    said: Parts,
    args: Mapping[str, object],
    language: str,
) -> str | None:
    """The sentence with its choices made; None for what Fluent writes in its own way."""
    if not all(isinstance(value, int | str) for value in args.values()):
        return None
    return "".join(_said(said, args, language))


def _said(
    said: Parts,
    args: Mapping[str, object],
    language: str,
) -> list[str]:
    found: list[str] = []
    for part in said:
        if isinstance(part, str):
            found.append(part)
        elif isinstance(part, VariableReference):
            found.append(_written(args[part.id.name]))
        else:
            number = args[part.of]
            made = (
                part.chosen(number, language) if isinstance(number, int) else part.usual
            )
            found += _said(made, args, language)
    return found


def _written(value: object) -> str:
    """Beside a choice a number is written as Fluent writes it: with commas from a thousand on."""
    return f"{value:,}" if isinstance(value, int) else str(value)
