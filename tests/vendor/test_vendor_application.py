"""An application that uses a vendored client: the list of an update is all that has to be changed, and no more."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.vendor.projects import ALPHA, LATEST, MIDDLE, NAME, SRC, added, emitted, findings, put, python, run, tree

OF_ALPHA = {
    "src/acme/clients.py": """\
from __future__ import annotations

from ._vendor.handbill_loops import AsyncLoops, Loops
from ._vendor.handbill_loops.testing import FakeTransport


def client() -> Loops:
    return Loops(api_key="secret")


def client_of_tests(transport: FakeTransport) -> Loops:
    return Loops(api_key="secret", transport=transport)


def async_client() -> AsyncLoops:
    return AsyncLoops(api_key="secret")
""",
    "src/acme/newsletter.py": """\
from __future__ import annotations

from collections.abc import Iterator

from ._vendor.handbill_loops import Loops, NotFoundError
from ._vendor.handbill_loops.models import Campaign, CampaignListItem  # breaks


class Newsletter:
    def __init__(self, loops: Loops) -> None:
        self._campaigns = loops.campaigns

    def draft(self, name: str) -> str:
        created = self._campaigns.create(name=name)
        if not created.success:  # breaks
            raise RuntimeError(name)
        return created.campaign_id  # breaks

    def message(self, name: str) -> str:
        return self._campaigns.create(name=name).email_message_id  # breaks

    def drafts(self) -> Iterator[CampaignListItem]:  # breaks
        for row in self._campaigns.list():  # breaks
            if row.status == "Draft":
                yield row

    def find(self, id: str) -> Campaign | None:
        try:
            return self._campaigns.get(id)
        except NotFoundError as error:
            print(error.body.message, error.body.success)  # breaks
            return None
""",
    "src/acme/report.py": """\
import acme._vendor.handbill_loops.models as m
from acme.clients import client
from acme.newsletter import Newsletter


def heads() -> list[str]:
    newsletter = Newsletter(client())
    return [f"{row.campaign_id}: {row.subject}" for row in newsletter.drafts()]  # breaks


def row(campaign: m.Campaign) -> dict[str, str]:
    return {
        "id": campaign.campaign_id,  # breaks
        "name": campaign.name,
        "message": campaign.email_message_id or "",
    }


def page(listed: m.CampaignList) -> int:
    return len(listed.data) if listed.success else 0  # breaks
""",
    "src/acme/jobs.py": """\
from acme.clients import async_client


async def names() -> list[tuple[str, str]]:
    async with async_client() as loops:
        campaign = await loops.campaigns.get("c1")
        first = (campaign.campaign_id, campaign.name)  # breaks
        return [first, *[(row.campaign_id, row.name) async for row in loops.campaigns.list()]]  # breaks
""",
    "src/acme/orders.py": """\
class Order:
    def __init__(self, campaign_id: str) -> None:
        self.campaign_id = campaign_id
        self.success = True


def paid(order: Order) -> bool:
    return order.success and order.campaign_id != ""
""",
}
OF_LATEST = {
    "src/acme/newsletter.py": (
        ("Campaign, CampaignListItem", "Campaign"),
        ("        if not created.success:  # breaks\n            raise RuntimeError(name)\n", ""),
        ("created.campaign_id", "created.id"),
        (".email_message_id", '.email_message_id or ""'),
        ("Iterator[CampaignListItem]", "Iterator[Campaign]"),
        (", error.body.success", ""),
    ),
    "src/acme/report.py": (
        ("{row.campaign_id}: {row.subject}", "{row.id}: {row.name}"),
        ("campaign.campaign_id", "campaign.id"),
        (" if listed.success else 0", ""),
    ),
    "src/acme/jobs.py": (("campaign.campaign_id", "campaign.id"), ("row.campaign_id", "row.id")),
}  # fmt: skip

OF_MIDDLE = {
    "src/acme/schedule.py": """\
from datetime import UTC, datetime

from acme._vendor.handbill_loops import Loops
from acme._vendor.handbill_loops.models import Campaign, ScheduleAt


def planned(loops: Loops, name: str) -> str:
    at = ScheduleAt(method="schedule", timestamp=datetime(2026, 12, 1, tzinfo=UTC))
    made = loops.campaigns.create(name=name, mailing_list_id=None, scheduling=at)
    return made.id


def shown(campaign: Campaign) -> str:
    return f"{campaign.id} {campaign.scheduling.method} {campaign.audience_filter}"
""",
}

# One call of the application, answered in the project's own process.
ANSWERED = """
from acme._vendor.handbill_loops.testing import FakeTransport
from acme.clients import client_of_tests
from acme.newsletter import Newsletter

with FakeTransport() as transport:
    transport.answer("getCampaign", {body}, status=404)
    Newsletter(client_of_tests(transport)).find("c1")
"""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What mypy remembers of httpx2 and pydantic."""
    return tmp_path_factory.mktemp("mypy")


def strict(root: Path, cache: Path) -> dict[tuple[str, int], str]:
    """Give what mypy --strict says of the application, by file and line."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary", "--no-pretty"),
            *("--cache-dir", str(cache), "-p", "acme"),
        ],
        cwd=root,
        env={"MYPYPATH": "src", "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    parts = [line.split(":", 3) for line in done.stdout.splitlines() if ": error:" in line]
    return {(file, int(line)): text for file, line, _, text in parts}


def marked(files: dict[str, str]) -> set[tuple[str, int]]:
    """Give the lines that say of themselves that they break."""
    return {
        (path, number)
        for path, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        if line.endswith("# breaks")
    }


def told(packages: list[dict[str, Any]]) -> set[tuple[str, int]]:
    return {(use["file"], use["line"]) for package in packages for use in package["uses"] if use["certain"]}


def answered(root: Path, body: dict[str, object]) -> str:
    """Give what the application prints for an answer, in a process of its own that has no handbill."""
    return python(root, SRC, ANSWERED.format(body=body))


def test_the_list_of_an_update_is_complete(tmp_path: Path, cache: Path) -> None:
    """From the alpha to 1.21.7: what is named by file and line is what breaks; changed there alone, all is well again.

    mypy is the judge: it has nothing to say before, names no line afterwards that was not told, and has nothing to say
    when the lines that were told have been changed.
    """
    root = added(tmp_path, ALPHA)
    put(root, OF_ALPHA)
    assert strict(root, cache) == {}
    assert answered(root, {"message": "gone", "success": False}) == "gone False"
    before = tree(root)
    arguments = ("update", NAME, "--to", str(emitted(LATEST)))
    dry = run(root, *arguments, "--dry-run")
    assert tree(root) == before
    done = run(root, *arguments, "--yes", "--format", "json")
    assert done.code == 0, done.error
    packages = done.json["packages"]
    assert told(packages) == marked(OF_ALPHA)
    assert [use for use in packages[0]["uses"] if not use["certain"]] == []
    for file, line in marked(OF_ALPHA):
        assert f"  {file}:{line}:" in dry.out
    refused = strict(root, cache)
    assert refused
    assert {place: text for place, text in refused.items() if place not in told(packages)} == {}
    for path, edits in OF_LATEST.items():
        text = OF_ALPHA[path]
        for old, new in edits:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        put(root, {path: text})
    assert strict(root, cache) == {}
    assert findings(root) == set()
    assert answered(root, {"message": "gone"}) == "gone"


def test_an_update_that_breaks_nothing_says_so(tmp_path: Path, cache: Path) -> None:
    """From 1.12.0 to 1.21.7 nothing breaks: nothing is named, and the application is as well typed as before."""
    root = added(tmp_path, MIDDLE)
    put(root, OF_MIDDLE)
    assert strict(root, cache) == {}
    done = run(root, "update", NAME, "--to", str(emitted(LATEST)), "--yes")
    assert done.code == 0, done.error
    assert "No Python name that the project could use breaks." in done.out
    assert strict(root, cache) == {}


def test_of_two_versions_one_is_updated(tmp_path: Path, cache: Path) -> None:
    """Two versions live side by side; an update of one names its uses alone, and does not touch the other."""
    root = added(tmp_path, ALPHA)
    assert run(root, "add", str(emitted(ALPHA)), "--into", SRC.into, "--as", "loops_v1").code == 0
    line = "    return loops.campaigns.get('c1').campaign_id\n"
    old = f"from acme._vendor.loops_v1 import Loops\n\n\ndef old(loops: Loops) -> str:\n{line}"
    new = old.replace("loops_v1", NAME).replace("def old", "def new")
    put(root, {"src/acme/old.py": old, "src/acme/new.py": new})
    before = {path: raw for path, raw in tree(root).items() if "loops_v1" in path}
    done = run(root, "update", NAME, "--to", str(emitted(LATEST)), "--yes", "--format", "json")
    assert done.code == 0, done.error
    assert told(done.json["packages"]) == {("src/acme/new.py", 5)}
    assert set(strict(root, cache)) == {("src/acme/new.py", 5)}
    assert {path: raw for path, raw in tree(root).items() if "loops_v1" in path} == before
    assert findings(root) == set()
