"""The versions that changes ask for, one for the API and one for the Python package."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from handbill_generator.bundle import bundle
from handbill_generator.changes import Change, Effect, Level
from handbill_generator.changes.catalogue import explain
from handbill_generator.changes.model import Acceptance, SymbolChange
from handbill_generator.changes.versions import version_changes, versions
from handbill_generator.contract import Contract, read_contract
from handbill_generator.load import load

from tests.changes.making import change

BREAKING = change("request-property-became-required", Level.breaking)
RISKY = change("request-property-removed", Level.risky)
NEW = change("endpoint-added", Level.compatible, old=None)
WIDER = change("request-body-max-length-increased", Level.compatible, effect=Effect.widens)
DEPRECATED = change("response-property-deprecated", Level.compatible)
WORDS = change("response-property-title-changed", Level.compatible)
NAME = change("api-operation-id-changed", Level.compatible, imports=Level.breaking)


@pytest.mark.parametrize(
    ("changes", "api", "package"),
    [
        ([], "none", "none"),
        ([WORDS], "patch", "patch"),
        ([NEW], "minor", "minor"),
        ([WIDER], "minor", "minor"),
        ([DEPRECATED], "minor", "minor"),
        ([RISKY, WORDS], "minor", "minor"),
        ([BREAKING, NEW], "major", "major"),
        ([NAME], "patch", "major"),
    ],
)
def test_api_and_package_are_judged_apart(changes: list[Change], api: str, package: str) -> None:
    found = versions("1.4.0", "1.4.0", changes)

    assert (found.api, found.package) == (api, package)


def test_a_new_python_name_is_new_for_the_package_alone() -> None:
    symbol = SymbolChange(
        symbol="acme.models.Thing",
        kind="added",
        old="",
        new="class Thing",
        call=Level.compatible,
        types=Level.compatible,
        imports=Level.compatible,
    )
    found = versions("1.4.0", "1.4.0", [change("api-schema-renamed", symbols=(symbol,))])

    assert (found.api, found.package) == ("patch", "minor")


def test_an_accepted_change_counts_as_what_it_is() -> None:
    entry = Acceptance(fingerprint="0123456789ab", reason="agreed", owner="mail", expires=date(2027, 1, 1))
    found = versions("1.4.0", "1.4.0", [change("request-property-became-required", Level.breaking, accepted=entry)])

    assert (found.api, found.package) == ("major", "major")


@pytest.mark.parametrize(
    ("old", "new", "asked", "enough"),
    [
        ("0.4.0", "0.5.0", "minor", True),
        ("0.4.0", "0.4.1", "minor", False),
        ("0.9.0", "1.0.0", "minor", True),
        ("1.0.0-beta.1", "1.0.0-beta.2", "patch", True),
        ("2.0rc1", "2.0rc2", "patch", True),
        ("2.0.0-rc.1", "2.0.0", "patch", True),
        ("2.0.0-rc.1", "2.0.0-rc.1", "patch", False),
    ],
)
def test_less_is_asked_where_nothing_was_promised_yet(old: str, new: str, asked: str, enough: bool) -> None:
    found = versions(old, new, [BREAKING])

    assert (found.api, found.package, found.enough) == (asked, asked, enough)


@pytest.mark.parametrize(
    ("old", "new", "given", "enough"),
    [
        ("1.4.0", "2.0.0", "major", True),
        ("1.4.0", "1.5.0", "minor", False),
        ("1.4", "1.4.1", "patch", False),
        ("1.4.0", "1.4.0", "none", False),
        ("1.4.0", "1.4", "none", False),
        ("1.4.0+a", "1.4.0+b", "none", False),
        ("v1", "v2", "major", True),
        ("2.4", "2.10", "minor", False),
        ("2.0.0", "1.9.0", "decreased", False),
        ("2.0.0", "2.0.0-rc.1", "decreased", False),
        ("1.0.0-beta.10", "1.0.0-beta.9", "decreased", False),
        ("1.0.0-beta", "1.0.0-alpha", "decreased", False),
        ("2026-04-23", "2026-06-02", "unknown", True),
        ("2026-04-23", "2026-04-23", "none", False),
        ("2026.4.1", "2026.5.0", "unknown", True),
        ("20260401", "20260501", "unknown", True),
        ("1.2.3.4", "1.2.3.5", "unknown", True),
        ("alpha", "1.0.0", "unknown", True),
        ("", "1.0.0", "unknown", True),
        ("", "", "unknown", True),
        ("9" * 500, "1.0.0", "unknown", True),
        ("1.0.0-" + "a." * 20_000, "1.0.0", "unknown", True),
    ],
)
def test_the_given_version_is_held_against_what_breaks(old: str, new: str, given: str, enough: bool) -> None:
    found = versions(old, new, [BREAKING])

    assert (found.given, found.enough) == (given, enough)


def test_no_change_asks_for_no_version_and_any_is_enough_but_an_older_one() -> None:
    assert versions("1.4.0", "1.4.0", []).enough
    assert versions("1.4.0", "1.5.0", []).enough
    assert not versions("1.5.0", "1.4.0", []).enough
    assert versions("", "", [BREAKING]).enough


def contract(folder: Path, version: str) -> Contract:
    path = folder / f"{len(list(folder.iterdir()))}.json"
    path.write_text(json.dumps({"openapi": "3.1.0", "info": {"title": "T", "version": version}, "paths": {}}, indent=1))
    return read_contract(bundle(load(path)))


@pytest.mark.parametrize(
    ("old", "new", "changes", "id", "said"),
    [
        ("1.4.0", "1.4.0", [NEW], "api-version-not-bumped", "still 1.4.0, though the changes ask for a minor bump"),
        ("1.4.0", "1.4.1", [NEW], "api-version-not-bumped", "from 1.4.0 to 1.4.1, a patch bump, though"),
        ("1.4.0", "1.5.0", [BREAKING], "api-major-version-not-bumped", "a minor bump, though the changes ask for a"),
        ("0.4.0", "0.4.1", [BREAKING], "api-version-not-bumped", "though the changes ask for a minor bump"),
        ("1.4.0", "1.3.0", [], "api-version-decreased", "goes back from 1.4.0 to 1.3.0"),
        ("1.4.0", "1.4.0\x1b[2J", [NEW], "", ""),
    ],
)
def test_a_bump_that_is_too_small_is_a_finding(
    tmp_path: Path, old: str, new: str, changes: list[Change], id: str, said: str
) -> None:
    before, after = contract(tmp_path, old), contract(tmp_path, new)
    found = version_changes(before, after, versions(old, new, changes), name="api.yaml")

    assert [each.id for each in found] == ([id] if id else [])
    for each in found:
        assert said in each.message
        assert (each.level, each.pointer) == (Level.compatible, "#/info/version")
        assert each.side.position.line == 5
        assert explain(each.id)


def test_a_project_can_ask_to_be_stopped_by_a_bump_that_is_too_small(tmp_path: Path) -> None:
    before, after = contract(tmp_path, "1.4.0"), contract(tmp_path, "1.5.0")
    judged = versions("1.4.0", "1.5.0", [BREAKING])
    (found,) = version_changes(before, after, judged, name="api.yaml", wire=Level.risky)

    assert found.level is Level.risky


def test_a_bump_that_is_enough_is_no_finding(tmp_path: Path) -> None:
    before, after = contract(tmp_path, "1.4.0"), contract(tmp_path, "2.0.0")

    assert not version_changes(before, after, versions("1.4.0", "2.0.0", [BREAKING]), name="api.yaml")
