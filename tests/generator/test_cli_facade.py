"""`handbill demo` and `handbill capabilities`, run as a new user runs them."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import handbill
import pytest

ROOT = Path(__file__).parents[2]
_PRINTED = re.compile(
    r"<!-- capabilities: handbill (?P<command>.*?) -->\n(?P<table>.*?)<!-- end of capabilities -->", re.DOTALL
)


def run(
    *arguments: str, folder: Path = ROOT, stdout: int | IO[str] = subprocess.PIPE, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own, without credentials of the environment."""
    bare = {name: value for name, value in os.environ.items() if not name.endswith(("_API_KEY", "_PROJECT_KEY"))}
    command = [sys.executable, "-m", "handbill_generator.cli.entry", *arguments]
    env = bare | environment
    return subprocess.run(command, cwd=folder, env=env, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False)


@pytest.fixture(scope="module", autouse=True)
def ctrl_c() -> Iterator[None]:
    """Let the commands heed Ctrl-C though the tests run in the background, where a shell has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="module")
def demo() -> dict[str, dict[str, dict[str, object]]]:
    """What the demo tells, by provider and verb; a proxy of the environment has no part in it."""
    done = run("demo", "--format", "json", HTTP_PROXY="http://127.0.0.1:9", no_proxy="example.com")
    assert done.returncode == 0, done.stderr
    return {
        story["provider"]: {step["verb"]: step for step in story["steps"]}
        for story in json.loads(done.stdout)["providers"]
    }


def test_the_demo_runs_one_campaign_on_every_provider(demo: dict[str, dict[str, dict[str, object]]]) -> None:
    """Each registered provider goes through the whole story, and finds its campaign in its list."""
    assert demo.keys() == handbill.PROVIDERS.keys()
    for steps in demo.values():
        assert [*steps] == ["create", "update", "schedule", "get", "list"]
        assert steps["list"]["found"] == 1


def test_the_demo_tells_what_the_table_says(demo: dict[str, dict[str, dict[str, object]]]) -> None:
    """What is shown as native, emulated or lossy is what the capabilities declare; a refusal has its reason."""
    for provider, steps in demo.items():
        table = handbill.capabilities(provider)
        for verb, step in steps.items():
            assert step["level"] == table[verb].level or (step["level"] == "refused" and step["reason"])


@pytest.fixture(scope="module")
def shown() -> list[str]:
    """What the demo shows on a narrow terminal without colours."""
    done = run("demo", NO_COLOR="1", COLUMNS="60")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_demo_reads_well_without_colour(shown: list[str]) -> None:
    """On a pipe, or with NO_COLOR, there is plain text: a column a provider, and no escape."""
    assert shown[0].split() == [*handbill.PROVIDERS]
    assert "\x1b" not in "".join(shown)
    assert "no mail" in shown[-1]


def test_the_demo_fits_a_narrow_terminal(shown: list[str], demo: dict[str, dict[str, dict[str, object]]]) -> None:
    """At 60 columns no cell of the table breaks: each verb is one line with the level and number of requests of all."""
    assert max(map(len, shown)) <= 60
    rows = {line.split()[0]: line.split(maxsplit=1)[1] for line in shown[1:8] if line.strip()}
    assert [*rows] == ["create", "update", "schedule", "get", "list", "status"]
    for verb in ("create", "update", "schedule", "get", "list"):
        steps = [steps[verb] for steps in demo.values()]
        cells = [
            f"{step['level']} {len(requests) or ''}" for step in steps if isinstance(requests := step["requests"], list)
        ]
        assert rows[verb].split() == " ".join(cells).split()
    said = [steps["get"]["status"] for steps in demo.values()]
    assert rows["status"].split() == said


@pytest.mark.parametrize(
    "arguments", [("capabilities",), ("capabilities", "--format", "json"), ("--version",), ("lint", "-h")]
)
def test_results_that_nobody_takes_are_no_fault_of_ours(arguments: tuple[str, ...]) -> None:
    """A full disk behind stdout is one line and exit code 2; a pipe that is closed ends the command without a word."""
    with Path("/dev/full").open("w") as full:
        done = run(*arguments, stdout=full)
    assert (done.returncode, done.stderr) == (2, "error: cannot write: no space left on device\n")
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as pipe:
        done = run(*arguments, stdout=pipe)
    assert (done.returncode, done.stderr) == (1, "")


def test_ctrl_c_in_the_demo_is_quiet(tmp_path: Path) -> None:
    """Ctrl-C while the facade tells its story ends the demo with 130, and its own program with it."""
    (tmp_path / "sitecustomize.py").write_text(
        "import os, signal, sys\n"
        "if 'story' in sys.orig_argv:\n"
        "    os.kill(os.getppid(), signal.SIGINT)\n"
        "    signal.raise_signal(signal.SIGINT)\n"
    )
    done = run("demo", PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_the_legend_is_true_of_one_call_too() -> None:
    """What is emulated may take one call: the legend says so, in text and in Markdown."""
    for form in ("text", "markdown"):
        done = run("capabilities", "batch", "--format", form)
        assert "es*: emulated, by other calls of the provider or by more than one;" in done.stdout


def test_the_matrix_of_the_readme_is_what_is_printed() -> None:
    """The README's table of capabilities is the output of the command that its marker names."""
    printed = _PRINTED.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert printed
    done = run(*printed["command"].split())
    assert done.returncode == 0, done.stderr
    assert done.stdout == printed["table"]


def test_capabilities_show_every_reason() -> None:
    """The text has a word for each verb and field, and the reason for all that is not native."""
    done = run("capabilities", "batch")
    assert done.returncode == 0, done.stderr
    rows = handbill.capabilities("batch").rows.values()
    for row in rows:
        assert row.name in done.stdout
        assert row.note in done.stdout


def test_capabilities_for_machines_have_the_whole_table() -> None:
    """As JSON, each provider has a row for every verb and field, with level and evidence."""
    found = json.loads(run("capabilities", "--format", "json").stdout)
    for name in handbill.PROVIDERS:
        rows = found["providers"][name]
        assert [row["name"] for row in rows] == [*handbill.VERBS, *handbill.FIELDS]
        assert all(row["level"] and row["evidence"] for row in rows)


def test_capabilities_of_some_providers_are_of_those_alone() -> None:
    """Providers that were asked for are shown, in text, Markdown and JSON, and no others."""
    assert [*json.loads(run("capabilities", "loops", "--format", "json").stdout)["providers"]] == ["loops"]
    assert run("capabilities", "loops", "--format", "markdown").stdout.splitlines()[0] == "| verb | loops |"


def test_an_unknown_provider_is_bad_usage() -> None:
    """One line says which providers there are, and the exit code is 2."""
    done = run("capabilities", "nope")
    assert done.returncode == 2
    assert done.stderr == 'error: there is no provider "nope"; there are loops, batch, autosend, sendkit\n'
