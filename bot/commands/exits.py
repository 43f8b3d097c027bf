"""The exit codes of the command line, beside 0, and what a command was asked for in vain."""

from __future__ import annotations

WRONG = 1
CANNOT_BEGIN = 2
"""Nothing was begun or changed: wrong usage, another one runs, or folder or database cannot be
used.
"""


class NotThere(ValueError):
    """There is no such number or folder, or it cannot be replayed."""
