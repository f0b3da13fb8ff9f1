"""Projects that vendor, in three layouts, and packages to vendor into them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from handbill_generator.cli.app import app
from handbill_generator.config import Target
from handbill_generator.diagnostics import HandbillError
from handbill_generator.pipeline import build, publish
from typer.testing import CliRunner

HISTORY = Path(__file__).parents[2] / "specs" / "loops" / "history"
ALPHA = HISTORY / "2026-04-23-alpha.yaml"
MIDDLE = HISTORY / "1.12.0.yaml"
LATEST = HISTORY / "1.21.7.yaml"
NAME = "handbill_loops"

PYPROJECT = """\
[project]
name = "acme"
version = "1.0"
dependencies = ["httpx2>=2.16", "pydantic>=2.14"]
"""


@dataclass(frozen=True)
class Layout:
    """How a project is laid out: where packages go, how they are imported, and where imports begin."""

    name: str
    into: str
    package: str
    begins: str
    files: tuple[str, ...]


SRC = Layout("src", "src/acme/_vendor", "acme._vendor", "src", ("src/acme/__init__.py", "src/acme/_vendor/__init__.py"))
FLAT = Layout("flat", "acme/vendored", "acme.vendored", ".", ("acme/__init__.py",))
NAMESPACE = Layout("namespace", "src/acme/mail/_vendor", "acme.mail._vendor", "src", ())
LAYOUTS = (SRC, FLAT, NAMESPACE)


def project(folder: Path, layout: Layout = SRC) -> Path:
    """Make an empty project."""
    put(folder, {"pyproject.toml": PYPROJECT, **dict.fromkeys(layout.files, "")})
    return folder


def put(folder: Path, texts: dict[str, str]) -> None:
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="")


def tree(folder: Path) -> dict[str, bytes]:
    """Give all files below *folder*, those of git left out."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@cache
def emitted(spec: Path) -> Path:
    """Give the folder of the package that *spec* becomes, in a project that configures it, made once a process."""
    home = Path(mkdtemp(prefix="handbill-vendor-"))
    clients = f'[tool.handbill.clients.loops]\nspec = "{spec.name}"\npackage = "{NAME}"\n'
    put(home, {"pyproject.toml": clients, spec.name: spec.read_text(encoding="utf-8")})
    target = Target(name="loops", spec=home / spec.name, shown=spec.name, package=NAME, output=home / "generated")
    publish(build(target))
    return target.folder


@dataclass(frozen=True)
class Result:
    """How a command ended: *error* is its one line, empty where it came to an end of its own."""

    code: int
    out: str
    err: str
    error: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def run(root: Path, *arguments: str) -> Result:
    """Run `handbill vendor` in *root*."""
    before = Path.cwd()
    os.chdir(root)
    try:
        done = CliRunner().invoke(app, ["vendor", *arguments])
    finally:
        os.chdir(before)
    if isinstance(done.exception, HandbillError):
        return Result(2, done.stdout, done.stderr, str(done.exception))
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Result(done.exit_code, done.stdout, done.stderr, "")


def added(folder: Path, spec: Path = ALPHA, layout: Layout = SRC) -> Path:
    """Make a project that has vendored the package of *spec*."""
    shutil.copytree(_added(spec, layout), folder, dirs_exist_ok=True)
    return folder


@cache
def _added(spec: Path, layout: Layout) -> Path:
    root = project(Path(mkdtemp(prefix="handbill-vendor-")) / "acme", layout)
    done = run(root, "add", str(emitted(spec)), "--into", layout.into)
    assert done.code == 0, done
    return root


def vendored(root: Path, path: str = "", layout: Layout = SRC) -> Path:
    return root / layout.into / NAME / path


def findings(root: Path) -> set[tuple[str, str]]:
    """Give what check finds: ids and files."""
    return {(finding["id"], finding["file"]) for finding in run(root, "check", "--format", "json").json["findings"]}


def python(root: Path, layout: Layout, code: str) -> str:
    """Run *code* in a fresh process that knows the project's modules, and handbill's dependencies alone."""
    import httpx2

    packages = str(Path(httpx2.__file__).parents[1])
    hidden = "import sys; sys.path[:] = [p for p in sys.path if '/generated' not in p and '/facade' not in p]\n"
    done = subprocess.run(
        [sys.executable, "-c", hidden + code],
        cwd=root,
        env={"PYTHONPATH": os.pathsep.join((str(root / layout.begins), packages)), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@acme.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)
