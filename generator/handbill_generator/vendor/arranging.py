"""`handbill vendor remove` and `rename`.

In: the project and an entry.  Out: the folder gone or under another name, and the record with it.
Never: removes a file that was not vendored, or what another vendored package needs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from handbill_generator.config import package_name
from handbill_generator.diagnostics import ConfigError, OutputError
from handbill_generator.vendor.adding import refuse_taken
from handbill_generator.vendor.commit import Edition, commit, recover
from handbill_generator.vendor.project import KEPT_FOLDER, RECORD_NAME, import_name
from handbill_generator.vendor.record import Record, Vendored, read_record
from handbill_generator.vendor.record_file import written
from handbill_generator.vendor.state import State, edited_kept, kept_files, state_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """What removing means: the *entries* that go, each with its folder, and the *edited* files that go with them."""

    record: Record
    entries: tuple[tuple[Vendored, State], ...]
    edited: tuple[str, ...]


def removal(root: Path, name: str) -> Removal:
    """Say what removing *name* means; a facade takes its clients along.

    Raises ConfigError for a name that is not vendored, or that a facade needs.
    """
    recover(root)
    record = read_record(root)
    entry = record.entry(name)
    _refuse_needed(record, entry, "remove")
    entries = [(one, state_of(root, one)) for one in (entry, *(record.packages[client] for client in entry.clients))]
    edited: list[str] = []
    for one, state in entries:
        patched = [path for path in one.patches if path in state.files]
        edited += [f"{one.path}/{path}" for path in sorted({*state.modified, *patched})]
        edited += [f"{one.kept_folder}/{path}" for path in edited_kept(root, one)]
    return Removal(record=record, entries=tuple(entries), edited=tuple(edited))


def remove(root: Path, asked: Removal) -> tuple[str, ...]:
    """Remove what was asked for, and give what is left in the folders, which was not vendored.

    Raises OutputError, also for what was edited since.
    """
    seen: dict[str, bytes | None] = {RECORD_NAME: asked.record.raw}
    gone: list[str] = []
    left: list[str] = []
    for entry, state in asked.entries:
        seen |= {f"{entry.path}/{path}": raw for path, raw in state.files.items()}
        gone += [f"{entry.path}/{path}" for path in state.files]
        gone += [f"{entry.kept_folder}/{path}" for path in entry.kept]
        left += [f"{entry.path}/{path}" for path in (*state.extra, *state.irregular)]
    names = {entry.name for entry, _ in asked.entries}
    packages = {name: entry for name, entry in asked.record.packages.items() if name not in names}
    commit(root, Edition(files={RECORD_NAME: written(asked.record, packages)}, gone=gone, seen=seen))
    return tuple(left)


def rename(root: Path, name: str, new: str) -> Vendored:
    """Give the folder of *name* the name *new*; its edits and patches stay as they are.

    Raises ConfigError for names that cannot be, OutputError where the folder holds what was not vendored.
    """
    recover(root)
    record = read_record(root)
    entry = record.entry(name)
    _refuse_needed(record, entry, "rename")
    state = state_of(root, entry)
    if state.missing or state.extra or state.irregular:
        path = (*state.missing, *state.irregular, *state.extra)[0]
        raise OutputError(f"{entry.path}/{path}: is not as the record says; see handbill vendor check, then rename")
    called = package_name(new)
    path = f"{entry.path.rpartition('/')[0]}/{called}".lstrip("/")
    others = {other: one for other, one in record.packages.items() if other != entry.name}
    refuse_taken(root, Record(packages=others, raw=record.raw), called, path)
    renamed = replace(entry, name=called, path=path, import_name=import_name(root, path))
    packages = {(called if other == entry.name else other): one for other, one in record.packages.items()}
    packages[called] = renamed
    kept = {path: raw for path, raw in kept_files(root, entry).items() if raw is not None}
    commit(root, _moved(record, entry, renamed, state, kept, written(record, packages)))
    return renamed


def _moved(record: Record, old: Vendored, new: Vendored, state: State, kept: dict[str, bytes], raw: bytes) -> Edition:
    seen = {f"{old.path}/{path}": content for path, content in state.files.items()}
    stays = {f"{old.kept_folder}/{path}": content for path, content in kept.items()}
    moved = {f"{new.path}/{path}": content for path, content in state.files.items()}
    moved |= {f"{KEPT_FOLDER}/{new.name}/{path}": content for path, content in kept.items()}
    return Edition(
        files={**moved, RECORD_NAME: raw},
        gone=[*seen, *stays],
        seen={**dict.fromkeys(moved), **seen, **stays, RECORD_NAME: record.raw},
    )


def _refuse_needed(record: Record, entry: Vendored, verb: str) -> None:
    if owner := record.owner(entry.name):
        raise ConfigError(f"{entry.name}: the facade {owner} imports it by this name; {verb} {owner} instead")
