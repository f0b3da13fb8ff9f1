"""The scan of a project's own source for what breaks: which lines it names, and which it leaves alone."""

from __future__ import annotations

import textwrap
from functools import cache
from pathlib import Path

import pytest
from handbill_generator.bundle import bundle
from handbill_generator.changes import Report, compare_pairs, pairs
from handbill_generator.changes.model import SymbolChange
from handbill_generator.changes.python import Emitted, emitted
from handbill_generator.config import DiffSettings
from handbill_generator.contract import read_contract
from handbill_generator.load import load
from handbill_generator.vendor.usage import Use, uses

HISTORY = Path(__file__).parents[2] / "specs" / "loops" / "history"
OLD, NEW = "2026-04-23-alpha.yaml", "1.21.7.yaml"
PACKAGE = "handbill_loops"
VENDORED = f"acme._vendor.{PACKAGE}"


@cache
def package(name: str) -> Emitted:
    contract = read_contract(bundle(load(HISTORY / name, name=name)))
    return emitted(contract, package=PACKAGE, symbols={})


@cache
def changed() -> tuple[SymbolChange, ...]:
    """Give what changes between the alpha of the Loops contract and 1.21.7."""
    from datetime import date

    found: Report = compare_pairs(
        pairs(str(HISTORY / OLD), str(HISTORY / NEW), root=HISTORY),
        DiffSettings(accept=HISTORY / "none.yaml"),
        root=HISTORY,
        today=date(2026, 9, 1),
    )
    return tuple(symbol for change in found.changes for symbol in change.symbols)


def scanned(root: Path, **files: str) -> list[Use]:
    """Write *files* (`acme__jobs` is acme/jobs.py) and scan them."""
    for name, text in files.items():
        path = root / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
    return list(uses([root], imported_as=VENDORED, old=package(OLD), new=package(NEW), symbols=changed()))


def told(found: list[Use]) -> list[tuple[int, str]]:
    """Give the lines with the symbols that they use, without the package."""
    return [(use.line, use.change.symbol.removeprefix(f"{PACKAGE}.")) for use in found if use.is_certain]


CASES = {
    "an import of a class that is gone": (
        """
        from acme._vendor.handbill_loops.models import CampaignListItem
        """,
        [(2, "models.CampaignListItem")],
    ),
    "a relative import under another name, in quotes": (
        """
        from ._vendor.handbill_loops import models as m

        def show(row: "m.CampaignListItem") -> None: ...
        """,
        [(4, "models.CampaignListItem")],
    ),
    "an attribute of a call's result": (
        """
        from acme._vendor.handbill_loops import Loops

        with Loops() as loops:
            print(loops.campaigns.get("c1").campaign_id)
        """,
        [(5, "models.Campaign.campaign_id")],
    ),
    "an attribute of what a listing gives": (
        """
        import acme._vendor.handbill_loops as sdk

        def names(loops: sdk.Loops) -> list[str]:
            return [row.campaign_id for row in loops.campaigns.list()]
        """,
        [(5, "models.CampaignListItem"), (5, "resources.campaigns.Campaigns.list")],
    ),
    "a member that what comes in its place has, too": (
        """
        import acme._vendor.handbill_loops as sdk

        def names(loops: sdk.Loops) -> list[str]:
            rows = loops.campaigns.list()
            return [row.name for row in rows]
        """,
        [(5, "resources.campaigns.Campaigns.list")],
    ),
    "the async twin": (
        """
        from acme._vendor.handbill_loops import AsyncLoops

        async def show(loops: AsyncLoops) -> None:
            campaign = await loops.campaigns.get("c1")
            print(campaign.success)
        """,
        [(6, "models.Campaign.success")],
    ),
    "an attribute of self": (
        """
        from acme._vendor.handbill_loops import Loops

        class Service:
            def __init__(self, loops: Loops) -> None:
                self.campaigns = loops.campaigns

            def new(self) -> str:
                created = self.campaigns.create(name="Spring")
                return created.campaign_id
        """,
        [(10, "models.CreatedCampaign.campaign_id")],
    ),
    "the body of an error": (
        """
        from acme._vendor.handbill_loops import Loops, NotFoundError

        def read(loops: Loops) -> None:
            try:
                loops.campaigns.get("c1")
            except NotFoundError as error:
                print(error.body.success, error.body.message)
        """,
        [(8, "models.ErrorResponse.success")],
    ),
    "a pattern, and getattr with a name": (
        """
        from acme._vendor.handbill_loops.models import Campaign

        def read(campaign: Campaign) -> None:
            match campaign:
                case Campaign(success=True):
                    print(getattr(campaign, "campaign_id"))
        """,
        [(6, "models.Campaign.success"), (7, "models.Campaign.campaign_id")],
    ),
    "a constructor's argument": (
        """
        from acme._vendor.handbill_loops.models import Campaign

        Campaign(campaign_id="c1", name="Spring")
        """,
        [(4, "models.Campaign.campaign_id")],
    ),
    "what did not change": (
        """
        from acme._vendor.handbill_loops import Loops

        with Loops() as loops:
            campaign = loops.campaigns.get("c1")
            print(campaign.name, campaign.status, loops.campaigns.create(name="Spring").name)
        """,
        [],
    ),
    "another thing of the same name": (
        """
        from acme._vendor.handbill_loops import Loops

        class Order:
            campaign_id = "c1"

        print(Order().campaign_id, Loops)
        """,
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_lines(case: str, tmp_path: Path) -> None:
    """Each line that breaks is named, and no other."""
    source, expected = CASES[case]
    assert sorted(told(scanned(tmp_path, acme__jobs=source))) == sorted(expected)


def test_what_takes_the_place_is_named(tmp_path: Path) -> None:
    """A field that goes points at the new one of its kind, a class at what stands where it stood."""
    source = """
        from acme._vendor.handbill_loops.models import Campaign, CampaignListItem

        def show(campaign: Campaign) -> None:
            print(campaign.campaign_id, campaign.success)
    """
    found = {use.change.symbol.rpartition(".")[2]: use.instead for use in scanned(tmp_path, acme__jobs=source)}
    models = f"{PACKAGE}.models"
    expected = {"CampaignListItem": f"{models}.Campaign", "campaign_id": f"{models}.Campaign.id", "success": ""}
    assert found == expected


def test_it_follows_names_through_the_modules_of_a_project(tmp_path: Path) -> None:
    """A client made in one module, kept in a second and used in a third is still that client."""
    found = scanned(
        tmp_path,
        acme____init__="",
        acme__clients="""
            from ._vendor.handbill_loops import Loops

            def make():
                return Loops(api_key="x")
        """,
        acme__service="""
            from . import clients

            class Service:
                def __init__(self):
                    self._loops = clients.make()

                @property
                def campaigns(self):
                    return self._loops.campaigns

            SERVICE = Service()
        """,
        acme__jobs="""
            from acme.service import SERVICE

            print(SERVICE.campaigns.get("c1").campaign_id)
        """,
    )
    assert [(use.path.name, *each) for use, each in zip(found, told(found), strict=True)] == [
        ("jobs.py", 4, "models.Campaign.campaign_id")
    ]


def test_what_cannot_be_followed_is_perhaps_one(tmp_path: Path) -> None:
    """In a file that uses the package, an attribute with a name that goes is told as uncertain, whatever it is of."""
    source = (
        "from acme._vendor.handbill_loops import Loops\n\ndef show(it):\n    print(Loops, it.campaign_id, it.name)\n"
    )
    [use] = scanned(tmp_path, acme__jobs=source)
    assert (use.line, use.is_certain, use.code) == (4, False, "print(Loops, it.campaign_id, it.name)")


def test_a_file_that_does_not_use_the_package_is_left_alone(tmp_path: Path) -> None:
    """Names alone are no reason to send somebody anywhere."""
    assert not scanned(tmp_path, acme__other="def show(it):\n    print(it.campaign_id)\n")


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    """Broken files, definitions that go round, and what is nested out of all measure do not end the scan."""
    found = scanned(
        tmp_path,
        acme__broken="def (:",
        acme__round="""
            from acme.round import a as b
            from acme.round import b as a

            def f():
                return f()

            print(a.campaign_id, f().campaign_id)
        """,
        acme__deep=f"x = {'(' * 150}1{')' * 150}\ny = {'-' * 5000}1",
        acme__jobs="from acme._vendor.handbill_loops.models import CampaignListItem\n",
    )
    assert [use.path.name for use in found] == ["jobs.py"]


def test_vendored_code_is_not_the_projects_own(tmp_path: Path) -> None:
    """A package that lies in the project is not scanned where the scan is told to leave it out."""
    vendored = tmp_path / "acme" / "_vendor" / PACKAGE
    source = "from acme._vendor.handbill_loops.models import CampaignListItem\n"
    vendored.mkdir(parents=True)
    (vendored / "models.py").write_text(source, encoding="utf-8")
    sides = {"old": package(OLD), "new": package(NEW), "symbols": changed()}
    assert uses([tmp_path], imported_as=VENDORED, **sides)
    assert not uses([tmp_path], imported_as=VENDORED, without=[vendored], **sides)
