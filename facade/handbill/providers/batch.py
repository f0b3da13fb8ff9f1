"""Batch: orchestrations.  An update overwrites the whole campaign, and one without targeting goes to everyone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias, TypedDict

import handbill_batch
from handbill_batch import AsyncBatch, Batch, models

from ..adapter import Adapter, Ask, Fields, merged, picked, plain
from ..capabilities import Capabilities, row
from ..errors import Reading, Unexpected, Unsupported
from ..model import UNKNOWN, Campaign, SendAt, Stats, Status, Variant
from ..plans import Answers, Script

Client: TypeAlias = Batch | AsyncBatch
Raw: TypeAlias = models.Orchestration | models.CampaignCreated | None


class Native(TypedDict, total=False):
    """The arguments of Batch that the campaign model has no words for."""

    labels: list[str]
    messages: list[models.Message]


_NONE = "a campaign of Batch has no such field"
_WHOLE = "the whole campaign is sent again"
_TWO = "the time is a moment, or with recipient_local an hour"

TABLE = Capabilities.of(
    "batch",
    row("create", "native", "createCampaign"),
    row("get", "emulated", "listOrchestrations", "found in the list, which tells name, state and times alone"),
    row("list", "native", "listOrchestrations"),
    row("update", "lossy", "updateCampaign", "the whole campaign is sent again, and left in DRAFT: start it anew"),
    row("schedule start resume", "emulated", "updateCampaign", _WHOLE),
    row("pause", "unverified", "updateCampaign", "whether a running campaign that is not recurrent can be stopped"),
    row("cancel", "unsupported", "info", "no documented call ends a campaign; delete it"),
    row("delete", "native", "deleteCampaign"),
    row("stats", "lossy", "getOrchestrationStats", "the days of six months at most, added up"),
    row("name", "native", "Campaign.name", also="reads"),
    row("content.subject content.html", "native", "EmailMessage", also="clears"),
    row("content.variants", "native", "EmailMessage.languages", also="clears"),
    row("content.preview_text content.template_id content.steps", "unsupported", "EmailMessage", _NONE),
    row("audience.filter", "native", "Targeting.query", also="clears"),
    row("audience.languages", "native", "Targeting.languages", also="clears"),
    row("audience.regions", "native", "Targeting.regions", also="clears"),
    row("audience.everyone", "native", "Campaign.targeting"),
    row("audience.lists audience.exclude_lists audience.segment", "unsupported", "Targeting", _NONE),
    row("schedule.send_now schedule.send_at", "native", "When.start_time", also="reads"),
    row("schedule.send_at.recipient_local", "native", "When.local_time"),
    row("schedule.send_at.timezone", "unsupported", "When", _TWO),
    row("schedule.window schedule.window.timezone schedule.window.days", "unsupported", "When", _NONE),
    row("schedule.gradual", "unsupported", "When", _NONE),
    row("sender.identity_id", "native", "EmailMessage.sender_identity_id", also="clears"),
    row("sender.reply_to", "native", "EmailMessage.reply_to", also="clears"),
    row("sender.email sender.name sender.mailboxes", "unsupported", "EmailMessage", "give sender.identity_id"),
    row("tracking.opens tracking.clicks throttle.day", "unsupported", "Campaign", _NONE),
    row("throttle.minute", "native", "Campaign.send_rate", also="clears"),
)

_MESSAGE = {
    "content.subject": "subject",
    "content.html": "html",
    "sender.identity_id": "sender_identity_id",
    "sender.reply_to": "reply_to.email_address",
}
_TARGETING = {"audience.filter": "query", "audience.languages": "languages", "audience.regions": "regions"}
_COUNTS = {
    "sent": "sent",
    "delivered": "delivered",
    "opened": "unique_open",
    "clicked": "unique_click",
    "bounced": "total_bounce",
    "unsubscribed": "unsubscribe",
    "spam_reports": "spam",
}
_LONGEST = timedelta(days=180)  # of at most six months


class BatchAdapter(Adapter[Client, Raw]):
    """Campaigns of Batch."""

    table = TABLE
    reading = Reading(
        provider="batch",
        package=handbill_batch,
        # With one of these a 404 says that the route is gone, and nothing of the campaign.
        failures={(404, "20"): Unexpected, (404, "ROUTE_NOT_FOUND"): Unexpected},
        code_at=(("error_code",),),
        pause=5.0,
    )
    clients = (Batch, AsyncBatch)
    statuses = {
        "draft": Status.DRAFT,
        "running": Status.RUNNING,
        "stopped": Status.PAUSED,
        "completed": Status.FINISHED,
    }
    native = frozenset(Native.__annotations__)
    sends = frozenset({"state", "when"})
    overwrites = True
    same = {"name": "name"}

    def create(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Create the campaign as a draft."""
        body = _body(ask.given, ask.native, state="DRAFT")
        return self.one(
            "create the campaign",
            lambda c, _: c.campaigns.create(body=models.Campaign.model_validate(body)),
            made=lambda answer: self.read(answer).id,
            reaches=_reaches(ask.given),
        )

    def get(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Look for it in the list."""
        return self.one(
            "find it in the list",
            lambda c, _: c.orchestrations.list(limit=100),
            writes=False,
            finds=lambda found: found.id == ask.id,
        )

    def list(self, ask: Ask) -> Script[Any]:
        """List the orchestrations that are campaigns."""
        return self.one(
            "list campaigns",
            lambda c, _: c.orchestrations.list(limit=100),
            writes=False,
            finds=lambda found: found.type in ("campaign", "recurring"),
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
        return self.one("delete it", lambda c, _: c.campaigns.delete(id=ask.id), result=lambda got: None)

    def stats(self, ask: Ask) -> Script[Stats[models.OrchestrationStats]]:
        """Add up the days."""
        last = ask.until or datetime.now(UTC).date()
        first = ask.since or last - _LONGEST

        def result(got: Answers) -> Stats[models.OrchestrationStats]:
            days = plain(got[0]).get("details") or ()
            total = {name: sum(int(day.get(name) or 0) for day in days) for name in _COUNTS.values()}
            return replace(self.counts(ask, got[0], total, _COUNTS), since=first, until=last)

        return self.one(
            "read the statistics",
            lambda c, _: c.orchestrations.get_stats(orchestration_id=ask.id, from_=first, to=last),
            writes=False,
            result=result,
        )

    def told(self, seen: Fields) -> dict[str, Any]:
        """Give the fields that a campaign tells."""
        start, made, changed = (_moment(seen.get(f"{name}_{at}")) for name, at in _TIMES)
        times = {"created_at": made, "updated_at": changed, "schedule": SendAt(start) if start else UNKNOWN}
        return {**super().told(seen), **times}

    def _overwrite(self, ask: Ask, change: Fields, *, state: str) -> Script[Campaign[Raw]]:
        whole = _changed(ask.base, change)
        body = {"id": ask.id, "campaign": _body(whole, ask.native, state=state)}
        return self.one(
            "overwrite the campaign",
            lambda c, _: c.campaigns.update(body=models.CampaignUpdate.model_validate(body)),
            result=lambda got: replace(self.read(None), id=ask.id),
            needs=(
                "the campaign is a draft or stopped, or it is recurrent",
                "base and native are all of it: what they do not name, such as labels, is gone",
            ),
            reaches=_reaches(whole),
            may_send=state == "RUNNING",
        )


_TIMES = (("start", "time"), ("created", "date"), ("updated", "date"))


def _changed(base: Fields, change: Fields) -> Fields:
    """Give the whole campaign after a change: what is None is left out of it, and one schedule replaces another."""
    anew = any(name.startswith("schedule.") for name in change)
    kept = {name: value for name, value in base.items() if not (anew and name.startswith("schedule."))}
    return {name: value for name, value in {**kept, **change}.items() if value is not None}


def _body(given: Fields, native: Fields, *, state: str) -> dict[str, Any]:
    # A start time is required even of a draft, for which it does not count: starting it sends another.
    at: SendAt | None = given.get("schedule.send_at")
    when = {"start_time": at.at, "local_time": at.recipient_local} if at else {"start_time": "now"}
    body = {**picked(given, {"name": "name", "throttle.minute": "send_rate"}), "state": state, "when": when}
    message = picked(given, _MESSAGE)
    variants: tuple[Variant, ...] = given.get("content.variants", ())
    if variants:
        message["languages"] = [{"language": v.language, "subject": v.subject, "html": v.html} for v in variants]
    if message:
        body["messages"] = [{"channel_type": "email", **message}]
    return merged({**body, **_targeting(given)}, native)


def _targeting(given: Fields) -> dict[str, Any]:
    """Give the targeting, which only `everyone` leaves out."""
    targeting = {name: value for name, value in picked(given, _TARGETING).items() if value}
    everyone = given.get("audience.everyone") is True
    if targeting and everyone:
        raise Unsupported("batch", "audience", "it is everyone, and a choice of some; clear one of the two")
    if not targeting and not everyone:
        reason = "without targeting it goes to the whole user base; say Audience(everyone=True) if that is meant"
        raise Unsupported("batch", "audience", reason)
    return {"targeting": targeting} if targeting else {}


def _reaches(given: Fields) -> tuple[str, ...]:
    if given.get("audience.everyone") is True:
        return ("the whole user base of the project",)
    return (f"the users that {', '.join(name for name in _TARGETING if given.get(name))} chooses",)


def _moment(text: str | None) -> Any:
    """Read a time; those of the list have no zone, and are taken for UTC."""
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return UNKNOWN
    return found if found.tzinfo else found.replace(tzinfo=UTC)


ADAPTER = BatchAdapter()
