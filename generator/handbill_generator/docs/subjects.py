"""A contract with all that pages are held against: its docs.yaml, its lock, and the package emitted from it.

In: the path of a document.  Out: a `Subject`.
Never: writes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePath

from handbill_generator.contract import Contract, read_contract
from handbill_generator.diagnostics import Position
from handbill_generator.docs.findings import Edit, Finding, Kind
from handbill_generator.docs.grounding import Place, Places, Symbols, is_outranked, suggested
from handbill_generator.docs.lock import FILE, Lock, read_lock
from handbill_generator.docs.model import Page
from handbill_generator.evidence import Evidence, beside
from handbill_generator.manifest import read_manifest
from handbill_generator.reading import read_bundle
from handbill_generator.targets import OverlayFile

_EDITED = frozenset({Kind.missing, Kind.undocumented, Kind.contradicted, Kind.added, Kind.removed, Kind.changed})
"""What an edit of the contract would put right, if the page is to be believed."""


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A contract as it stands.

    *shown* is what messages call it.  *package* and *folder* are those of the package that is emitted from it, empty
    and None where none is configured.
    """

    path: Path
    shown: str
    package: str
    folder: Path | None
    contract: Contract = field(repr=False)
    evidence: Evidence | None = field(repr=False)
    lock: Lock = field(repr=False)

    @property
    def lock_path(self) -> Path:
        """Where the lock is, or will be."""
        return self.path.with_name(FILE)

    @property
    def lock_shown(self) -> str:
        """What messages call the lock."""
        return PurePath(self.shown).with_name(FILE).as_posix()

    @cached_property
    def places(self) -> Places:
        """Where the elements of the contract are."""
        return Places(self.contract)

    @cached_property
    def _symbols(self) -> Symbols | None:
        """The names of the emitted package, as its manifest has them; None where no package is configured."""
        if not self.package:
            return None
        manifest = read_manifest(self.folder) if self.folder and self.folder.is_dir() else None
        return Symbols(self.contract, self.package, manifest.symbols if manifest else {})

    def placed(self, finding: Finding, page: Page | None) -> Finding:
        """Give a finding on *page* with its place in the contract, the Python names on it, and what to edit."""
        place = self._place(finding)
        if place is None:
            return replace(finding, contract=self.shown)
        facts = page.facts if page else ()
        is_to_edit = finding.kind in _EDITED and not is_outranked(finding, facts)
        edits = suggested(self.places, finding, facts) if is_to_edit else ()
        return replace(
            finding,
            contract=self.shown,
            pointer=finding.pointer or place.pointer,
            position=_first(finding, place),
            symbols=finding.symbols or self._names(finding, place),
            edits=tuple(self._nearest(edit) for edit in edits),
        )

    def _place(self, finding: Finding) -> Place | None:
        if not finding.operation or finding.kind in (Kind.problem, Kind.inconsistent, Kind.unknowable):
            return None
        return self.places.at(finding.operation, finding.side, finding.status, finding.path)

    def _names(self, finding: Finding, place: Place) -> tuple[str, ...]:
        return self._symbols.at(finding.pointer or place.pointer, finding.operation) if self._symbols else ()

    def _nearest(self, edit: Edit) -> Edit:
        return edit if edit.position else replace(edit, position=self.contract.position(edit.pointer))


def subject(
    path: Path,
    *,
    shown: str,
    package: str = "",
    folder: Path | None = None,
    overlays: Sequence[OverlayFile] = (),
) -> Subject:
    """Read the contract at *path*, with *overlays* applied, and what stands beside it.

    Raises SpecError where one of the files cannot be used.
    """
    contract = read_contract(read_bundle(path, shown=shown, overlays=overlays).bundle)
    lock_path = path.with_name(FILE)
    return Subject(
        path=path,
        shown=shown,
        package=package,
        folder=folder,
        contract=contract,
        evidence=beside(path, shown),
        lock=read_lock(lock_path, name=PurePath(shown).with_name(FILE).as_posix()) if lock_path.exists() else Lock(),
    )


def _first(finding: Finding, place: Place) -> Position | None:
    """Say where to look first: in the contract where it has the element, else on the page, else near it."""
    if place.is_exact:
        return place.position
    on_page = finding.position or (finding.new.position if finding.new else None)
    return on_page or place.position
