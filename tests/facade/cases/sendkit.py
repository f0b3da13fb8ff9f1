"""SendKit: the campaign in the parts in which it is written."""

from __future__ import annotations

from datetime import time
from typing import Any

from handbill import Content, Draft, Email, Sender, Status, Throttle, Tracking, Wait, Window
from handbill_generator.sandbox import Sandbox
from handbill_sendkit import models

from . import Case, Sample

_MAILBOXES = ("665b1c2d3e4f5a6b7c8d9e0f", "665b1c2d3e4f5a6b7c8d9e10")
_FIRST = "campaign.sequence.0"


def _stored(sandbox: Sandbox, id: str) -> Any:
    return {"campaign": sandbox.store.collection("sendkit", "campaigns").get(id)}


CASE = Case(
    provider="sendkit",
    credentials={"api_key": "sandbox"},
    draft=Draft(
        name="Spring",
        content=Content(
            steps=(
                Email(subject="Hello", html="<p>Hello</p>"),
                Wait(days=3),
                Email(subject="Again", html="<p>Again</p>"),
            )
        ),
        schedule=Window(start=time(9), end=time(17), days=(1, 2, 3), timezone="Europe/Berlin"),
        sender=Sender(mailboxes=_MAILBOXES[:1]),
        tracking=Tracking(opens=False, clicks=True),
        throttle=Throttle(limit=40, per="day"),
    ),
    bare=Draft(name="Bare"),
    samples={
        "name": Sample(value="Autumn", stored={"campaign.name": "Autumn"}),
        "content.subject": Sample(value="Leaves", stored={f"{_FIRST}.subject": "Leaves"}),
        "content.html": Sample(value="<p>Leaves fall</p>", stored={f"{_FIRST}.body": "<p>Leaves fall</p>"}),
        "content.steps": Sample(
            value=(Email(subject="Leaves", html="<p>Leaves</p>"), Wait(days=2)),
            stored={
                "campaign.sequence": [
                    {
                        "order": 0,
                        "type": "email",
                        "subject": "Leaves",
                        "body": "<p>Leaves</p>",
                        "name": "Initial Email",
                    },
                    {"order": 1, "type": "wait", "waitDays": 2, "name": "Wait 2 days"},
                ]
            },
        ),
        "schedule.window": Sample(
            value=Window(start=time(8), end=time(17, 30)),
            stored={"campaign.schedule.startTime": "08:00", "campaign.schedule.endTime": "17:30"},
        ),
        "schedule.window.timezone": Sample(
            value=Window(timezone="Europe/Paris"), stored={"campaign.schedule.timezone": "Europe/Paris"}
        ),
        "schedule.window.days": Sample(value=Window(days=(4, 5)), stored={"campaign.schedule.workingDays": [4, 5]}),
        "sender.mailboxes": Sample(value=_MAILBOXES[1:], stored={"campaign.mailboxes": list(_MAILBOXES[1:])}),
        "tracking.opens": Sample(value=True, stored={"campaign.settings.trackOpens": True}),
        "tracking.clicks": Sample(value=False, stored={"campaign.settings.trackClicks": False}),
        "throttle.day": Sample(value=100, stored={"campaign.settings.dailySendLimit": 100}),
    },
    stored=_stored,
    volatile=frozenset({"campaign.updatedAt"}),
    before={"resume": "paused"},
    after={
        **dict.fromkeys(("create", "get", "update", "schedule"), Status.DRAFT),
        "resume": Status.RUNNING,
    },
    when=Window(start=time(8), end=time(17, 30)),
    counts=frozenset({"sent", "delivered", "opened", "clicked", "replied", "bounced", "unsubscribed"}),
    by_day=True,
    page=25,
    may_send=frozenset({"schedule", "resume"}),
    armed="active",
    native={
        "settings": (
            models.CampaignSettings(stop_on_reply=True, email_interval_minutes=12),
            {"campaign.settings.stopOnReply": True, "campaign.settings.emailIntervalMinutes": 12},
        ),
        "subsequences": ([], {"campaign.subsequences": []}),
    },
    twice={"settings": (models.CampaignSettings(track_opens=True), "tracking")},
    worded=lambda code: {"success": False, "error": {"code": code, "message": "no"}},
    enveloped=True,
)
