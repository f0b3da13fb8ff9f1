"""Laws of `handbill generate --watch`: what changed is emitted again, nothing else is, and no bad document ends it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO

import pytest

from .documents import call, document

LONGEST_S = 90
SUMMARY = re.compile(r"\d\d:\d\d:\d\d (\w+): \d+ operations, .* files \((\d+) written\) in \d+\.\d s\n")
ERROR = re.compile(r"\d\d:\d\d:\d\d error: (.*)\n")


class Watching:
    """A run of `handbill generate --watch`, and the lines that it writes, as they come."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.lines: SimpleQueue[str] = SimpleQueue()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "handbill_generator.cli.entry", "generate", "--watch", *arguments],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        assert self.process.stderr
        self._threads = [
            Thread(target=self._read, args=(pipe,), daemon=True) for pipe in (self.process.stdout, self.process.stderr)
        ]
        for thread in self._threads:
            thread.start()

    def emitted(self) -> tuple[str, bool]:
        """Give the package that the next line tells of, and whether a file of it was written."""
        line = self._next()
        found = SUMMARY.fullmatch(line)
        assert found, line
        return found[1], found[2] != "0"

    def refused(self) -> str:
        """Give the error that the next line tells of."""
        line = self._next()
        found = ERROR.fullmatch(line)
        assert found, line
        return found[1]

    def end(self) -> tuple[int, list[str]]:
        """Press Ctrl-C; give the exit code, and what was said and not asked for yet."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(LONGEST_S)
        for thread in self._threads:
            thread.join()
        self.close()
        left = []
        while not self.lines.empty():
            left.append(self.lines.get())
        return code, left

    def close(self) -> None:
        """Leave nothing open, nor running."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe:
                pipe.close()

    def _next(self) -> str:
        try:
            return self.lines.get(timeout=LONGEST_S)
        except Empty:
            raise AssertionError("nothing was said") from None

    def _read(self, pipe: IO[str]) -> None:
        for line in pipe:
            self.lines.put(line)


Watch = Callable[..., Watching]


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    """Give a function that starts watching in the folder; Ctrl-C must end each quietly, with nothing left to say."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell has it ignored in the background
    started: list[Watching] = []

    def start(*arguments: str) -> Watching:
        started.append(Watching(tmp_path, *arguments))
        return started[-1]

    try:
        yield start
        for watching in started:
            assert watching.end() == (130, [])
    finally:
        for watching in started:
            watching.close()
        signal.signal(signal.SIGINT, before)


def spec(operation: str = "run") -> str:
    return json.dumps(document(paths={f"/{operation}": {"get": call(gives={"type": "string"}, operationId=operation)}}))


def replace(file: Path, text: str) -> None:
    """Put a file in the place of another, as editors do."""
    beside = file.with_name(f".{file.name}.new")
    beside.write_text(text)
    os.replace(beside, file)


def configure(folder: Path, *names: str) -> None:
    """Configure clients of these names."""
    clients = "".join(f'[tool.handbill.clients.{name}]\nspec = "specs/{name}.json"\n' for name in names)
    replace(folder / "pyproject.toml", f'[tool.handbill]\noutput = "made"\n{clients}')


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project of two clients; the first refers to another file."""
    (tmp_path / "specs" / "parts").mkdir(parents=True)
    (tmp_path / "specs" / "one.json").write_text(
        json.dumps(document(paths={"/x": {"$ref": "parts/x.json"}})),
    )
    (tmp_path / "specs" / "parts" / "x.json").write_text(json.dumps({"get": call(summary="First")}))
    (tmp_path / "specs" / "two.json").write_text(spec())
    configure(tmp_path, "one", "two")
    return tmp_path


def test_only_what_changed_is_emitted_again(project: Path, watch: Watch) -> None:
    """A change of a document, or of a file that it refers to, emits its package and no other."""
    watching = watch()
    assert [watching.emitted(), watching.emitted()] == [("one", True), ("two", True)]
    replace(project / "specs" / "parts" / "x.json", json.dumps({"get": call(summary="Second")}))
    assert watching.emitted() == ("one", True)
    (project / "specs" / "two.json").write_text(spec("walk"))
    assert watching.emitted() == ("two", True)
    texts = [file.read_text() for file in (project / "made" / "one" / "resources").glob("*.py")]
    assert any("Second." in text for text in texts)


def test_a_bad_document_is_told_and_watching_goes_on(project: Path, watch: Watch) -> None:
    """An error has its place, leaves the package as it was, and is over with the next good text."""
    watching = watch("one")
    watching.emitted()
    part = project / "specs" / "parts" / "x.json"
    good = part.read_text()
    replace(part, '{"get":\n nothing}')
    assert watching.refused().startswith("specs/parts/x.json:2:")
    assert (project / "made" / "one" / "client.py").is_file()
    replace(part, good)
    assert watching.emitted() == ("one", False)


def test_one_bad_document_does_not_stop_another(project: Path, watch: Watch) -> None:
    """While one document cannot be used, changes of the others are emitted."""
    (project / "specs" / "one.json").write_text("[]")
    watching = watch()
    assert watching.refused().startswith("specs/one.json:1:1:")
    assert watching.emitted() == ("two", True)
    replace(project / "specs" / "two.json", spec("walk"))
    assert watching.emitted() == ("two", True)


def test_files_may_come_and_go(tmp_path: Path, watch: Watch) -> None:
    """A document that is not there yet, or whose folder goes away and comes back, is waited for."""
    watching = watch("specs/deep/api.json", "--package", "shop", "--out", "made")
    assert '"specs/deep/api.json" cannot be read' in watching.refused()
    folder = tmp_path / "specs" / "deep"
    folder.mkdir(parents=True)
    replace(folder / "api.json", spec())
    assert watching.emitted() == ("shop", True)
    shutil.rmtree(tmp_path / "specs")
    assert '"specs/deep/api.json" cannot be read' in watching.refused()
    folder.mkdir(parents=True)
    replace(folder / "api.json", spec("walk"))
    assert watching.emitted() == ("shop", True)


def test_the_configuration_is_watched_too(project: Path, watch: Watch) -> None:
    """A client that is added is emitted, one that is removed no longer; a bad configuration is told and waited out."""
    configure(project, "two")
    watching = watch()
    assert watching.emitted() == ("two", True)
    configure(project, "one", "two")
    assert watching.emitted() == ("one", True)
    replace(project / "pyproject.toml", "[tool.handbill\n")
    assert "pyproject.toml" in watching.refused()
    configure(project, "two")
    replace(project / "specs" / "one.json", spec("walk"))
    replace(project / "specs" / "two.json", spec("talk"))
    assert watching.emitted() == ("two", True)


def test_a_link_that_points_elsewhere_is_a_change(tmp_path: Path, watch: Watch) -> None:
    """A document that is a link is read again when the link, or the file behind it, becomes another."""
    for name in ("first", "second"):
        (tmp_path / f"{name}.json").write_text(spec(name))
    link = tmp_path / "api.json"
    link.symlink_to("first.json")
    watching = watch("api.json", "--package", "shop", "--out", ".")
    assert watching.emitted() == ("shop", True)
    (tmp_path / "new").symlink_to("second.json")
    os.replace(tmp_path / "new", link)
    assert watching.emitted() == ("shop", True)
    replace(tmp_path / "second.json", spec("third"))
    assert watching.emitted() == ("shop", True)


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "handbill_generator.cli.entry", "generate", "--watch", *arguments]
    env = os.environ | environment
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("option", [("--check",), ("--format", "json")])
def test_watching_is_no_check(project: Path, option: tuple[str, ...]) -> None:
    """--watch with an option that reports once is bad usage."""
    done = run(project, *option)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "--watch" in done.stderr


def test_bad_usage_is_not_waited_out(project: Path) -> None:
    """What is wrong with the command line ends the command: no change of a file can mend it."""
    assert run(project, "three").returncode == 2
    assert run(project, "specs/two.json", "--package", "no/good", "--out", ".").returncode == 2


def test_watching_says_what_it_needs(project: Path, tmp_path: Path) -> None:
    """Without its library --watch is refused in one line that says how to install it."""
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['watchfiles'] = None\n")
    paths = [str(tmp_path), os.environ.get("PYTHONPATH", "")]
    done = run(project, PYTHONPATH=os.pathsep.join(filter(None, paths)))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == 'error: --watch needs watchfiles; install it with: pip install "handbill[generator]"\n'
