"""晚上七点以后才黑, "only after 7pm": when it is so, and not where."""

from __future__ import annotations

import re

_PART = (
    r"(?:早上|早晨|清早|上午|中午|下午|傍晚|晚上|夜里|夜晚|半夜|凌晨|白天|[早晚]?高峰[期时段]*|[上下]班时间|饭点"
    r"|周末|工作日|节假日|周[一二三四五六日天]|星期[一二三四五六日天]|[下刮][雨雪风]天?|雨天|阴天|天一?黑|天一?亮)"
)
_HOUR = r"(?:[0-9一二三四五六七八九十两]{1,3}[点时](?:半|多|一刻|[0-9]{1,2}分?)?)"
_LED = (
    r"(?:每天|每晚|天天|一般|通常|平时|只有|只要|大概|差不多|[从到是在就都一、,，至~-])"
)
_BEHIND = r"(?:左右|前后|以?后|之后|以?前|之前|的?时候|时|期间|开始|起|的)"
_STATE = "[黑亮堵有吵臭滑漏坏关开停冒]"
_SO = rf"(?:[就才都又也还会最]+(?:是|会)?(?:[这那]样|开始|没?有?{_STATE}\w{{0,2}}))"
_ENGLISH_PART = (
    r"(?:mornings?|noon|lunch ?time|afternoons?|evenings?|nights?|midnight|dusk|dawn|dark|day"
    r"|rush hours?|weekends?|weekdays?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|rain|snow"
    r"|[0-9]{1,2}(?:[:.][0-9]{2})? ?(?:am|pm|o'?clock))"
)
_ENGLISH_LED = (
    r"(?:only|just|usually|mostly|always|about|around|from|after|before|since|till|until|every"
    r"|each|at|in|on|the|when|it|it's|its|gets|is|during|between|and|to|late|early|all)"
)
_WHEN = re.compile(
    rf"(?=.*(?:{_PART}|{_HOUR}))(?:{_LED}|{_PART}|{_HOUR})+{_BEHIND}*{_SO}?"
    rf"|(?=.*\b{_ENGLISH_PART})(?:(?:{_ENGLISH_LED}|{_ENGLISH_PART})(?:\s+|$))+"
    r"|when(?:ever)? it (?:rains|snows|gets dark|is dark|is raining)",
    re.IGNORECASE,
)
LONGEST = 30
"""Characters of what tells no more than when (ours)."""


def tells_when(text: str) -> bool:
    """Whether nothing is said but at which hours or in which weather something is so."""
    said = text.strip().rstrip("。.!！ ")
    return len(said) <= LONGEST and _WHEN.fullmatch(said) is not None
