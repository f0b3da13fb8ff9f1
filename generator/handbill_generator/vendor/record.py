"""The record `handbill-vendor.toml`: what was vendored, from where, and what every file was.

In: the file.  Out: a `Record`, or a SpecError with the line.
Never: trusts it.  It is edited by hand and by merges, and its paths say what is read, written and removed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from handbill_generator.diagnostics import ConfigError, OutputError, Position, SpecError
from handbill_generator.manifest import path_clash, path_fault
from handbill_generator.staging import read
from handbill_generator.vendor.project import KEPT_FOLDER, RECORD_NAME
from handbill_generator.vendor.tables import Table, line_of

FORMAT = 1
MAX_BYTES = 16 * 2**20
KINDS = ("installed", "package", "checkout", "spec")
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a package came from.

    *kind* is one of `KINDS`.  *place* is a path from the project's root, empty where it lies outside of the repository:
    paths of one machine are not recorded.  *name* is what it is called there: a client, or an installed package.
    """

    kind: str
    place: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractKept:
    """The contract that a package was emitted from; *document* is its main file below the kept folder, or empty."""

    title: str
    version: str
    sha256: str
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """A local edit that may be: the digest of the file with it, and why."""

    sha256: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendored:
    """One vendored package.

    *name* is that of its folder, *path* the folder below the root, *import_name* how the project imports it, *package*
    how it was called where it was emitted.  *files* has the digest of every file as it was vendored, *rewritten* that
    of the upstream file where imports were fitted to the path, *kept* those below `.handbill-vendor/NAME`.  *clients*
    are the entries that a facade needs.
    """

    name: str
    path: str
    import_name: str
    package: str
    handbill: str
    notice: str
    dependencies: tuple[str, ...]
    source: Source
    contract: ContractKept | None
    files: Mapping[str, str]
    kept: Mapping[str, str] = field(default_factory=dict)
    patches: Mapping[str, Patch] = field(default_factory=dict)
    rewritten: Mapping[str, str] = field(default_factory=dict)
    clients: tuple[str, ...] = ()

    @property
    def kept_folder(self) -> str:
        """The folder of what is kept, below the root."""
        return f"{KEPT_FOLDER}/{self.name}"

    def expected(self, path: str) -> str:
        """Give the digest that a file must have: as vendored, or with its patch."""
        return self.patches[path].sha256 if path in self.patches else self.files[path]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All vendored packages by name, and the *raw* text that says so; None where there is no file yet."""

    packages: Mapping[str, Vendored]
    raw: bytes | None

    def entry(self, name: str) -> Vendored:
        """Give the package called *name*, or `handbill_`*name*; raises ConfigError."""
        found = self.packages.get(name) or self.packages.get(f"handbill_{name}")
        if found is None:
            known = ", ".join(sorted(self.packages)) or "nothing"
            raise ConfigError(f'{RECORD_NAME}: nothing vendored is called "{name}"; there is {known}')
        return found

    def position(self, name: str) -> Position:
        """Give the line of the entry *name*."""
        return Position(RECORD_NAME, line_of((self.raw or b"").decode("utf-8", "replace"), ("packages", name)), 1)

    def owner(self, name: str) -> str:
        """Give the facade that needs the package *name*, or an empty text."""
        return next((entry.name for entry in self.packages.values() if name in entry.clients), "")


def read_record(root: Path) -> Record:
    """Read the record of the project at *root*.

    Raises SpecError for one that means nothing, OutputError for one that cannot be read.
    """
    try:
        raw = read(root, RECORD_NAME, MAX_BYTES + 1)
    except OSError as error:
        raise OutputError(f"{RECORD_NAME}: cannot be read: {error.strerror}") from error
    return Record(packages={}, raw=None) if raw is None else read_record_text(raw)


def read_record_text(raw: bytes) -> Record:
    """Read the record that *raw* is; raises SpecError for one that means nothing."""
    text = _decoded(raw)
    try:
        top = Table(_loaded(text), (), text)
    except RecursionError:
        raise SpecError("the record is nested too deep", position=Position(RECORD_NAME, 1, 1)) from None
    if top.value.get("format") != FORMAT or isinstance(top.value["format"], bool):
        raise top.fault(f"format must be {FORMAT}; another one needs another version of handbill", "format")
    top.only("format", "packages")
    entries = top.table("packages") if "packages" in top.value else Table({}, ("packages",), text)
    packages = {name: _vendored(entries.table(name), name) for name in entries.value}
    _check_paths(packages, entries)
    return Record(packages=packages, raw=raw)


def _decoded(raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise SpecError(f"the record has more than {MAX_BYTES} bytes", position=Position(RECORD_NAME, 1, 1))
    try:
        return raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise SpecError("the record is not UTF-8", position=Position(RECORD_NAME, line, 1)) from None


def _loaded(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except ValueError as error:
        message = str(error)
        at = _AT.search(message)
        line, column = (int(at[1]), int(at[2])) if at and at[1] else (text.count("\n") + 1, 1)
        hint = "correct the line, or restore the file from version control"
        message = f"the record is not TOML: {_AT.sub('', message)}"
        raise SpecError(message, position=Position(RECORD_NAME, line, column), hint=hint) from None


_KEYS = (
    "path import package handbill notice dependencies clients source contract files kept patches rewritten"
).split()


def _vendored(table: Table, name: str) -> Vendored:
    if not name.isidentifier() or not name.isascii():
        raise table.fault(f'"{name}" cannot be imported as a package')
    table.only(*_KEYS)
    source = table.table("source")
    source.only("kind", "place", "name")
    if (kind := source.text("kind")) not in KINDS:
        raise source.fault(f"kind must be one of {', '.join(KINDS)}", "kind")
    return Vendored(
        name=name,
        path=_folder(table, "path"),
        import_name=table.dotted("import"),
        package=table.dotted("package"),
        handbill=table.text("handbill"),
        notice=table.text("notice", ""),
        dependencies=table.texts("dependencies"),
        source=Source(kind=kind, place=source.text("place", ""), name=source.text("name", "")),
        contract=_contract(table.table("contract")) if "contract" in table.value else None,
        files=_digests(table.table("files")),
        kept=_digests(table.table("kept")) if "kept" in table.value else {},
        patches=_patches(table),
        rewritten=_digests(table.table("rewritten")) if "rewritten" in table.value else {},
        clients=table.texts("clients") if "clients" in table.value else (),
    )


def _contract(table: Table) -> ContractKept:
    table.only("title", "version", "sha256", "document")
    return ContractKept(
        title=table.text("title"),
        version=table.text("version"),
        sha256=table.digest("sha256"),
        document=_path(table, "document") if table.value.get("document") else "",
    )


def _digests(table: Table) -> dict[str, str]:
    for path in table.value:
        if fault := path_fault(path):
            raise table.fault(f'path "{path}" {fault}', path)
    if clash := path_clash(table.value):
        raise table.fault(f'paths "{clash[0]}" and "{clash[1]}" are one on some systems', clash[1])
    return {path: table.digest(path) for path in table.value}


def _patches(table: Table) -> dict[str, Patch]:
    if "patches" not in table.value:
        return {}
    patches, files = table.table("patches"), table.table("files")
    found = {}
    for path in patches.value:
        if path not in files.value:
            raise patches.fault(f'there is a patch for "{path}", which is no file of the package', path)
        entry = patches.table(path)
        entry.only("sha256", "reason")
        found[path] = Patch(sha256=entry.digest("sha256"), reason=entry.text("reason", ""))
    return found


def _path(table: Table, key: str) -> str:
    path = table.text(key)
    if fault := path_fault(path):
        raise table.fault(f'{key} "{path}" {fault}', key)
    return path


def _folder(table: Table, key: str) -> str:
    """Give the path of a package: never in `.git`, `.github`, or among what is kept."""
    path = _path(table, key)
    if any(part.startswith(".") for part in path.split("/")):
        raise table.fault(f'{key} "{path}" leads into a hidden folder', key)
    return path


def _check_paths(packages: Mapping[str, Vendored], entries: Table) -> None:
    """Refuse packages that share files: what is written for one would be another's."""
    for entry in packages.values():
        table = entries.table(entry.name)
        if entry.path.split("/")[-1] != entry.name:
            raise table.fault(f'the folder of "{entry.name}" must be called so; use handbill vendor rename', "path")
        for needed in entry.clients:
            if needed not in packages:
                raise table.fault(f'"{needed}", which it needs, is not vendored', "clients")
    folders = {entry.path: entry.name for entry in packages.values()}
    if clash := path_clash(packages):
        raise entries.table(clash[1]).fault(f'"{clash[0]}" and "{clash[1]}" are one where file names ignore case')
    if clash := path_clash(folders) or _nested(folders):
        raise entries.table(folders[clash[1]]).fault(f'the folders "{clash[0]}" and "{clash[1]}" overlap', "path")


def _nested(folders: Mapping[str, str]) -> tuple[str, str] | None:
    ordered = sorted(folders, key=lambda path: path.casefold() + "/")
    for one, other in pairwise(ordered):
        if f"{other}/".casefold().startswith(f"{one}/".casefold()):
            return one, other
    return None
