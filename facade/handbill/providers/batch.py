"""Batch: orchestrations.  An update overwrites the whole campaign, and one without targeting goes to everyone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias, TypedDict

import handbill_batch
from handbill_batch import AsyncBatch, Batch, models

from .. import adapter
from ..adapter import Adapter, Ask, Fields, merged, moment, statuses_of
from ..capabilities import Capabilities
from ..errors import Reading, Unexpected, Unsupported
from ..model import UNKNOWN, Campaign, SendAt, Stats, Variant
from ..plans import Script

Client: TypeAlias = Batch | AsyncBatch
Raw: TypeAlias = models.Orchestration | models.CampaignCreated | None


class Options(adapter.Options, total=False):
    """How to call, with the credentials of Batch."""

    project_key: str | None


class Native(TypedDict, total=False):
    """The arguments of Batch that the campaign model has no words for."""

    labels: list[str]
    messages: list[models.Message]


_REACHED = {"sent": "sent", "delivered": "delivered", "opened": "unique_open", "clicked": "unique_click"}
_LOST = {"bounced": "total_bounce", "unsubscribed": "unsubscribe", "spam_reports": "spam"}
_TIMES = ("start_time", "created_date", "updated_date")
_LONGEST = timedelta(days=180)  # of at most six months


class BatchAdapter(Adapter[Client, Raw]):
    """Campaigns of Batch."""

    table = Capabilities.of("batch")
    reading = Reading(
        provider="batch",
        package=handbill_batch,
        # With one of these a 404 says that the route is gone, and nothing of the campaign.
        failures={(404, "20"): Unexpected, (404, "ROUTE_NOT_FOUND"): Unexpected},
        code_at=(("error_code",),),
        pause=5.0,
    )
    clients = (Batch, AsyncBatch)
    statuses = statuses_of(draft="draft", running="running", paused="stopped", finished="completed")
    native = frozenset(Native.__annotations__)
    sends = frozenset({"state", "when"})
    overwrites = True
    by_day = True

    def create(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Create the campaign as a draft."""
        body = self._body(ask.given, ask.native, state="DRAFT")
        return self.writes(
            "create the campaign",
            lambda c, _: c.campaigns.create(body=models.Campaign.model_validate(body)),
            made=lambda answer: self.read(answer).id,
            reaches=_reaches(ask.given),
        )

    def get(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Look for it in the list."""
        return self.reads(
            "find it in the list",
            lambda c, _: c.orchestrations.list(limit=100),
            finds=lambda found: found.id == ask.id,
        )

    def list(self, ask: Ask) -> Script[Any]:
        """List the orchestrations that are campaigns, and not automations."""
        return self.reads(
            "list campaigns",
            lambda c, _: c.orchestrations.list(limit=100),
            items="orchestrations",
            finds=lambda found: found.type != "trigger",
        )

    def update(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Send the whole campaign with the change, as a draft."""
        return self._overwrite(ask, ask.given, state="DRAFT")

    def schedule(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Send the whole campaign with the time, to run."""
        return self._overwrite(ask, ask.given, state="RUNNING")

    def start(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Send the whole campaign, to run now."""
        return self._overwrite(ask, {"schedule.send_now": True}, state="RUNNING")

    def resume(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Send the whole campaign, to run again."""
        if "schedule.send_at" not in ask.base:
            raise Unsupported("batch", "resume", "the start time is part of the whole campaign; give base.schedule")
        return self._overwrite(ask, {}, state="RUNNING")

    def delete(self, ask: Ask) -> Script[None]:
        """Delete it."""
        return self.writes("delete it", lambda c, _: c.campaigns.delete(id=ask.id), result=lambda got: None)

    def stats(self, ask: Ask) -> Script[Stats[models.OrchestrationStats]]:
        """Add up the days."""
        today = datetime.now(UTC).date()
        first, last = ask.since or today - _LONGEST, ask.until or today
        days, names = replace(ask, since=first, until=last), {**_REACHED, **_LOST}
        return self.reads(
            "read the statistics",
            lambda c, _: c.orchestrations.get_stats(orchestration_id=ask.id, from_=first, to=last),
            result=lambda got: self.counts(days, got[0], names, at="details"),
        )

    def told(self, seen: Fields) -> dict[str, Any]:
        """Give the fields that a campaign tells."""
        start, made, changed = (moment(seen.get(name, UNKNOWN)) for name in _TIMES)
        times = {"created_at": made, "updated_at": changed, "schedule": SendAt(start) if start else UNKNOWN}
        return {**super().told(seen), **times}

    def _body(self, given: Fields, native: Fields, *, state: str) -> dict[str, Any]:
        body = self.body(given)
        message, targeting = body.pop("message", {}), body.get("targeting", {})
        at: SendAt | None = given.get("schedule.send_at")
        when = {"start_time": at.at} if at else {"start_time": "now"} if "schedule.send_now" in given else {}
        variants: tuple[Variant, ...] = given.get("content.variants", ())
        if variants:
            message["languages"] = [{"language": v.language, "subject": v.subject, "html": v.html} for v in variants]
        everyone = given.get("audience.everyone") is True
        if targeting and everyone:
            raise Unsupported(
                "batch", "audience", "it is everyone, and a choice of some; clear one of the two, such as everyone=None"
            )
        if not targeting and not everyone:
            reason = "without targeting it goes to the whole user base; say Audience(everyone=True) if that is meant"
            raise Unsupported("batch", "audience", reason)
        messages = {"messages": [{"channel_type": "email", **message}]} if message else {}
        return merged({**body, **messages, "state": state, "when": when}, native)

    def _overwrite(self, ask: Ask, change: Fields, *, state: str) -> Script[Campaign[Raw]]:
        whole = _changed(ask.base, change)
        body = {"id": ask.id, "campaign": self._body(whole, ask.native, state=state)}
        return self.writes(
            "overwrite the campaign",
            lambda c, _: c.campaigns.update(body=models.CampaignUpdate.model_validate(body)),
            result=lambda got: self.read(None),
            needs=(
                "the campaign is a draft or stopped, or it is recurrent",
                "base and native are all of it: what they do not name, such as labels, is gone",
            ),
            reaches=_reaches(whole),
            may_send=state == "RUNNING",
        )


def _changed(base: Fields, change: Fields) -> Fields:
    """Give the whole campaign after a change: what is None is left out of it, and one schedule replaces another."""
    anew = any(name.startswith("schedule.") for name in change)
    kept = {name: value for name, value in base.items() if not (anew and name.startswith("schedule."))}
    return {name: value for name, value in {**kept, **change}.items() if value is not None}


def _reaches(given: Fields) -> tuple[str, ...]:
    if given.get("audience.everyone") is True:
        return ("the whole user base of the project",)
    chosen = (name for name, value in given.items() if name.startswith("audience.") and value)
    return (f"the users that {', '.join(chosen)} chooses",)


ADAPTER = BatchAdapter()
