"""The tables of a list in config.toml, and the texts in them."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ModelWrapValidatorHandler,
    StringConstraints,
    ValidationError,
    model_validator,
)

from bot.config.plainly import plainly


def _listed(value: Any) -> Any:
    """One text stands for a list of one. Raises ValueError for what would be a condition without
    content.
    """
    values = [value] if isinstance(value, str) else value
    if isinstance(values, list | tuple) and not all(
        one.strip() if isinstance(one, str) else True for one in values
    ):
        raise ValueError("must not hold an empty text")
    if values == []:
        raise ValueError("must not be empty; leave it out where it does not matter")
    return values


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


Texts = Annotated[tuple[Text, ...], BeforeValidator(_listed)]


class Row(BaseModel):
    """One of several tables in a list: its mistakes are told by its name, as a number would help
    nobody.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    what: ClassVar[str]
    key: ClassVar[str]

    @model_validator(mode="wrap")
    @classmethod
    def named(
        cls,
        values: Any,
        handler: ModelWrapValidatorHandler[Self],
    ) -> Self:
        try:
            return handler(values)
        except ValidationError as error:
            name = values.get(cls.key) if isinstance(values, dict) else None
            head = (
                f"{cls.what} '{name}'" if name else f"a {cls.what} without a {cls.key}"
            )
            mistakes = "; ".join(map(cls._sentence, error.errors()))
            raise ValueError(f"{head}: {mistakes}") from None

    @classmethod
    def _sentence(cls, detail: Any) -> str:
        where = ".".join(str(step) for step in detail["loc"])
        if detail["type"] == "extra_forbidden":
            return f"{where}: no such key; allowed are {', '.join(cls.model_fields)}"
        message = plainly(detail)
        return f"{where}: {message}" if where else message
