"""SendKit: sequences to leads.  Schedule and settings merge; a sequence is replaced whole."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeAlias, TypedDict

import handbill_sendkit
from handbill_sendkit import AsyncSendKit, SendKit, models

from .. import adapter
from ..adapter import Adapter, Ask, Fields, merged, plain, statuses_of, told
from ..capabilities import Capabilities
from ..errors import NotEditable, Reading, Unsupported
from ..model import UNKNOWN, Campaign, Email, Stats, Wait, Window
from ..plans import Answers, Script, Step

Client: TypeAlias = SendKit | AsyncSendKit
Raw: TypeAlias = models.Campaign | models.ResumedCampaign


class Options(adapter.Options, total=False):
    """How to call, with the credentials of SendKit."""

    workspace_id: str | None
    bearer_token: str | None


class Native(TypedDict, total=False):
    """The arguments of SendKit that the campaign model has no words for."""

    subsequences: list[models.SubsequenceInput]
    settings: models.CampaignSettings
    mailbox_emails: list[str]
    mailbox_tags: list[str]
    mailbox_provider: str


_COUNTS = {name: name for name in ("sent", "delivered", "opened", "clicked", "replied", "bounced", "unsubscribed")}
_ENROLLED = ("the leads that are enrolled, if the campaign is active",)


class SendKitAdapter(Adapter[Client, Raw]):
    """Campaigns of SendKit."""

    table = Capabilities.of("sendkit")
    reading = Reading(
        provider="sendkit",
        package=handbill_sendkit,
        failures={(400, "TRIGGER_IMMUTABLE"): NotEditable},
        code_at=(("error", "code"),),
    )
    clients = (SendKit, AsyncSendKit)
    statuses = statuses_of(draft="draft", running="active", paused="paused", finished="completed", archived="archived")
    native = frozenset(Native.__annotations__)
    bodiless = frozenset({"resume"})
    by_day = True

    def create(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Create the campaign, which SendKit stores as a draft."""
        body = merged(self._body(ask.given, ()), ask.native)
        return self.writes(
            "create the campaign",
            lambda c, _: c.campaigns.create(body=models.CampaignCreate.model_validate(body)),
            made=lambda answer: answer.data.id,
        )

    def get(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Read the campaign."""
        return Script(steps=(self._reading(ask.id),), result=lambda got: self.read(got[0]))

    def list(self, ask: Ask) -> Script[Any]:
        """List campaigns."""
        return self.reads("list campaigns", lambda c, _: c.campaigns.list(), items="data")

    def update(self, ask: Ask, *, arms: bool = False) -> Script[Campaign[Raw]]:
        """Change what is given; a change of the first email sends the whole sequence, as it was read."""
        timed = "schedule.window" in ask.given and not arms
        reads = bool({"content.subject", "content.html"} & ask.given.keys()) and "content.steps" not in ask.given

        def change(client: Client, got: Answers) -> object:
            if timed and self.read(got[0]).status.may_send:
                raise Unsupported("sendkit", "schedule", "the campaign is active; give the window to schedule()")
            stored = _ordered(told(plain(got[0].data), "sequence")) if reads else ()
            if stored is UNKNOWN:
                raise Unsupported("sendkit", "content", "the campaign does not tell its sequence; give content.steps")
            body = merged(self._body(ask.given, stored), ask.native)
            return client.campaigns.update(ask.id, body=models.CampaignUpdate.model_validate(body))

        reading = [self._reading(ask.id)] if reads or timed else []
        steps = (*reading, self.step("change the campaign", change, writes=True))
        kept = ("nobody else changes the sequence meanwhile: it has no revision",) if reads else ()
        needs = (*kept, *(("the campaign is not active",) if timed else ()))
        more: dict[str, Any] = {"reaches": _ENROLLED, "may_send": True} if arms else {}
        return Script(steps=steps, result=lambda got: self.read(got[-1]), needs=needs, **more)

    def schedule(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Set the window, by which a campaign that is active goes from now on."""
        return self.update(ask, arms=True)

    def resume(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Make it active again."""
        more: dict[str, Any] = {"needs": ("it is paused",), "reaches": _ENROLLED, "may_send": True}
        return self.writes("resume it", lambda c, _: c.campaigns.resume(ask.id), **more)

    def stats(self, ask: Ask) -> Script[Stats[models.CampaignAnalytics]]:
        """Read the analytics."""
        days = {name: day for name, day in (("from_", ask.since), ("to", ask.until)) if day}
        return self.reads(
            "read the analytics",
            lambda c, _: c.campaigns.get_analytics(ask.id, **days),
            result=lambda got: self.counts(ask, got[0], _COUNTS, at="stats"),
        )

    def told(self, seen: Fields) -> dict[str, Any]:
        """Give the fields that a campaign tells."""
        more = {"schedule": _window(told(seen, "sending_schedule")), "sender.mailboxes": told(seen, "mailboxes")}
        return {**super().told(seen), **_content(told(seen, "sequence")), **more}

    def _body(self, given: Fields, stored: tuple[Fields, ...]) -> dict[str, Any]:
        body = self.body(given)
        first = body.pop("first", {})
        if "schedule.window" in given:
            body["schedule"] = _hours(given["schedule.window"])
        if "content.steps" in given:
            steps = [_step(step, order) for order, step in enumerate(given["content.steps"])]
            told_twice = next((step for step in steps if step["type"] == "email"), {})
            if any(told_twice.get(name) != value for name, value in first.items()):
                raise TypeError("content has steps, and another subject or html than the first email of them")
            return {**body, "sequence": steps}
        return {**body, "sequence": _with_first(stored, first)} if first else body

    def _reading(self, id: str) -> Step:
        first = models.SequenceStep.model_construct(type="email", subject="{subject}", body="{body}")
        campaign = models.Campaign.model_construct(id=id, status="draft", sequence=[first])
        stand_in = models.CampaignResponse.model_construct(success=True, data=campaign)
        return self.step("read the campaign", lambda c, _: c.campaigns.get(id), stands_in=stand_in)


def _with_first(stored: tuple[Fields, ...], first: Fields) -> list[Fields]:
    """Give the sequence with its first email changed; everything else goes back as it came."""
    at = next((index for index, step in enumerate(stored) if step.get("type") == "email"), None)
    if at is None:
        return [{**step, "order": order} for order, step in enumerate(({"type": "email", **first}, *stored))]
    variants, changed = stored[at].get("variants", ()), {**stored[at], **first}
    if len(variants) > 1 or (variants and not {"subject", "body"} <= stored[at].keys()):
        # One variant is made anew from subject and body of the step; else, what its fields are is not documented.
        raise Unsupported("sendkit", "content", "the first email has variants; give content.steps")
    changed.pop("variants", None)
    return [*stored[:at], changed, *stored[at + 1 :]]


def _step(step: Email | Wait, order: int) -> dict[str, Any]:
    if isinstance(step, Wait):
        return {"type": "wait", "order": order, "wait_days": step.days}
    return _known({"type": "email", "order": order, "subject": step.subject, "body": step.html})


def _hours(window: Window) -> dict[str, Any]:
    """Give the parts that are named: what is not stays, as a schedule merges.  Raises ValueError for no such hour."""
    if any(hour and (hour.second or hour.tzinfo) for hour in (window.start, window.end)):
        raise ValueError("a window goes from minute to minute, in its own timezone")
    if window.days == () or not set(window.days or ()) <= set(range(1, 8)):
        raise ValueError("the days of a window are numbers from 1, a Monday, to 7, and at least one")
    hours = {"start_time": window.start, "end_time": window.end}
    return {
        **{name: f"{hour:%H:%M}" for name, hour in _known(hours).items()},
        **_known({"timezone": window.timezone, "skip_national_holidays": window.skip_holidays}),
        **({"working_days": list(window.days)} if window.days is not UNKNOWN else {}),
    }


def _known(named: Fields) -> dict[str, Any]:
    return {name: value for name, value in named.items() if value is not UNKNOWN}


def _ordered(sequence: Any) -> Any:
    """Give the steps in their order, which need not be that of the answer; none where there is none."""
    if not sequence:
        return () if sequence is not UNKNOWN else UNKNOWN
    return tuple(sorted(sequence, key=lambda step: step.get("order", 0)))


def _content(sequence: Any) -> dict[str, Any]:
    steps = _ordered(sequence)
    if steps is UNKNOWN or not all(step.get("type") == "email" or _is_wait(step) for step in steps):
        return {}  # not told, or of a kind that is new
    told_steps = tuple(
        Email(subject=told(step, "subject"), html=told(step, "body"))
        if step.get("type") == "email"
        else Wait(days=step["wait_days"])
        for step in steps
    )
    first = next((step for step in told_steps if isinstance(step, Email)), Email())
    return {"content.steps": told_steps, "content.subject": first.subject, "content.html": first.html}


def _is_wait(step: Fields) -> bool:
    return step.get("type") == "wait" and "wait_days" in step


def _window(seen: Any) -> Any:
    if not isinstance(seen, dict) or not seen:
        return UNKNOWN if seen is UNKNOWN else None
    zone, days, skips = (told(seen, name) for name in ("timezone", "working_days", "skip_national_holidays"))
    start, end = (_hour(seen.get(name)) for name in ("start_time", "end_time"))
    return Window(start=start, end=end, days=days, timezone=zone, skip_holidays=skips)


def _hour(text: Any) -> Any:
    try:
        return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007  # an hour of a zone that stands beside it
    except (TypeError, ValueError):
        return UNKNOWN


ADAPTER = SendKitAdapter()
