"""A need and a resource become a project: confirmed by one of the need's staff, never by whoever
offers the resource or gains by it.
"""

from __future__ import annotations

from domain.matching.listing import Listing, ListingKind, ListingState, due_day
from domain.matching.rights import ListingAct, may_confirm
from domain.matching.suggesting import Suggestion, suggestion
from domain.people import Person
from handlers.dialog.turn import Refused, Turn, whole
from handlers.matching.drafting import NEW
from handlers.matching.found import terms
from handlers.matching.looking import Found
from handlers.matching.plans import plan
from handlers.matching.telling import button, side, tell
from handlers.matching.wording import amount, day, short
from handlers.texts.sentences import Safe


async def match(
    turn: Turn,
    found: Found,
    value: str,
) -> None:
    """`value` is the resource's number. Raises Refused where it does not fit any more."""
    unit, need = turn.unit, found.listing
    resource = await unit.listings.get(whole(value))
    one = (
        suggestion(
            need,
            resource,
            unit.directory,
        )
        if resource is not None
        else None
    )
    if resource is None or one is None:
        raise Refused("refuse-listing-taken")
    why = may_confirm(turn.person.id, need, resource)
    if why:
        raise Refused(f"refuse-listing-{why}")
    await _takes(turn, one)
    project = await _project(turn, one)
    await plan(turn.scene, project.id)
    turn.unit.history.audit(
        turn.person.id,
        "listing-match",
        area=need.areas[0],
        need=short(need.words),
        resource=short(resource.words),
    )
    turn.toast()
    needing = await side(turn.scene, need)
    await _confirmed(turn, one, project, needing)
    await _told(turn, one, project, needing)


async def _confirmed(
    turn: Turn,
    one: Suggestion,
    project: Listing,
    needing: Person | None,
) -> None:
    """Says so, and who to talk to; whoever speaks for the need themselves is shown how they say
    that it is done.
    """
    done = turn.say(
        "done-listing-match",
        need=short(one.need.words),
        resource=short(one.resource.words),
        day=day(turn.scene, turn.language, project.until),
    )
    lines = [done, *await _to_talk_to(turn, one.resource)]
    if one.missing:
        left = amount(turn.language, one.missing, one.need)
        lines.append(turn.say("listing-still-wanted", left=left))
    mine = needing is not None and needing.id == turn.person.id
    acts = [ListingAct.FINISH] if mine else []
    acts += [ListingAct.LATER, ListingAct.CALL_OFF]
    buttons = [button(turn.language, act, project) for act in acts]
    turn.reply(Safe("\n".join(lines)), [buttons])


async def _to_talk_to(turn: Turn, resource: Listing) -> list[Safe]:
    """Who gives it, in the words of whoever listed it, and which colleague that was."""
    lines = []
    if resource.whose:
        lines.append(turn.say("listing-page-whose", whose=resource.whose))
    keeper = await turn.unit.people.get(resource.keeper_id)
    if keeper is not None:
        lines.append(turn.say("listing-page-side-resource", name=keeper.name))
    return lines


async def _takes(turn: Turn, one: Suggestion) -> None:
    """What it gives is taken on both sides at once, or on none. Raises Refused."""
    store = turn.unit.listings
    if not await store.take(
        one.need.id,
        one.given,
    ):
        raise Refused("refuse-listing-taken")
    if not await store.take(
        one.resource.id,
        one.given,
    ):
        await store.give_back(one.need.id, one.given)
        raise Refused("refuse-listing-taken")


async def _project(turn: Turn, one: Suggestion) -> Listing:
    """The row. Raises Refused where this pair has one that runs."""
    need, resource = one.need, one.resource
    made = Listing(
        id=NEW,
        kind=ListingKind.PROJECT,
        state=ListingState.OPEN,
        words=need.words,
        category=need.category,
        areas=need.areas,
        times=one.times,
        capacity=one.given,
        left=0,
        since=turn.unit.now,
        until=due_day(
            turn.unit.now,
            need,
            resource,
            terms(turn.setup),
        ),
        keeper_id=turn.person.id,
        case_id=need.case_id,
        need_id=need.id,
        resource_id=resource.id,
    )
    project = await turn.unit.listings.add(made)
    if project is not None:
        return project
    for listing in (need, resource):
        await turn.unit.listings.give_back(listing.id, one.given)
    raise Refused("refuse-listing-taken")


async def _told(
    turn: Turn, one: Suggestion, project: Listing, needing: Person | None
) -> None:
    """Both sides, each in their language; neither reads who the other is, only who is in charge."""
    scene, me = turn.scene, turn.person
    about = {
        "name": me.name,
        "resource": short(one.resource.words),
    }
    offering = await side(scene, one.resource)
    if needing is not None and needing.id != me.id and needing != offering:
        acts = (ListingAct.FINISH,)
        key = "notice-listing-met"
        await tell(
            scene,
            needing,
            key,
            project,
            acts,
            rings=True,
            about=about,
        )
    if offering is not None and offering.id != me.id:
        language = scene.language_of(offering)
        about["many"] = amount(language, project.capacity, one.need)
        key = "notice-listing-give"
        await tell(
            scene,
            offering,
            key,
            project,
            rings=True,
            about=about,
        )
