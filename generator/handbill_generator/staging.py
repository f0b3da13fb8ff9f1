"""Change a folder in one step: every move is made, or none.

In: a list of moves and the bytes to move in.  Out: the changed folder.
Never: decides what is to be moved, follows a symlink, or leaves two runs mixed.

A run stages beside folder `NAME` in `.NAME.handbill-staging` (one file system, so that every move is a rename):

    lock       held while the run lives; holds its process id
    here       which folder this is to the system, so that a journal is known as one of this machine's
    new/       files to move in
    old/       what stood there before: a second link to each file replaced, and what was removed
    journal    exists from before the first move until after the last, and lists them all

While there is a journal, the folder may be mixed.  It is always rolled back, never forward: the next run brings its
own files and needs none of the interrupted one, and going back only renames, so that a full disk cannot stop it.
A run that fails and a run that finds a killed one call the same function, `_roll_back`.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from handbill_generator.diagnostics import OutputError
from handbill_generator.manifest import MANIFEST_NAME, MAX_BYTES, path_fault, prefixes

if sys.platform == "win32":
    import msvcrt

    def _hold(lock: int) -> bool:
        # Far behind the process id, which others must be able to read.
        os.lseek(lock, 4096, os.SEEK_SET)
        with suppress(PermissionError):
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
            return True
        return False

else:
    import fcntl

    def _hold(lock: int) -> bool:
        with suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False


_JOURNAL = "journal"
_LOCK = "lock"
_HERE = "here"
_CACHE = "__pycache__"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """The journal: every change to the folder, in the order of the fields."""

    retired: tuple[str, ...]
    """Files and emptied folders that leave."""
    created: tuple[str, ...]
    """Folders to make, outermost first; "." is the package's own."""
    replaced: tuple[str, ...]
    added: tuple[str, ...]


@contextmanager
def staging_folder(folder: Path) -> Iterator[Path]:
    """Give the staging folder, empty and locked; at the end nothing is left of it, nor of a run that failed."""
    with staged(folder, _staging_path(folder)) as staging:
        yield staging


@contextmanager
def staged(folder: Path, staging: Path) -> Iterator[Path]:
    """Give *staging*, made for changes to *folder*, as `staging_folder` does; both must be on one file system.

    Raises OutputError where another run is at work, or where a run was interrupted that was not one of this machine.
    """
    with _locked(staging, folder):
        _refuse_foreign(folder, staging)
        _roll_back(folder, staging)
        _sweep(staging)
        (staging / _HERE).write_bytes(_identity(staging))
        try:
            yield staging
        finally:
            _roll_back(folder, staging)
            # What cannot be removed is rubbish that the next run sweeps; the folder itself is in order.
            with suppress(OSError):
                _sweep(staging)
                (staging / _LOCK).unlink()
                staging.rmdir()


def apply(moves: Moves, content: Mapping[str, bytes], folder: Path, staging: Path) -> None:
    """Make *moves*; *content* holds the bytes of what is replaced and added."""
    _stage(moves, content, folder, staging)
    _move(moves, folder, staging)
    # The commit: from here on nothing is rolled back.
    (staging / _JOURNAL).unlink()


def is_interrupted(folder: Path) -> bool:
    """Say whether a run into *folder* was killed, or is at work."""
    return has_journal(_staging_path(folder))


def has_journal(staging: Path) -> bool:
    """Say whether a run that uses *staging* was killed, or is at work."""
    return os.path.lexists(staging / _JOURNAL)


@contextmanager
def system_errors(folder: Path) -> Iterator[None]:
    """Turn the system's errors into OutputErrors; *folder* is the place where the system names none."""
    try:
        yield
    except OSError as error:
        where = error.filename or folder
        raise OutputError(f"{where}: {error.strerror or error}; check permissions and free space") from error


def _staging_path(folder: Path) -> Path:
    mode = mode_of(folder)
    if mode and not stat.S_ISDIR(mode):
        raise OutputError(f"{folder}: is a {'symlink' if stat.S_ISLNK(mode) else 'file'}; choose another --out")
    # Named for the folder, which is the package's name unless somebody vendored it under another one.
    absolute = Path(os.path.abspath(folder))
    return absolute.parent / f".{absolute.name}.handbill-staging"


@contextmanager
def _locked(staging: Path, folder: Path) -> Iterator[None]:
    """Make *staging* and hold it, or raise OutputError where another run does.

    The lock is the system's, which dies with its process.  The process id alone would not do: ids are used again
    (in containers at once), and two runs that find the same dead process must not both recover.
    """
    staging.mkdir(parents=True, exist_ok=True)
    _refuse_links(staging.parent, f"{staging.name}/{_LOCK}")
    lock = os.open(staging / _LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        # A run that has just ended may have removed the lock after we opened it: then it locks nothing.
        held = False
        with suppress(FileNotFoundError):
            held = _hold(lock) and os.path.samestat(os.fstat(lock), (staging / _LOCK).lstat())
        if not held:
            os.lseek(lock, 0, os.SEEK_SET)
            process = os.read(lock, 20).decode("ascii", "replace")
            raise OutputError(f"{folder}: another handbill (process {process}) writes here; run again when it is done")
        os.lseek(lock, 0, os.SEEK_SET)
        os.ftruncate(lock, 0)
        os.write(lock, str(os.getpid()).encode("ascii"))
        yield
    finally:
        os.close(lock)


def _stage(moves: Moves, content: Mapping[str, bytes], folder: Path, staging: Path) -> None:
    new, old = staging / "new", staging / "old"
    for path in (*moves.replaced, *moves.added):
        _create(new / path, content[path])
    for path in (*moves.replaced, *moves.retired):
        (old / path).parent.mkdir(parents=True, exist_ok=True)
    for path in moves.replaced:
        _keep(folder / path, old / path)
    _create(staging / "journal.part", json.dumps(asdict(moves)).encode("ascii"))
    os.replace(staging / "journal.part", staging / _JOURNAL)


def _move(moves: Moves, folder: Path, staging: Path) -> None:
    for path in moves.retired:
        os.replace(folder / path, staging / "old" / path)
    for path in moves.created:
        (folder / path).mkdir()
    # The manifest last: until then the folder says that it holds the old files.
    for path in sorted((*moves.replaced, *moves.added), key=lambda path: (path == MANIFEST_NAME, path)):
        os.replace(staging / "new" / path, folder / path)


def _refuse_foreign(folder: Path, staging: Path) -> None:
    """Refuse a journal that was written in another folder than this one.

    A repository can bring a journal along, and it says which files are taken away.  What it cannot know is this number.
    """
    if has_journal(staging) and read(staging, _HERE, 100) != _identity(staging):
        hint = f"restore {folder} from version control and delete {staging}"
        raise OutputError(f"{staging / _JOURNAL}: was not left here by a run of handbill; {hint}")


def _identity(staging: Path) -> bytes:
    status = staging.stat()
    return f"{status.st_dev} {status.st_ino}\n".encode("ascii")


def _roll_back(folder: Path, staging: Path) -> None:
    """Undo the moves of the journal, if there is one.

    Each of them may have been done or not, by the run that was killed or by a roll-back that was killed.
    """
    moves = _read_journal(folder, staging)
    if moves is None:
        return
    new, old = staging / "new", staging / "old"
    for path in moves.added:
        if not os.path.lexists(new / path) and os.path.lexists(folder / path):
            os.replace(folder / path, new / path)
    for path in reversed(moves.created):
        _remove_emptied(folder / path)
    for path in (*moves.replaced, *moves.retired):
        if os.path.lexists(old / path):
            os.replace(old / path, folder / path)
    (staging / _JOURNAL).unlink()


def _sweep(staging: Path) -> None:
    for child in staging.iterdir():
        if stat.S_ISDIR(mode_of(child)):
            shutil.rmtree(child)
        elif child.name != _LOCK:
            child.unlink()


def _read_journal(folder: Path, staging: Path) -> Moves | None:
    # A journal cut off at the limit is not JSON.
    raw = read(staging, _JOURNAL, MAX_BYTES)
    if raw is None:
        return None
    try:
        lists = json.loads(raw)
        moves = Moves(**{field.name: tuple(lists[field.name]) for field in fields(Moves)})
        paths = {*moves.retired, *moves.created, *moves.replaced, *moves.added} - {"."}
        if any(path_fault(path) for path in paths):
            raise ValueError("a path leaves the folder")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        hint = f"restore {folder} from version control and delete {staging}"
        raise OutputError(f"{staging / _JOURNAL}: is not a journal of handbill; {hint}") from None
    # The journal may come with a hostile repository: what it names must lie in these folders.
    for path in paths:
        _refuse_links(folder, path)
        _refuse_links(staging, f"new/{path}")
        _refuse_links(staging, f"old/{path}")
    return moves


def _create(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # "x": whatever stands there is not ours, and a symlink would be followed.
    with path.open("xb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def _keep(original: Path, copy: Path) -> None:
    try:
        os.link(original, copy)
    except OSError:
        # Not every file system has links (FAT, some network mounts).
        shutil.copy2(original, copy)


def _remove_emptied(folder: Path) -> None:
    """Remove a folder that an undone run had made; one that somebody has put a file in stays."""
    with suppress(OSError):
        for child in folder.iterdir():
            if is_cache(child):
                shutil.rmtree(child)
        folder.rmdir()


def is_cache(path: Path) -> bool:
    # Only what Python puts there: anything else in it is the user's.
    return (
        path.name == _CACHE
        and stat.S_ISDIR(mode_of(path))
        and all(child.suffix == ".pyc" and stat.S_ISREG(mode_of(child)) for child in path.iterdir())
    )


def read(folder: Path, path: str, at_most: int = -1) -> bytes | None:
    """Give the first *at_most* bytes of a plain file, None where there is none; refuses symlinks on the way."""
    _refuse_links(folder, path)
    if not stat.S_ISREG(mode_of(folder / path)):
        return None
    with (folder / path).open("rb") as file:
        return file.read(at_most)


def _refuse_links(folder: Path, path: str) -> None:
    for prefix in prefixes(path):
        if stat.S_ISLNK(mode_of(folder / prefix)):
            raise OutputError(f"{folder / prefix}: is a symlink; handbill does not write through it, remove it")


def mode_of(path: Path) -> int:
    """Give the mode of what stands at *path* itself, 0 where nothing does."""
    try:
        return path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0
