"""What can go wrong with a request, by whether the other side may have it. No message names an
address.
"""

from __future__ import annotations


class NotSent(Exception):
    """Not a byte of the request left: sending it again cannot make a duplicate."""


class NoAnswer(Exception):
    """The request left, at least in part, and no whole answer came back."""


class Hangup(NoAnswer):
    """The other side closed a kept connection without a byte of an answer. Most likely it had
    closed it before the request came, but nobody can be sure.
    """


class TooLate(NoAnswer):
    """The request left, and its time was over before the answer."""
