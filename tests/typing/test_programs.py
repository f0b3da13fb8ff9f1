"""Clients and facade under strict type checkers: what is right passes, and what is wrong is refused line by line."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PROGRAMS = ("use.py", "misuse.py", "facade_use.py", "facade_misuse.py")
PACKAGES = [str(ROOT / "facade"), str(ROOT / "generated")]
Place = tuple[str, int]


def refused() -> dict[Place, str]:
    """The lines that a checker must refuse."""
    return {
        (name, number): line.strip()
        for name in PROGRAMS
        for number, line in enumerate((HERE / name).read_text().splitlines(), start=1)
        if line.endswith("# refused")
    }


def mypy() -> dict[Place, str]:
    """What `mypy --strict` says of the programs and of the packages behind them."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary", "--no-pretty"),
            *("--hide-error-context", "--warn-unreachable", f"--cache-dir={ROOT / '.mypy_cache' / 'programs'}"),
            *PROGRAMS,
        ],
        cwd=HERE,
        env={**os.environ, "MYPYPATH": os.pathsep.join(PACKAGES)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    found = re.findall(r"^(.+?):(\d+): error: (.*)$", done.stdout, flags=re.MULTILINE)
    return {(name, int(number)): text for name, number, text in found}


def pyright(folder: Path) -> dict[Place, str]:
    """What `pyright` says of the programs, strictly; they are copied to *folder*, as it looks nowhere else."""
    program = shutil.which("pyright", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if program is None:
        pytest.skip("pyright is not installed")
    for name in PROGRAMS:
        shutil.copy(HERE / name, folder)
    config = {"extraPaths": PACKAGES, "typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(config))
    command = [program, "--outputjson", "--pythonpath", sys.executable, "--project", "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    if not done.stdout.startswith("{"):
        pytest.skip(f"pyright does not run here: {done.stderr.strip()[-200:]}")
    return {
        (Path(one["file"]).name, one["range"]["start"]["line"] + 1): one["message"]
        for one in json.loads(done.stdout)["generalDiagnostics"]
        if one["severity"] == "error"
    }


def compare(found: dict[Place, str]) -> None:
    expected = refused()
    assert {place: text for place, text in found.items() if place not in expected} == {}
    assert {place: text for place, text in expected.items() if place not in found} == {}


def test_mypy() -> None:
    """mypy refuses exactly the marked lines."""
    compare(mypy())


def test_pyright(tmp_path: Path) -> None:
    """pyright refuses exactly the marked lines."""
    compare(pyright(tmp_path))


def test_there_is_something_to_refuse() -> None:
    """The programs of misuse alone mark lines, and plenty of them."""
    marked = Counter(name for name, _ in refused())
    assert marked.keys() == {"misuse.py", "facade_misuse.py"}
    assert min(marked.values()) > 40
