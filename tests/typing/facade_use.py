"""What people write with the facade; every line of it must satisfy a strict type checker."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime, time
from typing import Any, assert_type

import handbill
import handbill_autosend.models as autosend
import handbill_batch.models as batch
import handbill_loops.models as loops
import handbill_sendkit.models as sendkit
from handbill import (
    UNKNOWN,
    Audience,
    CallFailed,
    Campaign,
    Content,
    Draft,
    Email,
    Gradual,
    InvalidRequest,
    Plan,
    RateLimited,
    SendAt,
    Sender,
    SendNow,
    Stats,
    Status,
    Throttle,
    Tracking,
    Unsupported,
    Variant,
    Wait,
    Window,
)
from handbill_autosend import AutoSend
from handbill_batch import AsyncBatch, Batch
from handbill_loops import AsyncLoops, Loops
from handbill_sendkit import SendKit

AT = datetime(2027, 4, 1, tzinfo=UTC)


def draft() -> Draft:
    """A campaign with all that one may name."""
    return Draft(
        name="Spring",
        content=Content(
            subject="Hello",
            preview_text=None,
            html="<p>Hello</p>",
            variants=(Variant(language="fr", subject="Bonjour", html="<p>Bonjour</p>"),),
            steps=(Email(subject="Hello"), Wait(days=2)),
        ),
        audience=Audience(lists=("l1",), exclude_lists=None, segment=UNKNOWN, filter={"plan": {"$eq": "pro"}}),
        schedule=SendAt(AT, timezone="Europe/Paris", recipient_local=True),
        sender=Sender(email="anna@example.com", reply_to=None, mailboxes=("m1",)),
        tracking=Tracking(opens=True, clicks=None),
        throttle=Throttle(limit=100, per="day"),
    )


def run_loops() -> None:
    """The client and the raw models of Loops are its own, and native is typed."""
    with handbill.connect("loops", api_key="k", max_retries=0, base_url="http://127.0.0.1") as campaigns:
        assert_type(campaigns.client, Loops)
        made = campaigns.create(draft(), on_unsupported="omit", native={"lmx": "<Text/>", "email_format": "plain"})
        assert_type(made, Campaign[loops.Campaign | loops.CreatedCampaign])
        assert_type(made.raw, loops.Campaign | loops.CreatedCampaign)
        assert_type(made.raw.campaign_group_id, str | None)
        changed = campaigns.update(made.id, native={"audience_filter": None, "campaign_group_id": "g1"}, name="Summer")
        assert_type(changed.status, Status)
        campaigns.schedule(made.id, SendNow())
        assert_type(campaigns.client.campaigns.get(made.id), loops.Campaign)


def run_batch() -> None:
    """Batch asks for the project, and takes the base of a change."""
    with handbill.connect("batch", api_key="k", project_key="p") as campaigns:
        assert_type(campaigns.client, Batch)
        made = campaigns.create(draft(), native={"labels": ["news"]})
        assert_type(made.raw, batch.Orchestration | batch.CampaignCreated | None)
        if isinstance(made.raw, batch.CampaignCreated):
            print(made.raw.id)
        campaigns.update(made.id, base=draft(), audience=Audience(everyone=True, languages=None))
        campaigns.start(made.id, base=draft())
        stats = campaigns.stats(made.id, since=date(2026, 1, 1), until=date(2026, 2, 1))
        if stats.sent is not UNKNOWN and stats.sent is not None:
            assert_type(stats.sent, int)


def run_autosend() -> None:
    """AutoSend lists items that are not whole campaigns."""
    with handbill.connect("autosend", api_key="k", project_id=None, timeout=1.5) as campaigns:
        assert_type(campaigns.client, AutoSend)
        for one in campaigns.list():
            assert_type(one.raw, autosend.Campaign | autosend.CampaignSummary | autosend.CampaignListItem)
        campaigns.schedule("c1", Gradual(per_day=50, growth="1.5x", at=AT), native={"unsubscribe_group_id": "g1"})
        campaigns.pause("c1")
        campaigns.resume("c1")
        campaigns.cancel("c1")
        campaigns.delete("c1")


def run_sendkit() -> None:
    """SendKit has settings of its own."""
    settings = sendkit.CampaignSettings(stop_on_reply=True)
    with handbill.connect("sendkit", workspace_id="w", bearer_token="t", total_timeout=10.0) as campaigns:
        assert_type(campaigns.client, SendKit)
        campaigns.create(draft(), native={"settings": settings, "mailbox_tags": ["outreach"]})
        campaigns.update("c1", schedule=Window(start=time(9), end=time(17), days=(1, 2), skip_holidays=True))
        assert_type(campaigns.get("c1").raw, sendkit.Campaign | sendkit.ResumedCampaign)


def change(campaigns: handbill.Campaigns[Any, Any, Any]) -> None:
    """Whatever the provider, every part may be changed, and None is a change."""
    campaigns.update("c1", name="Summer", content=None, audience=None, schedule=None, sender=None, throttle=None)
    campaigns.update("c1", content=Content(subject=None), tracking=Tracking(opens=False), on_unsupported="omit")
    found = campaigns.stats("c1")
    assert_type(found, Stats[Any])
    assert_type(campaigns.delete("c1"), None)
    assert_type(campaigns.list(), Iterator[Campaign[Any]])
    assert_type(campaigns.provider, str)
    assert_type(campaigns.capabilities["name"].level, handbill.Level)


def narrow(campaign: Campaign[object]) -> str:
    """What is not told is told apart from what is not there, and both go by `is`."""
    subject = campaign.content.subject
    if subject is UNKNOWN:
        return "not told"
    if subject is None:
        return "none"
    assert_type(subject, str)
    lists = campaign.audience.lists
    if lists is not UNKNOWN and lists is not None:
        assert_type(lists, tuple[str, ...])
    match campaign.schedule:
        case SendAt(at=at):
            assert_type(at, datetime)
        case Window() | Gradual() | SendNow() | None:
            pass
        case _:
            assert campaign.schedule is UNKNOWN
    if campaign.created_at is not UNKNOWN and campaign.created_at is not None:
        assert_type(campaign.created_at, datetime)
    if campaign.status is Status.DRAFT and not campaign.status.may_send:
        return subject.upper()
    return ", ".join(loss.what for loss in campaign.losses) + ", ".join(campaign.omitted)


def plan(campaigns: handbill.Campaigns[Any, Any, loops.Campaign]) -> None:
    """A plan knows what sending it gives."""
    planned = campaigns.plan.update("c1", name="Summer")
    assert_type(planned, Plan[Campaign[loops.Campaign]])
    assert_type(campaigns.send(planned), Campaign[loops.Campaign])
    assert_type(campaigns.send(campaigns.plan.delete("c1")), None)
    assert_type(campaigns.send(campaigns.plan.stats("c1")), Stats[Any])
    for request in planned.requests:
        print(request.does, request.method, request.url, request.headers["accept"], request.body)
    print(planned.needs, planned.reaches, planned.losses, planned.omitted, planned.may_send)


def handle(campaigns: handbill.Campaigns[Any, Any, Any]) -> float | None:
    """Errors have what there is to know."""
    try:
        campaigns.start("c1")
    except RateLimited as error:
        assert_type(error.retry_after, float | None)
        return error.retry_after
    except InvalidRequest as error:
        assert_type(error.fields, tuple[str, ...])
    except CallFailed as error:
        assert_type(error.failure.done, tuple[str, ...])
        assert_type(error.failure.status_code, int | None)
    except Unsupported as error:
        print(error.provider, error.what, error.reason)
    return None


async def run_async() -> list[str]:
    """The twin has the same verbs, awaited, and the same plans, which are not."""
    async with handbill.aconnect("batch", api_key="k", project_key="p") as campaigns:
        assert_type(campaigns.client, AsyncBatch)
        made = await campaigns.create(draft(), native={"labels": ["news"]})
        assert_type(made, Campaign[batch.Orchestration | batch.CampaignCreated | None])
        assert_type(await campaigns.delete(made.id), None)
        assert_type(campaigns.list(), AsyncIterator[Campaign[batch.Orchestration | batch.CampaignCreated | None]])
        return [one.id async for one in campaigns.list()]


async def run_async_loops(campaigns: handbill.AsyncCampaigns[AsyncLoops, Any, loops.Campaign]) -> None:
    """A plan is sent by either twin."""
    found = await campaigns.send(campaigns.plan.get("c1"))
    assert_type(found, Campaign[loops.Campaign])
    found = await campaigns.update("c1", name="Summer")
    assert_type(found.raw.id, str)


def by_name(name: str) -> None:
    """A provider whose name is not known when the program is written."""
    with handbill.connect_by_name(name, api_key="k") as campaigns:
        assert_type(campaigns, handbill.Campaigns[Any, Any, Any])
    assert_type(handbill.aconnect_by_name(name), handbill.AsyncCampaigns[Any, Any, Any])


def choose(name: str) -> handbill.Capabilities:
    """The table of a provider whose name is known only when it runs."""
    table = handbill.capabilities(name)
    print([row.reason for row in table.rows.values() if not row.level.usable])
    return table
