"""AutoSend: the campaign, and the template that holds its HTML and may be shared."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from handbill import Audience, Content, Draft, Gradual, SendAt, Sender, SendNow, Status, Tracking
from handbill_generator.sandbox import Sandbox

from ..words import AT
from . import Case, Sample

TEMPLATE = "A-280fa451a7ca5cc17513"
LISTS = ("60d5ec49f1b2c72d9c8b4567", "696e1158fbfc515799175f02", "60d5ec49f1b2c72d9c8b0001")
SEGMENTS = ("60d5ec49f1b2c72d9c8b9876", "segment-2", "segment-3")
_NOT_EVERYONE = frozenset({"campaign.sendToGlobalList"})
_SCHEDULED = "2027-05-01T09:30:00Z"


def _prepare(sandbox: Sandbox) -> None:
    """Have more than the one segment that the sandbox begins with."""
    known = sandbox.store.collection("autosend", "contactLists")
    for id in SEGMENTS[1:]:
        known.put(id, {"id": id, "name": id, "type": "segment", "contactCount": 5})


def _stored(sandbox: Sandbox, id: str) -> Any:
    campaign = sandbox.store.collection("autosend", "campaigns").get(id)
    to = campaign.pop("toLists", [])
    segments = [one for one in to if one in SEGMENTS]
    template = sandbox.store.collection("autosend", "templates").get(campaign["templateId"])
    return {
        "campaign": campaign,
        "to": {"lists": [one for one in to if one not in SEGMENTS], "segments": segments},
        "template": template,
    }


def _same(value: Any, name: str) -> Sample:
    return Sample(value=value, stored={f"campaign.{name}": value})


CASE = Case(
    provider="autosend",
    credentials={"api_key": "sandbox", "project_id": "sandbox"},
    draft=Draft(
        name="Spring",
        content=Content(subject="Hello", preview_text="A word", html="<p>Hello</p>", template_id=TEMPLATE),
        audience=Audience(lists=LISTS[:1], segment=SEGMENTS[0], exclude_lists=LISTS[2:]),
        schedule=SendAt(datetime(2027, 4, 1, tzinfo=UTC), timezone="Europe/Berlin"),
        sender=Sender(email="bo@example.com", name="Bo", reply_to="bo@example.com"),
        tracking=Tracking(opens=False, clicks=True),
    ),
    bare=Draft(name="Bare", content=Content(template_id=TEMPLATE)),
    samples={
        "name": _same("Autumn", "name"),
        "content.subject": _same("Leaves", "subject"),
        "content.preview_text": _same("They fall", "previewText"),
        "content.html": Sample(
            value="<p>Leaves fall</p>",
            stored={"template.emailTemplate": "<p>Leaves fall</p>"},
        ),
        "content.template_id": Sample(
            value="A-1", stored={"campaign.templateId": "A-1"}, touches=frozenset({"template"})
        ),
        "audience.lists": Sample(value=LISTS[1:2], stored={"to.lists": list(LISTS[1:2])}, touches=_NOT_EVERYONE),
        "audience.exclude_lists": Sample(value=LISTS[1:2], stored={"campaign.excludeLists": list(LISTS[1:2])}),
        "audience.segment": Sample(
            value=SEGMENTS[1],
            stored={"to.segments": [SEGMENTS[1]]},
            cleared={"to.segments": []},
            touches=_NOT_EVERYONE,
        ),
        "audience.everyone": _same(True, "sendToGlobalList"),
        "schedule.send_now": Sample(
            value=SendNow(), stored={"campaign.sendNow": True, "campaign.sendMode": "immediate"}
        ),
        "schedule.send_at": Sample(
            value=SendAt(AT), stored={"campaign.sendMode": "scheduled", "campaign.scheduledAt": _SCHEDULED}
        ),
        "schedule.send_at.timezone": Sample(
            value=SendAt(AT, timezone="Europe/Paris"),
            stored={
                "campaign.sendMode": "scheduled",
                "campaign.scheduledAt": _SCHEDULED,
                "campaign.timezone": "Europe/Paris",
            },
        ),
        "schedule.gradual": Sample(
            value=Gradual(per_day=50, growth="1.5x", at=AT),
            stored={
                "campaign.sendMode": "gradual",
                "campaign.scheduledAt": _SCHEDULED,
                "campaign.gradualStrategy": "1.5x",
                "campaign.dailyBatchSize": 50,
            },
        ),
        "sender.email": Sample(value="anna@example.com", stored={"campaign.from.email": "anna@example.com"}),
        "sender.name": Sample(value="Anna", stored={"campaign.from.name": "Anna"}),
        "sender.identity_id": _same("4012", "fromSenderId"),
        "sender.reply_to": _same("replies@example.com", "replyTo"),
        "tracking.opens": _same(True, "trackingOpen"),
        "tracking.clicks": _same(False, "trackingClick"),
    },
    stored=_stored,
    volatile=frozenset({"campaign.updatedAt", "template.updatedAt"}),
    before={"pause": "sending", "resume": "paused", "cancel": "sending"},
    after={
        **dict.fromkeys(("create", "get", "update"), Status.DRAFT),
        **dict.fromkeys(("schedule", "start"), Status.SCHEDULED),
        "pause": Status.PAUSED,
        "resume": Status.RUNNING,
        "cancel": Status.CANCELED,
    },
    when=SendAt(AT),
    counts=frozenset({"sent", "delivered", "opened", "clicked", "bounced", "unsubscribed", "spam_reports"}),
    page=20,
    may_send=frozenset({"schedule", "start", "resume"}),
    armed="scheduled",
    leaves={"publish": True, "sendNow": True},
    sends={"publish": True, "send_now": True},
    native={"unsubscribe_group_id": ("g-1", {"campaign.unsubscribeGroupId": "g-1"})},
    twice={},
    worded=lambda code: {"success": False, "error": {"message": "no", **({"code": code} if code else {})}},
    enveloped=True,
    prepare=_prepare,
)
