"""The documented histories of the four providers give exactly the changes that their sheets record."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from handbill_generator import diff
from handbill_generator.changes import Level

from tests.changes.histories import STEPS
from tests.changes.shop import TODAY

SPECS = Path(__file__).parents[2] / "specs"


@pytest.mark.parametrize(("provider", "before", "after"), STEPS, ids=["-".join(step) for step in STEPS])
def test_a_step_changes_what_the_sheet_says_and_nothing_else(provider: str, before: str, after: str) -> None:
    folder = SPECS / provider / "history"
    report = diff(folder / f"{before}.yaml", folder / f"{after}.yaml", today=TODAY, python=False)

    told = [change for change in report.changes if change.where != "info.version"]
    assert Counter(f"{c.wire} | {c.id} | {c.where}" for c in told) == Counter(
        STEPS[provider, before, after].strip().splitlines()
    )


@pytest.mark.parametrize("provider", ["autosend", "batch", "loops", "sendkit"])
def test_a_contract_does_not_differ_from_itself(provider: str) -> None:
    contract = SPECS / provider / "openapi.yaml"

    assert diff(contract, contract, today=TODAY).changes == ()


def test_each_change_points_at_a_line_of_its_file() -> None:
    folder = SPECS / "loops" / "history"
    report = diff(folder / "2026-06-02.yaml", folder / "1.12.0.yaml", today=TODAY, python=False)

    for change in report.changes:
        for side in filter(None, (change.old, change.new)):
            lines = Path(side.position.file).read_text(encoding="utf-8").splitlines()
            assert 1 <= side.position.line <= len(lines)
    (subject,) = [change for change in report.changes if change.where.endswith("data.items.subject")]
    assert subject.old is not None
    line = (folder / "2026-06-02.yaml").read_text(encoding="utf-8").splitlines()[subject.old.position.line - 1]
    assert line.strip() == "subject:"
    assert subject.wire is Level.breaking
