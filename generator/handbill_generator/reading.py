"""Read a document as its user wants it: with overlays applied, and only the operations that were chosen.

In: a path, and what is to be done to the document there.  Out: a `Bundle`, or a `Contract`, and what is to be told.
Never: prints, or reads an overlay's libraries where there is no overlay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from handbill_generator.bundle import DISK, Bundle, Reader, bundle
from handbill_generator.contract import Contract, read_contract
from handbill_generator.contract.selection import selected
from handbill_generator.load import load
from handbill_generator.targets import OverlayFile, Target

if TYPE_CHECKING:
    from handbill_generator.overlay import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundled:
    """A document with its overlays; *notices* are those of the overlays."""

    bundle: Bundle
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The contract of a target; *bundled* is what it was read from."""

    contract: Contract
    bundled: Bundled


def read_bundle(spec: Path, *, shown: str, overlays: Sequence[OverlayFile] = (), reader: Reader = DISK) -> Bundled:
    """Read the document *spec*, and apply *overlays* in their order; *reader* has the files that it refers to.

    Raises SpecError for what cannot be used.
    """
    document = load(spec, name=shown)
    if not overlays:
        return Bundled(bundle=bundle(document, reader=reader))
    from handbill_generator.overlay import overlaid, read_overlay

    made = overlaid(document, [read_overlay(load(file.path, name=file.shown)) for file in overlays])
    return Bundled(bundle=bundle(made.document, reader=reader), notices=made.notices)


def read_target_contract(target: Target, *, reader: Reader = DISK) -> Read:
    """Read the contract of *target*: its overlays applied, and of its operations those that its filters leave.

    Raises SpecError for a document or an overlay that cannot be used, ConfigError for a filter that matches nothing.
    """
    made = read_bundle(target.spec, shown=target.shown, overlays=target.overlays, reader=reader)
    return Read(contract=selected(read_contract(made.bundle), target.filters), bundled=made)
