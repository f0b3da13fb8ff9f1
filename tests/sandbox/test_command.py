"""Laws of `handbill sandbox`: what it prints, how it stops, and one clear line for whatever is wrong."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "handbill_generator.cli.entry", "sandbox"]
DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "paths": {"/pets": {"get": {"operationId": "listPets", "responses": {"204": {"description": "None."}}}}},
}


@pytest.fixture(scope="module", autouse=True)
def ctrl_c() -> Iterator[None]:
    """Let the commands heed Ctrl-C though the tests run in the background, where a shell has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@contextmanager
def started(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the command on a free port; gives the process and where its page is."""
    with subprocess.Popen(
        [*COMMAND, "--port", "0", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout
            line = process.stdout.readline()
            found = re.fullmatch(r"page +(http://127\.0\.0\.1:\d+)/\n", line)
            assert found, (line, process.stderr and process.stderr.read())
            yield process, found[1]
        finally:
            process.kill()


def ended(process: subprocess.Popen[str]) -> tuple[str, str]:
    """Wait for the end; gives what has been written since the first line."""
    process.wait(timeout=20)
    assert process.stdout
    assert process.stderr
    return process.stdout.read(), process.stderr.read()


@pytest.fixture
def pets(tmp_path: Path) -> str:
    """Give the path of a small document, which is read faster than the four."""
    (tmp_path / "pets.json").write_text(json.dumps(DOCUMENT))
    return str(tmp_path / "pets.json")


def test_the_command_says_where_everything_is_and_stops_on_ctrl_c(pets: str) -> None:
    """The addresses and keys go to stdout, a line a request to stderr; Ctrl-C ends it with 130 and no traceback."""
    with started("--spec", pets) as (process, url):
        with urllib.request.urlopen(f"{url}/api/pets?a=%1b") as answer:  # noqa: S310
            assert answer.status == 204
        process.send_signal(signal.SIGINT)
        out, err = ended(process)
    assert process.returncode == 130
    assert out == f"api       {url}/api       any credential\n"
    assert re.fullmatch(r"\d\d:\d\d:\d\d api      204   GET    /pets\?a=%1b  listPets\n", err)


def test_the_four_are_played_with_their_keys() -> None:
    """Without a document the four are there; SIGTERM ends it with 0, and --quiet leaves stderr empty."""
    with started("--quiet", "--seed", "7", "--no-limits") as (process, url):
        with urllib.request.urlopen(f"{url}/_sandbox/campaigns") as answer:  # noqa: S310
            assert [each["provider"] for each in json.load(answer)["providers"]] == [
                "loops",
                "batch",
                "autosend",
                "sendkit",
            ]
        process.send_signal(signal.SIGTERM)
        out, err = ended(process)
    assert (process.returncode, err) == (0, "")
    names = [line.split()[0] for line in out.splitlines()]
    assert names == ["loops", "batch", "autosend", "sendkit"]
    assert f"{url}/batch" in out
    assert "projectKey=" in out


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **environment},
    )


def test_lines_that_nobody_reads_hold_up_nothing(pets: str) -> None:
    """A pipe behind stderr that is full stops neither answers nor the end."""
    with started("--spec", pets) as (process, url):
        for _ in range(40):
            with urllib.request.urlopen(f"{url}/api/pets?{'x' * 4000}", timeout=20) as answer:  # noqa: S310
                assert answer.status == 204
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0


def test_a_state_belongs_to_one_process(pets: str, tmp_path: Path) -> None:
    """A second sandbox on the same file ends at once with one line, and the first goes on."""
    state = str(tmp_path / "state.db")
    with started("--spec", pets, "--state", state) as (process, url):
        done = run("--port", "0", "--spec", pets, "--state", state)
        assert done.returncode == 2
        assert done.stderr == (
            f"error: {state}: another sandbox, or another program, has this state open; stop it, or give another file\n"
        )
        with urllib.request.urlopen(f"{url}/api/pets") as answer:  # noqa: S310
            assert answer.status == 204
        assert process.poll() is None


def test_quiet_says_nothing_of_what_is_made_up(tmp_path: Path) -> None:
    """With --quiet an answer that the document does not allow goes out without a word."""
    media = {"application/json": {"schema": {"type": "string"}, "example": 7}}
    responses = {"200": {"description": "Well.", "content": media}}
    tree = {**DOCUMENT, "paths": {"/pets": {"get": {"operationId": "listPets", "responses": responses}}}}
    (tmp_path / "bad.json").write_text(json.dumps(tree))
    with started("--quiet", "--spec", str(tmp_path / "bad.json")) as (process, url):
        with urllib.request.urlopen(f"{url}/api/pets") as answer:  # noqa: S310
            assert json.load(answer) == 7
        process.send_signal(signal.SIGTERM)
        assert ended(process)[1] == ""


@pytest.mark.parametrize("module", ["typer", "starlette.applications"])
def test_ctrl_c_while_it_starts_is_quiet(pets: str, tmp_path: Path, module: str) -> None:
    """Ctrl-C in the middle of an import, of the command line or of the sandbox, ends it with 130 and not a word."""
    (tmp_path / "sitecustomize.py").write_text(
        "import os, signal, sys\n"
        "class Interrupt:\n"
        "    def find_spec(self, name, *more):\n"
        f"        if name == {module!r}:\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "            raise RuntimeError('it was caught by whoever imported it')\n"
        "sys.meta_path.insert(0, Interrupt())\n"
    )
    done = run("--port", "0", "--spec", pets, PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_a_port_in_use_is_one_line() -> None:
    """The error says which port, and what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("--port", str(port))
    assert done.returncode == 2
    assert re.fullmatch(rf"error: port {port} cannot be had: .*; give another, or 0 for a free one\n", done.stderr)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--fault", "loops:5"], 'error: the fault "loops:5" cannot be read'),
        (["--spec", "none.yaml"], 'error: "none.yaml" cannot be read'),
        (["--spec", "https://example.com/x.yaml"], "error: https://example.com/x.yaml: the sandbox fetches nothing; "),
        (["--state", "/"], "error: /: cannot keep the state of the sandbox"),
        (["--state", __file__], f"error: {__file__}: this is no state of a sandbox"),
    ],
)
def test_what_cannot_be_used_is_one_line(arguments: list[str], said: str) -> None:
    """A fault, a document or a state that is wrong ends the command with 2 before anything is served."""
    done = run("--port", "0", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1


def test_without_the_extra_it_says_how_to_install_it(tmp_path: Path) -> None:
    """Where Starlette or uvicorn are missing the command says what to install."""
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.util as util\nfind = util.find_spec\n"
        "util.find_spec = lambda name, *more: None if name in ('starlette', 'uvicorn') else find(name, *more)\n"
    )
    done = run(PYTHONPATH=str(tmp_path))
    assert done.returncode == 2
    assert done.stderr == (
        'error: the sandbox needs starlette and uvicorn; install it with: pip install "handbill[sandbox]"\n'
    )


def test_help_tells_of_every_option() -> None:
    """The help has a line for each option, and shows what a fault looks like."""
    done = run("--help", COLUMNS="100")
    assert done.returncode == 0
    for option in ("--port", "--state", "--seed", "--fault", "--no-limits", "--spec", "--quiet", "loops:429:0.2"):
        assert option in done.stdout
