"""The kit for continuous integration: its files say what they should, and the action runs as a runner would run it.

The runner here knows as much of GitHub as the action uses: inputs, outputs, the files behind `GITHUB_OUTPUT` and
`GITHUB_STEP_SUMMARY`, and bash with the options that a composite action gets.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

TOP = Path(__file__).parents[2]
ACTION: dict[str, Any] = YAML(typ="safe").load(TOP / "action.yml")
HOOKS: list[dict[str, Any]] = YAML(typ="safe").load(TOP / ".pre-commit-hooks.yaml")
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
HANDBILL = Path(sys.executable).with_name("handbill")
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
NO_GIT_OF_OURS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.com",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.com",
}

# ---------------------------------------------------------------- what the files say


def test_no_expression_reaches_a_script() -> None:
    """What an event brings, such as the name of a branch, would be run as a part of it."""
    assert [step["name"] for step in STEPS if "${{" in step["run"]] == []


def test_each_step_names_its_shell_and_no_other_action_is_used_unless_pinned() -> None:
    for step in STEPS:
        uses = step.get("uses")
        assert uses is None or re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", uses)
        assert uses or step["shell"] == "bash"


def test_every_input_is_described_used_and_optional_but_what_is_compared() -> None:
    used = " ".join(str(value) for step in STEPS for value in step["env"].values())
    for name, told in ACTION["inputs"].items():
        assert told["description"]
        assert f"inputs.{name} " in used
        assert told.get("required", False) is (name == "new")


def test_every_output_comes_from_a_step_that_writes_it() -> None:
    for name, told in ACTION["outputs"].items():
        assert told["description"]
        assert told["value"] == f"${{{{ steps.diff.outputs.{name} }}}}"


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step["name"])
def test_a_script_reads_nothing_but_its_environment_and_that_of_the_runner(step: dict[str, Any]) -> None:
    known = {*step["env"], "HANDBILL", "RUNNER_TEMP", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"}
    read = set(re.findall(r"\$\{?([A-Z][A-Z_]*)", step["run"]))
    own = set(re.findall(r"^\s*([A-Z][A-Z_]*)=", step["run"], re.MULTILINE))

    assert read <= known | own


@pytest.mark.skipif(not shutil.which("shellcheck"), reason="shellcheck is not installed")
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step["name"])
def test_shellcheck_has_nothing_to_say(step: dict[str, Any]) -> None:
    script = f"#!/bin/bash\nset -eo pipefail\n{step['run']}"
    done = subprocess.run(["shellcheck", "-s", "bash", "-"], input=script, capture_output=True, text=True, check=False)

    assert done.stdout == ""


def test_hooks_bring_the_command_line_and_take_no_file_names() -> None:
    assert [hook["id"] for hook in HOOKS] == ["handbill-diff", "handbill-lint", "handbill-generate-check"]
    for hook in HOOKS:
        assert hook["language"] == "python"
        assert hook["additional_dependencies"] == [".[generator]"]
        assert hook["pass_filenames"] is False
        assert hook["description"]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_what_a_hook_runs_is_a_command_with_those_options(hook: dict[str, Any]) -> None:
    _, command, *options = hook["entry"].split()
    shown = subprocess.run(
        [HANDBILL, command, "--help"], capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "200"}
    )

    assert all(option in shown.stdout for option in options)


# ---------------------------------------------------------------- a runner


@dataclass
class Runner:
    """Runs the steps of the action in a repository; *event* has what the expressions say of it."""

    folder: Path
    repository: Path
    event: dict[str, str] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    log: str = ""
    code: int = 0

    def run(self, **given: str) -> Runner:
        inputs = {name: told.get("default", "") for name, told in ACTION["inputs"].items()}
        # What follows in Python takes its time to find; one test looks at it.
        inputs |= {"python": sys.executable, "arguments": "--no-python"} | {
            name.replace("_", "-"): value for name, value in given.items()
        }
        values = {f"inputs.{name}": EXPRESSION.sub("", value) for name, value in inputs.items()}
        values |= {"github.action_path": str(TOP), "github.repository": "o/r"} | self.event
        for step in STEPS:
            self._step(step, values)
            if self.code:
                break
            values |= {
                f"steps.{id}.outputs.{name}": value
                for id, written in self.outputs.items()
                for name, value in written.items()
            }
        return self

    @property
    def summary(self) -> str:
        file = self.folder / "summary.md"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    @property
    def told(self) -> dict[str, str]:
        """The outputs of the action."""
        return self.outputs["diff"]

    def _step(self, step: dict[str, Any], values: dict[str, str]) -> None:
        script = self.folder / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        output = self.folder / "output"
        output.write_text("", encoding="utf-8")
        (self.folder / "temp").mkdir(exist_ok=True)
        own = {
            "HANDBILL": str(HANDBILL),
            "RUNNER_TEMP": str(self.folder / "temp"),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
        }
        given = {name: EXPRESSION.sub(lambda m: values.get(m[1], ""), value) for name, value in step["env"].items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
            cwd=self.repository,
            env={**os.environ, **NO_GIT_OF_OURS, **own, **self.environment, **given},
            capture_output=True,
            text=True,
            check=False,
        )
        self.log += done.stdout + done.stderr
        self.code = done.returncode
        written = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
        self.outputs[step.get("id", step["name"])] = written


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **NO_GIT_OF_OURS},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def contract(*required: str, path: str = "/things") -> str:
    """Give a contract whose one request asks for properties."""
    schema = {"type": "object", "properties": {"name": {"type": "string"}, "size": {"type": "integer"}}}
    operation = {
        "operationId": "createThing",
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {**schema, "required": list(required)}}},
        },
        "responses": {"204": {"description": "Done."}},
    }
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1.0.0"}, "paths": {path: {"post": operation}}}
    return json.dumps(document, indent=2)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit, whose contract asks for a name."""
    folder = tmp_path / "repository"
    (folder / "specs").mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    commit(folder, contract("name"))
    return folder


def commit(folder: Path, text: str) -> str:
    (folder / "specs" / "api.json").write_text(text, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "--allow-empty", "-m", "change")
    return git(folder, "rev-parse", "HEAD")


def test_what_breaks_fails_the_job_and_is_told_everywhere(repository: Path, tmp_path: Path) -> None:
    commit(repository, contract("name", "size"))
    runner = Runner(tmp_path, repository).run(new="specs", arguments="")

    assert runner.code == 1, runner.log
    assert runner.told["breaking"] == "1"
    assert runner.told["failed"] == "true"
    assert "::error file=specs/api.json,line=" in runner.log
    assert "size" in runner.summary
    read = json.loads(Path(runner.told["json"]).read_text(encoding="utf-8"))
    assert "breaking" in [change["wire"] for change in read["changes"]]
    assert any(change["symbols"] for change in read["changes"])
    for name in ("markdown", "html", "sarif", "junit"):
        assert Path(runner.told[name]).stat().st_size


def test_what_breaks_nothing_passes(repository: Path, tmp_path: Path) -> None:
    commit(repository, contract())
    runner = Runner(tmp_path, repository).run(new="specs")

    assert runner.code == 0, runner.log
    assert (runner.told["breaking"], runner.told["failed"]) == ("0", "false")
    assert int(runner.told["compatible"]) >= 1
    assert "::error" not in runner.log


def test_level_and_fail_on_are_those_that_are_given(repository: Path, tmp_path: Path) -> None:
    commit(repository, contract("name", "size"))
    runner = Runner(tmp_path, repository).run(new="specs/api.json", level="wire", fail_on="never", summary="false")

    assert runner.code == 0, runner.log
    assert (runner.told["breaking"], runner.told["failed"]) == ("1", "false")
    assert runner.summary == ""


def test_more_options_are_given_one_a_line(repository: Path, tmp_path: Path) -> None:
    commit(repository, contract("name", "size"))
    runner = Runner(tmp_path, repository).run(new="specs", arguments="--no-python\n--today\n2026-11-27\n")

    assert runner.code == 1, runner.log
    read = json.loads(Path(runner.told["json"]).read_text(encoding="utf-8"))
    assert not any(change["symbols"] for change in read["changes"])


def test_a_document_that_cannot_be_read_is_an_error_and_no_verdict(repository: Path, tmp_path: Path) -> None:
    commit(repository, '{"openapi": "3.1.0", ')
    runner = Runner(tmp_path, repository).run(new="specs")

    assert runner.code == 2
    assert "breaking" not in runner.told
    assert "api.json:1:" in runner.log
    assert "Traceback" not in runner.log


def test_a_pull_request_is_compared_with_what_it_is_merged_into(repository: Path, tmp_path: Path) -> None:
    """What came to the target meanwhile is not its own."""
    base = git(repository, "rev-parse", "HEAD")
    git(repository, "checkout", "-q", "-b", "branch")
    (repository / "notes.txt").write_text("x", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "notes")
    git(repository, "checkout", "-q", "main")
    commit(repository, contract("name", "size"))
    git(repository, "merge", "-q", "--no-ff", "-m", "merge", "branch")
    runner = Runner(tmp_path, repository, {"github.event.pull_request.base.sha": base}).run(new="specs")

    assert runner.code == 0, runner.log
    assert (runner.told["breaking"], runner.told["compatible"]) == ("0", "0")


def test_a_base_that_the_clone_lacks_is_fetched(repository: Path, tmp_path: Path) -> None:
    """The usual checkout of a pull request has one commit."""
    before = git(repository, "rev-parse", "HEAD")
    commit(repository, contract("name"))
    commit(repository, contract("name", "size"))
    git(repository, "config", "uploadpack.allowAnySHA1InWant", "true")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{repository}", str(clone))
    runner = Runner(tmp_path, clone, {"github.event.before": before}).run(new="specs")

    assert runner.code == 1, runner.log
    assert runner.told["breaking"] == "1"


@pytest.mark.parametrize("before", ["", "0" * 40])
def test_without_anything_before_it_there_is_nothing_to_compare(repository: Path, tmp_path: Path, before: str) -> None:
    runner = Runner(tmp_path, repository, {"github.event.before": before}).run(new="specs")

    assert runner.code == 0, runner.log
    assert (runner.told["breaking"], runner.told["failed"]) == ("0", "false")
    assert "nothing to compare" in runner.log


def test_a_contract_that_is_new_is_nothing_to_compare(repository: Path, tmp_path: Path) -> None:
    (repository / "specs" / "new.json").write_text(contract(path="/others"), encoding="utf-8")
    commit(repository, contract("name"))
    runner = Runner(tmp_path, repository).run(new="specs/new.json")

    assert runner.code == 0, runner.log
    assert "it is new since" in runner.log


def test_paths_are_seen_from_the_working_directory(repository: Path, tmp_path: Path) -> None:
    commit(repository, contract("name", "size"))
    runner = Runner(tmp_path, repository).run(new="api.json", working_directory="specs")

    assert runner.code == 1, runner.log
    assert runner.told["breaking"] == "1"


@pytest.mark.parametrize("hostile", ['$(touch pwned)"; touch pwned; "`touch pwned`', "--help", "x\n::error::y"])
def test_no_input_is_run_or_becomes_an_option(repository: Path, tmp_path: Path, hostile: str) -> None:
    commit(repository, contract("name", "size"))
    every = dict.fromkeys(("new", "old", "level", "fail_on"), hostile)
    for given in ({"new": hostile}, {"new": "specs", "old": hostile}, every):
        runner = Runner(tmp_path, repository).run(**given)

        assert runner.code == 2, runner.log
        assert not list(tmp_path.rglob("pwned"))
        stopped = re.search(r"^::stop-commands::(.*)$", runner.log, re.MULTILINE)
        assert "\n::error::y" not in runner.log or stopped


def test_what_a_document_says_is_no_command_of_the_runner(repository: Path, tmp_path: Path) -> None:
    commit(repository, contract("name", "size\n::set-output name=x::y", path="/things%0A::error::z"))
    runner = Runner(tmp_path, repository).run(new="specs")

    assert runner.code == 1, runner.log
    begin, end = (runner.log.index(mark) for mark in ("::stop-commands::", "\n::" + _mark(runner.log)))
    outside = runner.log[:begin] + runner.log[end:]
    assert not re.search(r"^::(set-output|error::z)", outside, re.MULTILINE)


def _mark(log: str) -> str:
    found = re.search(r"^::stop-commands::([0-9a-f]{32})$", log, re.MULTILINE)
    assert found
    return found[1] + "::"


# ---------------------------------------------------------------- the comment

GH = """#!{python}
import json, os, subprocess, sys
arguments = sys.argv[1:]
with open({log!r}, "a", encoding="utf-8") as log:
    log.write(json.dumps(arguments) + "\\n")
if os.environ.get("GH_TOKEN") != "secret":
    sys.exit("HTTP 403: Resource not accessible by integration")
if "--paginate" in arguments:
    query = arguments[arguments.index("--jq") + 1]
    with open({comments!r}, "rb") as comments:
        sys.exit(subprocess.run(["jq", "-r", query], stdin=comments, check=False).returncode)
"""

pull_requests = pytest.mark.skipif(not shutil.which("jq"), reason="jq, which plays a part of gh, is not installed")


def commenting(repository: Path, folder: Path, comments: list[dict[str, Any]], token: str) -> list[list[str]]:
    """Run the action with a gh that knows *comments* and one good *token*; give what gh was asked."""
    tools, log, known = folder / "tools", folder / "gh.log", folder / "comments.json"
    tools.mkdir()
    known.write_text(json.dumps(comments), encoding="utf-8")
    log.write_text("", encoding="utf-8")
    gh = tools / "gh"
    gh.write_text(GH.format(python=sys.executable, log=str(log), comments=str(known)), encoding="utf-8")
    gh.chmod(gh.stat().st_mode | stat.S_IXUSR)
    path = {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
    runner = Runner(folder, repository, {"github.event.pull_request.number": "7"}, path)
    runner.run(new="specs", comment="true", token=token)
    assert runner.code == 1, runner.log
    assert token == "secret" or "::warning title=handbill::no comment could be written" in runner.log
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]


@pull_requests
def test_the_first_comment_is_posted(repository: Path, tmp_path: Path) -> None:
    commit(repository, contract("name", "size"))
    person = {"id": 4, "user": {"type": "User"}, "body": "<!-- handbill-diff --> copied"}
    asked = commenting(repository, tmp_path, [person, {"id": 5, "user": {"type": "Bot"}, "body": "other"}], "secret")

    assert [arguments[2:5] for arguments in asked[1:]] == [["--method", "POST", "repos/o/r/issues/7/comments"]]
    assert asked[1][-1].endswith("handbill-diff.md")


@pull_requests
def test_later_the_same_comment_is_written_over(repository: Path, tmp_path: Path) -> None:
    commit(repository, contract("name", "size"))
    ours = [{"id": id, "user": {"type": "Bot"}, "body": "<!-- handbill-diff -->\nold"} for id in (8, 9)]
    asked = commenting(repository, tmp_path, ours, "secret")

    assert [arguments[2:5] for arguments in asked[1:]] == [["--method", "PATCH", "repos/o/r/issues/comments/8"]]


@pull_requests
def test_a_comment_that_may_not_be_written_fails_nothing_more(repository: Path, tmp_path: Path) -> None:
    commit(repository, contract("name", "size"))

    assert len(commenting(repository, tmp_path, [], "none")) == 1


def test_nothing_is_commented_unasked(repository: Path, tmp_path: Path) -> None:
    commit(repository, contract("name", "size"))
    path = {"PATH": f"{tmp_path / 'none'}{os.pathsep}{os.environ['PATH']}"}
    runner = Runner(tmp_path, repository, {"github.event.pull_request.number": "7"}, path).run(new="specs")

    assert "comment" not in runner.log
