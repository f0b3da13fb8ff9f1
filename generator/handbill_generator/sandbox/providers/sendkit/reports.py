"""The figures of SendKit's campaigns: nothing is sent here, so they are zeros in the right places.

In: requests for analytics.  Out: answers.
Never: mixes up the two reports on a campaign, which have different names for the same things (A20).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from handbill_generator.sandbox.model import Answer, Asked, Handler, World
from handbill_generator.sandbox.providers.moments import days
from handbill_generator.sandbox.providers.sendkit.answers import no_figures, success
from handbill_generator.sandbox.providers.sendkit.leads import leads_of
from handbill_generator.sandbox.providers.sendkit.sequences import is_active
from handbill_generator.sandbox.providers.stored import CAMPAIGNS, found, picked

_BREAKDOWN = ("active", "completed", "bounced", "unsubscribed", "replied", "removed")
_REPORT_BREAKDOWN = ("active", "completed", "paused", "bounced", "removed")
_DAILY = ("sent", "opened", "clicked", "bounced", "replied", "positiveReplied")


def _analytics(asked: Asked, world: World) -> Answer:
    campaign = _found(asked, world)
    return success(
        {
            "campaign": {**_head(campaign), "startedAt": campaign["startedAt"]},
            "stats": no_figures(),
            "bySequence": _split(),
            "stepAnalytics": [],
            "subsequences": [_subsequence(one) for one in campaign["subsequences"]],
            "statusBreakdown": _breakdown(campaign, _BREAKDOWN, world),
            "totalReplied": 0,
        }
    )


def _report(asked: Asked, world: World) -> Answer:
    campaign = _found(asked, world)
    counts = [{"addedCount": one["added"], "currentlyEnrolled": 0} for one in campaign["subsequences"]]
    return success(
        {
            "campaign": _head(campaign),
            "stats": no_figures(),
            "bySequence": _split(),
            "stepStats": [],
            "subsequences": [{"stats": {}, "stepStats": [], **one} for one in counts],
            "statusBreakdown": _breakdown(campaign, _REPORT_BREAKDOWN, world),
            "totalReplied": 0,
        }
    )


def _daily(asked: Asked, world: World) -> Answer:
    campaign = _found(asked, world)
    today = world.moment().date()
    first = date.fromisoformat(asked.query.get("from", (today - timedelta(days=30)).isoformat()))
    last = date.fromisoformat(asked.query.get("to", today.isoformat()))
    # Whether there are entries for days without sends is not documented; here there is none outside of its life.
    born = date.fromisoformat(campaign["createdAt"][:10])
    zeros = dict.fromkeys(_DAILY, 0)
    return success([{"_id": day.isoformat(), **zeros} for day in days(max(first, born), min(last, today))])


def _found(asked: Asked, world: World) -> dict[str, Any]:
    return found(world, CAMPAIGNS, asked.path["campaignId"], "Campaign not found")


def _head(campaign: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": campaign["_id"], **picked(campaign, ("name", "status"))}


def _split() -> dict[str, dict[str, int]]:
    return {part: dict.fromkeys(("sent", "opened", "clicked", "bounced"), 0) for part in ("main", "subsequence")}


def _subsequence(stored: Mapping[str, Any]) -> dict[str, Any]:
    body = stored["body"]
    trigger = {"trigger": picked(body["trigger"], ("type", "value"))} if "trigger" in body else {}
    return {
        "id": stored["_id"],
        **({"name": body["name"]} if isinstance(body.get("name"), str) else {}),
        **trigger,
        "enabled": body.get("enabled") is not False,
        "archived": not is_active(body),
        "addedCount": stored["added"],
        "currentlyEnrolled": 0,
        "stats": {"sent": stored["sent"], "opened": 0},
    }


def _breakdown(campaign: Mapping[str, Any], statuses: tuple[str, ...], world: World) -> dict[str, int]:
    counts = Counter(one["status"] for one in leads_of(campaign["_id"], world))
    return {status: counts[status] for status in statuses}


HANDLERS: Mapping[str, Handler] = {
    "getCampaignAnalytics": _analytics,
    "getPerCampaignAnalytics": _report,
    "getDailyCampaignAnalytics": _daily,
}
