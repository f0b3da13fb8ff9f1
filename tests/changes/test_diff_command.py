"""Laws of the command `handbill diff`: what it takes, what it prints, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from handbill_generator import diff
from handbill_generator.changes import Level
from handbill_generator.changes.catalogue import known_ids
from handbill_generator.changes.output.json_report import schema
from handbill_generator.cli.app import app
from handbill_generator.diagnostics import HandbillError
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from tests.changes.shop import TODAY, Document, Edit, edited, shop
from tests.changes.test_edit_space_operations import EDITS, drop, put

BUMPED = put("info", "version", to="2.0.0")
NEVER = "2027-01-31"
BREAKS = drop("components", "schemas", "Order", "properties", "id")
ADDS = put("components", "schemas", "Order", "properties", "size", to={"type": "integer"})


def run(*arguments: str) -> tuple[int, str]:
    """Run the command; give its exit code and what it writes to stdout."""
    result = CliRunner().invoke(app, ["diff", *arguments])
    if isinstance(result.exception, HandbillError):
        raise result.exception
    return result.exit_code, result.stdout


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "old.json", shop())
    return tmp_path


def write(path: Path, document: Document) -> None:
    path.write_text(json.dumps(document, indent=2), encoding="utf-8")


def changed(project: Path, *edits: Edit) -> tuple[str, str]:
    write(project / "new.json", edited(*edits, BUMPED))
    return "old.json", "new.json"


def test_what_breaks_makes_it_fail_and_is_told_with_both_places(project: Path) -> None:
    code, told = run(*changed(project, BREAKS), "--no-python")

    assert code == 1
    assert "response-required-property-removed" in told
    assert "old.json:" in told


def test_what_is_only_new_passes_unless_any_change_fails(project: Path) -> None:
    sides = changed(project, ADDS)

    assert run(*sides, "--no-python")[0] == 0
    assert run(*sides, "--no-python", "--fail-on", "any")[0] == 1
    assert run(*sides, "--no-python", "--fail-on", "never")[0] == 0


def _rename_schema(document: Document) -> None:
    text = json.dumps(document).replace('"Order"', '"Purchase"').replace('/schemas/Order"', '/schemas/Purchase"')
    document.update(json.loads(text))


def test_the_gate_says_how_much_counts(project: Path) -> None:
    sides = changed(project, _rename_schema)

    assert run(*sides, "--level", "wire")[0] == 0
    assert run(*sides, "--level", "import")[0] == 1


def test_a_component_that_is_called_otherwise_breaks_python_alone(project: Path) -> None:
    (change,) = diff(*changed(project, _rename_schema), root=project).changes

    assert change.id == "api-schema-renamed"
    assert (change.wire, change.imports) == (Level.compatible, Level.breaking)
    assert "shop.models.Order" in {symbol.symbol for symbol in change.symbols}


def test_a_method_keeps_its_name_whatever_its_operation_is_called(project: Path) -> None:
    (change,) = diff(*changed(project, put("paths", "/orders", "get", "operationId", to="all")), root=project).changes

    assert (change.id, change.level, change.symbols) == ("api-operation-id-changed", Level.compatible, ())


def test_the_python_symbols_of_a_change_are_named(project: Path) -> None:
    narrower = drop("paths", "/orders", "get", "parameters", 0)

    (change,) = diff(*changed(project, narrower), root=project).changes
    assert change.id == "request-parameter-removed"
    assert (change.wire, change.call, change.types) == (Level.risky, Level.breaking, Level.breaking)
    assert [symbol.symbol for symbol in change.symbols] == ["shop.resources.orders.Orders.list(limit=)"]


def test_a_symbol_stands_beside_its_cause_and_beside_nothing_else(project: Path) -> None:
    order = ("components", "schemas", "Order", "properties", "note")
    edits = [
        put(*order, to={"type": ["string", "null"], "maxLength": 9}),
        put("paths", "/orders/{orderId}", "get", "responses", "200", "headers", to={"X": {"schema": {}}}),
        put("paths", "/orders/{orderId}", "get", "responses", "200", "content", "application/json", "schema", to={}),
    ]
    found = {change.id: change for change in diff(*changed(project, *edits), root=project).changes}

    assert [symbol.symbol for symbol in found["response-property-became-nullable"].symbols] == [
        "shop.models.Order.note"
    ]
    assert found["response-property-max-length-set"].symbols == ()
    assert found["response-header-added"].symbols == ()
    assert "shop.resources.orders.Orders.get" in {
        symbol.symbol for change in found.values() for symbol in change.symbols if "header" not in change.id
    }


def test_json_is_what_the_function_gives_and_what_the_schema_says(project: Path) -> None:
    sides = changed(project, BREAKS, ADDS)
    told = json.loads(run(*sides, "--format", "json", "--witness", "--today", str(TODAY))[1])

    assert told == diff(*sides, root=project, witness=True, today=TODAY).to_json()
    Draft202012Validator(schema()).validate(told)
    assert any(symbol["witness"] for change in told["changes"] for symbol in change["symbols"])


def test_reports_are_saved_beside_what_is_shown(project: Path) -> None:
    run(*changed(project, BREAKS), "--no-python", "--save", "html=report.html", "--save", "junit=report.xml")

    assert (project / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (project / "report.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_an_accepted_change_passes_until_its_day(project: Path) -> None:
    sides = changed(project, BREAKS)
    code, told = run(
        *sides, "--no-python", "--today", str(TODAY), "--accept", "--reason", "nobody reads it", "--owner", "mail",
        "--expires", NEVER,
    )  # fmt: skip

    assert (code, told) == (0, "1 change accepted until 2027-01-31, in handbill-accept.yaml\n")
    assert run(*sides, "--no-python", "--today", NEVER)[0] == 0
    code, told = run(*sides, "--no-python", "--today", "2027-02-01")
    assert code == 1
    assert "expired" in told


def test_the_project_judges_a_change_by_its_own_rules(project: Path) -> None:
    rule = '[[tool.handbill.diff.severity]]\nid = "response-required-property-*"\nlevel = "risky"\nreason = "we know"\n'
    (project / "pyproject.toml").write_text(rule, encoding="utf-8")

    code, told = run(*changed(project, BREAKS), "--no-python")
    assert code == 0
    assert "we know" in told


@pytest.mark.parametrize("id", ["request-property-became-required", "api-server-url-changed", "webhook-removed"])
def test_an_id_is_explained(id: str) -> None:
    code, told = run("--explain", id)

    assert code == 0
    assert told.startswith(f"{id}\n")
    assert len(told.split()) > 25


def test_every_id_that_an_edit_gives_is_explained() -> None:
    known = known_ids()

    assert {id for _, there, _, back, _ in EDITS.values() for id in (there, back)} <= known.keys()
    assert len(known) >= 755


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["old.json"], "give OLD and NEW"),
        (["nowhere.json", "old.json"], "nowhere.json"),
        (["old.json", "pyproject.toml"], "pyproject.toml"),
        (["--explain", "request-property-became-requird"], "request-property-became-required"),
        (["old.json", "old.json", "--today", "tomorrow"], "YYYY-MM-DD"),
        (["old.json", "old.json", "--save", "html"], "FORMAT=FILE"),
        (["old.json", "old.json", "--save", "word=a.doc"], "FORMAT=FILE"),
        (["old.json", "old.json", "--save", "html=no/such/folder/a.html"], "cannot be written"),
        (["HEAD:old.json", "old.json"], "git"),
    ],
)
def test_wrong_input_is_told_in_one_line(project: Path, arguments: list[str], says: str) -> None:
    with pytest.raises(HandbillError, match=says.replace(".", r"\.")):
        run(*arguments)


def test_accepting_needs_a_reason_an_owner_and_a_day(project: Path) -> None:
    sides = changed(project, BREAKS)

    with pytest.raises(HandbillError, match="--reason"):
        run(*sides, "--no-python", "--accept")
    assert not (project / "handbill-accept.yaml").exists()


def test_revisions_of_git_are_compared_with_the_files_as_they_are(project: Path) -> None:
    who = {f"GIT_{role}_{what}": "t@example.com" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for command in (["init", "-q"], ["add", "old.json"], ["commit", "-qm", "one"]):
        subprocess.run(["git", *command], cwd=project, check=True, env={**os.environ, **who})
    write(project / "old.json", edited(BREAKS, BUMPED))

    code, told = run("HEAD:old.json", "old.json", "--no-python", "--format", "json")
    (change,) = [change for change in json.loads(told)["changes"] if change["level"] == "breaking"]
    assert code == 1
    assert change["old"]["file"] == "HEAD:old.json"


def test_folders_pair_their_contracts_and_tell_what_came_and_went(project: Path) -> None:
    for folder, names in (("before", ["a", "b"]), ("after", ["b", "c"])):
        (project / folder).mkdir()
        for name in names:
            write(project / folder / f"{name}.json", shop())

    told = json.loads(run("before", "after", "--no-python", "--format", "json")[1])
    assert {change["id"] for change in told["changes"]} == {"contract-removed", "contract-added"}


def test_colour_is_left_out_where_nobody_asked_for_it(project: Path) -> None:
    sides = changed(project, BREAKS)
    done = subprocess.run(
        [sys.executable, "-m", "handbill_generator.cli.entry", "diff", *sides, "--no-python"],
        cwd=project, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert "\x1b[" not in done.stdout
