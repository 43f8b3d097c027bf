"""What somebody on the staff means to do with a case: mostly take it and solve it, sometimes one
of the rarer acts.
"""

from __future__ import annotations

import random
from collections.abc import Collection

from bench.simulate.posts import Post
from bench.simulate.riders import QUESTIONS

Step = tuple[float, str]
"""After how many hours of work, and which act."""

RARE: tuple[tuple[str, float], ...] = (
    ("hand_on", 0.03),
    ("return", 0.015),
    ("ask", 0.06),
    ("hold", 0.03),
    ("extend", 0.015),
    ("split", 0.008),
    ("reject", 0.012),
    ("deliberate", 0.004),
    ("category", 0.008),
    ("tell", 0.04),
    ("note", 0.02),
)
LEADS_HAND_ON = 0.6  # of what comes to a lead in person
LEADS_REJECT = 0.08
SOLVED = ("已到现场处理好", "已联系物业修好", "已清理干净", "已告知办法，问题解决")
WORDS = {
    "return": "不归我这边，请重新安排",
    "reject": "请找自来水公司 96116",
    "decide": "大家同意，下周动工",
}
COMMANDS = {
    "hold": ("/hold {n} 2d 等配件", "/hold {n} 5d 等厂家来人"),
    "extend": ("/extend {n} 3d 配件还没到", "/extend {n} 7d 要走流程"),
    "split": ("/split {n} 城管+物业 一起去看看", "/split {n} 住建 请去看看"),
    "deliberate": ("/deliberate {n} 要不要装减速带？",),
    "category": (
        "/category {n} hazard_other",
        "/category {n} building",
        "/urgency {n} complex",
    ),
    "tell": ("/tell {n} 已经在路上了", "/tell {n} 配件明天到"),
    "note": ("/note {n} 现场看过了",),
    "supervise": ("/supervise {n} yellow 抓紧办", "/supervise {n} normal 请盯一下"),
}


class Plans:
    """`tried` remembers which rare acts were done to a case, so that nobody does one for ever."""

    def __init__(self, chance: random.Random, post: Post) -> None:
        self._chance = chance
        self._post = post
        self._tried: dict[int, set[str]] = {}

    def done(self, case_id: int) -> None:
        self._tried.pop(case_id, None)

    def next(
        self, case_id: int, acts: Collection[str], urgent: bool, short: bool
    ) -> Step | None:
        """What comes next with a case in one's charge; None where there is only waiting."""
        tried = self._tried.setdefault(case_id, set())
        if "decide" in acts:
            return self._chance.uniform(8, 20), "decide"
        if "accept" in acts:
            if self._post.leads and self._chance.random() < LEADS_REJECT:
                return self._chance.lognormvariate(-1, 0.8), "reject"
            if (
                self._post.leads
                and "hand_on" not in tried
                and self._chance.random() < LEADS_HAND_ON
            ):
                tried.add("hand_on")
                return self._chance.lognormvariate(-1, 0.8), "hand_on"
            return self._taking(urgent, short), "accept"
        if "resolve" in acts and "resume" not in acts:
            return self._working(tried, urgent, short)
        return None

    def _taking(self, urgent: bool, short: bool) -> float:
        if urgent:
            return self._chance.lognormvariate(-1.4, 0.7)  # a quarter of an hour
        return (
            self._chance.lognormvariate(-1.4, 0.9)
            if short
            else self._chance.lognormvariate(-0.4, 1.0)
        )

    def _working(self, tried: set[str], urgent: bool, short: bool) -> Step:
        if not urgent and not tried:
            tried.add("looked")
            for act, odds in RARE:
                if self._chance.random() < odds:
                    tried.add(act)
                    # only leads say no
                    act = "return" if act == "reject" and not self._post.leads else act
                    return self._chance.lognormvariate(-0.5, 0.7), act
        if urgent:
            return self._chance.lognormvariate(-0.4, 0.5), "resolve"
        return (
            self._chance.lognormvariate(0.4, 0.7)
            if short
            else self._chance.lognormvariate(1.5, 1.0)
        ), "resolve"

    def as_head(self, acts: Collection[str], mine: bool) -> str:
        """What a lead does about something late."""
        if "accept" in acts and self._chance.random() < 0.3:
            return "accept"
        options = [
            act
            for act in ("hand_on", "supervise", "supervise", "resolve")
            if act in acts or act == "supervise"
        ]
        return self._chance.choice(options)

    def fits(self, act: str, acts: Collection[str], mine: bool) -> bool:
        """Whether it is still theirs to do, by the card as they see it now; a lead may step in."""
        if not mine and not self._post.leads:
            return False
        return act in acts or ((act in COMMANDS or act == "reject") and bool(acts))

    def says(self, act: str, number: str) -> tuple[str, str]:
        """(a command that does it at once, the words for the form that a press opens)."""
        if act in COMMANDS:
            return self._chance.choice(COMMANDS[act]).format(n=number), ""
        if act == "ask":
            return "", self._chance.choice(QUESTIONS)
        if act == "resolve":
            said = self._chance.choice(SOLVED)
            return (
                (f"/resolve {number} {said}", "")
                if self._chance.random() < 0.15
                else ("", said)
            )
        return "", WORDS.get(act, "")
