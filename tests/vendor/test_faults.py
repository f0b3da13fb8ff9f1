"""A fault at any step leaves the project as it was, and a run that was killed is put back by the next."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from handbill_generator.diagnostics import OutputError
from handbill_generator.vendor.adding import add
from handbill_generator.vendor.arranging import removal, remove, rename
from handbill_generator.vendor.patching import patch
from handbill_generator.vendor.updating import plan, update

from tests.vendor.projects import LATEST, NAME, SRC, added, emitted, findings, project, put, run, tree, vendored

TODAY = date(2026, 11, 27)
Work = Callable[[], object]


def adds(folder: Path) -> tuple[Path, Work]:
    root = project(folder)
    package = str(emitted(LATEST))
    return root, lambda: add(root, package, into=root / SRC.into)


def removes(folder: Path) -> tuple[Path, Work]:
    root = added(folder)
    asked = removal(root, NAME)
    return root, lambda: remove(root, asked)


def renames(folder: Path) -> tuple[Path, Work]:
    root = added(folder)
    return root, lambda: rename(root, NAME, "loops_v1")


def declares(folder: Path) -> tuple[Path, Work]:
    root = added(folder)
    with vendored(root, "models.py").open("a") as file:
        file.write("# ours\n")
    return root, lambda: patch(root, NAME)


def updates(folder: Path) -> tuple[Path, Work]:
    root, declare = declares(folder)
    declare()
    made = plan(root, [NAME], to=str(emitted(LATEST)), today=TODAY)
    return root, lambda: update(root, made)


def failing(step: int, *, forever: bool = False) -> Callable[..., None]:
    """Give an `os.replace` that fails at a step, and from then on where it is *forever*."""
    steps = count()
    replace = os.replace

    def fails(source: Path, target: Path) -> None:
        now = next(steps)
        if now == step or (forever and now > step):
            raise OSError(28, "No space left on device", str(target))
        replace(source, target)

    return fails


@pytest.mark.parametrize("makes", [adds, removes, renames, declares, updates])
def test_a_write_that_fails_changes_nothing(
    tmp_path: Path, makes: Callable[[Path], tuple[Path, Work]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever move fails, every byte is as before, nothing is left over, and the same command works afterwards."""
    root, work = makes(tmp_path)
    before = tree(root)
    for step in range(500):
        with monkeypatch.context() as patched:
            patched.setattr(os, "replace", failing(step))
            try:
                work()
            except OutputError as error:
                assert "No space left on device; check permissions and free space" in str(error)
            else:
                break
        assert tree(root) == before
    assert step > 1
    assert tree(root) != before
    assert findings(root) == set()
    assert not list(root.glob(".handbill-vendor-staging*"))


@pytest.mark.parametrize("step", [1, 8])
def test_a_run_that_was_killed_is_put_back(tmp_path: Path, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that could not even put back what it moved is told by check, and put back by the next command."""
    root, work = updates(tmp_path)
    before = tree(root)
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", failing(step, forever=True))
        with pytest.raises(OutputError):
            work()
    assert findings(root) == {("run-interrupted", "handbill-vendor.toml")}
    assert run(root, "update", NAME, "--to", str(emitted(LATEST)), "--dry-run").code == 0
    assert tree(root) == before
    assert findings(root) == set()
    assert run(root, "update", NAME, "--to", str(emitted(LATEST)), "--yes").code == 0
    assert findings(root) == set()


def test_what_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    """A file or record that somebody changed between the plan and the update stops it."""
    root, work = updates(tmp_path / "file")
    put(root, {f"{SRC.into}/{NAME}/client.py": "mine"})
    before = tree(root)
    with pytest.raises(OutputError, match=r"client\.py: changed while handbill was at work"):
        work()
    assert tree(root) == before
    root, work = updates(tmp_path / "record")
    put(root, {"handbill-vendor.toml": (root / "handbill-vendor.toml").read_text() + "\n"})
    with pytest.raises(OutputError, match=r"handbill-vendor\.toml: changed while"):
        work()


def test_links_that_came_meanwhile_are_not_followed(tmp_path: Path) -> None:
    """A folder that became a symlink between the plan and the update is not written through."""
    root, work = updates(tmp_path / "acme")
    shutil.move(root / SRC.into / NAME, tmp_path / "elsewhere")
    (root / SRC.into / NAME).symlink_to(tmp_path / "elsewhere")
    before = tree(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="is a symlink"):
        work()
    assert tree(tmp_path / "elsewhere") == before
