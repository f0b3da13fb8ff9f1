"""Batch: the campaign as it was written last, which is all that there is of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from handbill import Audience, Content, Draft, SendAt, Sender, SendNow, Status, Throttle, Variant
from handbill_generator.sandbox import Sandbox

from ..words import AT
from . import ABSENT, Case, Sample

_FRENCH = Variant(language="fr", subject="Bonjour", html="<p>Bonjour</p>")
_GERMAN = Variant(language="de", subject="Hallo", html="<p>Hallo</p>")
_PRO = {"plan": {"$eq": "pro"}}
_MESSAGE = "campaign.messages.0"
_TARGETING = "campaign.targeting"


def _stored(sandbox: Sandbox, id: str) -> Any:
    return {"campaign": sandbox.store.collection("batch", "campaigns").get(id)["campaign"]}


def _in_message(value: Any, name: str, stored: Any = ABSENT) -> Sample:
    held = value if stored is ABSENT else stored
    whole = f"{_MESSAGE}.{name}"
    return Sample(value=value, stored={whole: held}, cleared={whole: ABSENT})


def _in_targeting(value: Any, name: str, stored: Any) -> Sample:
    return Sample(value=value, stored={f"{_TARGETING}.{name}": stored}, cleared={f"{_TARGETING}.{name}": ABSENT})


CASE = Case(
    provider="batch",
    credentials={"api_key": "sandbox", "project_key": "sandbox"},
    draft=Draft(
        name="Spring",
        content=Content(subject="Hello", html="<p>Hello</p>", variants=(_FRENCH,)),
        audience=Audience(filter={"firstname": {"$eq": "Jane"}}, languages=("en", "de"), regions=("GB",)),
        schedule=SendAt(datetime(2027, 4, 1, tzinfo=UTC)),
        sender=Sender(identity_id="4012", reply_to="bo@example.com"),
        throttle=Throttle(limit=5000, per="minute"),
    ),
    bare=Draft(name="Bare", content=Content(subject="Bare"), audience=Audience(languages=("en",))),
    samples={
        "name": Sample(value="Autumn", stored={"campaign.name": "Autumn"}),
        "content.subject": _in_message("Leaves", "subject"),
        "content.html": _in_message("<p>Leaves fall</p>", "html"),
        "content.variants": _in_message(
            (_GERMAN,), "languages", [{"language": "de", "subject": "Hallo", "html": "<p>Hallo</p>"}]
        ),
        "audience.filter": _in_targeting(_PRO, "query", _PRO),
        "audience.languages": _in_targeting(("fr",), "languages", ["fr"]),
        "audience.regions": _in_targeting(("FR", "BE"), "regions", ["FR", "BE"]),
        "audience.everyone": Sample(
            value=True,
            stored={_TARGETING: ABSENT},
            # Where it is not everyone, the conditions are what counts.
            cleared={f"{_TARGETING}.regions": ["GB"]},
            also={"audience.filter": None, "audience.languages": None, "audience.regions": None},
        ),
        "schedule.send_now": Sample(
            value=SendNow(), stored={"campaign.when.start_time": "now"}, touches=frozenset({"campaign.when"})
        ),
        "schedule.send_at": Sample(
            value=SendAt(AT),
            stored={"campaign.when.start_time": "2027-05-01T09:30:00Z"},
            touches=frozenset({"campaign.when"}),
        ),
        "sender.identity_id": _in_message("4013", "sender_identity_id"),
        "sender.reply_to": Sample(
            value="replies@example.com",
            stored={f"{_MESSAGE}.reply_to": {"email_address": "replies@example.com"}},
            cleared={f"{_MESSAGE}.reply_to": ABSENT},
        ),
        "throttle.minute": Sample(
            value=2000, stored={"campaign.send_rate": 2000}, cleared={"campaign.send_rate": ABSENT}
        ),
    },
    stored=_stored,
    before={"resume": "stopped"},
    after={
        **dict.fromkeys(("create", "get", "update"), Status.DRAFT),
        **dict.fromkeys(("schedule", "start", "resume"), Status.RUNNING),
    },
    when=SendAt(AT),
    overwrites=True,
    takes_base=frozenset({"update", "schedule", "start", "pause", "resume"}),
    counts=frozenset({"sent", "delivered", "opened", "clicked", "bounced", "unsubscribed", "spam_reports"}),
    by_day=True,
    page=100,
    may_send=frozenset({"schedule", "start", "resume"}),
    leaves={"state": "RUNNING"},
    sends={"state": "RUNNING", "when": {"start_time": "now"}},
    native={"labels": (["news"], {"campaign.labels": ["news"]})},
    twice={"messages": ([{"channel_type": "email", "subject": "Twice"}], "content")},
    worded=lambda code: {"error_code": code, "error_message": "no"},
    pause=5.0,
)
