"""Ways to lose somebody's edits, or to reach what is not the package's: each is refused, and nothing is written."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from handbill_generator.diagnostics import OutputError
from handbill_generator.vendor.arranging import removal, remove
from handbill_generator.vendor.updating import plan, update

from tests.vendor.projects import (
    ALPHA,
    LATEST,
    NAME,
    SRC,
    Result,
    added,
    emitted,
    findings,
    git,
    project,
    put,
    run,
    tree,
)
from tests.vendor.projects import vendored as at

HERE = f"{SRC.into}/{NAME}"
RECORD = "handbill-vendor.toml"
CHECKOUT = Path(__file__).parents[2]
CLIENTS = ("autosend", "batch", "loops", "sendkit")
UPDATE = ("update", NAME, "--yes", "--to", str(LATEST))


def append(path: Path, text: str = "# mine\n") -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def rewrite(root: Path, old: str, new: str) -> None:
    """Edit the record by hand."""
    text = (root / RECORD).read_text(encoding="utf-8")
    assert old in text
    (root / RECORD).write_text(text.replace(old, new), encoding="utf-8")


def refused(root: Path, *arguments: str) -> str:
    """Give why a command is refused, which changes nothing."""
    before = tree(root)
    done = run(root, *arguments)
    assert (done.code, tree(root)) == (2, before)
    return done.error


def test_an_edit_made_while_the_question_stands(tmp_path: Path) -> None:
    """What is edited between the question whether to remove and the answer is not removed."""
    root = added(tmp_path)
    asked = removal(root, NAME)
    append(at(root, "models.py"))
    with pytest.raises(OutputError, match=r"models\.py: changed while handbill was at work"):
        remove(root, asked)
    assert at(root, "models.py").read_text().endswith("# mine\n")


def test_a_file_made_while_the_question_stands(tmp_path: Path) -> None:
    """What is put where the next version has a file, between the plan and the update, is not overwritten."""
    source = tmp_path / "source"
    put(source, {"loops.yaml": LATEST.read_text().replace("[Campaigns]", "[Newsletters]")})
    root = added(tmp_path / "acme")
    made = plan(root, [NAME], to=str(emitted(source / "loops.yaml")), today=date(2026, 11, 27))
    new = [path for path in made.steps[0].files if not at(root, path).exists()]
    assert new, "the next version has a module of its own"
    put(root, {f"{HERE}/{new[0]}": "mine"})
    with pytest.raises(OutputError, match="changed while handbill was at work"):
        update(root, made)
    assert at(root, new[0]).read_text() == "mine"


def _patched_file_gone(root: Path) -> None:
    append(at(root, "models.py"))
    assert run(root, "patch", NAME).code == 0
    at(root, "models.py").unlink()


def _patch_undeclared_by_hand(root: Path) -> None:
    append(at(root, "models.py"))
    assert run(root, "patch", NAME).code == 0
    text = (root / RECORD).read_text()
    (root / RECORD).write_text(text[: text.index(f"[packages.{NAME}.patches")])


def _kept_contract_edited(root: Path) -> None:
    append(root / f".handbill-vendor/{NAME}/contract/{ALPHA.name}")


def _kept_folder_is_a_link(root: Path) -> None:
    (root / ".handbill-vendor").rename(root.parent / "kept")
    (root / ".handbill-vendor").symlink_to(root.parent / "kept")


def _folder_gone(root: Path) -> None:
    shutil.rmtree(at(root))


def _path_in_git(root: Path) -> None:
    rewrite(root, f"[packages.{NAME}", "[packages.hooks")
    rewrite(root, f'path = "{HERE}"', 'path = ".git/hooks"')


def _path_outside(root: Path) -> None:
    rewrite(root, f'path = "{HERE}"', f'path = "../{NAME}"')


def _file_outside(root: Path) -> None:
    rewrite(root, '"models.py" =', '"../../app.py" =')


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_patched_file_gone, f"{HERE}/models.py: is not there; restore it"),
        (_patch_undeclared_by_hand, f"{HERE}/models.py: was edited, and no patch says so"),
        (_kept_contract_edited, f".handbill-vendor/{NAME}/contract/{ALPHA.name}: was edited"),
        (_kept_folder_is_a_link, ".handbill-vendor: is a symlink"),
        (_folder_gone, "is not there; restore it"),
        (_path_outside, f"{RECORD}:6:1: path \"../{NAME}\" climbs out of the folder"),
        (_file_outside, "climbs out of the folder"),
    ],
)  # fmt: skip
def test_updates_that_would_lose_or_leave(tmp_path: Path, change: Callable[[Path], None], said: str) -> None:
    """An update refuses what it would lose, and records that lead out of the project."""
    root = added(tmp_path / "acme")
    change(root)
    assert said in refused(root, *UPDATE)


def test_a_path_into_git(tmp_path: Path) -> None:
    """A record cannot make a package out of the hooks of git, or of any hidden folder."""
    root = added(tmp_path)
    _path_in_git(root)
    for command in (("update", "hooks", "--yes"), ("remove", "hooks", "--yes"), ("check",), ("list",)):
        assert f'{RECORD}:6:1: path ".git/hooks" leads into a hidden folder' in refused(root, *command)


def test_an_edited_contract_is_not_removed_unasked(tmp_path: Path) -> None:
    """Notes in the contract that is kept are edits too."""
    root = added(tmp_path)
    _kept_contract_edited(root)
    assert "There is no terminal to ask" in refused(root, "remove", NAME)


def test_a_base_that_somebody_edited(tmp_path: Path) -> None:
    """A base with another text is not merged against: the one at the source is found instead, and the patch stays."""
    root = added(tmp_path)
    append(at(root, "models.py"))
    assert run(root, "patch", NAME).code == 0
    put(root, {f".handbill-vendor/{NAME}/base/models.py": "tampered = 1\n"})
    assert run(root, *UPDATE).code == 0
    assert at(root, "models.py").read_text().endswith("# mine\n")
    assert findings(root) == set()


def test_the_package_is_not_its_own_source(tmp_path: Path) -> None:
    """A package is not updated from itself: it would never be behind anything again."""
    root = added(tmp_path)
    assert "is the vendored package itself" in refused(root, "update", NAME, "--yes", "--to", HERE)


def test_a_module_is_not_hidden(tmp_path: Path) -> None:
    """A package is not put beside a module of its name, which nobody could import any more."""
    root = project(tmp_path)
    put(root, {f"{HERE}.py": "mine = 1\n"})
    said = refused(root, "add", str(emitted(ALPHA)), "--into", SRC.into)
    assert f"would hide the module {NAME}.py" in said


def test_names_that_differ_in_case_alone(tmp_path: Path) -> None:
    """Two packages whose names are one on some systems would share what is kept of them there."""
    root = added(tmp_path)
    said = refused(root, "add", str(emitted(ALPHA)), "--into", "src/other", "--as", NAME.title())
    assert "where file names ignore case" in said
    text = (root / RECORD).read_text()
    entry = text[text.index("[packages") :].replace(NAME, NAME.upper()).replace(SRC.into, "src/other")
    (root / RECORD).write_text(text + entry)
    assert "are one where file names ignore case" in refused(root, "check")


@pytest.mark.parametrize("knows_the_folder", [False, True])
def test_a_journal_that_a_repository_brings(tmp_path: Path, knows_the_folder: bool) -> None:
    """A journal in a checkout, which says what is to be taken away, is obeyed only where it was written."""
    root = added(tmp_path)
    staging = root / ".handbill-vendor-staging"
    lists = {"retired": [], "created": [], "replaced": [], "added": [".env"]}
    put(root, {".env": "mine", f"{staging.name}/journal": json.dumps(lists), f"{staging.name}/new/x": ""})
    if knows_the_folder:
        status = staging.stat()
        put(staging, {"here": f"{status.st_dev} {status.st_ino}\n"})
    assert findings(root) == {("run-interrupted", RECORD)}
    done = run(root, *UPDATE, "--dry-run")
    assert (root / ".env").exists() is not knows_the_folder
    assert done.code == (0 if knows_the_folder else 2)
    assert knows_the_folder or "was not left here by a run of handbill" in done.error


def facade(folder: Path, *, without: str = "") -> Path:
    """Copy the facade with its clients to *folder*, without one of them."""
    clients = [client for client in CLIENTS if client != without]
    for source in (CHECKOUT / "facade/handbill", *(CHECKOUT / f"generated/handbill_{name}" for name in clients)):
        shutil.copytree(source, folder / source.name, ignore=shutil.ignore_patterns("__pycache__"))
    if without:
        for path in (folder / "handbill").rglob("*.py"):
            lines = path.read_text().splitlines(keepends=True)
            path.write_text("".join(line for line in lines if f"import handbill_{without}" not in line))
        (folder / f"handbill/providers/{without}.py").unlink()
        start = folder / "handbill/__init__.py"
        lines = start.read_text().splitlines(keepends=True)
        start.write_text("".join(line for line in lines if f"from handbill_{without}" not in line))
    return folder


def test_a_facade_copies_no_links(tmp_path: Path) -> None:
    """A symlink in the folder of a facade would copy what it leads to into the project; it is refused."""
    source = facade(tmp_path / "source")
    put(tmp_path, {"secret.py": "KEY = 1\n"})
    (source / "handbill/leak.py").symlink_to(tmp_path / "secret.py")
    root = project(tmp_path / "acme")
    assert "handbill/leak.py: is a symlink" in refused(root, "add", str(source), "--facade", "--into", SRC.into)


def test_a_client_that_a_facade_loses_keeps_its_patches(tmp_path: Path) -> None:
    """A client that the next facade does not need is not removed with a declared patch in it."""
    root = project(tmp_path / "acme")
    assert run(root, "add", str(facade(tmp_path / "old")), "--facade", "--into", SRC.into).code == 0
    models = root / SRC.into / "handbill_batch/models.py"
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "vendor")
    append(models)
    source = facade(tmp_path / "new", without="batch")
    command = ("update", "handbill", "--yes", "--to", str(source))
    assert "handbill_batch/models.py: was edited, and no patch says so" in refused(root, *command)
    assert run(root, "patch", "batch").code == 0
    before = tree(root)
    done = run(root, *command)
    assert (done.code, tree(root)) == (1, before)
    assert f"{SRC.into}/handbill_batch/models.py:1: conflict: is patched, and the next version has no such" in done.out
    models.write_text(models.read_text().removesuffix("# mine\n"))
    assert run(root, "patch", "batch").code == 0
    assert run(root, *command).code == 0
    assert not models.exists()
    assert findings(root) == set()


HOSTILE = r"\u001b[31m\n::error::owned\u202e'; import os; os._exit(9) #"


def test_hostile_texts_of_a_record_are_told_and_nothing_else(tmp_path: Path) -> None:
    """Whatever the texts of the record hold, no screen has a line, a colour or a direction of them."""
    root = added(tmp_path)
    append(at(root, "models.py"))
    assert run(root, "patch", NAME, "--reason", "x").code == 0
    for key in ("notice", "handbill", "title", "version", "reason"):
        lines = (root / RECORD).read_text().splitlines()
        rewrite(root, next(line for line in lines if line.startswith(f"{key} =")), f'{key} = "{HOSTILE}"')
    screens: list[Result] = [
        run(root, "list"),
        run(root, "check"),
        run(root, "check", "--format", "github"),
        run(root, *UPDATE, "--dry-run"),
        run(root, "patch", NAME),
        run(root, "rename", NAME, "loops_v1"),
        run(root, "remove", "loops_v1", "--yes"),
    ]
    for screen in screens:
        said = f"{screen.out}{screen.err}{screen.error}"
        assert not {"\x1b", "\u202e"} & set(said)
        assert not [line for line in said.splitlines() if line.startswith("::error::owned")]
    assert [screen.code for screen in screens[3:]] == [0, 0, 0, 0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_and_folders_in_the_place_of_files(tmp_path: Path) -> None:
    """A pipe or a folder where a file was is a finding, and no command waits for it or removes it."""
    root = added(tmp_path)
    at(root, "models.py").unlink()
    os.mkfifo(at(root, "models.py"))
    at(root, "client.py").unlink()
    put(root, {f"{HERE}/client.py/mine.txt": "mine"})
    assert ("file-irregular", f"{HERE}/models.py") in findings(root)
    assert "is no plain file" in refused(root, *UPDATE)
    assert run(root, "remove", NAME).code == 0
    assert at(root, "client.py/mine.txt").read_text() == "mine"
