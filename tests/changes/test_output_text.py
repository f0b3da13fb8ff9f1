"""Laws of the report for a terminal."""

from __future__ import annotations

import re

import pytest
from handbill_generator.changes.model import Gate, Level
from handbill_generator.changes.output import render

from tests.changes import sample_report as reports

SGR = re.compile("\x1b\\[[0-9;]*m")


def test_a_change_is_told_whole() -> None:
    """One block says level, verdicts, id, fingerprint, message, place, both sides, symbols, facade and hint."""
    block = """\
  breaking WCT- request-property-became-required  1a6f0c3b9d52
    the property mailingListId of the request body is required now
    where    schema CampaignUpdate · mailingListId
    old      HEAD~1:specs/loops/openapi.yaml:412:7  ["name"]
    new      specs/loops/openapi.yaml:418:7  ["name", "mailingListId"]
    python   handbill_loops.resources.campaigns.Campaigns.update(mailing_list_id=)
             str | None | MISSING = MISSING -> str | None
             became-required, breaking for call and types;
             resources/campaigns.py:88
    python   handbill_loops.models.CampaignUpdate.mailing_list_id
             str | None | MISSING -> str | None
             became-required, breaking for call and types; models.py:212
    facade   loops audience.list_id (native), loops update (emulated)
    hint     Keep it optional and let the server fill in the list that the
             account sends to by default
"""
    assert block in render(reports.sample(), "text")


def test_the_last_lines_say_how_it_stands() -> None:
    """Counts and verdict close the report, as they are what is read first on a terminal."""
    assert render(reports.sample(), "text").splitlines()[-2:] == [
        "4 breaking, 1 risky, 3 compatible changes, 1 accepted",
        "fails: 4 changes are breaking at level import, 1 problem of the policy",
    ]
    assert render(reports.empty(), "text").splitlines()[-2:] == ["no changes", "passes"]
    wire = render(reports.sample(), "text", gate=Gate.wire, fail_on=Level.risky)
    assert "fails: 4 changes are risky or breaking at level wire" in wire


def test_a_wide_reach_is_counted_and_cut() -> None:
    """Of many operations three are named."""
    written = " ".join(render(reports.sample(), "text").split())
    assert "reaches 10 operations: DELETE /v1/campaigns/{campaignId}, GET /v1/campaigns," in written
    assert "and 7 more" in written


def test_the_bump_that_is_due_is_held_against_the_one_made() -> None:
    """Each contract says which bumps are due and whether its version makes them."""
    written = " ".join(render(reports.sample(), "text").split())
    assert (
        "the API needs a major bump, handbill_loops a major one; info.version makes a patch one, 1.21.6 to 1.21.7, "
        "which is not enough" in written
    )


def test_what_is_accepted_stands_apart_with_its_reason() -> None:
    """An accepted change comes behind the others, with who accepted it and until when."""
    written = render(reports.sample(), "text")
    apart = written[written.index("Accepted") :]
    assert "accepted W-T- response-property-became-optional" in apart
    assert "until 2027-03-31" in apart


def test_witnesses_are_shown_when_asked_for() -> None:
    """Code that type-checks no longer is there with --witness alone."""
    assert "loops.campaigns.update(" not in render(reports.sample(), "text")
    assert "| def use(loops: Loops) -> None:" in render(reports.sample(), "text", witness=True)


@pytest.mark.parametrize("width", [10, 60, 80, 200])
def test_lines_keep_to_the_width(width: int) -> None:
    """No line is wider than the terminal, or than a path that is kept whole."""
    for line in render(reports.sample(), "text", width=width).splitlines():
        assert len(line) <= max(width, 40) or len(line.split()) <= 4


def test_colour_changes_no_letter() -> None:
    """Without its colours a coloured report is the plain one, which has none."""
    plain, coloured = (render(reports.sample(), "text", color=color) for color in (False, True))
    assert "\x1b" not in plain
    assert SGR.sub("", coloured) == plain
    assert coloured != plain


def test_no_line_is_the_document_s_own() -> None:
    """Text with line ends and escape sequences stays on the line it is printed on, in colour too."""
    written = render(reports.hostile(), "text", witness=True, color=True)
    assert "\x1b" not in SGR.sub("", written)
    assert not any(line.lstrip().startswith("::error") for line in SGR.sub("", written).splitlines())
