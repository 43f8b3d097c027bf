"""Whether words may be what somebody calls a place: a short name, and no sentence."""

from __future__ import annotations

import re

from domain.places.at_times import tells_when
from domain.places.tails import split
from domain.values.phone import has_mobile
from domain.values.text import letters

SHORTEST, LONGEST = 2, 40
"""Letters: whoever tells a place tells it briefly."""
LONGEST_WAY = 60
"""Letters of a way that is told."""
FAULT = re.compile(
    r"[了没掉堵漏塌晕偷骂]|坏|断(?!桥)|着火|起火|冒[烟水火]|占[道用着]|欠[薪钱]|打[人架]"
    r"|扰民|抛物|把|往外|倒[在路]|黑[的着漆乎]|全黑|有[人个点些只条辆]|(?<!说)不(?!锈钢)"
    r"|\b(?:is|are|was|were|isn't|aren't|no|not|can'?t|won'?t|doesn'?t|don'?t|has|have|had"
    r"|hasn't|broken|blocked|leaking|leaks?|missing|fell|fallen|stolen|lost|dark|stinks?|smells?"
    r"|smelly|overflow(?:s|ing)?|flickers?|flickering|wobbl(?:es|y)|loose|cracked|burst|flooded"
    r"|clogged|dead|dangling|bust(?:ed)?|knackered|stuck|jammed|snapped|smashed|crooked"
    r"|slippery|worse|dangerous|punctured|popped|tor(?:e|n)|ripped|slashed|broke|hit|bent"
    r"|hanging|leaning|swinging|dripping|sticking|got|gets|came|went"
    r"|scratched|bruised|hurts?|scared|stopped|bleeding|swollen"
    r"|every (?:day|night)|at night)\b"
)
"""What says that something is the matter, and stands in names of places hardly ever."""
TALK = re.compile(
    r"哪(?!吒)|[我你您咱谁吗啊呀哦嘛啦]|呢$|(?<![网酒])吧$|[他她它]们|怎么|什么|为啥|真的|非常|觉得"
    r"|啥|得很|到处|分钟|[起好真]高$|好[高大深远臭吵烫滑]$"
    r"|越来越|更[多少大小高低亮暗黑乱脏臭吵滑堵难糟差严危]"
    r"|好像|希望|谢谢|哈哈|今天|明天|昨天|刚才|特别(?!行政)|有点|一直|老是|总是|天天|每天|好几|已经|[很太](?=[多少大小高低亮暗乱脏臭吵累难热冷慢快黑])"
    r"|^(?:保安|门卫|物业|店家|老板|站长|客服|顾客|他们?|她|人家)?说[要得是让叫没不]"
    r"|^(?:一直|还)?在?催|^非要|^必须"
    r"|\b(?:says?|said|told|tells|keeps?|hurry|asap|calling|waiting)\b"
    r"|^any\b|\b(?:i|i'?m|you|we|he|she|it|they|am|be|been|will|what|why|how|who|when|where"
    r"|very|really|so|too|also|please|thanks?|hello|hi|lol|haha|nothing|people"
    r"|(?:some|any|every|no)(?:body|one|thing)|today|tomorrow|yesterday)\b"
)
"""What stands in a sentence about oneself, or asks."""
WANT = re.compile(
    r"想[找请要借学换买]|找人[帮修搬看抬推拉送]|帮忙(?:[搬抬推拉修找看带拿送买]|一下|$)|需要人|求人"
    r"|^(?:求|借|要|缺|需要|想有)[一个人副双件把点几]"
    r"|\b(?:help (?:me|with)|(?:looking|look) for|need|needs|want|wants|borrow|lend"
    r"|(?:would|'d) (?:love|like|be (?:great|nice|good))|love to have|wish)\b"
)
"""What says that somebody wishes for something, or for help."""

HOW_MUCH = re.compile(
    r"(?:[挺好很超蛮真老贼]|特别|非常|有点)?(?:[大小深浅多长宽急]|严重)(?:得很|[的了呢啊])*"
    r"|(?:(?:an?|the|it'?s|its|really|quite|pretty|very|so) )*"
    r"(?:big|huge|massive|large|small|tiny|deep|wide|long|bad|nasty|urgent)(?: ones?)?"
    r"|lots|loads|a lot|(?:quite )?a few|plenty|tons"
    r"|[0-9.一二两三四五六七八九十几半]+ ?(?:多|来)?(?:cm|mm|met(?:er|re)s?|厘米|公分|米)多?"
    r"(?: (?:deep|wide|long|high|across)|[深宽长高])?"
    r"|(?:水|都|已经?|快|要|差不多|深)*(?:淹|漫|没)?[到过齐]了?我?的?(?:脚[脖面踝]?子?|膝盖|小腿|大腿|腿|腰"
    r"|胸口?|[半整]?个?车?轮[子胎毂]?|脚?踏板|电机|电池)(?:这|那|上面?|的位置)?[了啊]*"
    r"|(?:(?:it'?s|its|now|about|almost|nearly|already|water) )*(?:up |over |past )(?:to )?"
    r"(?:my|the|your|his|our) (?:ankles?|knees?|shins?|waist|chest|wheels?|hubs?|pedals?|motor)"
    r"|(?:(?:it'?s|its|about|almost|nearly) )*(?:ankle|knee|waist|wheel|shin)[- ](?:deep|high)"
)
"""How big it is there, and not where."""

SPOT = (
    r"(?:地方|位置|路口|口子?|坡|桥|楼|房子?|小区|店|路|巷子?|胡同|门|站|工地|涵洞|隧道|广场"
    r"|公园)"
)
CORNER = (
    r"(?:gate|hill|road|street|corner|cross(?:ing|roads)|shop|store|building|house|bridge|place"
    r"|spot|slope|tunnel|culvert|path|lane|alley|junction|square|park|station|stop|estate|block"
    r"|yard|site)"
)
REST = r"(?: (?!(?:is|are|was|were|has|have|isn't|aren't)\b)[\w']+){0,6}"
POINTS = re.compile(
    r"的[那这][个家条段块片栋棵根边头侧]\w{0,6}$"
    rf"|(?:的|第\w个){SPOT}(?:那[里儿边]|旁边|边上|对面|附近|门口)?$"
    r"|[那这](?:家|条[街路]|条巷子|个路?口|片|段|栋)$|(?:尽头|拐角|转角|拐弯处|交叉口|岔路口)$"
    r"|[往向][左右前后东南西北](?:边|手边|走|转|拐|开|骑)?(?:就[是到]了?|\w{1,3}(?:米|公里))?$"
    r"|^(?:出了?|[过下上进]了|沿着|顺着|从)\w+(?:第\w[个家栋条]\w{0,4}|直走|直骑|直开|到[头底])$"
    r"|就能?看[到见]了?(?:的那个)?$|离\w{1,12}不远$"
    rf"|^where (?:i|we|it|they|the|you){REST}$"
    rf"|\b{CORNER} (?:where|that|which|with)(?: (?:is|are|was|has|always|never))*{REST}$"
    rf"|^(?:the|that|this) \w+(?:ed|t|en) {CORNER}$|\bwhen you (?:come|get|go|leave|exit|turn)\b"
    r"|\b(?:turn|go) (?:left|right|straight)\b"
)
"""What points to a place though it tells something: 我摔过的那个坡, the way to it."""
BESIDE = re.compile(
    r"(?:(?:right|just|directly|somewhere|on|at|in) )*"
    r"(?:in front of|(?:in )?front of|next to|behind|beside|opposite|outside|across from|between"
    r"|near|close to|around|under|below|above|past|(?:the )?(?:corner|end|back|side|edge) of"
    r"|the (?:other|left|right|far|same) side|the (?:corner|way|road|street|lane|path|alley))"
    r"\b(?! [0-9])"
)
"""What says beside what it is, whatever that is."""

LATIN = re.compile(r"[a-z']+")
"""In a Chinese name these are a brand or a sign, and no English is talked: KFC I 店."""


HEDGED = re.compile(
    r"(?:(?:我们?(?:现?在|就在|觉得|也)|好像|应该|可能|大概|估计|差不多|不太?(?:清楚|确定|知道)(?:路名|名字|叫什么|地名)?"
    r"|说不(?:太)?(?:清楚?|上来|准)|具体|反正|你们?知道的|(?:位置|地址|地点)是?|就[是在]|[是在叫呃嗯额]"
    r"|还能(?:是|在)?哪[里儿]?|不就[在是]|当然[在是]?|肯定[在是]|还不是[在]?"
    r"|我们(?=那|家|店|楼|站|小区))[,，。… :：]*)+"
    r"|(?:(?:i(?:'?m| am| was| think| guess| believe| suppose)|we(?:'?re| are)|it(?:'?s| is)"
    r"|(?:i )?(?:dont|don't) know(?: exactly)?|(?:im |i'm )?not (?:really |so |quite )?sure"
    r"|maybe|perhaps|probably|should be|must be|(?:they|people) call it|called|that'?s"
    r"|(?:the )?(?:place|address|location|spot)(?: is|:)?|right|just|um+|uh+|hmm+|well|so|exactly"
    r"|(?:the )?pin is (?:wrong|off)|i ?can(?:'?t|not) (?:say|tell)(?: exactly)?"
    r"|hard to say|where else|as i said"
    r"|no idea|somewhere|kind of|sort of|like|around|but|or)(?:[\s,.…:]+))+"
)
"""What is said before a place by who is not sure of it, or speaks in sentences."""


PARTICLES = "啊呀嘛呗哦哈"
"""Behind a place that is said with feeling."""


def _small(text: str) -> str:
    return text.strip().lower().replace("’", "'")


def unhedged(text: str) -> str:
    """Where it is without that: "i think its called wenchang road", 不太清楚 离桥大概三百米."""
    said = text.strip()
    hedged = HEDGED.match(said.lower().replace("’", "'"))
    return ((said[hedged.end() :] if hedged else "") or said).rstrip(PARTICLES) or said


def points(text: str) -> bool:
    """Whether it says which place it is by what is there or how one gets there, for whoever was
    asked that: "the hill where everyone slips", 出了大门往左走.
    """
    said = _small(text)
    if letters(said) > LONGEST_WAY:
        return False
    return tells_where(text) or bool(POINTS.search(said))


def tells_where(text: str) -> bool:
    """Whether it says beside what it is, and nothing of it: "behind the school", 在马路对面."""
    said = _small(text)
    if letters(said) > LONGEST_WAY or FAULT.search(said) or WANT.search(said):
        return False
    behind = split(said.removeprefix("在"))
    return bool(BESIDE.match(said) or (behind.tail and not TALK.search(behind.name)))


def may_name(text: str) -> bool:
    """Whether these words may name a place, for whoever was asked where something is.

    A name alone may, known or not, and what says where beside something: 「我家门口」,
    「井盖旁边」. What tells a fault, asks for something or talks does not.
    """
    said = _small(text)
    if len(said) < SHORTEST or letters(said) > LONGEST or HOW_MUCH.fullmatch(said):
        return False
    parts = split(said)
    if FAULT.search(parts.name) or WANT.search(parts.name):
        return False
    if tells_when(said) or has_mobile(said):
        return False
    told = parts.name if parts.name.isascii() else LATIN.sub(" ", parts.name)
    return bool(parts.tail) or not TALK.search(told)
