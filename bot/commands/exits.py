"""The exit codes of the command line, beside 0."""

from __future__ import annotations

WRONG = 1
CANNOT_BEGIN = 2
"""Nothing was begun or changed: wrong usage, another one runs, or folder or database cannot be
used.
"""
