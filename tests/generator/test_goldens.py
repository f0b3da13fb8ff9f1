"""The goldens: three contracts and what is emitted for them, to the last byte, for people to read in review."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .regenerate_goldens import CASES, GOLDEN, built

AGAIN = "run `python -m tests.generator.regenerate_goldens` and read the diff"


def emitted(case: str) -> dict[str, str]:
    folder = GOLDEN / case / case
    found = [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in found}


def test_there_are_goldens() -> None:
    """The ordinary, the odd and the hostile."""
    assert CASES == ["bookshop", "hostile", "odd"]


@pytest.mark.parametrize("case", CASES)
def test_a_golden_is_emitted_to_the_byte(case: str, tmp_path: Path) -> None:
    """A first run gives the files that stand in the repository, all of them and no others."""
    files = built(case, tmp_path).files
    golden = emitted(case)
    assert sorted(files) == sorted(golden), AGAIN
    for path, text in files.items():
        assert text == golden[path], f"{path}: {AGAIN}"


@pytest.mark.parametrize("case", CASES)
def test_a_golden_is_emitted_again(case: str) -> None:
    """A run with the names of the golden's own manifest gives the same bytes."""
    assert dict(built(case, GOLDEN / case).files) == emitted(case), AGAIN


def test_the_ordinary_loses_nothing(tmp_path: Path) -> None:
    """A plain contract is typed to the last value."""
    assert built("bookshop", tmp_path).package.losses == ()


def folders() -> str:
    return os.pathsep.join(str(GOLDEN / case) for case in CASES)


def test_goldens_are_typed(tmp_path: Path) -> None:
    """mypy --strict has nothing to say about any of them."""
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", os.devnull, "--cache-dir", str(tmp_path)]
    for case in CASES:
        command += ["-p", case]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False, env={**os.environ, "MYPYPATH": folders()}
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_goldens_can_be_imported(tmp_path: Path) -> None:
    """Every module of every golden is imported, with warnings as errors, and nothing happens."""
    code = "import importlib, os, sys\nbefore = dict(os.environ)\n"
    for case in CASES:
        for path in sorted((GOLDEN / case / case).rglob("*.py")):
            name = ".".join(path.relative_to(GOLDEN / case).with_suffix("").parts)
            code += f"importlib.import_module({name.removesuffix('.__init__')!r})\n"
    code += "assert dict(os.environ) == before\nprint('fine')"
    environment = {"PYTHONPATH": folders(), "PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env=environment)
    assert (done.returncode, done.stdout) == (0, "fine\n"), done.stderr[-2000:]
