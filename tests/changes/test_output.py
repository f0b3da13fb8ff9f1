"""Laws of every format of a report."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from handbill_generator.changes.model import Gate, Level, Report
from handbill_generator.changes.output import FORMATS, Context, render
from handbill_generator.diagnostics import ConfigError, Position

from tests.changes import sample_report as reports

EACH = pytest.mark.parametrize("format", FORMATS)
BUILDERS = (reports.sample, reports.hostile, reports.empty, reports.nothing)


@EACH
@pytest.mark.parametrize("build", BUILDERS, ids=lambda build: build.__name__)
def test_a_report_is_written_the_same_twice_and_ends_its_last_line(format: str, build: Callable[[], Report]) -> None:
    """The same report is the same text, can be written as UTF-8, and ends with a line end."""
    once, again = (render(build(), format, witness=True) for _ in range(2))
    assert once == again
    assert once.encode().endswith(b"\n")


@EACH
@pytest.mark.parametrize("gate", Gate)
@pytest.mark.parametrize("fail_on", [None, *Level])
def test_a_report_is_written_whatever_counts(format: str, gate: Gate, fail_on: Level | None) -> None:
    """No gate and no threshold is without its text."""
    assert render(reports.sample(), format, gate=gate, fail_on=fail_on)


@EACH
def test_no_control_character_and_no_reordering_gets_out(format: str) -> None:
    """Whatever a document says, no escape sequence, bell, null or bidirectional override is in any format."""
    written = render(reports.hostile(), format, witness=True)
    assert set(written) & set("\x1b\x07\x00\r\u202e\u2028") == set()


def test_another_format_is_refused_by_name() -> None:
    """A format that there is not is an error that lists those that there are."""
    with pytest.raises(ConfigError, match='there is no format "pdf"; there are text, json, markdown, html'):
        render(reports.empty(), "pdf")


def test_files_are_named_from_the_folder_and_from_the_repository() -> None:
    """People read paths from the current folder, machines from the root; what a revision has is not there for them."""
    context = Context(folder=Path("/srv/shop/specs"), repository=Path("/srv/shop"))
    inside, beside = Position("/srv/shop/specs/a.yaml", 1, 1), Position("/srv/shop/b.yaml", 1, 1)
    assert context.shown(inside) == "a.yaml"
    assert context.shown(beside) == "/srv/shop/b.yaml"
    assert context.path(inside) == context.path(Position("a.yaml", 1, 1)) == "specs/a.yaml"
    assert context.path(beside) == context.path(Position("../b.yaml", 1, 1)) == "b.yaml"
    assert Context().path(Position("../b.yaml", 1, 1)) is None
    assert context.path(Position("main@{1 day ago}:specs/a.yaml", 1, 1)) is None
    assert context.path(Position("/elsewhere/c.yaml", 1, 1)) is None
    assert context.path(Position("origin/main:specs/a.yaml", 1, 1)) is None
    assert context.shown(Position("origin/main:specs/a.yaml", 1, 1)) == "origin/main:specs/a.yaml"


def test_a_link_leads_to_the_line_of_its_side() -> None:
    """Each side has its own address; a path is escaped in it, and a file that is not in the repository has none."""
    context = Context(
        folder=Path("/srv/shop"),
        old_lines="https://code.example/blob/aaa/{file}#L{line}",
        new_lines="https://code.example/blob/bbb/{file}#L{line}",
    )
    old, new = Position("HEAD~1:specs/a b.yaml", 7, 1), Position("/srv/shop/specs/a#b.yaml", 9, 1)
    assert context.link(old, old=True) == "https://code.example/blob/aaa/specs/a%20b.yaml#L7"
    assert context.link(new, old=False) == "https://code.example/blob/bbb/specs/a%23b.yaml#L9"
    assert context.link(Position("/elsewhere/c.yaml", 1, 1), old=False) == ""
    assert Context().link(new, old=False) == ""


@pytest.mark.parametrize("lines", ["javascript:alert(1)//{file}", "https://code.example/blob", "{file}"])
def test_an_address_that_is_none_of_the_web_is_refused(lines: str) -> None:
    """What a link must not be is an error before anything is written."""
    with pytest.raises(ConfigError, match="cannot be linked"):
        Context(new_lines=lines)


@pytest.mark.parametrize("marker", ["a-->b", "", "a b", "--", "a--b"])
def test_a_marker_that_would_end_its_comment_is_refused(marker: str) -> None:
    """The marker of a comment is a word."""
    with pytest.raises(ConfigError, match="cannot mark a comment"):
        Context(marker=marker)


def test_a_value_of_null_is_told_from_none() -> None:
    """Where one side has null and the other a value, null is shown."""
    at = "#/components/schemas/A/properties/b/default"
    change = reports.change(
        "request-property-default-value-changed",
        "0123456789ab",
        old=reports.side(reports.OLD_LOOPS, 3, at, None),
        new=reports.side(reports.LOOPS, 4, at, 7),
    )
    report = Report(pairs=reports.sample().pairs, changes=(change,))
    assert f"{reports.OLD_LOOPS}:3:9  null" in render(report, "text")


def test_the_command_line_and_python_tell_the_same() -> None:
    """What `to_json` gives is what is printed."""
    report = reports.sample()
    assert json.loads(render(report, "json")) == report.to_json()
