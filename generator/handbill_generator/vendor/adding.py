"""`handbill vendor add`: copy a package, or the facade with its clients, into the project.

In: what was found and where it is to be.  Out: entries of the record, written with their files.
Never: overwrites anything, makes an `__init__.py`, or asks the environment of the project.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from handbill_generator.config import package_name
from handbill_generator.diagnostics import ConfigError, OutputError
from handbill_generator.staging import is_cache
from handbill_generator.vendor.commit import Edition, commit, recover
from handbill_generator.vendor.dependencies import dependencies
from handbill_generator.vendor.digests import digest, digests
from handbill_generator.vendor.facade import FACADE, fitted
from handbill_generator.vendor.licence import notice
from handbill_generator.vendor.project import KEPT_FOLDER, RECORD_NAME, import_name, inside
from handbill_generator.vendor.record import ContractKept, Record, Vendored, read_record
from handbill_generator.vendor.record_file import written
from handbill_generator.vendor.sources import Upstream, found
from handbill_generator.vendor.state import listed
from handbill_generator.vendor.together import facade_and_clients


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An entry of the record with the *files* of its package, by path below its folder, and what is *kept* of it."""

    entry: Vendored
    files: Mapping[str, bytes]
    kept: Mapping[str, bytes]

    @property
    def placed(self) -> dict[str, bytes]:
        """All files by their path from the root."""
        placed = {f"{self.entry.path}/{path}": raw for path, raw in self.files.items()}
        return placed | {f"{self.entry.kept_folder}/{path}": raw for path, raw in self.kept.items()}


def add(
    root: Path, what: str, *, into: Path, name: str = "", origin: str = "", facade: bool = False
) -> tuple[Vendored, ...]:
    """Vendor what *what* means into the folder *into*, as *name* or as it is called; give the new entries.

    With *facade* it is the facade with all its clients, from a folder that holds them or from what is installed.
    Raises ConfigError, SpecError and OutputError; then the project is as before.
    """
    recover(root)
    record = read_record(root)
    folder = inside(into, root, what="--into")
    if facade:
        upstreams = facade_and_clients(what, root=root)
    else:
        upstreams = (found(what, root=root, origin=origin, package=name),)
    ready = []
    for upstream in upstreams:
        called = package_name(name or upstream.package) if upstream is upstreams[0] else upstream.package
        path = called if folder == "." else f"{folder}/{called}"
        refuse_taken(root, record, called, path)
        clients = tuple(client.package for client in upstreams[1:]) if upstream is upstreams[0] else ()
        ready.append(prepared(root, upstream, name=called, path=path, clients=clients))
    packages = {**record.packages, **{one.entry.name: one.entry for one in ready}}
    files = {path: raw for one in ready for path, raw in one.placed.items()}
    seen: dict[str, bytes | None] = dict.fromkeys(files)
    edition = Edition(files={**files, RECORD_NAME: written(record, packages)}, seen={**seen, RECORD_NAME: record.raw})
    commit(root, edition)
    return tuple(one.entry for one in ready)


def prepared(
    root: Path, upstream: Upstream, *, name: str, path: str, clients: tuple[str, ...] = (), imported: str = ""
) -> Prepared:
    """Make the entry *name* of *upstream* at *path*; raises SpecError for a package that cannot be moved there.

    *imported* is how the project imports it, where it said so itself.
    """
    imported = imported or import_name(root, path)
    files = upstream.files
    rewritten: dict[str, str] = {}
    if upstream.package == FACADE and upstream.manifest is None:
        needed: tuple[str, ...] = ()
        if "." in imported:
            files = fitted(files)
            rewritten = {path: digest(raw) for path, raw in upstream.files.items() if files[path] != raw}
    else:
        needed = dependencies(files, package=upstream.package)
    kept = upstream.documents.kept if upstream.documents else {}
    contract = _contract(upstream)
    entry = Vendored(
        name=name,
        path=path,
        import_name=imported,
        package=upstream.package,
        handbill=upstream.handbill,
        notice=notice(upstream.package, contract.version if contract else "", upstream.handbill),
        dependencies=needed,
        source=upstream.source,
        contract=contract,
        files=digests(files),
        kept=digests(kept),
        rewritten=rewritten,
        clients=clients,
    )
    return Prepared(entry=entry, files=files, kept=kept)


def _contract(upstream: Upstream) -> ContractKept | None:
    if upstream.documents:
        return upstream.documents.told()
    if upstream.manifest is None:
        return None
    return ContractKept(title="", version="", sha256=upstream.manifest.contract_sha256)


def refuse_taken(root: Path, record: Record, name: str, path: str) -> None:
    """Raise ConfigError or OutputError for a name or folder that is something else's."""
    if name in record.packages:
        hint = f"handbill vendor update {name} moves it on; --as NAME vendors another beside it"
        raise ConfigError(f"{name}: is vendored already, in {record.packages[name].path}; {hint}")
    folder = root / path
    for other in record.packages.values():
        shorter, longer = sorted((f"{other.path}/".casefold(), f"{path}/".casefold()), key=len)
        if longer.startswith(shorter):
            raise ConfigError(f"{path}: overlaps with {other.path}, where {other.name} is; choose another folder")
    for known in record.packages:
        if known.casefold() == name.casefold():
            raise ConfigError(f"{name}: is one with {known} where file names ignore case; choose another --as")
    for twin in listed(folder.parent):
        if twin.casefold() == f"{name}.py".casefold():
            raise OutputError(f"{path}: would hide the module {twin} beside it; choose another --as")
        if twin != folder.name and twin.casefold() == folder.name.casefold():
            raise OutputError(f"{path}: is one with {twin} where file names ignore case; choose another --as")
    if os.path.lexists(folder) and not folder.is_dir():
        raise OutputError(f"{path}: is a file; choose another --as")
    if [child for child in listed(folder) if not is_cache(folder / child)]:
        raise OutputError(f"{path}: holds files that handbill did not vendor; choose another --as or empty it")
    if listed(root / KEPT_FOLDER / name):
        raise OutputError(f"{KEPT_FOLDER}/{name}: holds files of no vendored package; delete it")
