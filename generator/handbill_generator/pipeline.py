"""The pipeline from a document to a folder: load, bundle, contract, plan, render, write.

In: a `Target`.  Out: what was emitted, or what is stale.
Never: prints, or writes anything before all of it has been rendered and read again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from handbill_generator import __version__
from handbill_generator.bundle.files import DISK, Reader
from handbill_generator.config import Target
from handbill_generator.contract import Contract
from handbill_generator.deep import deep
from handbill_generator.diagnostics import SpecError
from handbill_generator.locations import templates_folder
from handbill_generator.manifest import FORMAT, MANIFEST_NAME, Manifest, dump_manifest, read_manifest
from handbill_generator.plan import Loss, Package, plan_package
from handbill_generator.plan.aliases import OldName
from handbill_generator.reading import Read, read_target_contract
from handbill_generator.render import render_package
from handbill_generator.write import Written, write

if TYPE_CHECKING:
    from handbill_generator.overlay import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A package in memory: its *files* by relative path, its *manifest*, and how long it took."""

    target: Target
    read: Read
    package: Package
    files: Mapping[str, str]
    manifest: Manifest
    seconds: float

    @property
    def contract(self) -> Contract:
        """What was emitted."""
        return self.read.contract

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What its overlays do not do."""
        return self.read.bundled.notices

    @property
    def operations(self) -> int:
        """How many operations the contract has; each of them is a method."""
        return len(self.contract.operations)

    @property
    def models(self) -> int:
        """How many classes and aliases `models.py` defines."""
        return len(self.package.models.shapes)


@deep
def build(target: Target, *, reader: Reader = DISK, stage: Callable[[str], None] = lambda words: None) -> Build:
    """Emit *target* in memory; *reader* has the files it refers to, *stage* hears what is being done.

    Raises SpecError and ConfigError as `read_target_contract` does.
    """
    started = time.perf_counter()
    stage(f"reading {target.shown}")
    read = read_target_contract(target, reader=reader)
    contract = read.contract
    stage(f"planning {target.package}")
    known = read_manifest(target.folder) if target.folder.is_dir() else None
    package = _planned(contract, target, known)
    stage(f"writing {target.package}")
    texts = render_package(package, templates_folder())
    manifest = Manifest(
        format=FORMAT,
        handbill=__version__,
        package=target.package,
        contract_sha256=contract.sha256,
        files={path: sha256(text.encode()).hexdigest() for path, text in texts.items()},
        symbols=package.symbols,
        losses=tuple(_loss(contract, loss) for loss in package.losses),
        old_names=tuple({"key": key, "name": name, "version": version} for key, name, version in package.old_names),
    )
    return Build(
        target=target,
        read=read,
        package=package,
        files={**texts, MANIFEST_NAME: dump_manifest(manifest)},
        manifest=manifest,
        seconds=time.perf_counter() - started,
    )


def check_models(built: Build) -> None:
    """Have datamodel-code-generator write the models, too; raises ModelsError where it writes others."""
    from handbill_generator.plan.engine import compare_models  # takes as long to import as all else together

    compare_models(built.package.models, templates_folder() / "models")


def _planned(contract: Contract, target: Target, known: Manifest | None) -> Package:
    symbols = known.symbols if known else {}
    old_names = [OldName(**old) for old in (known.old_names if known else ())] if target.aliases else None
    try:
        return plan_package(contract, name=target.package, symbols=symbols, old_names=old_names)
    except SpecError as error:
        if error.position:
            raise
        position = contract.position(error.pointer or "#")
        raise SpecError(error.message, position=position, pointer=error.pointer, hint=error.hint) from error


def publish(built: Build) -> Written:
    """Write a package to its folder; raises OutputError where that is not possible."""
    return write(built.files, built.target.folder, manifest=built.manifest)


def _loss(contract: Contract, loss: Loss) -> Mapping[str, str]:
    return {
        "position": str(contract.position(loss.pointer)),
        "pointer": loss.pointer,
        "what": loss.what,
        "became": loss.became,
        "why": loss.why,
    }
