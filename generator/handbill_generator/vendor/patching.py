"""`handbill vendor patch`: declare local edits, so that check lets them be and update keeps them.

In: the project and an entry.  Out: the record with a patch for every edited file, and the bases beside it.
Never: declares what it cannot give back: an edit without its upstream text could not be merged later.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from handbill_generator.diagnostics import OutputError
from handbill_generator.manifest import MANIFEST_NAME
from handbill_generator.vendor.bases import base_of, kept_base
from handbill_generator.vendor.commit import Edition, commit, recover
from handbill_generator.vendor.digests import digest
from handbill_generator.vendor.licence import LICENCE_NAME
from handbill_generator.vendor.project import RECORD_NAME
from handbill_generator.vendor.record import Patch, Vendored, read_record
from handbill_generator.vendor.record_file import written
from handbill_generator.vendor.state import State, state_of

_FIXED = (MANIFEST_NAME, LICENCE_NAME)


def patch(root: Path, name: str, *, reason: str = "") -> tuple[Vendored, tuple[str, ...], tuple[str, ...]]:
    """Declare the edits of the entry *name*; give the entry, the files declared, and those whose edit is gone.

    Raises ConfigError for a name that is not vendored, OutputError for edits that cannot be declared; SpecError for a
    record that cannot be read.
    """
    recover(root)
    record = read_record(root)
    entry = record.entry(name)
    state = state_of(root, entry)
    bases = bases_of(root, entry, state)
    added = {path: raw for path, raw in bases.items() if kept_base(path) not in entry.kept}
    gone = [path for path in entry.patches if path in state.files and digest(state.files[path]) == entry.files[path]]
    patches = {path: patch for path, patch in entry.patches.items() if path not in gone}
    declared = tuple(path for path in state.modified if path in bases)
    for path in declared:
        why = reason or (entry.patches[path].reason if path in entry.patches else "")
        patches[path] = Patch(sha256=digest(state.files[path]), reason=why)
    kept = {path: sha for path, sha in entry.kept.items() if path not in set(map(kept_base, gone))}
    kept |= {kept_base(path): digest(raw) for path, raw in added.items()}
    new = replace(entry, patches=patches, kept=kept)
    if new != entry:
        edition = Edition(
            files={
                RECORD_NAME: written(record, {**record.packages, entry.name: new}),
                **{f"{entry.kept_folder}/{kept_base(path)}": raw for path, raw in added.items()},
            },
            gone=[f"{entry.kept_folder}/{kept_base(path)}" for path in gone],
            seen={RECORD_NAME: record.raw, **{f"{entry.path}/{path}": state.files[path] for path in declared}},
        )
        commit(root, edition)
    return new, declared, tuple(gone)


def bases_of(root: Path, entry: Vendored, state: State) -> dict[str, bytes]:
    """Give the upstream text of every edited file; raises OutputError where one cannot be declared as a patch."""
    if state.missing or state.irregular:
        path = (*state.irregular, *state.missing)[0]
        what = "no plain file" if state.irregular else "not there"
        raise OutputError(f"{entry.path}/{path}: is {what}; restore it from version control")
    found = {}
    for path in state.modified:
        if digest(state.files[path]) == entry.files[path]:
            continue
        if path in _FIXED:
            raise OutputError(f"{entry.path}/{path}: cannot be patched; restore it from version control")
        if b"\0" in state.files[path]:
            raise OutputError(f"{entry.path}/{path}: is no text; restore it from version control")
        base = base_of(root, entry, path)
        if base is None:
            raise OutputError(
                f"{entry.path}/{path}: its upstream text is neither in git nor at its source; restore the file, "
                "commit it, and make the edit again"
            )
        found[path] = base
    return found
