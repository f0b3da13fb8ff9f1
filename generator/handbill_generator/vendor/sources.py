"""Find what is to be vendored.

In: what the user calls it.  Out: an `Upstream`: all files of the package, and where they came from.
Never: imports the package, fetches, or takes files that are not as they were emitted.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from handbill_generator import __version__
from handbill_generator.changes.origin import configured_spec
from handbill_generator.config import Target, configured, package_name
from handbill_generator.diagnostics import ConfigError, OutputError, SpecError
from handbill_generator.manifest import MANIFEST_NAME, Manifest, dump_manifest, path_fault, read_manifest
from handbill_generator.pipeline import Build, build
from handbill_generator.text import identifier
from handbill_generator.vendor.contracts import Documents, documents, is_alone
from handbill_generator.vendor.digests import digest, plain
from handbill_generator.vendor.facade import FACADE
from handbill_generator.vendor.licence import LICENCE_NAME, licence
from handbill_generator.vendor.project import PROJECT_NAME
from handbill_generator.vendor.record import Source

INSTALLED = "installed"
_SPECS = (".yaml", ".yml", ".json")
_MOST_BYTES = 64 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Upstream:
    """A package as it is before it is vendored.

    *files* are all its files, with plain newlines, the manifest and the licence among them.  *manifest* is None for the
    facade, *documents* None where the contract was not found.
    """

    package: str
    files: Mapping[str, bytes]
    manifest: Manifest | None
    source: Source
    handbill: str
    documents: Documents | None = None


def found(what: str, *, root: Path, origin: str = "", package: str = "", known: Manifest | None = None) -> Upstream:
    """Find the package that *what* means, seen from the current folder.

    *what* is the path of a document, of the folder of a package, or of a project that configures one client; or the
    name of a client, which is looked for in the project *origin*, or among what is installed where *origin* is
    "installed", or in both, the project at *root* first.  *package* is the name to emit a document under, *known* the
    manifest whose names are kept then.  Raises ConfigError for what means nothing, SpecError and OutputError for what
    cannot be used.
    """
    path = Path(what)
    if origin == INSTALLED:
        return installed(what)
    if origin:
        return _configured(Path(origin), what, root)
    if path.is_file():
        if path.suffix.lower() not in _SPECS:
            raise ConfigError(f'"{what}" is no document; give a .yaml or .json file, the folder of a package or a name')
        return from_spec(path, root=root, package=package, known=known)
    if (path / MANIFEST_NAME).is_file():
        return from_folder(path, source=Source(kind="package", place=place_of(path, root)), beside=(path,))
    if (path / PROJECT_NAME).is_file():
        return _configured(path, "", root)
    if path.suffix or "/" in what or path.exists():
        raise ConfigError(f'"{what}" is neither a document nor the folder of a package or of a project with clients')
    try:
        return _configured(root, what, root)
    except ConfigError:
        return installed(what)


def again(source: Source, *, root: Path, name: str, package: str, known: Manifest | None) -> Upstream:
    """Find the package of the entry *name* where it came from.

    Raises ConfigError where that is not told, and what `found` raises.
    """
    if source.kind == "installed":
        return installed(source.name)
    if not source.place:
        raise ConfigError(f"{name}: came from outside of the repository; say where it is with --to")
    path = root / source.place
    if not place_of(path, root):
        raise ConfigError(f'{name}: its source "{source.place}" leads out of the repository; say where it is with --to')
    if source.kind == "spec":
        return from_spec(path, root=root, package=package, known=known)
    if source.kind == "package":
        return from_folder(path, source=source, beside=(path,))
    return _configured(path, source.name, root)


def from_spec(spec: Path, *, root: Path, package: str, known: Manifest | None) -> Upstream:
    """Emit the document *spec*; the names of *known* are kept."""
    shown = place_of(spec, root) or spec.name
    held = documents(spec, shown=shown)
    contract = held.contract
    name = package or identifier(contract.python_name or contract.title, fallback="client")
    built = emit(spec, shown=shown, package=name, known=known)
    return _built(built, held, Source(kind="spec", place=place_of(spec, root)))


def emit(spec: Path, *, shown: str, package: str, known: Manifest | None) -> Build:
    """Emit *spec* in memory, as an update of the package whose manifest is *known*; raises SpecError."""
    with TemporaryDirectory() as nowhere:
        target = Target(name=package, spec=spec, shown=shown, package=package_name(package), output=Path(nowhere))
        if known is not None:
            # The names of the last run are taken from the folder that an emitted package has.
            target.folder.mkdir()
            (target.folder / MANIFEST_NAME).write_text(dump_manifest(known), encoding="utf-8")
        return build(target)


def installed(name: str) -> Upstream:
    """Take an installed package, called `handbill_NAME` or *name*; raises ConfigError where there is none."""
    for package in (f"handbill_{name}", name):
        if (folder := installed_folder(package)) and (folder / MANIFEST_NAME).is_file():
            return from_folder(folder, source=Source(kind="installed", name=package), beside=(folder,))
    raise ConfigError(
        f'"{name}" is no path, no client of [tool.handbill], and no installed package of handbill; '
        "give a document, the folder of a package, or a name with --from"
    )


def installed_folder(package: str) -> Path | None:
    """Give the folder of an installed package, without importing it."""
    try:
        spec = find_spec(package) if package.isidentifier() else None
    except (ImportError, ValueError):
        spec = None  # something else is called so, and was imported
    locations = list(spec.submodule_search_locations or ()) if spec else []
    return Path(locations[0]) if locations else None


def from_folder(folder: Path, *, source: Source, beside: Iterable[Path]) -> Upstream:
    """Take the package in *folder*, whose contract is looked for in the projects around *beside*.

    Raises OutputError for a folder that is none, SpecError for files that are not as they were emitted.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        raise OutputError(f"{folder.name}: has no {MANIFEST_NAME}: it is no emitted package")
    files = {path: _file(folder, path) for path in sorted({*manifest.files, MANIFEST_NAME})}
    for path, wanted in manifest.files.items():
        if digest(files[path]) != wanted:
            hint = "vendor the package as it was emitted, and declare edits with handbill vendor patch"
            raise SpecError(f"{folder.name}/{path}: was edited by hand", hint=hint)
    return Upstream(
        package=manifest.package,
        files={**files, LICENCE_NAME: licence()},
        manifest=manifest,
        source=source,
        handbill=manifest.handbill,
        documents=_contract(manifest, beside),
    )


def plain_files(folder: Path) -> dict[str, bytes]:
    """Give all files of a package that has no manifest, caches left out; raises SpecError for a symlink."""
    found = {}
    for path in sorted(folder.rglob("*")):
        below = path.relative_to(folder).as_posix()
        if path.is_symlink():
            raise SpecError(f"{folder.name}/{below}: is a symlink; what it leads to is no part of the package")
        if path.is_file() and "__pycache__" not in path.parts:
            found[below] = _file(folder, below)
    return found


def configured_target(project: Path, client: str) -> Target:
    """Give what the project in *project* emits *client* from; raises ConfigError where it has no such client."""
    return configured(project, (client,))[0]


def place_of(path: Path, root: Path) -> str:
    """Give *path* from *root*, empty where it is outside of the repository that *root* is in."""
    absolute = path.resolve()
    top = next((above for above in (root, *root.parents) if (above / ".git").exists()), root)
    if not absolute.is_relative_to(top):
        return ""
    return PurePath(os.path.relpath(absolute, root)).as_posix()


def _configured(project: Path, name: str, root: Path) -> Upstream:
    """Emit the client *name* that the project in *project* configures, or its only one."""
    if not (project / PROJECT_NAME).is_file():
        raise ConfigError(f'"{project}" has no {PROJECT_NAME}; give the folder of a project with [tool.handbill]')
    target, *others = configured(project, (name,) if name else ())
    if others:
        names = ", ".join(each.name for each in (target, *others))
        raise ConfigError(f'"{project}" has the clients {names}; say which: handbill vendor add NAME --from {project}')
    source = Source(kind="checkout", place=place_of(project, root), name=target.name)
    built = build(target)
    held = documents(target.spec, shown=target.shown)
    # With overlays or filters the document alone is another contract.
    return _built(built, held if held.sha256 == built.manifest.contract_sha256 else None, source)


def _built(built: Build, held: Documents | None, source: Source) -> Upstream:
    files = {path: text.encode("utf-8") for path, text in built.files.items()}
    return Upstream(
        package=built.target.package,
        files={**files, LICENCE_NAME: licence()},
        manifest=built.manifest,
        source=source,
        handbill=__version__,
        documents=held,
    )


def _contract(manifest: Manifest, beside: Iterable[Path]) -> Documents | None:
    """Look for the contract of *manifest* in the projects around, and beside handbill itself."""
    candidates = [spec for folder in beside if (spec := configured_spec(manifest, folder))]
    own = Path(__file__).parents[1] / "specs" / manifest.package.removeprefix(f"{FACADE}_") / "openapi.yaml"
    for spec in [*candidates, own]:
        if is_alone(spec, manifest.contract_sha256):
            return documents(spec, shown=f"{spec.parent.name}/{spec.name}")
        if spec in candidates and spec.is_file():
            try:
                held = documents(spec, shown=f"{spec.parent.name}/{spec.name}")
            except SpecError:
                continue  # a document that was broken since is not the one
            if held.sha256 == manifest.contract_sha256:
                return held
    return None


def _file(folder: Path, path: str) -> bytes:
    if fault := path_fault(path):
        raise SpecError(f'{folder.name}: path "{path}" {fault}')
    try:
        with (folder / path).open("rb") as file:
            raw = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise OutputError(f"{folder.name}/{path}: cannot be read: {error.strerror}") from error
    if len(raw) > _MOST_BYTES:
        raise SpecError(f"{folder.name}/{path}: is too large to be a file of a package")
    return plain(raw)
