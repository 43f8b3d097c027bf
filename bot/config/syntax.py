"""What a line of config.toml that is no TOML most likely has wrong. It repeats nothing of it: a
secret may stand there.
"""

from __future__ import annotations

import re

SIGNS = dict(zip("“”‘’「」＂＇＝［］，：｛｝＃", '""\'\'"""\'=[],:{}#', strict=True))
"""Signs of Chinese typing, and those of TOML in whose place they stand."""

AT = re.compile(r"\(at line (\d+),")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|[\"'].*")
TWICE = ("twice", "overwrite")
LOOKS = (
    (r".*\\", "put a text with a \\ in it between ' and '"),
    (r"[^#]*=\s*(#|$)", "write a value behind the =, or take the line out"),
    (
        r"[^#\"']*=\s*[^\s\"'\[{]",
        'a text stands between " and ", and yes and no are true and false',
    ),
    (r"[^\"]*\"[^\"]*$", 'there is no " at the end of the text'),
)
"""What a line looks like, and what to do then; the first that fits."""


def advice(text: str, error: str) -> str:
    """What to do about it, or '' where nobody can say. `error` is what the parser says."""
    found = AT.search(error)
    rows = text.splitlines()
    if found is None or not 0 < int(found[1]) <= len(rows):
        return ""
    line = rows[int(found[1]) - 1]
    outside = QUOTED.sub("", line).partition("#")[0]
    if sign := next((sign for sign in outside if sign in SIGNS), ""):
        return f"there is a {sign} of Chinese typing: write {SIGNS[sign]} for it"
    if any(word in error for word in TWICE):
        return "it stands there twice: keep one of both"
    return next((said for looks, said in LOOKS if re.match(looks, line)), "")
