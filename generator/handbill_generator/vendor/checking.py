"""`handbill vendor check`: hold what was vendored against the record.

In: the project.  Out: findings.
Never: fetches, writes, or asks what is installed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from handbill_generator.config import Target
from handbill_generator.contract.selection import hash_with
from handbill_generator.diagnostics import ConfigError, OutputError, Position, SpecError
from handbill_generator.manifest import MANIFEST_NAME, Manifest, read_manifest
from handbill_generator.reading import read_bundle
from handbill_generator.vendor.commit import is_interrupted
from handbill_generator.vendor.contracts import documents, is_alone
from handbill_generator.vendor.declared import Declared, declared, meets
from handbill_generator.vendor.findings import Finding
from handbill_generator.vendor.project import PROJECT_NAME, RECORD_NAME
from handbill_generator.vendor.record import Record, Vendored, read_record
from handbill_generator.vendor.sources import configured_target, place_of
from handbill_generator.vendor.state import State, kept_files, state_of

_GONE = "the folder is not there"


def check(root: Path) -> tuple[Finding, ...]:
    """Check all vendored packages of the project at *root*, in the order of their names.

    Raises SpecError for a record or a pyproject.toml that cannot be read, OutputError for folders that cannot be.
    """
    record = read_record(root)
    if is_interrupted(root):
        # Nothing else can be told: what is there may be of two states.
        hint = "run the command again, or handbill vendor update: what was there is put back first"
        position = Position(RECORD_NAME, 1, 1)
        return (Finding(id="run-interrupted", name="", position=position, message="a run was killed", hint=hint),)
    stated = declared(root) if record.packages else ()
    found: list[Finding] = []
    for name in sorted(record.packages):
        entry = record.packages[name]
        state = state_of(root, entry)
        found += _of_files(entry, state)
        found += _of_manifest(root, entry, state)
        found += _of_kept(root, record, entry)
        found += _of_contract(root, record, entry)
        found += _of_dependencies(root, record, entry, stated)
    return tuple(found)


def _of_files(entry: Vendored, state: State) -> Iterator[Finding]:
    name = entry.name
    for path in state.irregular:
        yield _at(entry, path, "file-irregular", "is no plain file", "put the file there itself, or remove it")
    for path in state.modified:
        if path in entry.patches:
            hint = f"declare it as it is now with handbill vendor patch {name}, or restore it from version control"
            yield _at(entry, path, "patch-edited", "is not as when its patch was declared", hint)
        elif path != MANIFEST_NAME:
            hint = f"restore it from version control, or declare the edit with handbill vendor patch {name}"
            yield _at(entry, path, "file-edited", "was edited, and no patch is declared", hint)
    if not state.files and not state.irregular:
        hint = f"restore it from version control, or run handbill vendor remove {name}"
        yield Finding(id="file-missing", name=name, position=Position(entry.path, 1, 1), message=_GONE, hint=hint)
        return
    for path in state.missing:
        yield _at(entry, path, "file-missing", "is not there", "restore it from version control")
    for path in state.extra:
        yield _at(entry, path, "file-extra", "was not vendored", "move it out of the folder")


def _of_manifest(root: Path, entry: Vendored, state: State) -> Iterator[Finding]:
    """Hold the manifest against the record; one that is not there is a missing file already."""
    if MANIFEST_NAME not in state.files:
        return
    why = ""
    try:
        manifest = read_manifest(root / entry.path)
        why = _mismatch(manifest, entry) if manifest else ""
        if not why and MANIFEST_NAME in state.modified:
            why = "was edited"
    except (SpecError, OutputError) as error:
        why = f"cannot be read: {error}"
    if why:
        hint = "restore the manifest and the record from one commit"
        yield _at(entry, MANIFEST_NAME, "manifest-differs", why, hint)


def _mismatch(manifest: Manifest, entry: Vendored) -> str:
    if manifest.package != entry.package:
        return f'is of the package "{manifest.package}"; the record says "{entry.package}"'
    if entry.contract and manifest.contract_sha256 != entry.contract.sha256:
        return "is of another contract than the record says"
    if manifest.handbill != entry.handbill:
        return f"was written by handbill {manifest.handbill}; the record says {entry.handbill}"
    for path, wanted in manifest.files.items():
        if entry.files.get(path) != wanted:
            return f'has another digest for "{path}" than the record'
    return ""


def _of_kept(root: Path, record: Record, entry: Vendored) -> Iterator[Finding]:
    for path, raw in kept_files(root, entry).items():
        if raw is None:
            place = f"{entry.kept_folder}/{path}"
            message = f"{place} is not there, or not as it was kept"
            yield Finding(
                id="kept-missing",
                name=entry.name,
                position=record.position(entry.name),
                message=message,
                hint="restore it from version control",
            )


def _of_contract(root: Path, record: Record, entry: Vendored) -> Iterator[Finding]:
    """Compare with the contract at the source, where that is in reach."""
    source, contract = entry.source, entry.contract
    if contract is None or not source.place or not place_of(root / source.place, root):
        return
    place = root / source.place
    current = ""
    if source.kind == "package":
        manifest = read_manifest(place) if place.is_dir() else None
        current = manifest.contract_sha256 if manifest else ""
    elif source.kind == "spec":
        current = _hash_of(place, source.place, contract.sha256)
    elif target := _client(place, source.name or entry.package):
        current = _hash_of(target.spec, source.place, contract.sha256, target)
    if current and current != contract.sha256:
        version = f" (the package is of {contract.version})" if contract.version else ""
        yield Finding(
            id="contract-newer",
            name=entry.name,
            position=record.position(entry.name),
            message=f"the contract at {source.place} has changed since{version}",
            hint=f"run handbill vendor update {entry.name}",
        )


def _client(project: Path, client: str) -> Target | None:
    try:
        return configured_target(project, client)
    except ConfigError:
        return None


def _hash_of(spec: Path, shown: str, wanted: str, target: Target | None = None) -> str:
    """Give the hash of the contract that *spec* is, as *target* emits it; empty where it is not there."""
    if not spec.is_file():
        return ""
    if target is None or not (target.overlays or target.filters):
        return wanted if is_alone(spec, wanted) else documents(spec, shown=shown).sha256
    made = read_bundle(spec, shown=shown, overlays=target.overlays)
    return hash_with(made.bundle.sha256, target.filters)


def _of_dependencies(root: Path, record: Record, entry: Vendored, stated: tuple[Declared, ...]) -> Iterator[Finding]:
    for line in entry.dependencies:
        try:
            wanted = Requirement(line)
        except InvalidRequirement:
            hint = "restore the record from version control"
            raise SpecError(f'"{line}" is no requirement', position=record.position(entry.name), hint=hint) from None
        same = [one for one in stated if one.name == canonicalize_name(wanted.name)]
        if not same:
            hint = f'add "{line}" to [project] dependencies of {PROJECT_NAME}'
            message = f"needs {line}, and the project does not require {wanted.name}"
            position = record.position(entry.name)
            yield Finding(id="dependency-missing", name=entry.name, position=position, message=message, hint=hint)
        elif not any(meets(one, wanted) for one in same):
            position, has = same[0].position, same[0].requirement
            message = f"needs {line}, and the project allows {wanted.name}{has.specifier or ' in any version'}"
            hint = f'write "{line}" there, or a range within it'
            yield Finding(id="dependency-range", name=entry.name, position=position, message=message, hint=hint)


def _at(entry: Vendored, path: str, id: str, message: str, hint: str) -> Finding:
    place = f"{entry.path}/{path}"
    return Finding(id=id, name=entry.name, position=Position(place, 1, 1), message=f"{path} {message}", hint=hint)
