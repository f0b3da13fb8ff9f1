"""What people write with the four clients; every line of it must satisfy a strict type checker."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, assert_type

import httpx2
from handbill_autosend import AsyncAutoSend, AutoSend
from handbill_autosend import models as autosend
from handbill_batch import AsyncBatch, Batch, BatchError, UnlistedStatusError
from handbill_batch import models as batch
from handbill_loops import (
    MISSING,
    APIStatusError,
    AsyncLoops,
    BadRequestError,
    CredentialError,
    Loops,
    LoopsError,
    ResponseValidationError,
    UnauthorizedError,
)
from handbill_loops import models as loops
from handbill_sendkit import AsyncSendKit, SendKit
from handbill_sendkit import models as sendkit


def write_loops(client: Loops) -> None:
    """Create, change, read; by field and whole; omitted, null and value."""
    created = client.campaigns.create(
        name="Spring",
        mailing_list_id=None,
        audience_filter=loops.AudienceFilter(
            match="all",
            conditions=[loops.PropertyCondition(type="property", key="plan", operator="equals", value="pro")],
        ),
        scheduling=loops.ScheduleAt(method="schedule", timestamp=datetime(2026, 4, 1, tzinfo=UTC)),
    )
    assert_type(created, loops.CreatedCampaign)
    assert_type(created.email_message_content_revision_id, str | None)
    assert_type(client.campaigns.create(body=loops.CampaignCreate(name="Spring")), loops.CreatedCampaign)
    updated = client.campaigns.update(created.id, mailing_list_id=None, campaign_group_id=MISSING)
    assert_type(updated, loops.Campaign)
    assert_type(updated.created_at, datetime)
    if updated.url is not MISSING:
        assert_type(updated.url, str)
    client.campaigns.update(
        created.id, body=loops.CampaignUpdate(name="Summer", scheduling=loops.ScheduleNow(method="now"))
    )


def read_loops(client: Loops) -> list[str]:
    """A listing gives items, and pages when asked for."""
    for page in client.campaigns.list(per_page="10").pages():
        assert_type(page, loops.CampaignList)
        assert_type(page.pagination.next_cursor, str | None)
    return [campaign.name for campaign in client.campaigns.list()]


async def read_loops_async(client: AsyncLoops) -> list[str]:
    """The twin gives the same types."""
    assert_type(await client.campaigns.get("c1"), loops.Campaign)
    assert_type(await client.campaigns.create(name="Spring"), loops.CreatedCampaign)
    return [campaign.name async for campaign in client.campaigns.list()]


def settle_loops() -> str:
    """Clients are made, configured and closed; errors have typed bodies."""
    with Loops(api_key="k", base_url="http://127.0.0.1", timeout=1.5, max_retries=0) as client:
        patient = client.with_options(timeout=60.0, headers={"X-Trace": "1"})
        assert_type(patient, Loops)
        try:
            patient.campaigns.get("c1")
        except BadRequestError as error:
            return error.body.message
        except UnauthorizedError as error:
            assert_type(error.body, loops.LooseErrorResponse)
            return error.message
        except ResponseValidationError as error:
            return error.content.decode()
        except APIStatusError as error:
            return f"{error.status_code} {error.request_id} {error.headers}"
        except (CredentialError, LoopsError) as error:
            return str(error)
    with httpx2.Client() as http:
        Loops(http_client=http).close()
    return ""


def run_batch(client: Batch) -> None:
    """Batch takes campaigns whole and gives empty objects."""
    campaign = batch.Campaign(
        name="n",
        state="DRAFT",
        when=batch.When(start_time="now"),
        messages=[batch.EmailMessage(channel_type="email", subject="s")],
    )
    assert_type(client.campaigns.update(id="o1", campaign=campaign), dict[str, Any])
    assert_type(client.campaigns.delete(id="o1"), dict[str, Any] | None)
    stats = client.orchestrations.get_stats(orchestration_id="o1", from_=date(2025, 1, 1), to=date(2025, 2, 1))
    assert_type(stats, batch.OrchestrationStats)
    try:
        client.orchestrations.get(orchestration_id="o1")
    except UnlistedStatusError as error:
        assert_type(error.body, batch.ErrorResponse)
    except BatchError:
        pass


async def run_batch_async(client: AsyncBatch) -> None:
    """The twin of Batch."""
    async for orchestration in client.orchestrations.list(limit=100):
        assert_type(orchestration, batch.Orchestration)


def run_autosend(client: AutoSend) -> None:
    """AutoSend wraps what it gives."""
    reply = client.campaigns.update("c1", subject="s", gradual_strategy="1.5x", from_=autosend.Sender(email="a@b.c"))
    assert_type(reply, autosend.CampaignSummaryResponse)
    client.campaigns.delete("c1")
    for item in client.campaigns.list(status="draft", page=2):
        assert_type(item, autosend.CampaignListItem)


async def run_autosend_async() -> None:
    """The twin of AutoSend."""
    async with AsyncAutoSend(api_key="k", project_id="p") as client:
        assert_type(await client.campaigns.pause("c1"), autosend.CampaignSummaryResponse)


def run_sendkit(client: SendKit) -> None:
    """SendKit has two resources, and null that clears a tag."""
    assert_type(client.campaigns.update_lead("c1", "l1", ai_tag=None, status="paused"), sendkit.CampaignLeadResponse)
    client.campaigns.create(
        name="n",
        sequence=[
            sendkit.EmailStepInput(type="email", subject="s"),
            sendkit.WaitStepInput(type="wait", wait_days=3),
        ],
        settings=sendkit.CampaignSettings(skip_dnc=True, seg_skip_providers=["proofpoint"]),
    )
    assert_type(client.analytics.get_campaign_daily("c1"), sendkit.DailyAnalyticsResponse)


async def run_sendkit_async(client: AsyncSendKit) -> None:
    """The twin of SendKit."""
    async for lead in client.campaigns.list_leads("c1"):
        assert_type(lead.lead_id, sendkit.PopulatedLead | MISSING)
