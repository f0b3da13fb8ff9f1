"""Decide what the folder of a package needs, and have it done.

In: the texts by relative path, their manifest, and the package's folder.
Out: what was written and removed (`write`), or what would be (`compare`, which writes nothing).
Never: touches a file that no manifest lists, or moves anything itself: `staging` does, all or nothing.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from handbill_generator.diagnostics import OutputError
from handbill_generator.manifest import (
    MANIFEST_NAME,
    Manifest,
    parse_manifest,
    path_clash,
    path_fault,
    prefixes,
    read_manifest,
)
from handbill_generator.staging import (
    Moves,
    apply,
    is_cache,
    is_interrupted,
    mode_of,
    read,
    staging_folder,
    system_errors,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What `write` did; paths are relative to the folder and sorted."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    overwritten_edits: tuple[str, ...]
    """Those of `written` and `removed` that somebody had edited by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staleness:
    """What `write` would do; paths are relative to the folder and sorted."""

    missing: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    """Emitted by an earlier run and no longer."""
    edited: tuple[str, ...] = ()
    """Not what the folder's manifest says; the others may list them too."""
    interrupted: bool = False
    """A run was killed, or is at work: nothing else can be told until `write` ran."""

    @property
    def fresh(self) -> bool:
        return self == Staleness()


def write(files: Mapping[str, str], folder: Path, *, manifest: Manifest) -> Written:
    """Make *folder* hold exactly *files* beside what its user put there.

    *files* maps relative posix paths to texts and includes the manifest.  On any error the folder is as before.
    Raises OutputError, SpecError for a manifest in the folder that is none, ValueError where *manifest* is not
    the one in *files*.
    """
    content, own = _checked(files)
    if own != manifest:
        raise ValueError("the manifest in files is not the manifest given")
    with system_errors(folder), staging_folder(folder) as staging:
        found = _compare(content, folder, manifest.package)
        written = tuple(sorted(found.missing + found.differing))
        if written or found.stale:
            apply(moves_for(found, folder), content, folder, staging)
    return Written(
        written=written,
        removed=found.stale,
        unchanged=len(files) - len(written),
        overwritten_edits=tuple(path for path in found.edited if path in {*written, *found.stale}),
    )


def compare(files: Mapping[str, str], folder: Path) -> Staleness:
    """Say what `write` would do, without doing it; raises what `write` would raise."""
    content, own = _checked(files)
    with system_errors(folder):
        if is_interrupted(folder):
            return Staleness(interrupted=True)
        found = _compare(content, folder, own.package)
        moves_for(found, folder)
        return found


def _checked(files: Mapping[str, str]) -> tuple[dict[str, bytes], Manifest]:
    for path in files:
        if fault := path_fault(path):
            raise OutputError(f'"{path}": path {fault}; nothing was written')
    if clash := path_clash(files):
        raise OutputError(f'"{clash[0]}" and "{clash[1]}": one path on some systems; nothing was written')
    content = {path: text.encode("utf-8") for path, text in files.items()}
    if MANIFEST_NAME not in content:
        raise ValueError("the files have no manifest")
    manifest = parse_manifest(content[MANIFEST_NAME])
    if manifest.files != {path: _digest(raw) for path, raw in content.items() if path != MANIFEST_NAME}:
        raise ValueError("the manifest does not list the files")
    return content, manifest


def _compare(content: Mapping[str, bytes], folder: Path, package: str) -> Staleness:
    previous = _previous(folder, package)
    found = {path: read(folder, path) for path in sorted({*content, *previous})}
    present = {path: raw for path, raw in found.items() if raw is not None}
    differing = tuple(path for path, raw in present.items() if path in content and raw != content[path])
    for path in differing:
        if path not in previous and path != MANIFEST_NAME:
            raise OutputError(f"{folder / path}: handbill did not write this file; rename it, handbill needs the name")
    stale = tuple(path for path in present if path not in content)
    _refuse_twins(folder, stale, [path for path in present if path in content])
    return Staleness(
        missing=tuple(path for path in found if path in content and path not in present),
        differing=differing,
        stale=stale,
        edited=tuple(path for path, raw in present.items() if path in previous and _digest(raw) != previous[path]),
    )


def _refuse_twins(folder: Path, stale: Sequence[str], kept: Sequence[str]) -> None:
    # Where file names ignore case, removing the old Order.py would remove the new order.py.
    files = {_identity(folder / path): path for path in kept}
    for path in stale:
        if twin := files.get(_identity(folder / path)):
            raise OutputError(f'{folder / path}: is one file with "{twin}"; delete {folder} and generate again')


def _previous(folder: Path, package: str) -> Mapping[str, str]:
    manifest = read_manifest(folder)
    if manifest is None:
        if folder.is_dir() and set(os.listdir(folder)) - {"__pycache__"}:
            raise OutputError(f"{folder}: holds files that handbill did not write; choose another --out or empty it")
        return {}
    if manifest.package != package:
        raise OutputError(f'{folder}: holds package "{manifest.package}", not "{package}"; choose another --out')
    return manifest.files


def moves_for(found: Staleness, folder: Path) -> Moves:
    """Give the moves that mend what was *found*; raises OutputError where a file of the user stands in the way."""
    retired = _retired(found, folder)
    created = {} if folder.is_dir() else {".": None}
    for path in found.missing:
        for prefix in prefixes(path):
            mode = 0 if prefix in retired else mode_of(folder / prefix)
            if mode and (prefix == path or not stat.S_ISDIR(mode)):
                raise OutputError(f'{folder / prefix}: stands where handbill writes "{path}"; rename it')
            if not mode and prefix != path:
                created[prefix] = None
    return Moves(retired=tuple(retired), created=tuple(created), replaced=found.differing, added=found.missing)


def _retired(found: Staleness, folder: Path) -> list[str]:
    """Give the stale files, and instead of them each folder that holds nothing else but caches."""
    gone = set(found.stale)
    needed = {prefix for path in found.missing for prefix in prefixes(path)[:-1]}
    parents = {prefix for path in found.stale for prefix in prefixes(path)[:-1]} - needed
    # A folder comes before what it holds, so that backwards the innermost are first.
    for parent in sorted(parents, reverse=True):
        children = os.listdir(folder / parent)
        if all(f"{parent}/{name}" in gone or is_cache(folder / parent / name) for name in children):
            gone.add(parent)
    return sorted(path for path in gone if not gone.intersection(prefixes(path)[:-1]))


def _identity(path: Path) -> tuple[int, int]:
    status = path.lstat()
    return status.st_dev, status.st_ino


def _digest(raw: bytes) -> str:
    return sha256(raw).hexdigest()
