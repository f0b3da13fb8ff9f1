"""How AutoSend words its answers: errors, headers of rate limits, and campaigns in full or in short.

In: a `Problem`, an `Allowance`, or a stored campaign.  Out: what goes over the wire.
Never: stores, or shows a field that neither the caller nor an example gave a value.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Any

from handbill_generator.sandbox.model import Allowance, Answer, Kind, Limit, Problem, World
from handbill_generator.sandbox.providers.autosend.recipients import recipients
from handbill_generator.sandbox.providers.autosend.templates import template_of
from handbill_generator.sandbox.providers.paging import Stored
from handbill_generator.sandbox.providers.stored import STATUSES, picked

LIMITS = (Limit(requests=2, seconds=1),)

CAMPAIGN_NOT_FOUND = "CAMPAIGN_NOT_FOUND"
ONLY_DRAFTS = "ONLY_DRAFT_CAMPAIGNS_CAN_BE_DELETED"

# Of conflict, no_method and down no code is documented; then the envelope without one (E5) remains.
_CODES: Mapping[Kind, str] = {
    "invalid": "VALIDATION_FAILED",
    "unauthorized": "UNAUTHORIZED",
    "forbidden": "FORBIDDEN",
    "not_found": "NOT_FOUND",
    "no_route": "NOT_FOUND",
    "too_many": "RATE_LIMIT_EXCEEDED",
    "failed": "SERVER_ERROR",
}

_SUMMARY = tuple("id name subject previewText status sendMode trackingClick trackingOpen createdAt updatedAt".split())
_CREATED = (
    *_SUMMARY,
    *"from replyTo templateId sendNow sendToGlobalList scheduledAt timezone unsubscribeGroupId".split(),
)
_EVENTS = tuple("sentAt pausedAt pausedReason resumedAt abortedAt failureReason".split())
_COUNTERS = tuple(
    """
    sent delivered opened suppressed clicked bounced unsubscribed spamReported processedCount totalContacts failedCount
    """.split()
)
_OWNERS = {
    "projectId": "68c7e05a0bd5787257e6ee3b",
    "organizationId": "68c7e05a0bd5787257e6ee38",
    "createdBy": "68c7e05a0bd5787257e7ec99",
}


def problem(problem: Problem) -> Answer:
    """Put *problem* into the nested envelope, E1 of section 2.1, or E2 where a deletion is refused."""
    # A wrong state is a bad request to AutoSend (3.5); no page has a 409.
    status = 400 if problem.kind == "conflict" else STATUSES[problem.kind]
    error: dict[str, Any] = {"message": problem.message}
    if code := problem.code or _CODES.get(problem.kind):
        error["code"] = code
    if code in (CAMPAIGN_NOT_FOUND, ONLY_DRAFTS):
        error["status"] = status
    if problem.fields:
        error["details"] = [{"field": field, "message": message} for field, message in problem.fields]
    body: dict[str, Any] = {"success": False, "error": error}
    if problem.kind == "too_many":  # whether it stands here or in `error` is not documented (section 2)
        body["retryAfter"] = max(1, ceil(problem.retry_after))
    return Answer(status=status, body=body)


def limit_headers(allowance: Allowance) -> Mapping[str, str]:
    """Tell what is left of a limit; the moment of the reset is in Unix seconds."""
    return {
        "X-RateLimit-Limit": str(allowance.limit.requests),
        "X-RateLimit-Remaining": str(allowance.remaining),
        "X-RateLimit-Reset": str(ceil(allowance.reset.timestamp())),
    }


def summary(campaign: Stored) -> dict[str, Any]:
    """Give a campaign as update, pause, resume and abort show it."""
    return picked(campaign, _SUMMARY)


def item(campaign: Stored, world: World) -> dict[str, Any]:
    """Give a campaign as the listing shows it: counters only once it has been sent (3.1)."""
    sent = {"metrics": _metrics(campaign, world), "sentAt": campaign["sentAt"]} if campaign["status"] == "sent" else {}
    return {**summary(campaign), **sent}


def created(campaign: Stored, world: World) -> dict[str, Any]:
    """Give a campaign as create shows it."""
    return {
        **picked(campaign, _CREATED),
        "toLists": recipients(campaign.get("toLists", []), world),
        "excludeLists": recipients(campaign.get("excludeLists", []), world),
        "metrics": _metrics(campaign, world),
        "source": "api",
    }


def full(campaign: Stored, world: World) -> dict[str, Any]:
    """Give a campaign as get shows it."""
    template = template_of(campaign, world)
    return {
        **_OWNERS,
        "unsubscribeGroupId": None,
        "scheduledAt": None,
        **created(campaign, world),
        **dict.fromkeys(("pausedAt", "pausedReason", "resumedAt", "abortedAt", "failureReason")),
        **picked(campaign, _EVENTS),
        **({"template": {**template, "projectId": _OWNERS["projectId"]}} if template else {}),
        "thresholdPreset": "balanced",
    }


def _metrics(campaign: Stored, world: World) -> dict[str, int]:
    """Count a sent campaign as delivered to all contacts of its lists, and opened by nobody."""
    counters: dict[str, int] = dict.fromkeys(_COUNTERS, 0)
    if campaign["status"] == "sent":
        reached = sum(one["contactCount"] for one in recipients(campaign.get("toLists", []), world))
        counters |= dict.fromkeys(("sent", "delivered", "processedCount", "totalContacts"), reached)
    return counters
