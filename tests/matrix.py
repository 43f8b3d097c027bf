"""One test for all rows of a table: thousands of tests of a microsecond cost minutes to keep
apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

Test = Callable[..., None]


def each(name: str, values: Iterable[object]) -> Callable[[Test], Test]:
    """Runs a test that needs no fixture with each of the values; what fails names all of its own.
    Several of them multiply.
    """
    rows = tuple(values)

    def repeated(test: Test) -> Test:
        def all_rows(**others: object) -> None:
            for value in rows:
                given = others | {name: value}
                try:
                    test(**given)
                except AssertionError as error:
                    error.add_note(f"with {name} = {value!r}")
                    raise

        all_rows.__name__ = test.__name__
        all_rows.__doc__ = test.__doc__
        all_rows.__module__ = test.__module__
        return all_rows

    return repeated
