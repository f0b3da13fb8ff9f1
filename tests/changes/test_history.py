"""The history of a contract: its states are found in their order, and each tells what it changed."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import typer
from handbill_generator.changes import Change, Gate, Level, Pair
from handbill_generator.changes.catalogue import known_ids
from handbill_generator.changes.comparing import Wishes
from handbill_generator.changes.history import sections
from handbill_generator.changes.model import SymbolChange
from handbill_generator.changes.output.changelog import CATEGORIES, Section, category_of, markdown, text, told
from handbill_generator.changes.states import State, states_in_folder, states_in_git
from handbill_generator.changes.versions import versions
from handbill_generator.cli.changelog import changelog
from handbill_generator.diagnostics import ConfigError, SpecError
from typer.testing import CliRunner

from tests.changes.making import change

SPECS = Path(__file__).parents[2] / "specs"
NO_GIT_OF_OURS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.com",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.com",
}
SYMBOL = SymbolChange(
    symbol="acme.models.Thing.size",
    kind="retyped",
    old="int",
    new="str",
    call=Level.compatible,
    types=Level.breaking,
    imports=Level.compatible,
)

# ---------------------------------------------------------------- what a change stands under


@pytest.mark.parametrize(
    ("id", "category"),
    [
        ("endpoint-added", "Added"),
        ("new-optional-request-parameter", "Added"),
        ("response-optional-property-added", "Added"),
        ("request-body-added-optional", "Added"),
        ("api-removed-without-deprecation", "Removed"),
        ("api-removed-before-sunset", "Removed"),
        ("request-parameter-removed-with-deprecation", "Removed"),
        ("request-property-removed", "Removed"),
        ("response-success-status-removed", "Removed"),
        ("endpoint-deprecated", "Deprecated"),
        ("request-property-deprecated-sunset-missing", "Deprecated"),
        ("endpoint-reactivated", "Changed"),
        ("request-property-became-required", "Changed"),
        ("response-property-enum-value-added", "Changed"),
        ("request-body-pattern-added", "Changed"),
        ("request-body-not-removed", "Changed"),
        ("response-property-pattern-property-added", "Changed"),
        ("request-property-default-value-added", "Changed"),
        ("api-security-scope-added", "Security"),
        ("api-security-component-removed", "Security"),
    ],
)
def test_a_change_stands_under_what_happened(id: str, category: str) -> None:
    assert id in known_ids()
    assert category_of(change(id)) == category


def test_every_id_has_a_heading_and_what_came_or_went_is_a_thing() -> None:
    for id in known_ids():
        category = category_of(change(id))
        assert category in CATEGORIES
        if category in ("Added", "Removed"):
            assert "pattern" not in id
            assert not id.endswith(("-of-added", "-of-removed", "-value-added", "-value-removed"))


# ---------------------------------------------------------------- where states come from


def contract(version: str, *names: str, title: str = "Shop") -> str:
    """Give a contract with an operation for each of *names*."""
    paths = {
        f"/{name}": {"get": {"operationId": f"get_{name}", "responses": {"204": {"description": "Done."}}}}
        for name in names
    }
    return json.dumps({"openapi": "3.1.0", "info": {"title": title, "version": version}, "paths": paths}, indent=1)


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> str:
    when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**environment, **NO_GIT_OF_OURS, **when},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def commit(folder: Path, files: dict[str, str], *tags: str, day: str = "2026-01-01") -> None:
    if not (folder / ".git").exists():
        folder.mkdir(exist_ok=True)
        git(folder, "init", "-q", "-b", "main")
    write(folder, files)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", "m", day=day)
    for tag in tags:
        git(folder, "tag", tag)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Three releases, of which the second leaves the contract as it is, and something after them."""
    folder = tmp_path / "shop"
    commit(folder, {"notes.txt": "x"}, "v0.1.0", day="2026-01-01")
    commit(folder, {"specs/api.json": contract("1.0.0", "a")}, "v1.0.0", day="2026-02-01")
    commit(folder, {"notes.txt": "y"}, "v1.0.1", day="2026-02-02")
    commit(folder, {"specs/api.json": contract("2.0.0", "b")}, "v2.0.0-rc1", "v2.0.0", day="2026-03-01")
    commit(folder, {"specs/api.json": contract("2.0.0", "b", "c")}, day="2026-04-01")
    return folder


def names(states: object) -> list[tuple[str, str]]:
    return [(state.name, state.day) for state in states]  # type: ignore[attr-defined]


def test_states_are_those_of_the_tags_that_change_the_contract(repository: Path) -> None:
    found = states_in_git("specs/api.json", root=repository)

    assert names(found) == [("v1.0.0", "2026-02-01"), ("v2.0.0", "2026-03-01"), ("Unreleased", "")]


@pytest.mark.parametrize(
    ("start", "end", "tags", "expected"),
    [
        ("v1.0.1", "", "*", ["v1.0.1", "v2.0.0", "Unreleased"]),
        ("v1.0.0", "v2.0.0", "*", ["v1.0.0", "v2.0.0"]),
        ("", "HEAD", "*", ["v1.0.0", "v2.0.0", "Unreleased"]),
        ("", "HEAD~1", "*", ["v1.0.0", "v2.0.0"]),
        ("v1.0.0", "v1.0.1", "*", ["v1.0.0"]),
        ("", "", "*rc*", ["v2.0.0-rc1", "Unreleased"]),
        ("", "v2.0.0", "none", ["Unreleased"]),
    ],
)
def test_states_begin_and_end_where_they_are_told_to(
    repository: Path, start: str, end: str, tags: str, expected: list[str]
) -> None:
    found = states_in_git("specs/api.json", root=repository, start=start, end=end, tags=tags)

    assert [state.name for state in found] == expected


def test_what_is_not_committed_is_unreleased(repository: Path) -> None:
    write(repository, {"specs/api.json": contract("3.0.0", "d")})
    *_, last = states_in_git("specs/api.json", root=repository)

    assert last.name == "Unreleased"
    assert last.input
    assert last.input.contract
    assert last.input.contract.version.raw == "3.0.0"


def test_states_are_in_the_order_of_commits_whatever_the_names_and_days(tmp_path: Path) -> None:
    commit(tmp_path, {"api.json": contract("1", "a")}, "zebra", day="2026-03-01")
    commit(tmp_path, {"api.json": contract("1", "b")}, "yak", day="2026-02-01")
    commit(tmp_path, {"api.json": contract("1", "c")}, "ant", day="2026-01-01")

    assert [state.name for state in states_in_git("api.json", root=tmp_path)] == ["zebra", "yak", "ant"]


def test_tags_of_other_branches_are_not_looked_at(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "other", "v1.0.0")
    commit(repository, {"specs/api.json": contract("9.0.0", "z")}, "v9.0.0")
    git(repository, "checkout", "-q", "main")

    assert "v9.0.0" not in [state.name for state in states_in_git("specs/api.json", root=repository)]


def test_a_file_that_the_contract_refers_to_is_a_part_of_its_state(tmp_path: Path) -> None:
    main = contract("1", "a").replace('"paths": {', '"paths": {"/p": {"$ref": "part.json"},')
    commit(tmp_path, {"api.json": main, "part.json": "{}"}, "one")
    commit(tmp_path, {"part.json": '{"summary": "P"}'}, "two")

    assert [state.name for state in states_in_git("api.json", root=tmp_path)] == ["one", "two"]


def test_an_overlay_of_the_project_is_a_part_of_its_state(tmp_path: Path) -> None:
    """What the project corrects from outside changes the contract, wherever the overlay stands."""
    project = '[tool.handbill.clients.shop]\nspec = "s/api.json"\noverlays = ["fixes/a.json"]\n'
    head = '{"overlay": "1.1.0", "info": {"title": "F", "version": "1"}, "actions": '
    fix = head + '[{"target": "$.info", "update": {%s}}]}'
    commit(tmp_path, {"pyproject.toml": project, "s/api.json": contract("1", "a")}, "one")
    commit(tmp_path, {"fixes/a.json": fix % '"version": "2"'}, "two")
    commit(tmp_path, {"notes.txt": "n"}, "same")
    commit(tmp_path, {"fixes/a.json": fix % '"version": "3"'})
    states = list(states_in_git("s/api.json", root=tmp_path))
    assert [state.name for state in states][:2] == ["one", "two"]
    assert len(states) == 3
    versions = [state.input.contract.version.raw for state in states if state.input and state.input.contract]
    assert versions == ["1", "2", "3"]


def test_a_state_that_cannot_be_read_is_noted_and_left_out(tmp_path: Path) -> None:
    commit(tmp_path, {"s/api.json": contract("1", "a")}, "one")
    commit(tmp_path, {"s/api.json": "{"}, "two")
    commit(tmp_path, {"s/api.json": contract("1", "b")}, "three")
    found = list(states_in_git("s/api.json", root=tmp_path))

    assert [(state.name, bool(state.input)) for state in found] == [("one", True), ("two", False), ("three", True)]
    assert "s/api.json:1:2" in found[1].note
    with pytest.raises(SpecError, match=r"api\.json:1:2"):
        list(states_in_git("s/api.json", root=tmp_path, end="two"))


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "a..b", ""])
def test_a_revision_that_is_none_is_an_error(repository: Path, revision: str) -> None:
    with pytest.raises(ConfigError, match="revision"):
        list(states_in_git("specs/api.json", root=repository, start=revision or "\n"))


def test_files_of_a_folder_are_ordered_by_version_and_called_by_it(tmp_path: Path) -> None:
    write(tmp_path, {"h/z.json": contract("1.9.0", "a"), "h/a.json": contract("1.10.0", "a"), "h/docs.yaml": "a: 1"})
    write(tmp_path, {"h/2026-06-02.json": contract("1.10.0-rc.1", "a")})

    found = states_in_folder("h", root=tmp_path)
    assert names(found) == [("1.9.0", ""), ("1.10.0-rc.1", "2026-06-02"), ("1.10.0", "")]


def test_files_without_telling_versions_are_ordered_and_called_by_their_names(tmp_path: Path) -> None:
    write(tmp_path, {f"h/{name}.json": contract("edge", name) for name in ("v10", "v9", "2026-13-45")})

    assert names(states_in_folder("h", root=tmp_path)) == [("2026-13-45", ""), ("v9", ""), ("v10", "")]


def test_a_folder_without_a_contract_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "h").mkdir()
    with pytest.raises(ConfigError, match="holds no OpenAPI document"):
        states_in_folder("h", root=tmp_path)


@pytest.mark.parametrize(
    ("provider", "expected"),
    [
        ("loops", ["1.8.0", "1.10.0", "1.12.0", "1.21.7"]),
        ("batch", ["2.1", "2.4", "2.10"]),
        ("autosend", ["2026-03", "2026-04"]),
        ("sendkit", ["v1", "v2", "v3"]),
    ],
)
def test_the_histories_of_the_providers_are_in_their_order(provider: str, expected: list[str]) -> None:
    found = states_in_folder(f"{provider}/history", root=SPECS)

    assert [state.name for state in found] == expected


# ---------------------------------------------------------------- what each state changed


def wishes(python: bool = False) -> Wishes:
    return Wishes(
        today=date(2026, 11, 27),
        notice={},
        severities=(),
        accepted=(),
        targets=(),
        python=python,
        witness=False,
        progress=lambda said: None,
    )


def test_each_state_tells_what_it_changed_the_newest_first(repository: Path) -> None:
    states = states_in_git("specs/api.json", root=repository)
    unreleased, second, first = sections(states, wishes(), name="specs/api.json")

    assert [section.name for section in (unreleased, second, first)] == ["Unreleased", "v2.0.0", "v1.0.0"]
    assert first.pair is None
    assert first.notes == ("The first contract that is known, of version 1.0.0: 1 operation",)
    assert sorted(change.id for change in second.changes) == ["api-path-removed-without-deprecation", "endpoint-added"]
    assert second.pair
    assert (second.pair.versions.api, second.pair.versions.given) == ("major", "major")
    assert "endpoint-added" in [change.id for change in unreleased.changes]


def test_what_it_begins_with_has_no_section_unless_it_is_the_first_there_is(repository: Path) -> None:
    states = list(states_in_git("specs/api.json", root=repository, start="v1.0.1"))
    found = sections(states, wishes(), name="api", from_first=False)

    assert [section.name for section in found] == ["Unreleased", "v2.0.0"]
    assert sections(states[:1], wishes(), name="api", from_first=False) == ()


def test_a_state_after_one_that_cannot_be_read_is_compared_with_the_last_that_can(tmp_path: Path) -> None:
    write(tmp_path, {"h/1.json": contract("1", "a"), "h/2.json": contract("2", "b")})
    one, two = states_in_folder("h", root=tmp_path)
    found = sections([one, State(name="x", day="", input=None, note="it is broken"), two], wishes(), name="api")

    assert [(section.name, bool(section.changes), section.notes) for section in found[:2]] == [
        ("2", True, ()),
        ("x", False, ("it is broken",)),
    ]


def test_a_sunset_is_held_against_the_day_of_the_state(tmp_path: Path) -> None:
    old = json.loads(contract("1", "a", "b"))
    old["paths"]["/a"]["get"] |= {"deprecated": True, "x-sunset": "2026-05-01"}
    write(tmp_path, {"h/1.json": json.dumps(old), "h/2.json": contract("2", "b")})
    one, two = states_in_folder("h", root=tmp_path)

    def ids(day: str) -> list[str]:
        state = State(name="2", day=day, input=two.input)
        (section, _) = sections([one, state], wishes(), name="api")
        return [change.id for change in section.changes]

    assert ids("2026-04-30") == ["api-path-removed-before-sunset"]
    assert "api-path-removed-before-sunset" not in ids("2026-05-02")


# ---------------------------------------------------------------- the text


def section(*changes: Change, old: str = "1.0.0", new: str = "1.1.0", name: str = "v1.1.0") -> Section:
    pair = Pair(name="api", old="o", new="n", package="acme", versions=versions(old, new, changes))
    return Section(name=name, date="2026-05-01", pair=pair, changes=changes)


BREAKS = change(
    "request-property-became-required",
    Level.breaking,
    message='the property "size" became required',
    where="POST /things · request body · size",
    operations=("POST /things",),
    types=Level.breaking,
    symbols=(SYMBOL,),
)
COMES = change(message="the operation was added", where="GET /others", operations=("GET /others",), old=None)
SHARED = change(
    "response-optional-property-added",
    message='the property "colour" was added',
    where="schema Thing · colour",
    operations=("GET /a", "GET /b"),
)


def test_markdown_is_a_changelog_with_what_breaks_marked() -> None:
    assert markdown([section(COMES, BREAKS, SHARED)], title="specs/api.json").splitlines() == [
        "# Changelog of specs/api.json",
        "",
        "## v1.1.0 - 2026-05-01",
        "",
        "The API needs a major bump, acme a major one; info.version makes a minor one, 1.0.0 to 1.1.0, "
        "which is not enough.",
        "",
        "### Added",
        "",
        "- `GET /others`: the operation was added",
        '- `schema Thing`: colour: the property "colour" was added (2 operations)',
        "",
        "### Changed",
        "",
        '- `POST /things`: **Breaking:** request body · size: the property "size" became required; '
        "in Python `acme.models.Thing.size`",
    ]


def test_changes_of_one_operation_stand_together() -> None:
    more = change(message="the name changed", where="GET /others · query a", operations=("GET /others",), id="x-y")
    lines = markdown([section(more, more)], title="api").splitlines()

    assert lines[-3:] == ["- `GET /others`", "  - query a: the name changed", "  - query a: the name changed"]


def test_text_says_the_same() -> None:
    assert text([section(COMES, BREAKS)], title="api").splitlines()[4:] == [
        "  Added",
        "    GET /others",
        "      the operation was added",
        "  Changed",
        "    POST /things",
        '      BREAKING: request body · size: the property "size" became required; in Python acme.models.Thing.size',
    ]


def test_the_gate_says_what_is_called_breaking() -> None:
    renamed = change("api-operation-id-changed", imports=Level.breaking)

    assert "Breaking" in markdown([section(renamed)], title="api")
    assert "Breaking" not in markdown([section(renamed)], title="api", gate=Gate.wire)


def test_symbols_beyond_the_first_few_are_counted() -> None:
    symbols = tuple(SymbolChange(**{**_fields(SYMBOL), "symbol": f"acme.models.T{i}"}) for i in range(5))
    written = markdown([section(change("x-y", symbols=symbols))], title="api")

    assert "`acme.models.T2` and 2 more" in written
    assert "T3" not in written


def _fields(symbol: SymbolChange) -> dict[str, object]:
    return {name: getattr(symbol, name) for name in SymbolChange.__slots__}


def test_a_bump_that_is_too_small_is_said_once() -> None:
    bump = change("api-major-version-not-bumped", where="info.version", message="the version goes from", operations=())

    assert "the version goes from" not in markdown([section(BREAKS, bump)], title="api")


@pytest.mark.parametrize("write", [markdown, text])
def test_an_empty_history_says_so(write: Callable[..., str]) -> None:
    assert "No version changed the contract" in write([], title="api")


@pytest.mark.parametrize("write", [markdown, text])
def test_nothing_of_a_document_is_markup_or_a_line_of_its_own(write: Callable[..., str]) -> None:
    hostile = "x\n## y\x1b[2J <script>alert(1)</script> [a](javascript:b) @team `c` | d"
    odd = change(message=hostile, where=f"GET /{hostile}", operations=(f"GET /{hostile}",))
    written = write([section(odd, name=hostile, new=hostile)], title=hostile)

    assert "\x1b" not in written
    assert not [line for line in written.splitlines() if line.startswith("## y")]
    if write is markdown:
        outside = "".join(written.split("`")[::2])
        assert "<script>" not in outside.replace("&lt;", "")
        assert "[a](" not in outside


def test_json_has_the_changes_as_diff_has_them_and_their_category() -> None:
    (first,) = told([section(BREAKS)])

    assert (first["name"], first["date"], first["versions"]["api"]) == ("v1.1.0", "2026-05-01", "major")
    (entry,) = first["changes"]
    assert (entry["category"], entry["wire"], entry["symbols"][0]["symbol"]) == (
        "Changed",
        "breaking",
        "acme.models.Thing.size",
    )
    assert json.loads(json.dumps(first)) == first


# ---------------------------------------------------------------- the command


def run(folder: Path, *arguments: str, monkeypatch: pytest.MonkeyPatch) -> str:
    app = typer.Typer()
    app.command()(changelog)
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(app, [*arguments, "--today", "2026-11-27"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_command_tells_the_history_of_a_document(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = run(repository, "specs/api.json", "--format", "markdown", monkeypatch=monkeypatch)

    headings = [line for line in written.splitlines() if line.startswith("#")]
    assert headings[0] == "# Changelog of specs/api.json"
    assert [line for line in headings if line.startswith("## ")] == [
        "## Unreleased",
        "## v2.0.0 - 2026-03-01",
        "## v1.0.0 - 2026-02-01",
    ]
    assert "- `GET /a`: **Breaking:** " in written


def test_the_command_tells_of_every_client_that_is_configured(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clients = "".join(
        f'[tool.handbill.clients.{name}]\nspec = "specs/{name}.json"\npackage = "acme_{name}"\n' for name in "xy"
    )
    write(
        repository, {"specs/x.json": contract("1", "x"), "specs/y.json": contract("1", "y"), "pyproject.toml": clients}
    )
    read = json.loads(run(repository, "--format", "json", "--no-python", monkeypatch=monkeypatch))

    assert [entry["contract"] for entry in read["changelogs"]] == ["specs/x.json", "specs/y.json"]
    read = json.loads(run(repository, "y", "--format", "json", "--no-python", monkeypatch=monkeypatch))
    assert [entry["contract"] for entry in read["changelogs"]] == ["specs/y.json"]


def test_versions_beside_the_document_of_a_client_are_told_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    read = json.loads(run(SPECS.parent, "specs/loops/history", "--format", "json", monkeypatch=monkeypatch))
    (told,) = read["changelogs"]

    assert told["contract"] == "specs/loops/openapi.yaml"
    assert [section["name"] for section in told["sections"]] == ["1.21.7", "1.12.0", "1.10.0", "1.8.0"]
    symbols = {
        symbol["symbol"]
        for section in told["sections"]
        for change in section["changes"]
        for symbol in change["symbols"]
    }
    assert "handbill_loops.models.Campaign.campaign_id" in symbols


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.json"], "no file and no folder"),
        (["specs", "--from", "v1.0.0"], "is a folder of versions"),
        (["specs/api.json", "--today", "tomorrow"], "no day; write it as YYYY-MM-DD"),
        ([], "no client is configured|no pyproject"),
    ],
)
def test_what_the_command_cannot_do_is_an_error(
    repository: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    app = typer.Typer()
    app.command()(changelog)
    monkeypatch.chdir(repository)
    with pytest.raises(ConfigError, match=said):
        CliRunner().invoke(app, arguments, catch_exceptions=False)
