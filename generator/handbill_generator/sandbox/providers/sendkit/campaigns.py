"""Campaigns of SendKit: sequences of emails to leads, in parts that merge and parts that replace.

In: requests for campaigns.  Out: answers; a campaign is stored in the parts in which it is written.
Never: starts a campaign; no documented call does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handbill_generator.sandbox.model import Answer, Asked, Handler, Problem, World
from handbill_generator.sandbox.providers.sendkit.answers import created, full, item, listing, success, updated
from handbill_generator.sandbox.providers.sendkit.hours import check_hours
from handbill_generator.sandbox.providers.sendkit.leads import count_by_campaign, leads_of
from handbill_generator.sandbox.providers.sendkit.mailboxes import selected
from handbill_generator.sandbox.providers.sendkit.sequences import named_steps, replaced
from handbill_generator.sandbox.providers.stored import CAMPAIGNS, HEXADECIMAL, found, moved

STATUSES = ("draft", "active", "paused", "completed", "archived")


def _create(asked: Asked, world: World) -> Answer:
    blank: dict[str, Any] = {
        "_id": world.new_id(HEXADECIMAL, 24),
        "status": "draft",
        "mailboxes": [],
        "sequence": [],
        "subsequences": [],
        "schedule": {},
        "settings": {},
        "startedAt": None,
        "completedAt": None,
        "createdAt": world.now(),
    }
    # Only here `mailboxes` is another spelling of `mailboxIds`; an update has no such member.
    ids = [*asked.body.get("mailboxes", []), *asked.body.get("mailboxIds", [])]
    named = {"mailboxIds": ids} if {"mailboxes", "mailboxIds"} & asked.body.keys() else {}
    return success(created(_changed(blank, {**asked.body, **named}, world)))


def _update(asked: Asked, world: World) -> Answer:
    # 3.1: no state is documented in which an update is refused.
    return success(updated(_changed(_found(asked, world), asked.body, world)))


def _get(asked: Asked, world: World) -> Answer:
    campaign = _found(asked, world)
    return success(full(campaign, leads_of(campaign["_id"], world)))


def _list(asked: Asked, world: World) -> Answer:
    # 3.3: the order is not documented; this is the order of creation.
    status, text = asked.query.get("status"), asked.query.get("search", "").casefold()
    leads = count_by_campaign(world)
    return listing(
        asked,
        world.collection(CAMPAIGNS).all(),
        keep=lambda one: status in (None, one["status"]) and text in one["name"].casefold(),
        show=lambda one: item(one, leads[one["_id"]]),
    )


def _resume(asked: Asked, world: World) -> Answer:
    campaign = _found(asked, world)
    if campaign["status"] != "paused":  # 3.5: what such a campaign gets is not shown
        raise Problem("invalid", f"The campaign is not paused, but {campaign['status']}", code="CAMPAIGN_NOT_PAUSED")
    _put({**campaign, "status": "active", "updatedAt": world.now()}, world)
    return success({"id": campaign["_id"], "status": "active"})


def move(world: World, id: str, status: str) -> None:
    """Put a campaign into another status."""
    campaign = moved(world, id, status, STATUSES)
    if status == "active":
        campaign["startedAt"] = campaign["startedAt"] or world.now()
    campaign["completedAt"] = world.now() if status == "completed" else campaign["completedAt"]
    _put(campaign, world)


def _changed(campaign: Mapping[str, Any], body: Mapping[str, Any], world: World) -> dict[str, Any]:
    """Store *campaign* with what *body* names: each part by its own rule of 3.1, what is omitted as it was."""
    check_hours(body.get("schedule", {}))
    changed = {**campaign, "updatedAt": world.now()}
    if "name" in body:
        changed["name"] = body["name"]
    if "sequence" in body:
        changed["sequence"] = named_steps(body["sequence"])
    if "subsequences" in body:
        changed["subsequences"] = replaced(body["subsequences"], campaign["subsequences"], world)
    # Whether objects and arrays below these two are merged is not documented (A4); here they replace.
    changed["schedule"] = {**campaign["schedule"], **body.get("schedule", {})}
    changed["settings"] = _settings({**campaign["settings"], **body.get("settings", {})})
    # "Reassign" is the word for mailboxes, so those that are selected take the place of the assigned ones.
    mailboxes = selected(body, world)
    return _put(changed if mailboxes is None else {**changed, "mailboxes": mailboxes}, world)


def _settings(merged: Mapping[str, Any]) -> dict[str, Any]:
    """Give settings as they are stored: rules of the legacy mode are ignored, and its check becomes none."""
    # An AI reply agent would be checked here (AGENT_NOT_FOUND), but the name of its key is not documented.
    settings = {name: value for name, value in merged.items() if name != "espMatchingRules"}
    if settings.get("segCheckMode") == "use_specific_mailboxes":
        settings["segCheckMode"] = "disabled"
    return settings


def _found(asked: Asked, world: World) -> dict[str, Any]:
    return found(world, CAMPAIGNS, asked.path["campaignId"], "Campaign not found")


def _put(campaign: dict[str, Any], world: World) -> dict[str, Any]:
    world.collection(CAMPAIGNS).put(campaign["_id"], campaign)
    return campaign


HANDLERS: Mapping[str, Handler] = {
    "createCampaign": _create,
    "updateCampaign": _update,
    "getCampaign": _get,
    "listCampaigns": _list,
    "resumeCampaign": _resume,
}
