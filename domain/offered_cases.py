"""The cases to which something stands open in a chat."""

from __future__ import annotations

from domain.offers import Offered
from domain.open_offers import act_of, case_of, each_of


def cases_for(
    offered: Offered,
    act: str,
    *,
    newest: bool = False,
) -> tuple[int, ...]:
    """The cases to which this act can be chosen, those told last first; or only in the newest."""
    among = each_of(offered)[:1] if newest else each_of(offered)
    datas = [choice.data for one in among for choice in one.choices]
    found = [case_of(data) for data in datas if act_of(data) == act]
    return tuple(dict.fromkeys(case for case in found if case is not None))


def cases_in(offered: Offered | None) -> tuple[int, ...]:
    """The cases of which something stands there, those told last first."""
    named: list[int | None] = []
    for one in each_of(offered):
        named += [one.case_id, *(case_of(choice.data) for choice in one.choices)]
    return tuple(dict.fromkeys(case for case in named if case is not None))


def cards(offered: Offered) -> tuple[int, ...]:
    """The cases whose cards stand there, those told last first."""
    datas = [choice.data for one in each_of(offered) for choice in one.choices]
    found = [case_of(data) for data in datas if data.endswith(":more")]
    return tuple(dict.fromkeys(case for case in found if case is not None))
