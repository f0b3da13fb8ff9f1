"""Compare pairs of contracts, and put all that there is to say of them into a report.

In: pairs of inputs and what is asked of the comparison.  Out: a `Report`.
Never: finds a document, reads a setting, or writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from handbill_generator.changes.acceptance import Entry, apply_acceptances
from handbill_generator.changes.assembly import assembled, fingerprint_of, order
from handbill_generator.changes.consequences import with_consequences
from handbill_generator.changes.facade import with_facade
from handbill_generator.changes.inputs import Input, InputPair
from handbill_generator.changes.lifecycle import LifecycleRules
from handbill_generator.changes.model import Change, Direction, Effect, Level, Pair, Report, Side
from handbill_generator.changes.operations import compare
from handbill_generator.changes.policy import apply
from handbill_generator.changes.python import Emitted, emitted, emitted_from, symbol_changes, with_witness
from handbill_generator.changes.versions import version_changes, versions
from handbill_generator.config import SeverityRule, Target
from handbill_generator.diagnostics import Position, SpecError
from handbill_generator.manifest import read_manifest
from handbill_generator.text import identifier

_FACADE = "handbill_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What is asked of a comparison.

    *targets* are the clients that the project emits.  *progress* is told what is looked at next.
    """

    today: date
    notice: Mapping[str, int]
    severities: tuple[SeverityRule, ...]
    accepted: tuple[Entry, ...]
    targets: tuple[Target, ...]
    python: bool
    witness: bool
    progress: Callable[[str], None]


def reported(pairs: Iterable[InputPair], wishes: Wishes) -> Report:
    """Compare all pairs; raises SpecError for what cannot be compared at all."""
    done: list[Pair] = []
    changes: list[Change] = []
    bases: dict[str, str] = {}
    for pair in pairs:
        wishes.progress(pair.name)
        told, found = _compared(pair, wishes)
        done.append(told)
        changes += found
        bases[pair.name] = pair.old.sha256 if pair.old else ""
    marked, problems = apply_acceptances(changes, wishes.accepted, today=wishes.today, contracts=bases)
    return Report(pairs=tuple(done), changes=tuple(sorted(marked, key=order)), problems=problems)


def _compared(pair: InputPair, wishes: Wishes) -> tuple[Pair, tuple[Change, ...]]:
    old, new = pair.old, pair.new
    target = _target(pair, wishes.targets)
    package = target.package if target else _package(pair)
    notes = [side.note for side in (old, new) if side and side.note]
    changes: tuple[Change, ...] = ()
    if old is None or new is None:
        changes = (_alone(pair),)
    else:
        changes = _on_the_wire(old, new, wishes, name=pair.name)
        if wishes.python:
            try:
                changes = _in_python(changes, old, new, target, wishes, package=package, name=pair.name)
            except SpecError as error:
                notes.append(f"what follows in Python is not told: {error}")
    contracts = [side.contract for side in (old, new) if side and side.contract]
    if package.startswith(_FACADE):
        changes = with_facade(changes, contracts, package.removeprefix(_FACADE))
    stated = [side.contract.version.raw if side and side.contract else "" for side in (old, new)]
    if len(contracts) == 2:
        # How bad the project says that a change is decides which version it asks for.
        asked = versions(stated[0], stated[1], apply(changes, wishes.severities))
        if asked.api in ("minor", "major"):  # for words alone few raise a version
            changes += version_changes(contracts[0], contracts[1], asked, name=pair.name)
    changes = apply(changes, wishes.severities)
    return (
        Pair(
            name=pair.name,
            old=old.shown if old else "",
            new=new.shown if new else "",
            package=package,
            versions=versions(stated[0], stated[1], changes if len(contracts) == 2 else ()),
            notes=tuple(notes),
        ),
        changes,
    )


def _on_the_wire(old: Input, new: Input, wishes: Wishes, *, name: str) -> tuple[Change, ...]:
    if old.contract is None or new.contract is None:
        return ()
    rules = LifecycleRules(today=wishes.today, days=wishes.notice)
    differences = compare(old.contract, new.contract, rules)
    return assembled(differences, old.contract, new.contract, name=name)


def _in_python(
    changes: tuple[Change, ...],
    old: Input,
    new: Input,
    target: Target | None,
    wishes: Wishes,
    *,
    package: str,
    name: str,
) -> tuple[Change, ...]:
    """Add what follows for those who use the package; what is the same text emits the same package."""
    if new.contract is None or (old.sha256 == new.sha256 and old.package_folder is None):
        return changes
    symbols = _symbols(old, target)
    before = _before(old, package, symbols)
    wishes.progress(f"{name}: the package of the new contract")
    # Names that were given once are kept, as they would be where the package is emitted anew.
    after = emitted(new.contract, package=before.package, symbols=before.symbols)
    consequences = symbol_changes(before, after)
    if wishes.witness:
        consequences = tuple(with_witness(consequence, before, after) for consequence in consequences)
    return with_consequences(changes, consequences, old.contract, new.contract, name=name)


def _before(old: Input, package: str, symbols: Mapping[str, str]) -> Emitted:
    if old.package_folder is not None:
        return emitted_from(old.package_folder)
    assert old.contract is not None
    return emitted(old.contract, package=package, symbols=symbols)


def _symbols(old: Input, target: Target | None) -> Mapping[str, str]:
    """Give the names that the package has had."""
    if old.manifest is not None:
        return old.manifest.symbols
    manifest = read_manifest(target.folder) if target and target.folder.is_dir() else None
    return manifest.symbols if manifest else {}


def _target(pair: InputPair, targets: Iterable[Target]) -> Target | None:
    """Give the client that the project emits from this contract, or from the one that it is an earlier state of.

    Earlier states lie below the folder of the contract.
    """
    folders = PurePosixPath(pair.name).parents
    return next((target for target in targets if PurePosixPath(target.shown).parent in folders), None)


def _package(pair: InputPair) -> str:
    for side in (pair.old, pair.new):
        if side and side.manifest:
            return side.manifest.package
    contract = next((side.contract for side in (pair.new, pair.old) if side and side.contract), None)
    return identifier(contract.python_name or contract.title, fallback="client") if contract else ""


def _alone(pair: InputPair) -> Change:
    """Tell of a contract that only one side has."""
    side = pair.new or pair.old
    assert side is not None
    is_new = pair.new is not None
    at = Side(pointer="#", position=side.contract.position("#") if side.contract else Position(side.shown, 1, 1))
    operations = side.contract.operations if side.contract else ()
    level = Level.compatible if is_new else Level.breaking
    id = "contract-added" if is_new else "contract-removed"
    return Change(
        id=id,
        contract=pair.name,
        direction=Direction.neither,
        effect=Effect.none if is_new else Effect.both,
        wire=level,
        call=level,
        types=level,
        imports=level,
        message=f"the contract was {'added' if is_new else 'removed'}, with {len(operations)} operations",
        where=pair.name,
        old=None if is_new else at,
        new=at if is_new else None,
        operations=tuple(sorted(f"{operation.method} {operation.path.raw}" for operation in operations)),
        fingerprint=fingerprint_of(id, pair.name),
    )
