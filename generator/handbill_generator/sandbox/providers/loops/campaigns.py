"""Campaigns of Loops: who gets a message and when; what it says stands in an email message.

In: requests for campaigns.  Out: answers, and campaigns stored as they are answered.
Never: sends, or changes a status; no documented call does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handbill_generator.sandbox.model import Answer, Asked, Handler, Problem, World
from handbill_generator.sandbox.providers.loops.answers import listing
from handbill_generator.sandbox.providers.loops.audience import DEFAULT_GROUP, GROUPS, LISTS, SEGMENTS
from handbill_generator.sandbox.providers.loops.ids import new_id
from handbill_generator.sandbox.providers.loops.messages import new_message
from handbill_generator.sandbox.providers.moments import moment_of, written
from handbill_generator.sandbox.providers.stored import CAMPAIGNS, found

STATUSES = ("Draft", "Scheduled", "Sending", "Sent")

_OPEN_WHEN_SENT = {"name", "campaignGroupId"}
_NULLABLE = ("mailingListId", "audienceSegmentId", "audienceFilter")
_COUNTERS = ("sends", "opens", "clicks", "unsubscribes", "spamReports", "hardBounces", "softBounces")


def _create(asked: Asked, world: World) -> Answer:
    _check_references(asked.body, world)
    now = world.now()
    campaign = {
        "id": new_id(world),
        "name": asked.body["name"],
        "status": "Draft",
        "createdAt": now,
        "updatedAt": now,
        "emailMessageId": None,
        "campaignGroupId": asked.body.get("campaignGroupId", DEFAULT_GROUP),
        **{name: asked.body.get(name) for name in _NULLABLE},
        # What a campaign gets that names no send time is not documented (S3); this is what the spec's example shows.
        "scheduling": _scheduling(asked.body.get("scheduling", {"method": "now"}), world),
    }
    message = new_message(campaign["id"], world)
    campaign["emailMessageId"] = message["id"]
    world.collection(CAMPAIGNS).put(campaign["id"], campaign)
    return Answer(status=201, body={**campaign, "emailMessageContentRevisionId": message["contentRevisionId"]})


def _update(asked: Asked, world: World) -> Answer:
    campaign = _found(asked, world)
    _check_state(campaign["status"], asked.body)
    _check_references(asked.body, world)
    campaign |= {**_cleared(asked.body), **asked.body, "updatedAt": world.now()}
    if "scheduling" in asked.body:
        campaign["scheduling"] = _scheduling(asked.body["scheduling"], world)
    world.collection(CAMPAIGNS).put(campaign["id"], campaign)
    return Answer(body=campaign)


def _get(asked: Asked, world: World) -> Answer:
    return Answer(body=_found(asked, world))


def _list(asked: Asked, world: World) -> Answer:
    # Section 2: the order of campaigns is not documented; we take that of groups and segments, the newest first.
    return listing(asked, world.collection(CAMPAIGNS).all()[::-1], "/v1/campaigns")


def _metrics(asked: Asked, world: World) -> Answer:
    # 3.1.5: only an observer reports this 400. Nothing is delivered here, so nothing is counted either.
    if _found(asked, world)["status"] != "Sent":
        raise Problem("invalid", "The campaign has not been sent.")
    return Answer(body=dict.fromkeys(_COUNTERS, 0))


def _found(asked: Asked, world: World) -> dict[str, Any]:
    return found(world, CAMPAIGNS, asked.path["campaignId"], "Campaign not found.")


def _check_state(status: str, body: Mapping[str, Any]) -> None:
    # A2: no source says what a campaign takes that is Scheduled or Sending; here it takes nothing.
    if status == "Draft" or (status == "Sent" and set(body) <= _OPEN_WHEN_SENT):
        return
    raise Problem("conflict", f"The campaign is not a draft, but {status}.")


def _check_references(body: Mapping[str, Any], world: World) -> None:
    # A10: an unknown group is a bad request, an unknown list or segment is not found.
    group = body.get("campaignGroupId")
    if group is not None and world.collection(GROUPS).get(group) is None:
        raise Problem("invalid", "Group not found.")
    if body.get("mailingListId") is not None:
        found(world, LISTS, body["mailingListId"], "Mailing list not found.")
    if body.get("audienceSegmentId") is not None:
        found(world, SEGMENTS, body["audienceSegmentId"], "Audience segment not found.")


def _cleared(body: Mapping[str, Any]) -> dict[str, None]:
    """Give what the other half of the audience becomes when one half is set alone (A3, the rule of 1.20.0)."""
    # Whether null, which removes one half, takes the other along is not documented; here it does not.
    if body.get("audienceSegmentId") is not None:
        return {"audienceFilter": None}
    if body.get("audienceFilter") is not None:
        return {"audienceSegmentId": None}
    return {}


def _scheduling(given: Mapping[str, Any], world: World) -> dict[str, Any]:
    if given["method"] == "now":
        return {"method": "now", "timestamp": None}
    moment = moment_of(given["timestamp"])
    if moment is None or moment <= world.moment():
        raise Problem("invalid", "The time is not in the future.")
    return {"method": "schedule", "timestamp": written(moment)}  # section 2: answers are in UTC with milliseconds


HANDLERS: Mapping[str, Handler] = {
    "createCampaign": _create,
    "updateCampaign": _update,
    "getCampaign": _get,
    "listCampaigns": _list,
    "getCampaignMetrics": _metrics,
}
