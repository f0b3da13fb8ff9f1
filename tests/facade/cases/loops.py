"""Loops: the campaign, and its email message, which is stored beside it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from handbill import Audience, Content, Draft, SendAt, Sender, SendNow, Status
from handbill_generator.sandbox import Sandbox

from ..words import AT
from . import Case, Sample

_LISTS = ("clm2k8j4h6g0f8d6s4a2b0z8", "cm3n274xf027h0mi33t4qhrdg")
_SEGMENTS = ("cls6e8g0i2k4m6o8q0s2u4w6", "clr4c8t0v008yl70x3y4z5a6b")
_PRO = {"match": "all", "conditions": [{"type": "property", "key": "plan", "operator": "equals", "value": "pro"}]}
_FREE = {"match": "any", "conditions": [{"type": "optIn", "status": "accepted"}]}


def _stored(sandbox: Sandbox, id: str) -> Any:
    campaign = sandbox.store.collection("loops", "campaigns").get(id)
    message = sandbox.store.collection("loops", "emailMessages").get(campaign["emailMessageId"])
    return {"campaign": campaign, "message": message}


CASE = Case(
    provider="loops",
    credentials={"api_key": "sandbox"},
    draft=Draft(
        name="Spring",
        content=Content(subject="Hello", preview_text="A word"),
        audience=Audience(lists=_LISTS[:1], segment=_SEGMENTS[0], filter=_PRO),
        schedule=SendAt(datetime(2027, 4, 1, tzinfo=UTC)),
        sender=Sender(email="bo", name="Bo", reply_to="bo@example.com"),
    ),
    bare=Draft(name="Bare"),
    samples={
        "name": Sample(value="Autumn", stored={"campaign.name": "Autumn"}),
        "content.subject": Sample(value="Leaves", stored={"message.subject": "Leaves"}),
        "content.preview_text": Sample(value="They fall", stored={"message.previewText": "They fall"}),
        "audience.lists": Sample(
            value=_LISTS[1:],
            stored={"campaign.mailingListId": _LISTS[1]},
            cleared={"campaign.mailingListId": None},
        ),
        "audience.segment": Sample(
            value=_SEGMENTS[1],
            stored={"campaign.audienceSegmentId": _SEGMENTS[1]},
            cleared={"campaign.audienceSegmentId": None},
        ),
        "audience.filter": Sample(
            value=_FREE, stored={"campaign.audienceFilter": _FREE}, cleared={"campaign.audienceFilter": None}
        ),
        "schedule.send_now": Sample(
            value=SendNow(), stored={"campaign.scheduling": {"method": "now", "timestamp": None}}
        ),
        "schedule.send_at": Sample(
            value=SendAt(AT),
            stored={"campaign.scheduling": {"method": "schedule", "timestamp": "2027-05-01T09:30:00.000Z"}},
        ),
        "sender.email": Sample(value="anna@example.com", stored={"message.fromEmail": "anna"}, read="anna"),
        "sender.name": Sample(value="Anna", stored={"message.fromName": "Anna"}),
        "sender.reply_to": Sample(
            value="replies@example.com",
            stored={"message.replyToEmail": "replies@example.com"},
            cleared={"message.replyToEmail": ""},
        ),
    },
    stored=_stored,
    volatile=frozenset({"campaign.updatedAt", "message.updatedAt", "message.contentRevisionId"}),
    before={"stats": "Sent"},
    after={"create": Status.DRAFT, "get": Status.DRAFT, "update": Status.DRAFT, "schedule": Status.DRAFT},
    when=SendAt(AT),
    counts=frozenset({"sent", "opened", "clicked", "bounced", "unsubscribed", "spam_reports"}),
    page=20,
    sends={"scheduling": {"method": "now"}},
    native={
        "lmx": ("<Paragraph>Hello</Paragraph>", {"message.lmx": "<Paragraph>Hello</Paragraph>"}),
        "campaign_group_id": ("clg8m4n6p8q0r2s4t6u8v0w2", {"campaign.campaignGroupId": "clg8m4n6p8q0r2s4t6u8v0w2"}),
        "language_code": ("de", {"message.languageCode": "de"}),
    },
    twice={"audience_filter": (_FREE, "audience")},
    worded=lambda code: {"message": "no"},
)
