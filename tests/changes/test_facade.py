"""Which verbs and fields of the facade rest on what changed in the contract of a provider."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbill_generator import diff

from tests.changes.shop import TODAY

SPEC = Path(__file__).parents[2] / "specs" / "loops" / "openapi.yaml"
SETTINGS = """
[tool.handbill.clients.loops]
spec = "openapi.yaml"
package = "{package}"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text(SETTINGS.format(package="handbill_loops"), encoding="utf-8")
    text = SPEC.read_text(encoding="utf-8")
    (tmp_path / "old.yaml").write_text(text, encoding="utf-8")
    before, update, after = text.partition("    CampaignUpdate:\n")
    after = after.replace("        mailingListId:\n", "        mailingList:\n", 1)
    (tmp_path / "openapi.yaml").write_text(before + update + after, encoding="utf-8")
    return tmp_path


def cells(project: Path) -> dict[str, set[str]]:
    report = diff("old.yaml", "openapi.yaml", root=project, today=TODAY, python=False)
    return {change.id: {cell.cell for cell in change.facade} for change in report.changes}


def test_a_property_that_a_field_is_written_to_touches_that_field(project: Path) -> None:
    assert "audience.lists" in cells(project)["request-property-removed"]


def test_what_the_facade_does_not_do_is_not_touched(project: Path) -> None:
    report = diff("old.yaml", "openapi.yaml", root=project, today=TODAY, python=False)

    assert "unsupported" not in {cell.level for change in report.changes for cell in change.facade}


def test_the_client_of_somebody_else_has_no_facade(project: Path) -> None:
    (project / "pyproject.toml").write_text(SETTINGS.format(package="acme"), encoding="utf-8")

    assert not any(cells(project).values())
