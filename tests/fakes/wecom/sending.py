"""message/send of an app: to whom it goes, what is refused, cut and silently dropped (90236)."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from tests.fakes.wecom.contents import made_of
from tests.fakes.wecom.errors import DONE, Json, require
from tests.fakes.wecom.phone import Card, Shown
from tests.fakes.wecom.state import Member, State

MOST_RECEIVERS = 1000
RATES = ((60.0, 30), (3600.0, 1000))
"""Seconds, and how much one member gets in them: the rest is dropped, and nobody hears of it."""
PER_ACCOUNT = 200  # person-times a day
DUPLICATES, LONGEST_CHECK = 1800, 14400  # seconds
RECALL = 24 * 3600.0


def send(state: State, wish: Json) -> Json:
    """POST /cgi-bin/message/send. Raises ApiError."""
    state.own_agent(wish.get("agentid"))
    made = made_of(state, wish)
    found, bad, unpaid = _receivers(state, wish.get("touser"))
    _count_the_day(state, len(found))
    told = DONE | {"invaliduser": "|".join(bad), "invalidparty": "", "invalidtag": ""}
    told |= {"unlicenseduser": "|".join(unpaid)}
    msgid = f"msg{state.number('msgid'):06d}".ljust(40, "m")
    if _repeated(state, wish):
        return told | {"msgid": msgid}
    for member in found:
        _deliver(state, member, made, msgid)
    state.sent[msgid] = state.now()
    if made.card is not None:
        told["response_code"] = state.code(made.card.task_id)
    return told | {"msgid": msgid}


def recall(state: State, wish: Json) -> Json:
    """POST /cgi-bin/message/recall, within a day. Raises ApiError."""
    msgid = str(wish.get("msgid"))
    require(state.now() - state.sent.get(msgid, 0.0) <= RECALL, 40058, "msgid")
    for member in state.members.values():
        member.phone[:] = [one for one in member.phone if one.msgid != msgid]
    return dict(DONE)


def _receivers(state: State, wanted: Any) -> tuple[list[Member], list[str], list[str]]:
    """Who gets it, who is not there, and whom the corp does not pay for."""
    require(isinstance(wanted, str) and wanted, 81013)
    if wanted == "@all":
        names = list(state.members)
    else:
        names = list(dict.fromkeys(name for name in wanted.split("|") if name))
    require(len(names) <= MOST_RECEIVERS, 40058, "more than 1000 receivers")
    known = {name: state.member(name) for name in names}
    seen = {name: one for name, one in known.items() if one is not None and one.sees}
    bad = [name for name in names if name not in seen]
    require(seen, 81013)
    paid = {one.userid: one for one in seen.values() if one.licensed}
    unpaid = [name for name, one in seen.items() if not one.licensed]
    return list(paid.values()), bad, unpaid


def _count_the_day(state: State, receivers: int) -> None:
    day = int((state.now() + 8 * 3600) // 86400)  # as Beijing counts it
    before = state.day[1] if state.day[0] == day else 0
    require(before + receivers <= state.accounts * PER_ACCOUNT, 45009, "a day")
    state.day = (day, before + receivers)


def _repeated(state: State, wish: Json) -> bool:
    """Whether the same went to the same a moment ago, and the app asked to look."""
    names = ("enable_duplicate_check", "duplicate_check_interval")
    kept = {name: value for name, value in wish.items() if name not in names}
    mark = json.dumps(kept, sort_keys=True)
    before, now = state.said.get(mark), state.now()
    interval = int(wish.get(names[1], DUPLICATES))
    require(interval <= LONGEST_CHECK, 40058, "duplicate_check_interval")
    checks = wish.get(names[0]) == 1
    if checks and before is not None and now - before < interval:
        return True
    state.said[mark] = now
    return False


def _deliver(state: State, member: Member, made: Shown, msgid: str) -> None:
    """Unless it is more than this member gets: then nobody is told."""
    now = state.now()
    while member.sent and member.sent[0] <= now - RATES[-1][0]:
        member.sent.popleft()
    for seconds, most in RATES:
        if sum(at > now - seconds for at in member.sent) >= most:
            member.dropped += 1
            return
    member.sent.append(now)
    one = replace(made, at=now, msgid=msgid)
    if made.card is not None:
        one.card = Card(made.card.task_id, made.card.raw)
        state.tasks[one.card.task_id][member.userid.lower()] = one.card
    member.phone.append(one)
