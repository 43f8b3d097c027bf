"""Words that mean somebody may be in danger right now, and whom to call first. Better one time
too often.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

FIRE, POLICE, AMBULANCE = "119", "110", "120"


@dataclass(frozen=True, slots=True)
class Emergency:
    """The numbers to tap, the likeliest first; all three are always among them."""

    calls: tuple[str, str, str]


WORDS: tuple[tuple[str, tuple[str, str, str]], ...] = (
    (
        "着火|起火|火灾|失火|大火(?!锅)|火苗|冒烟|浓烟|冒火|爆炸|自燃|烧起来|烧着|"
        "被困|困在|困住|塌了|坍塌|煤气味|燃气味|煤气泄漏|燃气泄漏|"
        "天然气泄漏|(?:煤气|燃气|天然气|液化气|气罐)[^，。,.]{0,4}漏|溺水|"
        r"落水(?!管|口|槽|沟)|\bon fire\b|\bfire!|\bthere'?s a fire\b|\bburning\b|"
        r"\bsmoke\b|\bexplo\w+|\bgas leak\w*|"
        r"\bsmell(s)? (of )?gas\b|\btrapped\b|\bcollapsed?\b|\bdrown\w*",
        (FIRE, AMBULANCE, POLICE),
    ),
    (
        "受伤|流血|出血|昏迷|晕倒|昏倒|没有呼吸|没呼吸|车祸|撞人|被[^，。,.]{0,4}撞|"
        "撞倒|骨折|触电|中毒|心脏病|抽搐|猝死|救命|中暑|摔伤|"
        r"不想活|自杀|轻生|跳楼|割腕|\binjur\w+|\bbleed\w*|\bunconscious\b|"
        r"\bfaint(?:ed|ing|s)\b|\bheart attack\b|\belectrocut\w*|"
        r"\b(?:car|bike|traffic) (?:crash|accident)\b|"
        r"\bhit by\b|\bpoison\w*|\bsuicid\w*|\bkill myself\b|\bself[- ]harm\w*|"
        r"\bheatstroke\b|\bnot breathing\b",
        (AMBULANCE, POLICE, FIRE),
    ),
    (
        "打人|被打|打架|持刀|砍人|抢劫|(?<!单)(?<!单子)被抢(?!单|了单|走单)|绑架|"
        "威胁我|殴打|家暴|强奸|猥亵|跟踪我|"
        r"\bknife\b|\battack(ed|ing)?\b|\brobb\w+|\bbeat(en|ing)\b|\bviolen\w+|"
        r"\bthreaten\w*|\bkidnap\w*|\bassault\w*|\brape\w*",
        (POLICE, AMBULANCE, FIRE),
    ),
)

PATTERNS = tuple((re.compile(words, re.IGNORECASE), calls) for words, calls in WORDS)


@lru_cache(maxsize=2048)
def emergency(text: str) -> Emergency | None:
    """What the words call for, or None. The first group that matches decides which number comes
    first.
    """
    for pattern, calls in PATTERNS:
        if pattern.search(text):
            return Emergency(calls)
    return None
