"""How SendKit words its answers: errors, pages, and the parts of a campaign that each operation shows.

In: a `Problem`, the objects of a listing, or a stored campaign.  Out: what goes over the wire.
Never: shows the subsequences of a campaign, which no response is documented to hold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import ceil
from typing import Any

from handbill_generator.sandbox.model import Answer, Asked, Kind, Problem
from handbill_generator.sandbox.providers.paging import Stored, page_after
from handbill_generator.sandbox.providers.stored import STATUSES, picked

# Section 2.2 documents NOT_FOUND and two codes that rules give; the contract leaves the set open, and requires one.
_CODES: Mapping[Kind, str] = {
    "invalid": "VALIDATION_ERROR",
    "unauthorized": "UNAUTHORIZED",
    "forbidden": "FORBIDDEN",
    "not_found": "NOT_FOUND",
    "conflict": "CONFLICT",
    "no_route": "NOT_FOUND",
    "no_method": "METHOD_NOT_ALLOWED",
    "too_many": "RATE_LIMITED",
    "failed": "INTERNAL_ERROR",
    "down": "SERVICE_UNAVAILABLE",
}

_OWNERS = {"userId": "664f0a1b2c3d4e5f6a7b8c9d", "workspaceId": "664f0a1b2c3d4e5f6a7b8c9e"}
_SCHEDULE = ("timezone", "startTime", "endTime", "workingDays")
_FIGURES = ("sent", "delivered", "opened", "clicked", "replied", "bounced", "unsubscribed")
_MATCHING = ("espMatchingMode", "segCheckMode", "segSkipProviders")
_SETTINGS = (
    *("trackOpens", "trackClicks", "stopOnReply", "includeUnsubscribeLink", "emailIntervalMinutes"),
    *_MATCHING,
)
"""The settings that a response has a property for; it holds them beside the name, not below `settings` (A3)."""


def problem(problem: Problem) -> Answer:
    """Put *problem* into the envelope EA of section 2.1; a third party has seen the header of a 429."""
    error = {"code": problem.code or _CODES[problem.kind], "message": problem.message}
    waiting = {"Retry-After": str(max(1, ceil(problem.retry_after)))} if problem.kind == "too_many" else {}
    return Answer(status=STATUSES[problem.kind], body={"success": False, "error": error}, headers=waiting)


def success(value: Any) -> Answer:
    """Give the envelope of a success."""
    return Answer(body={"success": True, "data": value})


def listing(
    asked: Asked,
    stored: Sequence[Stored],
    *,
    keep: Callable[[Stored], bool],
    show: Callable[[Stored], Mapping[str, Any]],
) -> Answer:
    """Give one page of objects, each as *show* gives it; section 2 calls 25 the likely default of the limit."""
    size = asked.query.get("limit", 25)
    page = page_after(asked.query.get("cursor"), stored, size=size, id="_id", keep=keep)
    pagination = {
        "limit": size,
        "total": page.total,
        "hasMore": page.more,
        # The example has a cursor on the last page too (A16): only hasMore ends a listing.
        "nextCursor": page.items[-1]["_id"] if page.items else None,
    }
    return Answer(body={"success": True, "data": [show(one) for one in page.items], "pagination": pagination})


def created(campaign: Stored) -> dict[str, Any]:
    """Give a campaign as create shows it."""
    head = picked(campaign, ("_id", "name", "status"))
    return {**head, **_OWNERS, **picked(campaign, ("mailboxes", "sequence"))}


def updated(campaign: Stored) -> dict[str, Any]:
    """Give a campaign as update shows it."""
    return {
        **picked(campaign, ("_id", "name", "status", "sequence")),
        **_schedule(campaign),
        **picked(campaign["settings"], _MATCHING),
        **picked(campaign, ("createdAt", "updatedAt")),
    }


def full(campaign: Stored, leads: Sequence[Stored]) -> dict[str, Any]:
    """Give a campaign as get shows it, with the numbers of its *leads*."""
    active = sum(lead["status"] == "active" for lead in leads)
    return {
        **picked(campaign, ("_id", "name")),
        **_OWNERS,
        **picked(campaign, ("status", "sequence")),
        "mailboxCount": len(campaign["mailboxes"]),
        "mailboxRotation": "round-robin",
        **_schedule(campaign),
        **picked(campaign["settings"], _SETTINGS),
        "stats": no_figures(),
        "leadCounts": {"total": len(leads), "active": active},
        **picked(campaign, ("startedAt", "completedAt", "createdAt", "updatedAt")),
    }


def item(campaign: Stored, leads: int) -> dict[str, Any]:
    """Give a campaign as the listing shows it, with the number of its *leads*."""
    figures = {"totalLeads": leads, **dict.fromkeys(("contacted", "contactedLeads", "totalEmailsSent"), 0)}
    return {**picked(campaign, ("_id", "name", "status")), "stats": figures}


def no_figures() -> dict[str, int]:
    """Give the figures of a campaign that has sent nothing."""
    return dict.fromkeys(_FIGURES, 0)


def _schedule(campaign: Stored) -> dict[str, Any]:
    """Give the schedule under the name that responses have for it (A1); there is none before one was sent."""
    schedule = picked(campaign["schedule"], _SCHEDULE)
    return {"sendingSchedule": schedule} if schedule else {}
