"""The leads of SendKit's campaigns, and the leads of the workspace behind them.

In: requests for the leads of a campaign.  Out: answers, and records of leads.
Never: changes a lead; pausing, tagging and removing are answered from the examples of the contract.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from handbill_generator.sandbox.model import Answer, Asked, Handler, Problem, World
from handbill_generator.sandbox.providers.paging import Stored
from handbill_generator.sandbox.providers.sendkit.answers import listing, success
from handbill_generator.sandbox.providers.stored import CAMPAIGNS, HEXADECIMAL, found, picked

_LEADS = "leads"
_CAMPAIGN_LEADS = "campaignLeads"
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")


def seed(world: World) -> None:
    """Store the workspace leads whose ids the examples of the contract use."""
    for id, email in (
        ("665d4e5f6a7b8c9d0e1f2a3b", "john@acme.com"),
        ("665d4e5f6a7b8c9d0e1f2a3c", "jane@example.com"),
    ):
        world.collection(_LEADS).put(id, {"_id": id, "email": email})


def leads_of(campaign_id: str, world: World) -> list[Stored]:
    """Give the records of the leads in a campaign, in the order in which they were added."""
    return [one for one in world.collection(_CAMPAIGN_LEADS).all() if one["campaignId"] == campaign_id]


def count_by_campaign(world: World) -> Counter[str]:
    """Give how many leads each campaign has."""
    return Counter(one["campaignId"] for one in world.collection(_CAMPAIGN_LEADS).all())


def _list(asked: Asked, world: World) -> Answer:
    campaign = found(world, CAMPAIGNS, asked.path["campaignId"], "Campaign not found")
    status = asked.query.get("status")
    records = leads_of(campaign["_id"], world)
    return listing(asked, records, keep=lambda one: status in (None, one["status"]), show=_item)


def _add(asked: Asked, world: World) -> Answer:
    campaign = found(world, CAMPAIGNS, asked.path["campaignId"], "Campaign not found")
    already = {one["leadId"]["_id"] for one in leads_of(campaign["_id"], world)}
    known = {lead["email"]: lead for lead in world.collection(_LEADS).all()}
    added, skipped, errors = 0, 0, []
    for entry in _entries(asked.body, world):
        try:
            lead = _lead(entry, known, world)
        except Problem as problem:
            errors.append({"entry": entry, "message": problem.message})
            continue
        if lead["_id"] in already:
            skipped += 1
            continue
        _enrol(lead, campaign, world)
        already.add(lead["_id"])
        added += 1
    return success({"added": added, "skipped": skipped, "errors": errors})


def _entries(body: Mapping[str, Any], world: World) -> Iterator[Mapping[str, Any]]:
    # 3.8: nothing says what modes do together, nor what a key of `filters` is called; a filter picks nobody here.
    yield from body.get("leads", [])
    if body.get("selectAll"):
        excluded = body.get("excludeIds", [])
        yield from ({"leadId": one["_id"]} for one in world.collection(_LEADS).all() if one["_id"] not in excluded)


def _lead(entry: Mapping[str, Any], known: dict[str, Stored], world: World) -> Stored:
    """Find the workspace lead of an entry among those *known* by their address, or make it of its address."""
    if "leadId" in entry:
        return found(world, _LEADS, entry["leadId"], "Lead not found")
    if not _ADDRESS.fullmatch(entry["email"]):
        raise Problem("invalid", "The email is not an address")
    email = entry["email"].lower()
    if email not in known:
        details = picked(entry, ("firstName", "lastName", "companyName"))
        known[email] = {"_id": world.new_id(HEXADECIMAL, 24), "email": email, **details}
        world.collection(_LEADS).put(known[email]["_id"], known[email])
    return known[email]


def _enrol(lead: Mapping[str, Any], campaign: Mapping[str, Any], world: World) -> None:
    record = {
        "_id": world.new_id(HEXADECIMAL, 24),
        "campaignId": campaign["_id"],
        "leadId": picked(lead, ("_id", "email")),
        "status": "active" if campaign["status"] == "active" else "pending",
    }
    world.collection(_CAMPAIGN_LEADS).put(record["_id"], record)


def _item(record: Stored) -> dict[str, Any]:
    return picked(record, ("_id", "leadId", "status"))


HANDLERS: Mapping[str, Handler] = {"listCampaignLeads": _list, "addCampaignLeads": _add}
