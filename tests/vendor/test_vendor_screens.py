"""The commands as a user has them: in a process of their own, with their exit codes, screens and one line of error."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.vendor.projects import ALPHA, LATEST, NAME, SRC, added, project, put, tree

HERE = f"{SRC.into}/{NAME}"
RUN = "from handbill_generator.cli.entry import main; main()"


def command(root: Path, *arguments: str) -> tuple[int, str, str]:
    """Run `handbill vendor` in a process of its own, with nobody at the terminal."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, "vendor", *arguments],
        cwd=root,
        env={**os.environ, "COLUMNS": "200", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_a_project_from_its_first_package_on(tmp_path: Path) -> None:
    """What a user reads from the first command to the last is what happened, and stderr is empty where all is well."""
    root = project(tmp_path)
    put(root, {"loops.yaml": ALPHA.read_text(), "src/acme/app.py": f"from ._vendor.{NAME}.models import Campaign\n"})
    assert command(root, "add", "loops.yaml", "--into", SRC.into, "--as", NAME) == (
        0,
        f"{NAME}: Loops 1.8.0 in {HERE}, 21 files, from spec loops.yaml\n"
        f"  import acme._vendor.{NAME}\n"
        "the project needs what they import: uv add 'httpx2>=2.16' 'pydantic>=2.14'\n"
        "                                or: pip install 'httpx2>=2.16' 'pydantic>=2.14'\n",
        "",
    )
    assert command(root, "check") == (0, "1 vendored package, all as recorded\n", "")
    put(root, {"loops.yaml": LATEST.read_text()})
    code, out, err = command(root, "check")
    assert (code, err) == (1, "")
    assert out == (
        f"handbill-vendor.toml:5: {NAME}: the contract at loops.yaml has changed since (the package is of 1.8.0); "
        f"run handbill vendor update {NAME} [contract-newer]\n1 vendored package, 1 finding\n"
    )
    before = tree(root)
    code, out, err = command(root, "update")
    assert (code, tree(root)) == (2, before)
    assert err == f"error: Update {NAME}? There is no terminal to ask; add --yes\n"
    assert out.startswith(f"{NAME}: Loops 1.8.0 -> Loops 1.21.7\n")
    assert command(root, "update", "--yes")[0] == 0
    code, out, err = command(root, "remove", "loops")
    assert (code, out, err) == (0, f"{NAME}: removed from {HERE}\n", "")
    assert command(root, "list")[1] == "nothing is vendored; see handbill vendor add --help\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check",), "handbill-vendor.toml:7:1: path must be text"),
        (("add", "loops", "--into", "../x"), "handbill-vendor.toml:7:1: path must be text"),
        (("remove", "nothing"), "handbill-vendor.toml:7:1: path must be text"),
        (("add", "--facade", "--from", "x", "--into", "src"), "--facade takes its folder as the argument"),
    ],
)
def test_one_line_and_exit_code_2(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    """Whatever is wrong is one line on stderr that begins with `error:`, with exit code 2, and never a traceback."""
    root = added(tmp_path)
    record = root / "handbill-vendor.toml"
    text = record.read_text()
    record.write_text(text.replace(f"[packages.{NAME}]\n", f"[packages.{NAME}]\n\n").replace(f'"{HERE}"', "1", 1))
    code, out, err = command(root, *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1), err
    assert err.startswith("error: ")
    assert said in err
