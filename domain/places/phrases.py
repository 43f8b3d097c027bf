"""Whether words may be what somebody calls a place: a short name, and no sentence."""

from __future__ import annotations

import re

from domain.places.tails import split

SHORTEST, LONGEST = 2, 40
"""Characters: whoever tells a place tells it briefly."""
FAULT = re.compile(
    r"[了没掉堵漏塌晕偷骂]|坏|断(?!桥)|着火|起火|冒[烟水火]|占[道用着]|欠[薪钱]|打[人架]"
    r"|扰民|抛物|有[人个点些只条辆]|(?<!说)不(?!锈钢)"
    r"|\b(?:is|are|was|were|isn't|aren't|no|not|can't|won't|doesn't|don't|has|have|had"
    r"|hasn't|broken|blocked|leaking|leaks?|missing|fell|fallen|stolen|lost|stinks?|smells|smelly"
    r"|overflow(?:s|ing)?|flickers?|flickering|wobbl(?:es|y)|loose|cracked|burst|flooded|clogged"
    r"|stuck|jammed|snapped|smashed|crooked|slippery|worse|dangerous"
    r"|every (?:day|night)|at night)\b"
)
"""What says that something is the matter, and stands in names of places hardly ever."""
TALK = re.compile(
    r"[我你您咱谁吗啊呀哦嘛啦]|呢$|(?<![网酒])吧$|[他她它]们|怎么|什么|为啥|真的|非常|觉得"
    r"|啥|得很|到处|分钟|[起好真]高$|好[高大深远臭吵烫滑]$"
    r"|越来越|更[多少大小高低亮暗黑乱脏臭吵滑堵难糟差严危]"
    r"|好像|希望|谢谢|哈哈|今天|明天|昨天|刚才|特别(?!行政)|有点|一直|老是|总是|天天|每天|好几|已经|[很太](?=[多少大小高低亮暗乱脏臭吵累难热冷慢快黑])"
    r"|\b(?:i|i'?m|you|we|he|she|it|they|am|be|been|will|what|why|how|who|when|where"
    r"|very|really|so|too|also|please|thanks?|hello|hi|lol|haha|nothing|people"
    r"|(?:some|any|every|no)(?:body|one|thing)|today|tomorrow|yesterday)\b"
)
"""What stands in a sentence about oneself, or asks."""
WANT = re.compile(
    r"想[找请要借学换买]|找人[帮修搬看抬推拉送]|帮忙(?:[搬抬推拉修找看带拿送买]|一下|$)|需要人|求人"
    r"|^(?:求|借|要|缺|需要|想有)[一个人副双件把点几]"
    r"|\b(?:help (?:me|with)|(?:looking|look) for|need|needs|want|wants|borrow|lend)\b"
)
"""What says that somebody wishes for something, or for help."""


LATIN = re.compile(r"[a-z']+")
"""In a Chinese name these are a brand or a sign, and no English is talked: KFC I 店."""


def may_name(text: str) -> bool:
    """Whether these words may name a place, for whoever was asked where something is.

    A name alone may, known or not, and what says where beside something: 「我家门口」,
    「井盖旁边」. What tells a fault, asks for something or talks does not.
    """
    said = text.strip().lower().replace("’", "'")
    if not SHORTEST <= len(said) <= LONGEST:
        return False
    parts = split(said)
    if FAULT.search(parts.name) or WANT.search(parts.name):
        return False
    told = parts.name if parts.name.isascii() else LATIN.sub(" ", parts.name)
    return bool(parts.tail) or not TALK.search(told)
