"""What must not pass with the facade: each line that ends in `# refused` is an error, and no other line is."""

from __future__ import annotations

from typing import Any

import handbill
import handbill_autosend.models as autosend
import handbill_loops.models as loops
from handbill import UNKNOWN, Audience, Campaign, Content, Draft, Gradual, SendAt, Sender, SendNow, Throttle, Window
from handbill_batch import Batch
from handbill_loops import Loops

Any_ = handbill.Campaigns[Any, Any, Any]


def wrong_credentials() -> None:
    """A credential of another provider, or a provider that there is not."""
    handbill.connect("loops", project_key="p")  # refused
    handbill.connect("loops", workspace_id="w")  # refused
    handbill.connect("autosend", project_key="p")  # refused
    handbill.connect("batch", project_id="p")  # refused
    handbill.connect("nope")  # refused
    handbill.connect("Loops")  # refused
    handbill.connect("loops", "k")  # refused
    handbill.connect("loops", api_key=5)  # refused
    handbill.connect("loops", retries=3)  # refused
    handbill.aconnect("sendkit", project_key="p")  # refused
    handbill.aconnect("nope")  # refused


def mail_by_accident(campaigns: Any_) -> None:
    """SendNow in anything but `schedule`."""
    campaigns.update("c1", schedule=SendNow())  # refused
    Draft(name="n", schedule=SendNow())  # refused
    campaigns.schedule("c1", "now")  # refused
    campaigns.schedule("c1", None)  # refused


def wrong_changes(campaigns: Any_) -> None:
    """Changes that no campaign has, or of another type."""
    campaigns.update("c1", subject="s")  # refused
    campaigns.update("c1", contents=Content())  # refused
    campaigns.update("c1", name=None)  # refused
    campaigns.update("c1", content="s")  # refused
    campaigns.update("c1", audience=["l1"])  # refused
    campaigns.update("c1", name="n", on_unsupported="ignore")  # refused
    campaigns.update(name="n")  # refused
    campaigns.create("n")  # refused
    campaigns.create(Draft())  # refused
    campaigns.get(5)  # refused
    campaigns.delete("c1", base=Draft(name="n"))  # refused
    campaigns.stats("c1", since="2026-01-01")  # refused
    campaigns.send("c1")  # refused


def wrong_parts() -> None:
    """Parts with values of another type, or with names that they do not have."""
    Audience(lists="l1")  # refused
    Audience(lists=["l1"])  # refused
    Audience(segments=("s1",))  # refused
    Audience(everyone="yes")  # refused
    Content(subject=5)  # refused
    Content(steps=("Hello",))  # refused
    Content("Hello")  # refused
    Sender(mailboxes="m1")  # refused
    Throttle(limit=5, per="hour")  # refused
    Throttle(limit=5)  # refused
    Gradual(per_day=5, growth="3x")  # refused
    Window(start="09:00")  # refused
    Window(days=("Monday",))  # refused
    SendAt("2027-04-01")  # refused


def frozen(draft: Draft, campaign: Campaign[object]) -> None:
    """Values are not changed; a copy is made."""
    draft.name = "n"  # refused
    campaign.content.subject = "s"  # refused


def wrong_native() -> None:
    """Arguments that the provider does not have, or that would send, or of another type."""
    with handbill.connect("autosend", api_key="k") as campaigns:
        campaigns.update("c1", native={"publish": True})  # refused
        campaigns.update("c1", native={"unsubscribeGroupId": "g1"})  # refused
        campaigns.update("c1", native={"unsubscribe_group_id": None})  # refused
        campaigns.update("c1", native={"lmx": "l"})  # refused
    with handbill.connect("batch", api_key="k", project_key="p") as others:
        others.create(Draft(name="n"), native={"state": "RUNNING"})  # refused
        others.create(Draft(name="n"), native={"labels": "news"})  # refused
    with handbill.connect("sendkit", api_key="k") as third:
        third.create(Draft(name="n"), native={"settings": {"stop_on_reply": True}})  # refused


def wrong_results(campaign: Campaign[loops.Campaign]) -> None:
    """What may be unknown, or none, taken for a value; a raw model taken for another."""
    print(campaign.content.subject.upper())  # refused
    copy_of(campaign.name)  # refused
    if campaign.content.subject is not None:
        print(campaign.content.subject.upper())  # refused
    if campaign.content.subject is not UNKNOWN:
        print(campaign.content.subject.upper())  # refused
    copy_of(campaign.raw)  # refused
    print(campaign.raw.subject)  # refused
    print(campaign.subject)  # refused
    with handbill.connect("loops", api_key="k") as campaigns:
        closed(campaigns.client)  # refused
        for _ in campaigns.plan.list():  # refused
            pass


def copy_of(raw: autosend.Campaign) -> autosend.Campaign:
    """For those who have one of AutoSend's."""
    return raw.model_copy()


def closed(client: Batch) -> None:
    """For those who have the client of Batch."""
    client.close()


async def waiting(campaigns: Any_, others: handbill.AsyncCampaigns[Loops, Any, Any]) -> None:
    """An await too few or too many."""
    await campaigns.get("c1")  # refused
    print(others.get("c1").name)  # refused
    await others.list()  # refused
    await others.plan.get("c1")  # refused
    for _ in others.list():  # refused
        pass
    async for _ in campaigns.list():  # refused
        pass
    with others:  # refused
        pass
