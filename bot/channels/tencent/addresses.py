"""Our address, as their refusal names it: whoever runs the house has to put it into a list."""

from __future__ import annotations

import ipaddress
import re

APART = re.compile(r"[\s,;\[\]()]+")
NAMED = "ip:"


def address_in(told: str) -> str:
    """The address in what they say, after a blank; '' where there is none."""
    for word in APART.split(told):
        try:
            return f" {ipaddress.ip_address(word.removeprefix(NAMED))}"
        except ValueError:
            continue
    return ""
