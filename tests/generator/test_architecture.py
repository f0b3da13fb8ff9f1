"""Laws of the house: who may import whom, and what may not stand in any file."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EMITTED = sorted((ROOT / "generated").rglob("*.py"))


def tracked() -> list[Path]:
    """Give the files that belong to the repository, those not yet committed too."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no git checkout")
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_imports_go_one_way() -> None:
    """The contracts of import-linter in pyproject.toml hold."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    if not Path(command[0]).exists():
        pytest.skip("import-linter is not installed")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]


def test_what_is_emitted_does_not_know_the_generator() -> None:
    """A vendored client works where the generator is not installed."""
    assert EMITTED
    for path in EMITTED:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and node.level == 0 else []
            assert not [name for name in names if name.split(".")[0].startswith("handbill")], path


def test_the_stages_do_not_print() -> None:
    """Only the command line writes to the streams or ends the process."""
    for path in (ROOT / "generator" / "handbill_generator").rglob("*.py"):
        if "cli" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {
                    "print",
                    "exit",
                    "quit",
                    "input",
                    "eval",
                    "exec",
                    "compile",
                    "__import__",
                }, path


# Written so that this file does not hold what it looks for.
FORBIDDEN = {
    "a package index of its own": re.compile(r"index[-_]url[\"']?[\s=:]+[\"']?https?://|trusted[-_]host[\s=:]+[\w\"']"),
    "a registry's host": re.compile(
        r"https?://[^/\s\"']*(?:artifactory|nexus|jfrog|devpi|pkgs\.dev|pypi\.(?!org))[^\s\"']*"
    ),
    "a path of a machine": re.compile(r"(?<![\w.:/])/(?:home|Users)/[a-z][\w.-]*/|(?<![\w.:/])[C-Z]:\\Users\\"),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_tells_of_the_machine(what: str) -> None:
    """No file of the repository names a package index, a registry or a folder of the machine that made it."""
    checkout = re.escape(f"{ROOT}/")
    pattern = re.compile(f"{FORBIDDEN[what].pattern}|{checkout}") if "path" in what else FORBIDDEN[what]
    found = []
    for path in tracked():
        text = path.read_text(encoding="utf-8", errors="ignore")
        if path != Path(__file__) and (match := pattern.search(text)):
            found.append(f"{path.relative_to(ROOT)}: {match[0]}")
    assert not found
