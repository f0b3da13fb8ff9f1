"""Say what changes between the package that is vendored and the one that comes.

In: both packages, with the contracts they were emitted from as far as these are known.
Out: a report of changes, the Python symbols that change, and where the project uses those that break.
Never: imports anything; invents a contract where none is kept.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from handbill_generator.changes import Change, LifecycleRules, Pair, Report, SymbolChange, compare_contracts
from handbill_generator.changes.consequences import with_consequences
from handbill_generator.changes.python import Emitted, emitted, symbol_changes
from handbill_generator.changes.versions import versions
from handbill_generator.contract import Contract
from handbill_generator.vendor.usage import Use, breaks, uses


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A package: its upstream *files*, the *symbols* of its manifest, and its *contract* where it is known."""

    package: str
    files: Mapping[str, bytes]
    symbols: Mapping[str, str]
    contract: Contract | None
    shown: str

    def emitted(self) -> Emitted:
        """Give the package as it is compared; raises SpecError for a contract that cannot be emitted."""
        places: Mapping[str, tuple[str, ...]] = {}
        if self.contract:
            places = emitted(self.contract, package=self.package, symbols=self.symbols).places
        texts = {path: raw.decode("utf-8", "replace") for path, raw in self.files.items() if path.endswith(".py")}
        return Emitted(package=self.package, files=texts, symbols=self.symbols, places=places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What changes: a *report* of the contracts, the *symbols* with it, and the *uses* of those that break.

    Without both contracts the report has no changes on the wire, and *notes* say so.
    """

    report: Report
    symbols: tuple[SymbolChange, ...]
    uses: tuple[Use, ...]
    notes: tuple[str, ...] = ()

    @property
    def breaking(self) -> tuple[SymbolChange, ...]:
        """The symbols whose users must look."""
        return tuple(symbol for symbol in self.symbols if breaks(symbol))


def compared(
    old: Side,
    new: Side,
    *,
    name: str,
    imported_as: str,
    roots: Collection[Path],
    without: Collection[Path],
    today: date,
) -> Compared:
    """Compare two packages, and look for what breaks in the project's own modules below *roots*, *without* some.

    Raises SpecError for packages that are not as they were emitted.
    """
    before, after = old.emitted(), new.emitted()
    consequences = symbol_changes(before, after)
    symbols = tuple(consequence.change for consequence in consequences)
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()
    if old.contract and new.contract:
        rules = LifecycleRules(today=today, days={})
        changes = compare_contracts(old.contract, new.contract, name=name, rules=rules)
    else:
        side = "this version" if old.contract is None else "the next version"
        notes = (f"the contract of {side} is not known; only Python names are compared",)
    if new.contract:
        changes = with_consequences(changes, consequences, old.contract, new.contract, name=name)
    used = uses(tuple(roots), imported_as=imported_as, old=before, new=after, symbols=symbols, without=tuple(without))
    stated = [side.contract.version.raw if side.contract else "" for side in (old, new)]
    pair = Pair(
        name=name,
        old=old.shown,
        new=new.shown,
        package=new.package,
        versions=versions(stated[0], stated[1], changes if old.contract and new.contract else ()),
        notes=notes,
    )
    return Compared(report=Report(pairs=(pair,), changes=changes), symbols=symbols, uses=used, notes=notes)
