"""Writing: the new tree or the old one, and never a byte of the user's."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import sha256
from itertools import count
from operator import eq, le
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from handbill_generator.diagnostics import OutputError, SpecError
from handbill_generator.manifest import MANIFEST_NAME, Manifest, dump_manifest, path_clash, prefixes
from handbill_generator.write import Staleness, Written, compare, write
from hypothesis import given, settings
from hypothesis import strategies as st

OLD = {
    "__init__.py": "old",
    "same.py": "same",
    "gone.py": "gone",
    "left/a.py": "a",
    "left/deep/b.py": "b",
    "shared/c.py": "c",
    "file": "was a file",
    "folder/d.py": "was a folder",
}
NEW = {
    "__init__.py": "new",
    "same.py": "same",
    "added.py": "added",
    "fresh/deep/e.py": "e",
    "file/f.py": "is a folder",
    "folder": "is a file",
    "shared/z.py": "z",
}
USER = {"notes.txt": "mine", "shared/mine.py": "mine", "own/own.py": "mine"}
CACHES = ("__pycache__/gone.cpython-311.pyc", "left/deep/__pycache__/b.cpython-311.pyc")

Tree = dict[str, tuple[int, bytes] | None]


def emit(texts: Mapping[str, str], package: str = "shop") -> tuple[dict[str, str], Manifest]:
    digests = {path: sha256(text.encode()).hexdigest() for path, text in texts.items()}
    manifest = Manifest(handbill="0", package=package, contract_sha256="0" * 64, files=digests, symbols={})
    return {**texts, MANIFEST_NAME: dump_manifest(manifest)}, manifest


def run(texts: Mapping[str, str], folder: Path, package: str = "shop") -> Written:
    files, manifest = emit(texts, package)
    return write(files, folder, manifest=manifest)


def check(texts: Mapping[str, str], folder: Path) -> Staleness:
    return compare(emit(texts)[0], folder)


def put(folder: Path, texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())


def tree(folder: Path) -> Tree:
    """Everything below *folder*: files with time and bytes, folders as None."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes()) if path.is_file() else None
        for path in folder.rglob("*")
    }


def texts_of(found: Tree) -> dict[str, str]:
    return {path: entry[1].decode() for path, entry in found.items() if entry}


def old_tree(root: Path) -> Path:
    """An emitted package with the user's files and Python's caches in it."""
    folder = root / "shop"
    run(OLD, folder)
    put(folder, USER | dict.fromkeys(CACHES, "cache"))
    return folder


def no_tree(root: Path) -> Path:
    return root / "shop"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return old_tree(tmp_path)


def test_the_first_run_writes_everything(tmp_path: Path) -> None:
    """Into a folder that does not exist go exactly the files, parents included, as UTF-8 with plain newlines."""
    folder = tmp_path / "generated" / "shop"
    written = run({"a.py": "é\n", "b/c.py": ""}, folder)
    assert written == Written(written=("a.py", "b/c.py", MANIFEST_NAME), removed=(), unchanged=0, overwritten_edits=())
    assert texts_of(tree(folder)) == emit({"a.py": "é\n", "b/c.py": ""})[0]
    assert (folder / "a.py").read_bytes() == "é\n".encode()
    assert os.listdir(tmp_path / "generated") == ["shop"]


@pytest.mark.parametrize("content", [(), ("__pycache__/a.pyc",)])
def test_an_empty_folder_is_taken(tmp_path: Path, content: tuple[str, ...]) -> None:
    """A folder that holds nothing, or only what Python left there, is nobody's."""
    (tmp_path / "shop").mkdir()
    put(tmp_path / "shop", dict.fromkeys(content, ""))
    assert run(NEW, tmp_path / "shop").unchanged == 0


def test_a_second_run_changes_what_differs(folder: Path) -> None:
    """Changed files are replaced, new ones come, old ones go with their emptied folders, the rest is not touched."""
    before = tree(folder)
    written = run(NEW, folder)
    assert written == Written(
        written=("__init__.py", "added.py", "file/f.py", "folder", "fresh/deep/e.py", MANIFEST_NAME, "shared/z.py"),
        removed=("file", "folder/d.py", "gone.py", "left/a.py", "left/deep/b.py", "shared/c.py"),
        unchanged=1,
        overwritten_edits=(),
    )
    after = tree(folder)
    assert texts_of(after) == emit(NEW)[0] | USER | {CACHES[0]: "cache"}
    assert not (folder / "left").exists()
    assert all(after[path] == before[path] for path in ("same.py", *USER))


def test_a_cache_with_other_files_is_the_users(folder: Path) -> None:
    """A `__pycache__` that holds more than bytecode keeps its folder alive."""
    put(folder, {"left/deep/__pycache__/notes.txt": "mine"})
    run(NEW, folder)
    assert os.listdir(folder / "left") == ["deep"]
    assert sorted(os.listdir(folder / "left/deep/__pycache__")) == ["b.cpython-311.pyc", "notes.txt"]


def test_a_folder_whose_files_change_stays(tmp_path: Path) -> None:
    """A folder that loses all its files and gets others is not made anew."""
    folder = tmp_path / "shop"
    run({"a/old.py": ""}, folder)
    before = (folder / "a").stat().st_ino
    run({"a/new.py": ""}, folder)
    assert (folder / "a").stat().st_ino == before
    assert os.listdir(folder / "a") == ["new.py"]


def test_edits_are_overwritten_and_said(folder: Path) -> None:
    """A hand-edited file is overwritten or removed, and named; an edit that is the new text is neither."""
    put(folder, {"__init__.py": "edit", "gone.py": "edit", "same.py": "edit"})
    files = NEW | {"same.py": "edit"}
    assert check(files, folder).edited == ("__init__.py", "gone.py", "same.py")
    assert run(files, folder).overwritten_edits == ("__init__.py", "gone.py")
    assert check(files, folder).fresh


def test_new_files_have_the_default_mode(folder: Path) -> None:
    """What is written has the mode that the umask gives, whatever stood there before."""
    (folder / "__init__.py").chmod(0o777)
    (folder.parent / "plain").touch()
    run(NEW, folder)
    assert (folder / "__init__.py").stat().st_mode == (folder.parent / "plain").stat().st_mode


def test_compare_says_what_write_would_do(folder: Path) -> None:
    """`compare` tells missing, differing, stale and edited files apart, and changes nothing."""
    put(folder, {"gone.py": "edit"})
    (folder / "same.py").unlink()
    before = tree(folder.parent)
    assert check(NEW, folder) == Staleness(
        missing=("added.py", "file/f.py", "folder", "fresh/deep/e.py", "same.py", "shared/z.py"),
        differing=("__init__.py", MANIFEST_NAME),
        stale=("file", "folder/d.py", "gone.py", "left/a.py", "left/deep/b.py", "shared/c.py"),
        edited=("gone.py",),
    )
    assert tree(folder.parent) == before


def test_compare_of_nothing_makes_nothing(tmp_path: Path) -> None:
    """Where there is no folder all files are missing, and there is still no folder."""
    assert check({"a.py": ""}, tmp_path / "out" / "shop").missing == ("a.py", MANIFEST_NAME)
    assert os.listdir(tmp_path) == []


def test_a_parent_that_is_a_file_gives_the_reason_of_the_system(tmp_path: Path) -> None:
    """Where no folder can be made, the error names the place and the system's reason."""
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=r"file.*: (Not a directory|File exists); check permissions"):
        run(NEW, tmp_path / "file" / "shop")


def _foreign(folder: Path) -> None:
    (folder / MANIFEST_NAME).unlink()


def _other_package(folder: Path) -> None:
    put(folder, {MANIFEST_NAME: emit(OLD, "other")[0][MANIFEST_NAME]})


def _is_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.touch()


def _is_link(folder: Path) -> None:
    folder.rename(folder.with_name("real"))
    folder.symlink_to("real")


def _linked(path: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        (folder / path).rename(folder / "own/real")
        (folder / path).symlink_to(folder / "own/real")

    make.__name__ = path
    return make


def _users(path: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        put(folder, {path: "mine"})

    make.__name__ = path
    return make


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "added.py")


def _dangling(folder: Path) -> None:
    (folder / "added.py").symlink_to("/nowhere")


def _twin(folder: Path) -> None:
    put(folder, {"gone.py": "added"})
    os.link(folder / "gone.py", folder / "added.py")


REFUSED = [
    (_foreign, "shop: holds files that handbill did not write; choose another --out or empty it"),
    (_other_package, 'holds package "other", not "shop"'),
    (_is_file, "shop: is a file"),
    (_is_link, "shop: is a symlink"),
    (_linked("same.py"), "same.py: is a symlink"),
    (_linked("gone.py"), "gone.py: is a symlink"),
    (_linked("left"), "left: is a symlink"),
    (_linked(MANIFEST_NAME), f"{MANIFEST_NAME}: is not a plain file"),
    (_dangling, "added.py: is a symlink"),
    (_users("added.py"), "added.py: handbill did not write this file; rename it"),
    (_users("fresh"), 'fresh: stands where handbill writes "fresh/deep/e.py"'),
    (_users("folder/mine.txt"), 'folder: stands where handbill writes "folder"'),
    (_pipe, 'added.py: stands where handbill writes "added.py"'),
    (_twin, 'gone.py: is one file with "added.py"'),
]


@pytest.mark.parametrize(("make", "message"), REFUSED, ids=lambda value: getattr(value, "__name__", ""))
def test_what_is_not_ours_is_refused(folder: Path, make: Callable[[Path], None], message: str) -> None:
    """A folder or file that handbill cannot own stops both functions before anything is changed."""
    make(folder)
    before = snapshot(folder.parent)
    for call in (run, check):
        with pytest.raises(OutputError) as refusal:
            call(NEW, folder)
        assert message in str(refusal.value)
    assert snapshot(folder.parent) == before


def snapshot(root: Path) -> dict[str, tuple[int, int, int]]:
    return {
        str(path): (path.lstat().st_mode, path.lstat().st_ino, 0 if path.is_dir() else path.lstat().st_mtime_ns)
        for path in root.rglob("*")
    }


def test_a_users_file_with_the_same_text_is_adopted(folder: Path) -> None:
    """A new file that already stands there word for word is no conflict and is not touched."""
    put(folder, {"added.py": "added"})
    before = tree(folder)["added.py"]
    assert "added.py" not in run(NEW, folder).written
    assert tree(folder)["added.py"] == before


def test_a_hostile_manifest_stops_the_run(folder: Path) -> None:
    """A manifest that names a file outside the folder removes nothing."""
    outside = folder.parent / "outside.py"
    outside.touch()
    text = (folder / MANIFEST_NAME).read_text().replace('"gone.py"', '"../outside.py"')
    put(folder, {MANIFEST_NAME: text})
    with pytest.raises(SpecError, match="climbs out of the folder"):
        run(NEW, folder)
    assert outside.exists()


@pytest.mark.parametrize("paths", [("../a",), ("/a",), ("a\\b",), ("A.py", "a.py"), ("a", "a/b"), ("Handbill.json",)])
def test_paths_are_checked_again(tmp_path: Path, paths: tuple[str, ...]) -> None:
    """No path leaves the folder, and no two are one on another system, whatever the caller believes."""
    with pytest.raises(OutputError, match="nothing was written"):
        run(dict.fromkeys(paths, ""), tmp_path / "shop")
    assert os.listdir(tmp_path) == []


def test_the_manifest_must_fit_the_files(tmp_path: Path) -> None:
    """A manifest that is absent, is another one, or does not list the files is the caller's mistake."""
    files, manifest = emit(NEW)
    without = {path: text for path, text in files.items() if path != MANIFEST_NAME}
    for wrong, given_manifest in ((without, manifest), (files | {"x": ""}, manifest), (files, emit(OLD)[1])):
        with pytest.raises(ValueError, match="manifest"):
            write(wrong, tmp_path / "shop", manifest=given_manifest)


# ---- Faults ----------------------------------------------------------------------------------------------------------

STEPS = ("replace", "mkdir", "link", "unlink", "rmdir", "fsync")


@contextmanager
def trap(at: Callable[[int], bool], act: Callable[[], None], *, steps: tuple[str, ...] = STEPS) -> Iterator[list[str]]:
    """Do *act* instead of the calls of the system whose number, from 1, *at* accepts; gives the calls so far."""
    calls: list[str] = []

    def wrapped(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            calls.append(name)
            if at(len(calls)):
                act()
            return real(*args, **kwargs)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in steps:
            patch.setattr(os, name, wrapped(name, getattr(os, name)))
        yield calls


def fail() -> None:
    raise OSError(28, "No space left on device")


def interrupt() -> None:
    raise KeyboardInterrupt


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def rounds(root: Path, start: Callable[[Path], Path]) -> Iterator[tuple[int, Path, Tree]]:
    """The same starting tree again and again, each time in a folder of its own, with the number of the round."""
    for number in count(1):
        here = root / str(number)
        here.mkdir()
        folder = start(here)
        yield number, folder, tree(here)


def assert_new(folder: Path) -> None:
    """The folder holds the new tree, and nothing of the run is left beside it."""
    user = {path: text for path, text in USER.items() if (folder / path).exists()}
    assert {path: text for path, text in texts_of(tree(folder)).items() if path not in CACHES} == emit(NEW)[0] | user
    assert os.listdir(folder.parent) == ["shop"]


def killed(number: int, call: Callable[[], object]) -> bool:
    """Run *call* in a process that is killed at its step *number*; False when it had fewer steps."""
    child = os.fork()
    if child == 0:
        try:
            with trap(partial(eq, number), die):
                call()
            os._exit(0)
        finally:
            os._exit(1)
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or status == 0
    return os.WIFSIGNALED(status)


def staging_of(folder: Path) -> Path:
    return folder.with_name(".shop.handbill-staging")


def know(staging: Path) -> None:
    """Make the staging folder one that a run on this machine has left."""
    status = staging.stat()
    put(staging, {"here": f"{status.st_dev} {status.st_ino}\n"})


def repair_only(folder: Path) -> None:
    """A run that repairs the folder, and fails before it changes anything itself."""
    with pytest.raises(OutputError), trap(lambda _: True, fail, steps=("fsync",)):
        run(NEW, folder)


starts = pytest.mark.parametrize("start", [old_tree, no_tree])


@starts
@pytest.mark.parametrize(("act", "error"), [(fail, OutputError), (interrupt, KeyboardInterrupt)])
def test_a_move_that_fails_leaves_the_old_tree(
    tmp_path: Path, start: Callable[[Path], Path], act: Callable[[], None], error: type[BaseException]
) -> None:
    """Whichever move fails, the tree is as before: bytes, times and presence."""
    for number, folder, before in rounds(tmp_path, start):
        with trap(partial(eq, number), act, steps=("replace",)) as calls:
            try:
                run(NEW, folder)
            except error:
                assert tree(folder.parent) == before
            else:
                assert len(calls) < number
                assert number > len(NEW)
                assert_new(folder)
                return


@starts
def test_any_step_that_fails_leaves_one_tree(tmp_path: Path, start: Callable[[Path], Path]) -> None:
    """Whichever call of the system fails: an error and the old tree, or success and the new one."""
    for number, folder, before in rounds(tmp_path, start):
        with trap(partial(eq, number), fail) as calls:
            try:
                run(NEW, folder)
            except OutputError as error:
                assert "No space left on device" in str(error)
                assert tree(folder) == {
                    path.removeprefix("shop/"): entry for path, entry in before.items() if path != "shop"
                }
        run(NEW, folder)
        assert_new(folder)
        if len(calls) < number:
            assert number > 30
            return


@starts
def test_a_disk_that_stays_broken_is_repaired_later(tmp_path: Path, start: Callable[[Path], Path]) -> None:
    """When the roll-back fails too, the next run does it."""
    for number, folder, _ in rounds(tmp_path, start):
        with trap(partial(le, number), fail) as calls, suppress(OutputError):
            run(NEW, folder)
        run(NEW, folder)
        assert_new(folder)
        if len(calls) < number:
            assert number > 30
            return


@starts
def test_a_killed_run_is_repaired_by_the_next(tmp_path: Path, start: Callable[[Path], Path]) -> None:
    """After SIGKILL at any step `compare` says so and waits, and the next run brings the old tree back first."""
    for number, folder, before in rounds(tmp_path, start):
        alive = not killed(number, partial(run, NEW, folder))
        torn = (staging_of(folder) / "journal").exists()
        found = tree(folder.parent)
        assert check(NEW, folder).interrupted == torn
        assert tree(folder.parent) == found
        if torn:
            # Somebody imports the torn package meanwhile.
            for made in (path for path in ("file", "fresh/deep") if (folder / path).is_dir()):
                put(folder / made, {"__pycache__/x.cpython-311.pyc": "cache"})
            repair_only(folder)
            assert tree(folder.parent) == before
        run(NEW, folder)
        assert_new(folder)
        if alive:
            assert number > 30
            return


@starts
def test_a_killed_repair_is_repaired_by_the_next(tmp_path: Path, start: Callable[[Path], Path]) -> None:
    """A roll-back that is killed at any of its steps goes on where it was."""
    (tmp_path / "whole").mkdir()
    folder = start(tmp_path / "whole")
    with trap(lambda _: False, fail) as calls:
        run(NEW, folder)
    # The step after the last move: every move has to be undone.
    commit = max(step for step, name in enumerate(calls, 1) if name == "replace") + 1
    for number, folder, before in rounds(tmp_path, start):
        assert killed(commit, partial(run, NEW, folder))
        alive = not killed(number, partial(repair_only, folder))
        repair_only(folder)
        assert tree(folder.parent) == before
        if alive:
            assert number > 10
            return


def test_the_manifest_is_moved_last(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until every other file is in place the folder says that it holds the old ones."""
    targets: list[Path] = []
    real = os.replace

    def record(source: Path, target: Path) -> None:
        targets.append(target)
        real(source, target)

    monkeypatch.setattr(os, "replace", record)
    run(NEW, folder)
    assert targets.index(folder / MANIFEST_NAME) == len(targets) - 1


def test_two_runs_at_once(folder: Path) -> None:
    """While one run is at work, a second one in the same process is refused, and the first one ends well."""
    refusals: list[str] = []

    def second() -> None:
        with pytest.raises(OutputError) as refusal:
            run(OLD, folder)
        refusals.append(str(refusal.value))

    with trap(partial(eq, 3), second, steps=("replace",)):
        run(NEW, folder)
    assert refusals == [f"{folder}: another handbill (process {os.getpid()}) writes here; run again when it is done"]
    assert_new(folder)


def test_a_lock_that_is_no_longer_there_locks_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run whose lock was removed by the end of another one, and perhaps taken by a third, is refused."""
    fcntl = pytest.importorskip("fcntl")
    real = fcntl.flock

    def late(lock: int, how: int) -> None:
        real(lock, how)
        (staging_of(folder) / "lock").unlink()
        (staging_of(folder) / "lock").touch()

    before = tree(folder)
    monkeypatch.setattr(fcntl, "flock", late)
    with pytest.raises(OutputError, match="another handbill"):
        run(NEW, folder)
    assert tree(folder) == before


def test_the_lock_of_a_dead_process_is_no_lock(folder: Path) -> None:
    """While another process writes, its id is named; once it is dead its lock holds nobody."""

    def wait(tell: int) -> None:
        os.write(tell, b"x")
        signal.pause()

    ready, tell = os.pipe()
    child = os.fork()
    if child == 0:
        with trap(partial(eq, 3), lambda: wait(tell), steps=("replace",)):
            run(NEW, folder)
    os.read(ready, 1)
    with pytest.raises(OutputError, match=f"process {child}"):
        run(NEW, folder)
    assert check(NEW, folder).interrupted
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    run(NEW, folder)
    assert_new(folder)


def test_without_links_originals_are_copied(folder: Path) -> None:
    """On a file system that has no links a failed run still leaves the old bytes and times."""
    before = tree(folder.parent)

    def fail_link_and_last(_: int) -> bool:
        return calls[-1] == "link" or calls.count("replace") == 9

    with (
        pytest.raises(OutputError),
        trap(lambda step: fail_link_and_last(step), fail, steps=("link", "replace")) as calls,
    ):
        run(NEW, folder)
    assert tree(folder.parent) == before


def _journal(**lists: object) -> str:
    return json.dumps({"retired": [], "created": [], "replaced": [], "added": []} | lists)


@pytest.mark.parametrize(
    "journal",
    [
        "",
        "[]",
        "[" * 100_000,
        "{}",
        _journal(added=5),
        _journal(added=[5]),
        _journal(added=["../outside"]),
        _journal(retired=["/etc/passwd"]),
        _journal(created=[".."]),
        _journal(replaced=["link/outside"]),
    ],
)
def test_a_hostile_journal_moves_nothing(folder: Path, journal: str) -> None:
    """A journal that is none, or that names what is outside the folder, stops the run with what to do."""
    (folder / "link").symlink_to("..")
    put(folder.parent, {"outside": "mine"})
    put(staging_of(folder), {"journal": journal, "old/link/outside": "theirs", "old/outside": "theirs"})
    know(staging_of(folder))
    before = tree(folder.parent)
    with pytest.raises(OutputError, match=r"is not a journal of handbill; restore|is a symlink"):
        run(NEW, folder)
    (staging_of(folder) / "lock").unlink()
    assert tree(folder.parent) == before


@pytest.mark.parametrize("knows", [False, True])
def test_a_journal_of_another_machine_moves_nothing(folder: Path, knows: bool) -> None:
    """A journal that came with a checkout and stays in the folder is obeyed only where a run of ours has left it."""
    put(
        staging_of(folder), {"journal": _journal(added=["mine.txt"], replaced=["client.py"]), "old/client.py": "theirs"}
    )
    if knows:
        know(staging_of(folder))
        run(NEW, folder)
        return
    put(staging_of(folder), {"here": "1 2\n"})
    put(folder, {"mine.txt": "mine", "client.py": "mine"})
    before = tree(folder.parent)
    with pytest.raises(OutputError, match="was not left here by a run of handbill; restore"):
        run(NEW, folder)
    (staging_of(folder) / "lock").unlink()
    assert tree(folder.parent) == before


@pytest.mark.parametrize("name", ["", "here", "lock", "journal", "journal.part", "new", "old"])
def test_a_hostile_staging_folder_writes_nothing_elsewhere(folder: Path, name: str) -> None:
    """A symlink in the place of the staging folder, or in it, is refused or removed, never followed."""
    outside = folder.parent / "outside"
    put(outside, {"file": "mine"})
    if name:
        staging_of(folder).mkdir()
    is_file = name in {"here", "lock", "journal", "journal.part"}
    (staging_of(folder) / name).symlink_to(outside / "file" if is_file else outside)
    try:
        run(NEW, folder)
    except OutputError as error:
        assert "is a symlink" in str(error) or "was not left here" in str(error)
    assert texts_of(tree(outside)) == {"file": "mine"}


# ---- Laws ------------------------------------------------------------------------------------------------------------

paths = st.lists(st.sampled_from(["a", "b", "c", "d.py"]), min_size=1, max_size=3).map("/".join)
file_maps = st.dictionaries(paths, st.sampled_from(["", "x", "y\n"])).filter(lambda files: not path_clash(files))
user_maps = st.dictionaries(paths.map("{}_mine".format), st.just("mine"))


@settings(deadline=None)
@given(file_maps, file_maps, user_maps)
def test_the_folder_holds_the_new_files_and_the_users(
    old: dict[str, str], new: dict[str, str], user: dict[str, str]
) -> None:
    """After a run the folder holds exactly the new files and the user's, and one more run touches nothing."""
    user = {path: text for path, text in user.items() if not path_clash({*old, path})}
    if path_clash({*new, *user}):
        return
    with TemporaryDirectory() as root:
        folder = Path(root, "shop")
        run(old, folder)
        put(folder, user)
        written = run(new, folder)
        found = tree(folder)
        whole = emit(new)[0] | user
        assert texts_of(found) == whole
        assert {path for path, entry in found.items() if entry is None} == {
            prefix for path in whole for prefix in prefixes(path)[:-1]
        }
        assert set(written.removed) == old.keys() - new.keys()
        assert len(written.written) + written.unchanged == len(new) + 1
        assert check(new, folder).fresh
        before = snapshot(folder)
        assert run(new, folder) == Written(written=(), removed=(), unchanged=len(new) + 1, overwritten_edits=())
        assert snapshot(folder) == before
        assert os.listdir(root) == ["shop"]
