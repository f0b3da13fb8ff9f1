"""Make suggested edits in the files of a contract.

In: the path of a contract and edits by pointers of its bundled document.  Out: the files that change, still unwritten.
Never: reflows or reorders; leaves what is no contract.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from handbill_generator.bundle import Bundle, bundle
from handbill_generator.bundle.where import origin
from handbill_generator.contract import read_contract
from handbill_generator.diagnostics import SpecError
from handbill_generator.docs.findings import Edit
from handbill_generator.docs.grounding.changing import Placed, made
from handbill_generator.load import Document, Limits, load, load_bytes, tokens_of
from handbill_generator.round_trip import Change, original_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """The files that change, each once, and why an edit was not made."""

    changes: tuple[Change, ...] = ()
    refused: tuple[SpecError, ...] = ()


def applied(path: Path, *, name: str, edits: Iterable[Edit]) -> Applied:
    """Make *edits* in the contract at *path*, which messages call *name*.

    An edit that does not fit is refused, and stops no other; where all of them together would leave no contract, none
    is made.  Raises SpecError for a contract that cannot be read, OutputError where a file of it changes meanwhile.
    """
    edits = tuple(edits)
    if not edits:
        return Applied()
    bundled = bundle(load(path, name=name))
    changes: list[Change] = []
    refused: list[SpecError] = []
    for document, placed in _by_file(bundled, edits):
        original = original_of(document)
        tree = original.tree()
        refused += made(tree, placed)
        try:
            changes.append(original.changed(tree))
        except SpecError as error:
            refused.append(error)
    changes = [change for change in changes if change.content != change.original.content]
    try:
        _read_again(bundled, changes)
    except SpecError as error:
        return Applied(refused=(*refused, error))
    return Applied(changes=tuple(changes), refused=tuple(refused))


def _by_file(bundled: Bundle, edits: Iterable[Edit]) -> Iterator[tuple[Document, list[Placed]]]:
    """Give the files with the edits that are theirs, in the order of the files."""
    found: dict[Path, list[Placed]] = {}
    for edit in edits:
        # What is to be added is not there yet, but what holds it is.
        *above, last = tokens_of(edit.pointer)
        where = origin(bundled.origins, tuple(above)).below(last)
        found.setdefault(where.document.path, []).append(Placed(edit, where))
    for document in bundled.sources:
        if document.path in found:
            yield document, found[document.path]


def _read_again(bundled: Bundle, changes: Iterable[Change]) -> None:
    """Read the contract as it would be; raises SpecError where it is none any more."""
    main = bundled.sources[0]
    reader = _Changed({change.original.document.path: change.content for change in changes})
    read_contract(bundle(reader.load(main.path, name=bundled.name, limits=Limits()), reader=reader))


@dataclass(frozen=True, slots=True)
class _Changed:
    """The files as they are now, but for some whose *contents* will be others."""

    contents: Mapping[Path, bytes]

    def resolve(self, path: Path) -> Path:
        """Give *path*, absolute, links followed."""
        return path.resolve()

    def load(self, path: Path, *, name: str, limits: Limits) -> Document:
        """Read the file at *path*."""
        if path in self.contents:
            return load_bytes(self.contents[path], path=path, name=name, limits=limits)
        return load(path, name=name, limits=limits)
