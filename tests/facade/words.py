"""An example of every field, for providers that do not have it: they must refuse it whatever it says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import Any

from handbill import Email, Gradual, SendAt, SendNow, Variant, Wait, Window

AT = datetime(2027, 5, 1, 9, 30, tzinfo=UTC)

EXAMPLES: Mapping[str, Any] = {
    "name": "Autumn",
    "content.subject": "Leaves",
    "content.preview_text": "They fall",
    "content.html": "<p>Leaves fall</p>",
    "content.template_id": "t-1",
    "content.variants": (Variant(language="fr", subject="Feuilles", html="<p>Les feuilles tombent</p>"),),
    "content.steps": (Email(subject="Leaves", html="<p>Leaves</p>"), Wait(days=2)),
    "audience.lists": ("list-1",),
    "audience.exclude_lists": ("list-2",),
    "audience.segment": "segment-1",
    "audience.filter": {"plan": {"$eq": "pro"}},
    "audience.languages": ("fr",),
    "audience.regions": ("FR",),
    "audience.everyone": True,
    "schedule.send_now": SendNow(),
    "schedule.send_at": SendAt(AT),
    "schedule.send_at.timezone": SendAt(AT, timezone="Europe/Paris"),
    "schedule.send_at.recipient_local": SendAt(AT, recipient_local=True),
    "schedule.window": Window(start=time(8), end=time(17, 30)),
    "schedule.window.timezone": Window(timezone="Europe/Paris"),
    "schedule.window.days": Window(days=(1, 2)),
    "schedule.gradual": Gradual(per_day=50),
    "sender.email": "anna@example.com",
    "sender.name": "Anna",
    "sender.identity_id": "4012",
    "sender.reply_to": "replies@example.com",
    "sender.mailboxes": ("mailbox-1",),
    "tracking.opens": True,
    "tracking.clicks": True,
    "throttle.minute": 2000,
    "throttle.day": 100,
}
