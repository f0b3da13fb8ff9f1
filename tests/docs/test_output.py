"""Reports on documentation: the same findings in every format, and nothing of a page that acts as markup."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from handbill_generator.diagnostics import ConfigError, Position
from handbill_generator.docs.findings import Edit, Finding, Kind, Level, Report, Said, Settled
from handbill_generator.docs.model import Attribute, Side, SourceKind
from handbill_generator.docs.output import FORMATS, Options, render
from handbill_generator.docs.output.json_report import schema
from handbill_generator.reporting.context import Context
from jsonschema import Draft202012Validator

HOSTILE = "x\n::error::forged\r<script>alert(1)</script> @everyone | [link](javascript:1) \x1b[31m `tick`"

MISSING = Finding(
    id="property-missing",
    kind=Kind.missing,
    level=Level.error,
    contract="specs/shop/openapi.yaml",
    page="order-page",
    operation="POST /orders",
    side=Side.request,
    path=("body", "gift"),
    attribute=Attribute.exists,
    message='"gift" is documented and not in the contract',
    hint="add it, or rule on it",
    old=Said(values=("boolean",), source=SourceKind.tag, position=Position("pages/order.md", 12, 1)),
    position=Position("specs/shop/openapi.yaml", 40, 7),
    pointer="#/components/schemas/Order",
    symbols=("shop.models.Order", "shop.resources.orders.Orders.create"),
    edits=(
        Edit(
            action="add",
            pointer="#/components/schemas/Order/properties/gift",
            value={"type": "boolean"},
            position=Position("specs/shop/openapi.yaml", 40, 7),
        ),
    ),
    fingerprint="0123456789ab",
)
NOTE = replace(
    MISSING, id="values-unstated", kind=Kind.unknowable, level=Level.note, fingerprint="aaaaaaaaaaaa", edits=()
)
SETTLED = replace(
    MISSING,
    id="object-opaque",
    kind=Kind.inconsistent,
    level=Level.warning,
    settled=Settled(position=Position("specs/shop/docs.yaml", 9, 5), chosen="The list holds.", why="It says more."),
    fingerprint="bbbbbbbbbbbb",
)
FORGED = replace(
    MISSING,
    page=HOSTILE,
    operation=HOSTILE,
    path=("body", HOSTILE),
    message=HOSTILE,
    hint=HOSTILE,
    old=Said(values=(HOSTILE,), source=SourceKind.prose, position=Position(HOSTILE, 1, 1)),
    symbols=(HOSTILE,),
    edits=(Edit(action="add", pointer=f"#/{HOSTILE}", value=HOSTILE),),
    fingerprint="cccccccccccc",
)
PAGE = {
    "contract": "specs/shop/openapi.yaml",
    "name": "order-page",
    "format": "mintlify",
    "url": "",
    "file": "order.md",
    "facts": 31,
}
REPORT = Report(command="audit", pages=(PAGE,), findings=(NOTE, SETTLED, MISSING))
HOSTILE_REPORT = Report(command="check", pages=({**PAGE, "name": HOSTILE},), findings=(FORGED,))
EMPTY = Report(command="audit", pages=(), findings=())


def rendered(report: Report, format: str, *, settled: bool = False) -> str:
    context = Context(folder=Path("/project"), repository=Path("/project"), marker="handbill-docs")
    options = Options(settled=settled, width=100, context=context, explain="What {} means.".format)
    return render(report, format, options)


@pytest.mark.parametrize("report", [REPORT, HOSTILE_REPORT, EMPTY])
@pytest.mark.parametrize("format", FORMATS)
def test_every_report_is_written_in_every_format(format: str, report: Report) -> None:
    """A report ends in a line end, and no line of a page begins a line of it."""
    text = rendered(report, format)
    assert text.endswith("\n")
    assert not re.search(r"^(::error::forged|<script)", text, re.MULTILINE)
    assert "\x1b" not in text
    assert "\r" not in text


def test_text_says_where_what_and_what_to_write() -> None:
    """An error is told in full, a note on a line, and what a ruling settles is counted."""
    lines = rendered(REPORT, "text").splitlines()
    assert lines[0] == "specs/shop/openapi.yaml  order-page"
    assert "  error property-missing  0123456789ab" in lines
    assert "    page     pages/order.md:12:1  boolean (tag)" in lines
    assert "    python   shop.resources.orders.Orders.create" in lines
    assert '    edit     add #/components/schemas/Order/properties/gift: {"type": "boolean"}' in lines
    assert any(line.startswith("  note values-unstated: request body/gift") for line in lines)
    assert not any("object-opaque" in line for line in lines)
    assert lines[-2:] == ["1 error, 1 note, 1 settled by rulings", "fails: 1 finding to act on or to rule on"]


def test_what_is_settled_is_shown_when_it_is_asked_for() -> None:
    """With --settled a report says which ruling decides a finding, and where it stands."""
    assert "The list holds. It says more. (specs/shop/docs.yaml:9:5)" in rendered(REPORT, "text", settled=True)


def test_json_is_what_the_schema_describes() -> None:
    """Every report is valid by the schema that is shipped, which is closed."""
    Draft202012Validator.check_schema(schema())
    for report in (REPORT, HOSTILE_REPORT, EMPTY):
        Draft202012Validator(schema()).validate(json.loads(rendered(report, "json")))
    told = json.loads(rendered(REPORT, "json"))
    assert told["summary"] == {"errors": 1, "warnings": 0, "notes": 1, "settled": 1}
    assert told["fails"] is True


def test_markdown_has_no_live_markup_of_a_page() -> None:
    """Neither an element nor a mention nor a link of a page is one in a comment."""
    text = rendered(HOSTILE_REPORT, "markdown")
    outside_of_code = re.sub(r"(`+).*?\1|<code>.*?</code>", "", text)
    assert "<script" not in outside_of_code
    assert "@everyone" not in outside_of_code
    assert text.startswith("<!-- handbill-docs -->\n### ❌ Documentation: 1 error")


def test_a_long_report_fits_a_comment() -> None:
    """GitHub takes 65,536 characters; what does not fit is counted."""
    many = tuple(replace(MISSING, fingerprint=f"{number:012}") for number in range(500))
    text = rendered(Report(command="check", pages=(PAGE,), findings=many), "markdown")
    assert len(text) < 65_536
    assert "more are left out here" in text


def test_annotations_point_at_the_contract() -> None:
    """GitHub shows errors and warnings that nothing settles at their line, and no notes."""
    first, last = rendered(REPORT, "github").splitlines()
    assert first.startswith("::error file=specs/shop/openapi.yaml,line=40,col=7,title=property-missing::order-page: ")
    assert last.startswith("::notice title=Documentation%3A fails")


def test_more_annotations_than_are_shown_are_counted() -> None:
    """A step shows ten of a kind."""
    many = tuple(replace(MISSING, fingerprint=f"{number:012}") for number in range(25))
    lines = rendered(Report(command="check", pages=(PAGE,), findings=many), "github").splitlines()
    assert sum(line.startswith("::error") for line in lines) == 10
    assert "16 more errors" in lines[9]


def test_sarif_suppresses_what_is_settled() -> None:
    """Code scanning sees each finding once, with its rule explained, and the ruling as the reason of a suppression."""
    [run] = json.loads(rendered(REPORT, "sarif"))["runs"]
    by_rule = {result["ruleId"]: result for result in run["results"]}
    assert by_rule["object-opaque"]["suppressions"][0]["justification"] == "The list holds. It says more."
    assert by_rule["property-missing"]["suppressions"] == []
    assert by_rule["property-missing"]["locations"][0]["physicalLocation"]["region"]["startLine"] == 40
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == set(by_rule)


def test_an_unknown_format_is_refused() -> None:
    """The message names those that there are."""
    with pytest.raises(ConfigError, match="there are text, json, markdown, github, sarif"):
        rendered(REPORT, "yaml")
