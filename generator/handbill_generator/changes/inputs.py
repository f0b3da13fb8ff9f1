"""Find the contracts that are compared.

In: the two arguments of the command line.  Out: pairs of contracts, each with what it is called.
Never: lets a document of one side go without saying so; an argument that means no contract at all is an error.

An argument is a document, a folder or a glob of them, each also at a revision of git (`places` says how), or, on the
old side, an emitted package.  Two documents are a pair whatever they are called; of folders and globs the documents
are paired that have the same path below the folder, or below the part of the glob that has no wildcard.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handbill_generator.bundle import Bundle, bundle
from handbill_generator.changes.corrections import Corrections
from handbill_generator.changes.origin import configured_spec, origin
from handbill_generator.changes.places import OnDisk, Place, Tree, place
from handbill_generator.changes.repository import Repository
from handbill_generator.config import project_folder
from handbill_generator.contract import Contract, read_contract
from handbill_generator.diagnostics import ConfigError
from handbill_generator.load import Document
from handbill_generator.load.source import shown
from handbill_generator.manifest import MANIFEST_NAME, Manifest, read_manifest

_OPENAPI = re.compile(rb"[\"']?\bopenapi[\"']?\s*:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One side of a pair.

    *shown* is what messages call it (`HEAD~1:specs/loops/openapi.yaml`), *relative* its path below the folder that was
    named.  An emitted package has a *package_folder* and its *manifest*; its *contract* is None where it was not found.
    *note* says how that went.
    """

    shown: str
    relative: str
    contract: Contract | None
    package_folder: Path | None = None
    manifest: Manifest | None = None
    note: str = ""

    @property
    def sha256(self) -> str:
        """The hash of the contract, whether or not it was found."""
        return self.contract.sha256 if self.contract else self.manifest.contract_sha256 if self.manifest else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputPair:
    """Two contracts to compare; None stands for one that only the other side has.

    *name* is the path of the new document, or of the old one that is gone, below the folder of the nearest
    pyproject.toml: the same whatever the current folder is.
    """

    name: str
    old: Input | None
    new: Input | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A document that was found: its *name* in the report, the place to read it from, and what was read so far."""

    name: str
    tree: Tree
    path: str
    relative: str
    corrections: Corrections
    content: bytes | None = None
    document: Document | None = None

    @property
    def shown(self) -> str:
        return self.tree.shown(self.path)

    def bundle(self) -> Bundle:
        document = self.corrections.document(self.tree, self.path, read=self.document)
        return bundle(document, reader=self.tree.reader).whole()

    def input(self, contract: Contract) -> Input:
        return Input(shown=self.shown, relative=self.relative, contract=contract)


def pairs(old: str, new: str, *, root: Path) -> tuple[InputPair, ...]:
    """Read the contracts of both sides, seen from the folder *root*, and pair them, in the order of their names.

    Raises ConfigError for an argument that means nothing or no contract, SpecError for a document that cannot be read.
    """
    root = root.resolve()
    corrections = Corrections.of_project(root)
    with ExitStack() as stack:

        @cache
        def repository() -> Repository:
            return stack.enter_context(Repository(root))

        before, after = place(old, root, repository), place(new, root, repository)
        if _package_folder(after):
            raise ConfigError(f'"{shown(new)}" is an emitted package; as NEW give the contract to emit it from')
        package = _package_folder(before)
        if package:
            return (_vendored(before.shown, package, after, root, corrections),)
        if before.is_file != after.is_file:
            one, many = (old, new) if before.is_file else (new, old)
            raise ConfigError(f'"{shown(one)}" is one document, "{shown(many)}" a folder of them; give two of a kind')
        if before.is_file:
            return (_pair(_named(before, root, corrections), _named(after, root, corrections)),)
        right = _found(after, root, corrections, known=())
        left = _found(before, root, corrections, known={found.content for found in right.values() if found.content})
        both = [_pair(left.get(relative), right.get(relative)) for relative in sorted({*left, *right})]
        return tuple(sorted(both, key=lambda pair: pair.name))


def _pair(old: _Found | None, new: _Found | None) -> InputPair:
    made = new.bundle() if new else None
    after = new.input(read_contract(made)) if new and made else None
    before = None
    if old and after and made and _is_same(old, new, made) and after.contract:
        before = old.input(after.contract)
    elif old:
        before = old.input(read_contract(old.bundle()))
    named = new or old
    assert named is not None
    return InputPair(name=named.name, old=before, new=after)


def _is_same(old: _Found, new: _Found | None, made: Bundle) -> bool:
    """Say whether two documents are the same byte by byte, and made of no other file that may not be."""
    if new is None or old.content is None or old.content != new.content or len(made.sources) > 1:
        return False
    return not any(found.corrections.concern(found.tree, found.path) for found in (old, new))


def _vendored(argument: str, folder: Path, after: Place, root: Path, corrections: Corrections) -> InputPair:
    """Pair a package, with the contract that it was emitted from if that can be found, with a contract."""
    manifest = read_manifest(folder)
    assert manifest is not None
    if not after.is_file:
        raise ConfigError(
            f'"{shown(argument)}" is one package, "{shown(after.shown)}" is no document; give its contract'
        )
    spec = configured_spec(manifest, root)
    places: list[tuple[Tree, str]] = [(OnDisk(root), Path(os.path.relpath(spec, root)).as_posix())] if spec else []
    found = origin(manifest, [*places, (after.tree, after.path)], corrections)
    new = _named(after, root, corrections)
    old = Input(
        shown=found.contract.source if found.contract else argument,
        relative=new.relative,
        contract=found.contract,
        package_folder=folder,
        manifest=manifest,
        note=found.note,
    )
    return InputPair(name=new.name, old=old, new=new.input(read_contract(new.bundle())))


def _package_folder(place: Place) -> Path | None:
    """Give the folder of the package that *place* is, or whose manifest it is; None for anything else."""
    path = place.tree.location(place.path) if isinstance(place.tree, OnDisk) and not place.pattern else None
    if path is None or (place.is_file and path.name != MANIFEST_NAME):
        return None
    folder = path.parent if place.is_file else path
    return folder if (folder / MANIFEST_NAME).is_file() else None


def _named(place: Place, root: Path, corrections: Corrections) -> _Found:
    return _Found(
        name=_name(place.tree, place.path, root),
        tree=place.tree,
        path=place.path,
        relative=place.path.rpartition("/")[2],
        corrections=corrections,
    )


def _found(place: Place, root: Path, corrections: Corrections, *, known: Collection[bytes]) -> dict[str, _Found]:
    """Give the OpenAPI documents of a folder or glob by their relative path; raises ConfigError where there is none.

    *known* are contents of OpenAPI documents, which are not read to find out.
    """
    tree = place.tree
    found: dict[str, _Found] = {}
    for path, relative in place.candidates():
        content = tree.content(path)
        # Only what may be a contract is read in full; and what may be one must be readable.
        document = tree.document(path) if content not in known and _OPENAPI.search(content) else None
        if content in known or (document and "openapi" in document.tree):
            found[relative] = _Found(
                name=_name(tree, path, root),
                tree=tree,
                path=path,
                relative=relative,
                corrections=corrections,
                content=content,
                document=document,
            )
    if not found:
        raise ConfigError(f'"{shown(place.shown)}" holds no OpenAPI document; correct the path')
    return found


def _name(tree: Tree, path: str, root: Path) -> str:
    location = tree.location(path)
    project = project_folder(root)
    if location is None:
        return path
    location = Path(os.path.normpath(location))
    return location.relative_to(project).as_posix() if location.is_relative_to(project) else path
