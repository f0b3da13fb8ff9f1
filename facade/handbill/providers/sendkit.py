"""SendKit: sequences to leads.  Schedule and settings merge; a sequence is replaced whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any, TypeAlias, TypedDict

import handbill_sendkit
from handbill_sendkit import AsyncSendKit, SendKit, models

from ..adapter import Adapter, Ask, Fields, merged, picked, plain, told
from ..capabilities import Capabilities, row
from ..errors import NotEditable, Reading, Unsupported
from ..model import UNKNOWN, Campaign, Email, Stats, Status, Wait, Window
from ..plans import Answers, Script, Step

Client: TypeAlias = SendKit | AsyncSendKit
Raw: TypeAlias = models.Campaign | models.ResumedCampaign


class Native(TypedDict, total=False):
    """The arguments of SendKit that the campaign model has no words for."""

    subsequences: list[models.SubsequenceInput]
    settings: models.CampaignSettings
    mailbox_emails: list[str]
    mailbox_tags: list[str]
    mailbox_provider: str


_NONE = "a campaign of SendKit has no such field"
_LEADS = "leads are enrolled by calls of their own: client.campaigns.add_leads"
_BY_NAME = "for the call, which is known by name only"
_HOURS = "mail leaves in a window"
_DAYS = "which day is 1, and how Sunday is written, is not documented"
_JOINS = "whether they replace those that are assigned is not documented"

TABLE = Capabilities.of(
    "sendkit",
    row("create", "native", "createCampaign"),
    row("get", "native", "getCampaign"),
    row("list", "native", "listCampaigns"),
    row(
        "update", "emulated", "updateCampaign", "for subject and html the sequence is read, and sent whole with its ids"
    ),
    row("schedule", "native", "updateCampaign"),
    row("start pause delete", "unverified", "info", _BY_NAME),
    row("resume", "native", "resumeCampaign"),
    row("cancel", "unsupported", "info", "no call that ends a campaign is known"),
    row("stats", "native", "getCampaignAnalytics"),
    row("name", "native", "CampaignUpdate.name", also="reads"),
    row(
        "content.subject", "emulated", "EmailStepInput.subject", "that of the first email of the sequence", also="reads"
    ),
    row(
        "content.html", "lossy", "EmailStepInput.body", "the server converts the HTML of the first email", also="reads"
    ),
    row("content.steps", "lossy", "CampaignUpdate.sequence", "the server converts the HTML", also="reads"),
    row("content.preview_text content.template_id", "unsupported", "EmailStepInput", _NONE),
    row("content.variants", "unverified", "EmailStepInput.variants", "what the fields of a variant are called"),
    row("audience.lists audience.exclude_lists audience.segment", "unsupported", "CampaignUpdate", _LEADS),
    row("audience.filter audience.languages audience.regions", "unsupported", "CampaignUpdate", _LEADS),
    row("audience.everyone", "unsupported", "CampaignUpdate", _LEADS),
    row("schedule.send_now schedule.send_at schedule.send_at.timezone", "unsupported", "Schedule", _HOURS),
    row("schedule.send_at.recipient_local schedule.gradual", "unsupported", "Schedule", _HOURS),
    row("schedule.window", "native", "Schedule", also="reads"),
    row("schedule.window.timezone", "native", "Schedule.timezone", also="reads"),
    row("schedule.window.days", "lossy", "Schedule.workingDays", _DAYS, also="reads"),
    row("sender.email sender.name sender.identity_id sender.reply_to", "unsupported", "CampaignUpdate", _NONE),
    row("sender.mailboxes", "lossy", "CampaignUpdate.mailboxIds", _JOINS, also="reads"),
    row("tracking.opens", "native", "CampaignSettings.trackOpens", also="reads"),
    row("tracking.clicks", "native", "CampaignSettings.trackClicks", also="reads"),
    row("throttle.day", "native", "CampaignSettings.dailySendLimit"),
    row("throttle.minute", "unsupported", "CampaignSettings", _NONE),
)

_SETTINGS = {
    "sender.mailboxes": "mailbox_ids",
    "tracking.opens": "settings.track_opens",
    "tracking.clicks": "settings.track_clicks",
    "throttle.day": "settings.daily_send_limit",
}
_FIRST_EMAIL = {"content.subject": "subject", "content.html": "body"}
_COUNTS = {name: name for name in ("sent", "delivered", "opened", "clicked", "replied", "bounced", "unsubscribed")}
_ENROLLED = ("the leads that are enrolled",)


class SendKitAdapter(Adapter[Client, Raw]):
    """Campaigns of SendKit."""

    table = TABLE
    reading = Reading(
        provider="sendkit",
        package=handbill_sendkit,
        failures={(400, "TRIGGER_IMMUTABLE"): NotEditable},
        code_at=(("error", "code"),),
    )
    clients = (SendKit, AsyncSendKit)
    statuses = {
        "draft": Status.DRAFT,
        "active": Status.RUNNING,
        "paused": Status.PAUSED,
        "completed": Status.FINISHED,
        "archived": Status.ARCHIVED,
    }
    native = frozenset(Native.__annotations__)
    bodiless = frozenset({"resume"})
    same = {
        "name": "name",
        "sender.mailboxes": "mailboxes",
        "tracking.opens": "track_opens",
        "tracking.clicks": "track_clicks",
    }

    def create(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Create the campaign, which SendKit stores as a draft."""
        body = merged(_body(ask.given, ()), ask.native)
        return self.one(
            "create the campaign",
            lambda c, _: c.campaigns.create(body=models.CampaignCreate.model_validate(body)),
            made=lambda answer: answer.data.id,
        )

    def get(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Read the campaign."""
        return Script(steps=(self._reading(ask.id),), result=lambda got: self.read(got[0]))

    def list(self, ask: Ask) -> Script[Any]:
        """List campaigns."""
        return self.one("list campaigns", lambda c, _: c.campaigns.list())

    def update(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Change what is given; a change of the first email sends the whole sequence, as it was read."""
        reads = bool(picked(ask.given, _FIRST_EMAIL)) and "content.steps" not in ask.given

        def change(client: Client, got: Answers) -> object:
            stored = told(plain(got[0].data), "sequence") or () if reads else ()
            body = merged(_body(ask.given, stored), ask.native)
            return client.campaigns.update(ask.id, body=models.CampaignUpdate.model_validate(body))

        steps = (*([self._reading(ask.id)] if reads else []), self.step("change the campaign", change, writes=True))
        needs = ("nobody else changes the sequence meanwhile: it has no revision",) if reads else ()
        return Script(steps=steps, result=lambda got: self.read(got[-1]), needs=needs)

    def schedule(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Set the window, by which a campaign that is active goes from now on."""
        return replace(self.update(ask), reaches=_ENROLLED, may_send=True)

    def resume(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Make it active again."""
        needs = ("it is paused",)
        return self.one(
            "resume it", lambda c, _: c.campaigns.resume(ask.id), needs=needs, reaches=_ENROLLED, may_send=True
        )

    def stats(self, ask: Ask) -> Script[Stats[models.CampaignAnalytics]]:
        """Read the analytics."""
        days = {name: day for name, day in (("from_", ask.since), ("to", ask.until)) if day}

        def result(got: Answers) -> Stats[models.CampaignAnalytics]:
            raw = got[0].data
            counts = self.counts(ask, raw, told(plain(raw), "stats"), _COUNTS)
            return replace(counts, since=ask.since or UNKNOWN, until=ask.until or UNKNOWN)

        return self.one(
            "read the analytics", lambda c, _: c.campaigns.get_analytics(ask.id, **days), writes=False, result=result
        )

    def told(self, seen: Fields) -> dict[str, Any]:
        """Give the fields that a campaign tells."""
        window = {"schedule": _window(told(seen, "sending_schedule"))}
        return {**super().told(seen), **_content(told(seen, "sequence")), **window}

    def _reading(self, id: str) -> Step:
        first = models.SequenceStep.model_construct(type="email", subject="{subject}", body="{body}")
        campaign = models.Campaign.model_construct(id=id, sequence=[first])
        stand_in = models.CampaignResponse.model_construct(success=True, data=campaign)
        return self.step("read the campaign", lambda c, _: c.campaigns.get(id), stands_in=stand_in)


def _body(given: Fields, stored: tuple[Fields, ...]) -> dict[str, Any]:
    body = picked(given, {"name": "name", **_SETTINGS})
    first = picked(given, _FIRST_EMAIL)
    if "schedule.window" in given:
        body["schedule"] = _hours(given["schedule.window"])
    if "content.steps" in given:
        if first:
            raise TypeError("give content.steps, or subject and html of the first email, but not both")
        body["sequence"] = [_step(step, order) for order, step in enumerate(given["content.steps"])]
    elif first:
        body["sequence"] = _with_first(stored, first)
    return body


def _with_first(stored: tuple[Fields, ...], first: Fields) -> list[Fields]:
    """Give the sequence with its first email changed; everything else goes back as it came."""
    at = next((index for index, step in enumerate(stored) if step.get("type") == "email"), None)
    if at is None:
        return [{"type": "email", "order": 0, **first}, *stored]
    changed = {**stored[at], **first}
    if len(changed.pop("variants", ())) > 1:
        # One variant is made anew from the step; of several, the fields to change are not documented.
        raise Unsupported("sendkit", "content.subject", "the first email has variants; give content.steps")
    return [*stored[:at], changed, *stored[at + 1 :]]


def _step(step: Email | Wait, order: int) -> dict[str, Any]:
    if isinstance(step, Wait):
        return {"type": "wait", "order": order, "wait_days": step.days}
    return _known({"type": "email", "order": order, "subject": step.subject, "body": step.html})


def _hours(window: Window) -> dict[str, Any]:
    """Give the parts that are named: what is not stays, as a schedule merges."""
    hours = {"start_time": window.start, "end_time": window.end}
    return {
        **{name: f"{hour:%H:%M}" for name, hour in _known(hours).items()},
        **_known({"timezone": window.timezone, "skip_national_holidays": window.skip_holidays}),
        **({"working_days": list(window.days)} if window.days is not UNKNOWN else {}),
    }


def _known(named: Fields) -> dict[str, Any]:
    return {name: value for name, value in named.items() if value is not UNKNOWN}


def _content(sequence: Any) -> dict[str, Any]:
    if any(step.get("type") not in ("email", "wait") for step in sequence or ()):
        return {}  # steps of a kind that is new
    steps = tuple(
        Wait(days=step.get("wait_days", 0))
        if step["type"] == "wait"
        else Email(subject=told(step, "subject"), html=told(step, "body"))
        for step in sequence or ()
    )
    first = next((step for step in steps if isinstance(step, Email)), Email())
    return {
        "content.steps": steps if sequence else sequence,
        "content.subject": first.subject,
        "content.html": first.html,
    }


def _window(seen: Any) -> Any:
    if not seen:
        return seen
    start, end = (time.fromisoformat(seen[name]) if seen.get(name) else UNKNOWN for name in ("start_time", "end_time"))
    zone, days, skips = (told(seen, name) for name in ("timezone", "working_days", "skip_national_holidays"))
    return Window(start=start, end=end, days=days, timezone=zone, skip_holidays=skips)


ADAPTER = SendKitAdapter()
