"""Whether words of danger are a name, a likeness or a mistake, or said of a thing or an animal."""

from __future__ import annotations

from collections.abc import Sequence

from domain.reading.scan import Scan, Span, whole
from domain.reading.sentences import apart
from domain.reading.toppled import toppled
from domain.reading.vocabulary import Topic

PEOPLE = ("<person>", "<elder>", "<them>")
BODIES = ("<body>", "<en_body>", "<soft_body>", "<soft_en>")
THINGS = ("<things>", "<fixtures>")
NEAR = 4  # letters from a danger to what likens it
BY = "被让给遭"
TAKES = "把将"
BESIDE = 1  # letters between who is spoken of and what befalls them


def of_nobody(scan: Scan, topic: Topic, spans: tuple[Span, ...]) -> bool:
    """Only the letters can tell then that somebody is in danger. Who only owns what it befalls, as
    in 「砸我车筐里」, is nobody.
    """
    here = whole(spans)
    if _likened(scan, here) or _mistaken(scan, here):
        return True
    if topic.of_people and toppled(scan, here):
        return True
    said_of = _named_after(scan, here) or (topic.of_people and _of_a_thing(scan, here))
    belongings = scan.hits("<belongings>")
    if not said_of and not (topic.of_people and belongings):
        return False
    people = [hit for name in PEOPLE for hit in scan.hits(name)]
    people = [hit for hit in people if not _did_it(scan, hit, here)]
    of_things = {hit[0] for hit in belongings}
    owners = [hit for hit in people if hit[1] in of_things]
    if any(hit not in owners and not apart(scan, hit, here) for hit in people):
        return False
    if any(here[0] <= one[0] <= here[1] + BESIDE for one in owners):
        return True
    return said_of or _to_what_is_owned(scan, here, owners)


def _did_it(scan: Scan, hit: Span, here: Span) -> bool:
    """「车座被人割了」,「有人把我车推倒了」: it is told who did it, not whom it befell."""
    if hit[1] <= here[1] and scan.text[hit[1] : hit[1] + 1] in tuple(TAKES):
        return True
    return 0 < hit[0] < here[1] and scan.text[hit[0] - 1] in BY


def done_to_a_thing(scan: Scan, spans: tuple[Span, ...]) -> bool:
    """「车窗被人砸了」: somebody did it, and to nobody. Under a lorry it may have been ridden."""
    here = whole(spans)
    if toppled(scan, here):
        return True
    did = [hit for hit in scan.hits("<person>") if _did_it(scan, hit, here)]
    if not did or scan.hits("<strikes>"):
        return False
    owned = {hit[0] for hit in scan.hits("<belongings>")}
    return all(hit in did or hit[1] in owned for hit in scan.hits("<person>"))


def _to_what_is_owned(scan: Scan, here: Span, owners: Sequence[Span]) -> bool:
    """「我的车被人推倒了」: what somebody owns stands right before it; run into it may have been
    with them on it.
    """
    if any(here[0] <= hit[0] < here[1] for hit in scan.hits("<strikes>")):
        return False
    begins = {one[1] for one in owners}
    return any(
        hit[0] in begins and 0 <= begin - hit[1] <= BESIDE
        for begin in _begins(scan, here)
        for hit in scan.hits("<belongings>")
    )


def _likened(scan: Scan, here: Span) -> bool:
    """「像坐电梯掉下去一样」: what it only is like."""
    return any(
        0 <= here[0] - hit[1] <= NEAR and not apart(scan, hit, here)
        for hit in scan.hits("<likened>")
    ) and any(0 <= hit[0] - here[1] <= NEAR for hit in scan.hits("<alike>"))


def _mistaken(scan: Scan, here: Span) -> bool:
    """Whether it only seemed so, and what it was comes behind: 以为着火 原来是烤红薯的."""
    return any(hit[1] <= here[0] for hit in scan.hits("<seemed>")) and any(
        here[1] <= hit[0] for hit in scan.hits("<truly>")
    )


def _named_after(scan: Scan, here: Span) -> bool:
    """「跳河公园」, "explosion chicken": what is called so stands right behind."""
    return any(
        hit[0] - here[1] >= 0 and not scan.text[here[1] : hit[0]].strip()
        for hit in scan.hits("<named_after>")
    )


def _of_a_thing(scan: Scan, here: Span) -> bool:
    """「电池卡里头了」, "my wallet fell off": it stands right before. What has no body hits
    somebody where a part of one is named: 「花盆砸脑袋了」.
    """
    if _before(scan, here, ("<beasts>",)) or _only_a_beast(scan, here):
        return True
    return _before(scan, here, THINGS) and not any(
        here[0] <= hit[0] <= here[1] + BESIDE
        for name in BODIES
        for hit in scan.hits(name)
    )


def _only_a_beast(scan: Scan, here: Span) -> bool:
    """「有只狗瘸了 躺在路边」: nothing that lives is spoken of but that, and it went for nobody."""
    told = any(hit[1] <= here[0] for hit in scan.hits("<beasts>"))
    if not told or scan.hits("<goes_for>"):
        return False
    return not any(map(scan.hits, (*PEOPLE, "<somebody>", "<en_somebody>")))


def _before(scan: Scan, here: Span, names: tuple[str, ...]) -> bool:
    """Whether one of them stands right before it, or with nothing between but where that is: "the
    fence next to it fell down".
    """
    return any(
        0 <= begin - hit[1] <= BESIDE
        for begin in _begins(scan, here)
        for name in names
        for hit in scan.hits(name)
    )


def _begins(scan: Scan, here: Span) -> set[int]:
    """Where it begins, with by whom or where that stands before it, and without."""
    begins = {here[0]}
    begins |= {hit[0] for hit in scan.hits("stands") if _touch(hit, here)}
    doers = (hit for hit in scan.hits("<person>") if _did_it(scan, hit, here))
    return begins | {hit[0] - 1 for hit in doers if hit[1] == here[0]}


def _touch(one: Span, other: Span) -> bool:
    return 0 <= other[0] - one[1] <= BESIDE
