"""Batch: orchestrations, which an update overwrites as a whole.

In: requests that passed specs/batch/openapi.yaml.  Out: `PROVIDER`.
Never: delivers, merges, or keeps profiles, audiences and catalogs; the examples of the contract answer those.

A campaign is stored as it was sent, beside what the listing says of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from handbill_generator.sandbox.model import (
    Answer,
    Asked,
    Handler,
    Kind,
    Limit,
    Problem,
    Provider,
    World,
)
from handbill_generator.sandbox.providers.moments import days, moment_of, months_before
from handbill_generator.sandbox.providers.paging import Stored, page_after
from handbill_generator.sandbox.providers.stored import (
    CAMPAIGNS,
    DELETED,
    LOWER_ALPHANUMERIC,
    STATUSES,
    found,
    is_there,
    moved,
    shown,
)

_WORDS = ("draft", "running", "completed", "stopped")
_COUNTERS = (
    "sent",
    "delivered",
    "unique_open",
    "total_open",
    "unique_machine_open",
    "unique_click",
    "total_click",
    "spam",
    "unsubscribe",
    "total_bounce",
    "skipped",
)

_CODES: Mapping[Kind, str] = {
    "unauthorized": "10",
    "forbidden": "12",
    # 4.8: the code for an object that is not there is not documented, and 20 is that of a route; none is made up.
    "not_found": "",
    "conflict": "12",
    "no_route": "20",
    # No page speaks of a wrong method; to Batch it is one more route that does not exist.
    "no_method": "20",
    "too_many": "60",
    # 4.6: delete numbers it 0, update 1.
    "failed": "1",
    "down": "2",
}
"""The numbers of section 2.4 as text: 4.5 leaves open whether the member holds the number or the name."""

_CATALOGS = frozenset("createCatalog updateCatalog removeCatalog getCatalog listCatalogs editCatalogItems".split())

# Section 2.2: profiles are limited by updates, not by requests; of campaigns no official page tells a limit.
_LIMITS = (Limit(requests=5, seconds=1, operations=_CATALOGS),)


def _problem(problem: Problem) -> Answer:
    status = 403 if problem.kind == "conflict" else STATUSES[problem.kind]
    code = _CODES.get(problem.kind) if problem.kind != "invalid" else _fault(problem)
    return Answer(status=status, body={"error_code": code, "error_message": problem.message})


def _fault(problem: Problem) -> str:
    """Tell what is wrong with a request: a body that cannot be read, something missing, or a wrong value."""
    if not problem.fields:
        return "32"
    return "30" if any(how.endswith("is missing") for _, how in problem.fields) else "31"


def _create(asked: Asked, world: World) -> Answer:
    id = f"orchestration_{world.new_id(LOWER_ALPHANUMERIC, 32)}"
    _put(world, {"id": id, "created": world.now()}, asked.body)
    # 3.1: the number of the status is not visible; 201 is that of catalogs/create, which makes an object at once too.
    return Answer(status=201, body={"id": id})


def _update(asked: Asked, world: World) -> Answer:
    stored = _found(world, asked.body["id"])
    # 3.2: a recurrent campaign would be free of this, but no documented field makes one.
    # Which error says no is not documented; 403 is the one that stands for misuse.
    if stored["status"] in ("running", "completed"):
        raise Problem("forbidden", f"A {stored['status']} campaign cannot be updated.")
    _put(world, stored, asked.body["campaign"])
    return Answer(body={})


def _delete(asked: Asked, world: World) -> Answer:
    # 3.3: no state of a campaign is documented to forbid this.
    stored = _found(world, asked.body["id"])
    world.collection(CAMPAIGNS).put(stored["id"], {**stored, DELETED: True})
    return Answer(status=204)


def _list(asked: Asked, world: World) -> Answer:
    # 3.4: the order is not documented; this is the order of creation. Nor is a least limit; a page has at least one.
    cursor = asked.query.get("from")
    size = max(1, asked.query.get("limit", 10))
    page = page_after(cursor, world.collection(CAMPAIGNS).all(), size=size, keep=is_there)
    body: dict[str, Any] = {"orchestrations": [_item(one) for one in page.items]}
    if cursor is None:
        body["count"] = page.total
    body["has_more"] = page.more
    if page.more:  # section 2.1: what the last page says is not documented
        body["next_from"] = page.items[-1]["id"]
    return Answer(body=body)


def _stats(asked: Asked, world: World) -> Answer:
    # 3.5: the pages of stats list no 404, although an ID is given; a guess would be worse than a clear no.
    stored = _found(world, asked.query["orchestration_id"])
    today = world.moment().date()
    first, last = (date.fromisoformat(asked.query[name]) for name in ("from", "to"))
    if first < months_before(today, 6):
        raise Problem("invalid", "from is more than 6 months ago.", fields=(("from", "is more than 6 months ago"),))
    if first > last:
        raise Problem("invalid", "from is later than to.", fields=(("from", "is later than to"),))
    # The counters of other channels than email are not documented.
    counters = dict.fromkeys(_COUNTERS, 0) if _channel(stored) == "email" else {}
    details = [{"date": day.isoformat(), **counters} for day in days(first, min(last, today))]
    return Answer(body={"id": stored["id"], "details": details})


def _view(asked: Asked, world: World) -> Answer:
    stored = _found(world, asked.query["orchestration_id"])
    if _channel(stored) != "push":
        raise Problem("forbidden", "Only push campaigns can be viewed.")
    item = _item(stored)
    times = {name: f"{item.pop(name)}Z" for name in ("created_date", "start_time") if name in item}
    # The channels are no member of this answer as far as it could be read.
    del item["channels"]
    return Answer(body={**item, **times, "updated_date": f"{_without_zone(stored['updatedAt'])}Z"})


def _found(world: World, id: str) -> dict[str, Any]:
    return found(world, CAMPAIGNS, id, "There is no such orchestration.")


def _put(world: World, stored: Mapping[str, Any], campaign: Mapping[str, Any]) -> None:
    """Store *campaign* in the place of all that was said of it before; without targeting it goes to everybody."""
    now = world.now()
    changed = {
        "name": campaign["name"],
        "status": campaign["state"].lower(),
        "updatedAt": now,
        "start": _start(campaign, now),
        "campaign": campaign,
    }
    world.collection(CAMPAIGNS).put(stored["id"], {**stored, **changed})


def _start(campaign: Mapping[str, Any], now: str) -> str | None:
    """Give when sending starts: `now` is the moment at which the campaign is told to run."""
    given: str | None = campaign["when"].get("start_time")
    if given != "now":
        return given
    return now if campaign["state"] == "RUNNING" else None


def _item(stored: Stored) -> dict[str, Any]:
    campaign = stored["campaign"]
    item: dict[str, Any] = {
        "id": stored["id"],
        "type": "campaign",
        "channels": [_channel(stored)],
        "source": "api",
        "created_date": _without_zone(stored["created"]),
        "name": stored["name"],
        "labels": campaign.get("labels", []),
        "status": stored["status"],
    }
    if stored["start"] is not None:
        item["start_time"] = _without_zone(stored["start"])
    return item


def _channel(stored: Stored) -> str:
    channel: str = stored["campaign"]["messages"][0]["channel_type"]
    return channel


def _without_zone(text: str) -> str:
    """Write a moment as the listing does (4.12): in UTC, which it does not say."""
    moment = moment_of(text)
    return text[:19] if moment is None else moment.replace(tzinfo=None).isoformat(timespec="seconds")


def _move(world: World, id: str, status: str) -> None:
    world.collection(CAMPAIGNS).put(id, moved(world, id, status, _WORDS))


HANDLERS: Mapping[str, Handler] = {
    "createCampaign": _create,
    "updateCampaign": _update,
    "deleteCampaign": _delete,
    "listOrchestrations": _list,
    "getOrchestrationStats": _stats,
    "getOrchestration": _view,
}

PROVIDER = Provider(
    name="batch",
    credentials={"apiKey": "sandbox", "projectKey": "sandbox"},
    handlers=HANDLERS,
    problem=_problem,
    limits=_LIMITS,
    limit_headers=lambda _: {},  # section 2.2: none is documented
    seed=lambda _: None,
    campaigns=shown,
    move=_move,
)
