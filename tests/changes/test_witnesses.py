"""Every change that breaks types is proven: its witness passes with the old package, and fails with the new one.

The packages of all edits, and of the histories of all providers, are written side by side; each checker runs once.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from handbill_generator.changes.model import Level
from handbill_generator.changes.python import Consequence, Emitted, symbol_changes, with_witness

from tests.changes.python_edits import EDITS
from tests.changes.python_emitting import provider_package, shop_package, versions

Case = tuple[str, Emitted, Emitted]
PARTS = 3

WITHOUT: dict[str, str] = {}
"""Changes that break types and have no witness, by symbol, each with the reason."""


def edits(part: int) -> list[Case]:
    names = list(EDITS)[part::PARTS]
    forth = [(name, shop_package(), shop_package(name)) for name in names]
    return forth + [(f"not {name}", shop_package(name), shop_package()) for name in names]


def histories() -> list[Case]:
    pairs = [(f"{p} {old} {new}", provider_package(p, old), provider_package(p, new)) for p, old, new in versions()]
    return pairs + [(f"not {name}", new, old) for name, old, new in pairs]


class Programs:
    """Witnesses in a folder: `w7_old.py` imports the old package of the seventh, `w7_new.py` the new one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.named: list[str] = []
        self._passing: set[int] = set()
        self._packages: dict[int, str] = {}
        (folder / "emitted").mkdir()
        (folder / "emitted" / "__init__.py").touch()

    def add(self, name: str, witness: str, old: Emitted, new: Emitted, *, passing: bool = False) -> None:
        """Add a witness, or, *passing*, what must pass on both sides."""
        number = len(self.named)
        self._passing |= {number} if passing else set()
        self.named.append(f"{name}\n{witness}")
        for side, package in (("old", old), ("new", new)):
            text = re.sub(rf"^from {package.package}\b", f"from {self._written(package)}", witness, flags=re.MULTILINE)
            (self.folder / f"w{number}_{side}.py").write_text(text)

    def _written(self, package: Emitted) -> str:
        if id(package) not in self._packages:
            name = f"p{len(self._packages)}"
            self._packages[id(package)] = name
            for path, text in package.files.items():
                file = self.folder / "emitted" / name / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text)
        return f"emitted.{self._packages[id(package)]}"

    def judge(self, refused: set[str]) -> None:
        """Hold what a checker refused against what it must."""
        wrong = [f"fails before: {name}" for i, name in enumerate(self.named) if f"w{i}_old.py" in refused]
        for number, name in enumerate(self.named):
            is_refused = f"w{number}_new.py" in refused
            if is_refused == (number in self._passing):
                wrong.append(f"{'fails' if is_refused else 'passes'} after: {name}")
        assert wrong == []


def programs(cases: Iterable[Case], folder: Path) -> Programs:
    written = Programs(folder)
    for name, old, new in cases:
        for found in symbol_changes(old, new):
            change = with_witness(found, old, new).change
            if change.types is Level.breaking and change.symbol not in WITHOUT:
                assert change.witness, f"{name}: {change.kind} {change.symbol} has no witness"
                assert len(change.witness.splitlines()) <= 25
            if change.witness:
                assert Level.breaking in (change.types, change.imports)
                written.add(f"{name}: {change.kind} {change.symbol}", change.witness, old, new)
    return written


def harmless(found: Consequence, old: Emitted, new: Emitted) -> str:
    """Write for a type that changed without harm the program that harm would break; empty where there is none."""
    change = found.change
    is_typed = change.kind in ("retyped", "became-required", "became-optional")
    if not is_typed or change.types is not Level.compatible or found.subject.kind in ("webhooks", "error-body"):
        return ""
    text = with_witness(replace(found, change=replace(change, types=Level.breaking)), old, new).change.witness
    # Of a field that nobody reads, there is nothing to show.
    return "" if text.rstrip().endswith(":") else text


def mypy(folder: Path) -> set[str]:
    """Give the files that `mypy --strict` refuses; the packages are only looked at for what they declare."""
    (folder / "mypy.ini").write_text("[mypy]\nstrict = true\n[mypy-emitted.*]\nignore_errors = true\n")
    files = sorted(path.name for path in folder.glob("w*.py"))
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--config-file=mypy.ini",
        "--no-error-summary",
        "--cache-dir=cache",
        *files,
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return set(re.findall(r"^(\S+?):\d+: error:", done.stdout, flags=re.MULTILINE))


def pyright(folder: Path) -> set[str]:
    """Give the files that a strict pyright refuses."""
    program = Path(sys.executable).parent / "pyright"
    if not program.exists():
        pytest.skip("pyright is not installed")
    config = {"typeCheckingMode": "strict", "include": ["w*.py"], "ignore": ["emitted"], "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(config))
    command = [str(program), "--outputjson", "--pythonpath", sys.executable, "--project", "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, check=False)
    if not done.stdout.startswith("{"):
        pytest.skip(f"pyright does not run here: {done.stderr.strip()[-200:]}")
    said = json.loads(done.stdout)["generalDiagnostics"]
    return {Path(one["file"]).name for one in said if one["severity"] == "error"}


@pytest.mark.parametrize("part", range(PARTS))
def test_witnesses_of_edits(part: int, tmp_path: Path) -> None:
    """Each edit, and its reverse, is proven by mypy and pyright; and what it changes without harm passes them."""
    written = programs(edits(part), tmp_path)
    proven = len(written.named)
    for name, old, new in edits(part):
        for found in symbol_changes(old, new):
            if text := harmless(found, old, new):
                written.add(f"{name}: {found.change.kind} {found.change.symbol}", text, old, new, passing=True)
    assert 0 < proven < len(written.named)
    written.judge(mypy(tmp_path))
    written.judge(pyright(tmp_path))


def test_witnesses_of_histories(tmp_path: Path) -> None:
    """Each step of each provider's history, and the step back, is proven by mypy and pyright."""
    written = programs(histories(), tmp_path)
    written.judge(mypy(tmp_path))
    written.judge(pyright(tmp_path))


def test_nothing_is_proven_that_no_type_checker_sees() -> None:
    """Another address or variable of the environment breaks calls, and no snippet pretends to show it."""
    for edit in ("server changed", "title of the API changed"):
        old, new = shop_package(), shop_package(edit)
        changed = [found for found in symbol_changes(old, new) if found.change.kind == "changed"]
        assert changed
        assert all(found.change.call is Level.breaking for found in changed)
        assert all(with_witness(found, old, new) == found for found in changed)
