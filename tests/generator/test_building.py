"""Laws of building several packages at once: what comes of it does not tell how many processes did it."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from handbill_generator.cli.building import Asked, build_all
from handbill_generator.config import configured
from handbill_generator.diagnostics import Position, SpecError

from .documents import both_ways, call, document

NAMES = ("one", "two", "three", "four")
PET = {"type": "object", "properties": {"name": {"type": "string"}}}
CHILD = "if 'spawn_main' in ' '.join(sys.orig_argv):\n"


@pytest.fixture(autouse=True)
def ctrl_c() -> Iterator[None]:
    """Let the commands heed Ctrl-C though the tests run in the background, where a shell has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project of four clients; the second has a loss."""
    clients = "".join(f'[tool.handbill.clients.{name}]\nspec = "{name}.json"\n' for name in NAMES)
    (tmp_path / "pyproject.toml").write_text(f'[tool.handbill]\noutput = "made"\n{clients}')
    for name in NAMES:
        whole = both_ways({name.title(): PET}, takes=name.title(), gives=name.title())
        lossy = document(paths={"/x": {"get": call(gives={"not": {"type": "string"}})}})
        (tmp_path / f"{name}.json").write_text(json.dumps(lossy if name == "two" else whole))
    return tmp_path


def command(*arguments: str) -> list[str]:
    """Give the command line of `handbill generate`."""
    return [sys.executable, "-m", "handbill_generator.cli.entry", "generate", *arguments]


def run(project: Path, *arguments: str, site: str = "") -> subprocess.CompletedProcess[str]:
    """Run `handbill generate`; *site* is run first in each of its processes."""
    return subprocess.run(
        command(*arguments), cwd=project, env=environment(project, site), capture_output=True, text=True, check=False
    )


def environment(project: Path, site: str) -> dict[str, str]:
    """Give an environment in which each Python runs *site* as it begins."""
    folder = project / "site"
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(f"import os, signal, sys\nfrom pathlib import Path\n{site}")
    paths = [str(folder), os.environ.get("PYTHONPATH", "")]
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}


def made(project: Path) -> dict[str, bytes]:
    """Give all that was emitted."""
    folder = project / "made"
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def poll(is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_gone(pid: int) -> bool:
    """Whether a process has ended; what nobody has waited for yet has."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


@pytest.mark.parametrize("jobs", [2, 3, 9])
def test_the_number_of_processes_leaves_no_trace(project: Path, jobs: int) -> None:
    """Packages, their manifests and their order are the same, whichever process built them."""
    targets = configured(project, [])
    alone = [attempt.built for attempt in build_all(targets, asked=Asked(anew=True), jobs=1)]
    together = [attempt.built for attempt in build_all(targets, asked=Asked(anew=True), jobs=jobs)]
    assert [built.target.name for built in together] == list(NAMES)
    for one, other in zip(alone, together, strict=True):
        assert (one.files, one.manifest, one.operations, one.models) == (
            other.files,
            other.manifest,
            other.operations,
            other.models,
        )


def test_the_command_writes_the_same_with_any_jobs(project: Path) -> None:
    """`--jobs` changes neither a byte of what is emitted nor the order of what is said."""
    one = run(project, "--jobs", "1", "--strict", site="")
    assert (one.returncode, "not written" in one.stderr) == (1, True)
    assert run(project, "--jobs", "3", "--strict").stderr == one.stderr
    assert run(project, "--jobs", "1").returncode == 0
    before = made(project)
    again = run(project, "--jobs", "2")
    assert [line.partition(":")[0] for line in again.stdout.splitlines()] == list(NAMES)
    assert again.stdout.count("(0 written)") == len(NAMES)
    assert made(project) == before


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_the_first_bad_document_is_told(project: Path, jobs: int) -> None:
    """Of several bad documents the first in order is told, with its place, by whichever process; nothing is written."""
    (project / "three.json").write_text('{"openapi": "3.1.0",\n "info": }')
    (project / "four.json").write_text("[]")
    done = run(project, "--jobs", str(jobs))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("error: three.json:2:")
    assert not (project / "made").exists()


def test_an_error_is_the_same_in_another_process() -> None:
    """What is wrong with a document keeps its place, pointer and hint on its way from one process to another."""
    error = SpecError("no", position=Position("a.yaml", 3, 4), pointer="#/paths", hint="write yes")
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes
    assert (str(copy), copy.position, copy.pointer) == (str(error), error.position, error.pointer)


def test_one_package_starts_no_process(project: Path) -> None:
    """To build one package no other process is started, however many are allowed; nor for little work."""
    mark = f"{CHILD}    Path({str(project / 'began')!r}).touch()\n"
    assert run(project, "one", "--jobs", "4", site=mark).returncode == 0
    assert run(project, site=mark).returncode == 0
    assert not (project / "began").exists()
    assert run(project, "--jobs", "2", site=mark).returncode == 0
    assert (project / "began").exists()


def test_a_process_that_is_ended_from_outside_is_told(project: Path) -> None:
    """Where the system ends a process, perhaps for want of memory, one line says so, and nothing is written."""
    done = run(project, "--jobs", "2", site=f"{CHILD}    os.kill(os.getpid(), signal.SIGKILL)\n")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "ended by the system" in done.stderr
    assert not (project / "made").exists()


def test_ctrl_c_ends_all_processes_quietly(project: Path) -> None:
    """Ctrl-C, which a terminal sends to all processes, ends them without a word; nothing is written."""
    pids = project / "pids"
    pids.mkdir()
    site = f"""{CHILD}    (Path({str(pids)!r}) / str(os.getpid())).touch()
    os.kill(os.getpid(), signal.SIGINT)
    try:
        Path({str(project / "pressed")!r}).mkdir()
        os.kill(os.getppid(), signal.SIGINT)
    except FileExistsError:
        pass
"""
    done = run(project, "--jobs", "3", site=site)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
    assert not (project / "made").exists()
    for file in pids.iterdir():
        poll(lambda pid=int(file.name): is_gone(pid))  # type: ignore[misc]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="this system does not show its processes")
def test_no_process_outlives_the_one_that_started_it(project: Path) -> None:
    """Whoever kills `handbill generate` leaves no process of it behind."""
    pids = project / "pids"
    pids.mkdir()
    env = environment(project, f"{CHILD}    (Path({str(pids)!r}) / str(os.getpid())).touch()\n")
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command("--jobs", "3"), cwd=project, env=env, stdout=quiet, stderr=quiet) as process:
        poll(lambda: any(pids.iterdir()))
        process.kill()
    poll(lambda: all(is_gone(int(file.name)) for file in pids.iterdir()))


def test_files_that_were_read_are_known(project: Path) -> None:
    """An attempt says which files it read, those that are missing too, also where the document is refused."""
    (project / "one.json").write_text(json.dumps(document(paths={"/x": {"$ref": "parts/x.json"}})))
    (project / "three.json").write_text("[]")
    targets = configured(project, ["one", "two", "three"])
    found = {
        attempt.target.name: {path.name: was is not None for path, was in attempt.sources.items()}
        for attempt in build_all(targets, asked=Asked())
    }
    assert found == {
        "one": {"one.json": True, "x.json": False},
        "two": {"two.json": True},
        "three": {"three.json": True},
    }
