"""Laws of what the hosts of code read: workflow commands, code quality, test results, SARIF."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from handbill_generator.changes.model import Gate, Level, Report
from handbill_generator.changes.output import Context, render
from jsonschema import Draft202012Validator

from tests.changes import sample_report as reports

SCHEMAS = Path(__file__).parent / "schemas"
COMMAND = re.compile(r"::(?P<command>[a-z]+)(?: (?P<properties>(?:(?!::).)*))?::(?P<message>.*)")
EXPLAINED = Context(explain="What {} is.".format)
EVERY = pytest.mark.parametrize(
    "build", [reports.sample, reports.hostile, reports.empty, reports.nothing], ids=lambda build: build.__name__
)


def _commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands as the runner does: split at colons and commas first, then undo the escapes."""
    found = []
    for line in text.splitlines():
        command = COMMAND.fullmatch(line)
        assert command, line
        properties = dict(part.split("=", 1) for part in command["properties"].split(","))
        found.append((command["command"], {k: _plain(v) for k, v in properties.items()}, _plain(command["message"])))
    return found


def _xml(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314, as it is ours


def _plain(text: str) -> str:
    for escape, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(escape, character)
    return text


def _valid(text: str, schema: str) -> Any:
    value = json.loads(text)
    Draft202012Validator(json.loads((SCHEMAS / schema).read_text())).validate(value)
    return value


def test_annotations_stand_at_lines_of_the_working_tree() -> None:
    """Breaking is an error, risky a warning, all else one notice; what is gone stands where it was, and says so."""
    commands = _commands(render(reports.sample(), "github"))
    assert [command for command, _, _ in commands] == ["error"] * 4 + ["warning", "error", "notice"]
    assert commands[0][1] == {
        "file": reports.LOOPS,
        "line": "418",
        "col": "7",
        "title": "request-property-became-required",
    }
    assert "Campaigns.update(mailing_list_id=): str | None | MISSING = MISSING -> str | None" in commands[0][2]
    assert commands[1][1]["title"] == "response-property-removed (stood at line 640 before)"
    assert commands[1][1]["file"] == reports.LOOPS
    assert commands[-1][1]["title"].startswith("Contracts: fails: 4 changes are breaking at level import, 1 problem")


def test_annotations_of_a_folder_are_named_from_the_repository() -> None:
    """Run in a folder below, the files have the names that the host knows."""
    context = Context(folder=Path("/srv/shop/contracts"), repository=Path("/srv/shop"))
    assert _commands(render(reports.sample(), "github", context=context))[0][1]["file"] == f"contracts/{reports.LOOPS}"


def test_annotations_are_no_more_than_are_shown() -> None:
    """Of each kind there are ten at most, the last of which says how many there would be."""
    commands = _commands(render(reports.many(300), "github"))
    assert [command for command, _, _ in commands] == ["error"] * 10 + ["warning"] * 10 + ["notice"]
    assert commands[9][2] == "91 more breaking changes; the whole report names them"


def test_a_document_gives_no_command() -> None:
    """Hostile text ends neither its line nor its property."""
    commands = _commands(render(reports.hostile(), "github"))
    assert [command for command, _, _ in commands] == ["error", "error", "notice"]
    assert set(commands[0][1]) == {"file", "line", "col", "title"}


@EVERY
def test_code_quality_is_valid_and_names_each_finding_once(build: Callable[[], Report]) -> None:
    """Each entry has what GitLab asks for, and a fingerprint of its own."""
    entries = _valid(render(build(), "gitlab"), "gitlab_code_quality.json")
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)


def test_code_quality_tells_what_fails_from_what_does_not() -> None:
    """What fails is critical; accepted and compatible changes are not there."""
    entries = json.loads(render(reports.sample(), "gitlab"))
    assert [entry["severity"] for entry in entries] == ["critical"] * 4 + ["minor", "major"]
    assert entries[0]["location"] == {"path": reports.LOOPS, "lines": {"begin": 418}}
    assert entries[1]["location"]["path"] == reports.LOOPS
    never = json.loads(render(reports.sample(), "gitlab", fail_on=None))
    assert [entry["severity"] for entry in never] == ["major"] * 4 + ["minor", "major"]


@EVERY
def test_test_results_are_xml_that_counts_right(build: Callable[[], Report]) -> None:
    """A reader of XML takes every report, and what the attributes say is what there is."""
    report = build()
    root = _xml(render(report, "junit", gate=Gate.imports))
    for suite in (root, *root):
        cases = list(suite.iter("testcase"))
        assert int(suite.attrib["tests"]) == len(cases)
        assert int(suite.attrib["failures"]) == sum(case.find("failure") is not None for case in cases)
        assert int(suite.attrib["skipped"]) == sum(case.find("skipped") is not None for case in cases)
    assert len(root) == len(report.pairs) + bool(report.problems)
    names = [case.attrib["name"] for case in root.iter("testcase")]
    assert len(names) == len(set(names)) or not report.pairs


def test_test_results_fail_where_the_command_does() -> None:
    """A failing change is a failure, an accepted one is skipped with its reason, all else passes."""
    report = reports.sample()
    root = _xml(render(report, "junit", gate=Gate.wire, fail_on=Level.breaking))
    failed = [case.attrib["name"] for case in root[0] if case.find("failure") is not None]
    assert failed == ["request-property-became-required at schema CampaignUpdate · mailingListId [1a6f0c3b9d52]"]
    skipped = root.find(".//skipped")
    assert skipped is not None
    assert skipped.attrib["message"].endswith("(platform@shop.example, until 2027-03-31)")


@EVERY
def test_sarif_is_valid(build: Callable[[], Report]) -> None:
    """Each log has what the standard asks for, and nothing that it does not know."""
    log = _valid(render(build(), "sarif", context=EXPLAINED), "sarif_as_written.json")
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    for result in log["runs"][0]["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_has_both_sides_and_what_is_accepted() -> None:
    """A result stands at the new line, relates to the old one, and is suppressed where it is accepted."""
    log = json.loads(render(reports.sample(), "sarif", context=EXPLAINED))
    run = log["runs"][0]
    first, *others = run["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": reports.LOOPS, "uriBaseId": "SRCROOT"}
    assert place["region"] == {"startLine": 418, "startColumn": 7}
    related = first["relatedLocations"][0]["physicalLocation"]
    assert related["artifactLocation"]["description"]["text"] == "At HEAD~1."
    assert first["partialFingerprints"] == {"handbill/v1": "1a6f0c3b9d52"}
    assert first["properties"]["call"] == "breaking"
    assert [result["ruleId"] for result in others if result["suppressions"]] == ["response-property-became-optional"]
    assert all(rule["help"]["text"] == f"What {rule['id']} is." for rule in run["tool"]["driver"]["rules"])
    assert [result["level"] for result in run["results"]].count("error") == 6
