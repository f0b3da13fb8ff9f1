"""Campaigns of AutoSend.

In: requests for campaigns.  Out: answers; a campaign is stored as the fields that its caller has named, and its state.
Never: sends, or lets time pass; what is scheduled stays so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handbill_generator.sandbox.model import Answer, Asked, Handler, Problem, World
from handbill_generator.sandbox.providers.autosend.answers import (
    CAMPAIGN_NOT_FOUND,
    ONLY_DRAFTS,
    created,
    full,
    item,
    summary,
)
from handbill_generator.sandbox.providers.autosend.templates import with_content
from handbill_generator.sandbox.providers.paging import count_of_pages, page_at
from handbill_generator.sandbox.providers.stored import CAMPAIGNS, HEXADECIMAL, found, moved, picked

STATUSES = ("draft", "scheduled", "sending", "sending_gradual", "paused", "sent", "aborted")

# `publish` and `htmlTemplate` are not kept under their names; what else a body holds is not a field of a campaign.
_KEPT = tuple(
    """
    name subject previewText from fromSenderId replyTo templateId toLists excludeLists unsubscribeGroupId sendNow
    scheduledAt sendToGlobalList trackingClick trackingOpen sendMode gradualStrategy dailyBatchSize timezone
    """.split()
)

# 3.6 to 3.8: what a campaign in another state gets is not documented, nor whether a scheduled one counts as running.
_PAUSABLE = ("scheduled", "sending", "sending_gradual")
_ABORTABLE = (*_PAUSABLE, "paused")
_EVENTS = {"sent": "sentAt", "paused": "pausedAt", "aborted": "abortedAt"}


def _create(asked: Asked, world: World) -> Answer:
    now = world.now()
    blank = {"id": world.new_id(HEXADECIMAL, 24), "status": "draft", "sendNow": False, "sendToGlobalList": False}
    campaign = _changed({**blank, "createdAt": now}, asked.body, world)
    # 3.2: the number of the status is not visible; other creates of AutoSend answer 201.
    return Answer(status=201, body={"success": True, "data": created(campaign, world)})


def _update(asked: Asked, world: World) -> Answer:
    # 3.4: which states an update is open to is not documented; here it is to all.
    return _short(_changed(_found(asked, world), asked.body, world))


def _get(asked: Asked, world: World) -> Answer:
    return Answer(body={"success": True, "data": full(_found(asked, world), world)})


def _list(asked: Asked, world: World) -> Answer:
    # 3.1: neither order, defaults nor limits are documented: the example has the newest first and a limit of 20.
    number, size = (max(1, asked.query.get(name, usual)) for name, usual in (("page", 1), ("limit", 20)))
    newest_first = world.collection(CAMPAIGNS).all()[::-1]
    status = asked.query.get("status")
    matching = [one for one in newest_first if status in (None, one["status"])]
    page = page_at(number, matching, size=size)
    pages = count_of_pages(page.total, size)
    pagination = {"page": number, "limit": size, "total": page.total, "totalPages": pages}
    campaigns = [item(one, world) for one in page.items]
    return Answer(body={"success": True, "data": {"campaigns": campaigns, "pagination": pagination}})


def _delete(asked: Asked, world: World) -> Answer:
    campaign = _found(asked, world)
    if campaign["status"] != "draft":
        raise Problem("conflict", "Only draft campaigns can be deleted", code=ONLY_DRAFTS)
    world.collection(CAMPAIGNS).remove(campaign["id"])
    return Answer(body={"success": True, "data": {"id": campaign["id"], "deleted": True}})


def _pause(asked: Asked, world: World) -> Answer:
    return _short(_stepped(_found(asked, world), "paused", _PAUSABLE, world))


def _resume(asked: Asked, world: World) -> Answer:
    campaign = _found(asked, world)
    status = "sending_gradual" if campaign.get("sendMode") == "gradual" else "sending"
    return _short(_stepped({**campaign, "resumedAt": world.now()}, status, ("paused",), world))


def _abort(asked: Asked, world: World) -> Answer:
    return _short(_stepped(_found(asked, world), "aborted", _ABORTABLE, world))


def move(world: World, id: str, status: str) -> None:
    """Put a campaign into another status."""
    _put(_marked(moved(world, id, status, STATUSES), world), world)


def _changed(campaign: Mapping[str, Any], body: Mapping[str, Any], world: World) -> dict[str, Any]:
    """Store *campaign* with the fields of *body* in the place of its own, each of them as a whole.

    Whether `from` is merged and arrays are is not documented (3.4).  Nor is what `publish` and `sendNow` do alone or
    together with the other fields; each of them can send mail, so a draft with either is a draft no more.
    """
    named = {**campaign, **picked(body, _KEPT), "updatedAt": world.now()}
    changed = with_content(named, body.get("htmlTemplate"), world)
    if campaign["status"] == "draft" and (body.get("publish") or body.get("sendNow")):
        changed["status"] = "scheduled"
    return _put(changed, world)


def _stepped(campaign: Mapping[str, Any], status: str, sources: tuple[str, ...], world: World) -> dict[str, Any]:
    if campaign["status"] not in sources:
        raise Problem("conflict", f"A campaign that is {campaign['status']} cannot become {status}")
    return _put(_marked({**campaign, "status": status, "updatedAt": world.now()}, world), world)


def _marked(campaign: Mapping[str, Any], world: World) -> dict[str, Any]:
    """Note when the campaign came into its status, where get tells of that."""
    event = _EVENTS.get(campaign["status"])
    return {**campaign, **({event: world.now()} if event else {})}


def _found(asked: Asked, world: World) -> dict[str, Any]:
    return found(world, CAMPAIGNS, asked.path["campaignId"], "Campaign not found", code=CAMPAIGN_NOT_FOUND)


def _put(campaign: dict[str, Any], world: World) -> dict[str, Any]:
    world.collection(CAMPAIGNS).put(campaign["id"], campaign)
    return campaign


def _short(campaign: Mapping[str, Any]) -> Answer:
    return Answer(body={"success": True, "data": summary(campaign)})


HANDLERS: Mapping[str, Handler] = {
    "createCampaign": _create,
    "updateCampaign": _update,
    "getCampaign": _get,
    "listCampaigns": _list,
    "deleteCampaign": _delete,
    "pauseCampaign": _pause,
    "resumeCampaign": _resume,
    "abortCampaign": _abort,
}
