"""What must not pass a type checker: each line that ends in `# refused` is an error, and no other line is."""

from __future__ import annotations

from datetime import date

from handbill_autosend import AutoSend
from handbill_autosend import models as autosend
from handbill_batch import AsyncBatch, Batch
from handbill_batch import models as batch
from handbill_loops import AsyncLoops, BadRequestError, Loops
from handbill_loops import models as loops
from handbill_sendkit import SendKit
from handbill_sendkit import models as sendkit


def wrong_types(client: Loops, other: SendKit, third: AutoSend) -> None:
    """A value of another type."""
    client.campaigns.get(5)  # refused
    client.campaigns.create(name=5)  # refused
    client.campaigns.update("c1", scheduling="now")  # refused
    client.campaigns.list(per_page=10)  # refused
    other.campaigns.list(limit="1")  # refused
    other.campaigns.update_lead("c1", "l1", status="completed")  # refused
    third.campaigns.update("c1", gradual_strategy="3x")  # refused
    third.campaigns.update("c1", scheduled_at="2026-04-01T09:00:00Z")  # refused
    loops.ScheduleNow(method="later")  # refused
    batch.EmailMessage(channel_type="push")  # refused
    autosend.Sender(email=["a@b.c"])  # refused


def null_where_there_is_none(client: Loops, other: SendKit, third: AutoSend) -> None:
    """None where the contract has no null."""
    client.campaigns.update("c1", name=None)  # refused
    client.campaigns.update("c1", campaign_group_id=None)  # refused
    third.campaigns.update("c1", preview_text=None)  # refused
    other.campaigns.update("c1", name=None)  # refused
    loops.CampaignUpdate(name=None)  # refused
    loops.CampaignCreate(name=None)  # refused


def missing_arguments(client: Loops, other: Batch, third: SendKit) -> None:
    """Without what the contract requires."""
    client.campaigns.get()  # refused
    client.campaigns.create()  # refused
    client.campaigns.create(mailing_list_id=None)  # refused
    other.campaigns.create(name="n", state="DRAFT")  # refused
    other.campaigns.delete()  # refused
    other.orchestrations.get_stats(orchestration_id="o1", from_=date(2025, 1, 1))  # refused
    third.campaigns.update_lead("c1", status="paused")  # refused
    third.campaigns.send_test_email("c1", sequence_step=0)  # refused
    loops.CampaignCreate()  # refused
    loops.ScheduleAt(method="schedule")  # refused


def unknown_arguments(client: Loops, other: Batch) -> None:
    """With what the contract does not know, or by the names of the wire."""
    client.campaigns.update("c1", subject="s")  # refused
    client.campaigns.update("c1", mailingListId=None)  # refused
    client.campaigns.get("c1", "c2")  # refused
    client.campaigns.update("c1", "Spring")  # refused
    client.campaigns.send("c1")  # refused
    client.orchestrations.list()  # refused
    other.orchestrations.list(cursor="c")  # refused
    Loops(project_key="p")  # refused
    Loops("k")  # refused
    client.with_options(retries=3)  # refused


def both_at_once(client: Loops, other: Batch) -> None:
    """A body and its fields, where fields are required."""
    client.campaigns.create(body=loops.CampaignCreate(name="n"), name="n")  # refused
    other.campaigns.delete(body=batch.CampaignDelete(id="o1"), id="o1")  # refused
    client.campaigns.update("c1", body=loops.CampaignCreate(name="n"))  # refused


def wrong_results(client: Loops, error: BadRequestError) -> None:
    """A result taken for something else."""
    name: int = client.campaigns.get("c1").name  # refused
    url: str = client.campaigns.get("c1").url  # refused
    client.campaigns.get("c1").emailMessageContentRevisionId  # noqa: B018  # refused
    client.campaigns.get("c1").scheduling.timestamp.isoformat()  # refused
    error.body.error  # noqa: B018  # refused
    print(name, url)


async def waiting(client: AsyncLoops, other: AsyncBatch) -> None:
    """An await too few or too many."""
    print((client.campaigns.get("c1")).name)  # refused
    await client.campaigns.list()  # refused
    for _ in other.orchestrations.list():  # refused
        pass


def step() -> sendkit.SequenceStepInput:
    """A union is closed in what is sent."""
    return sendkit.Schedule()  # refused
