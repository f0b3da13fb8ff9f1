"""Get a contract ready to be served.

In: the path of an OpenAPI document.  Out: a `Service`, read when it is first asked for.
Never: reads a contract of the four twice in one process.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock

from handbill_generator.bundle import bundle
from handbill_generator.contract import Contract, read_contract
from handbill_generator.load import load
from handbill_generator.sandbox.checks import Checker
from handbill_generator.sandbox.routes import Routes


@dataclass(frozen=True)
class Service:
    """A contract, how its paths are found, and how values are checked against it."""

    contract: Contract
    checker: Checker

    @cached_property
    def routes(self) -> Routes:
        """The paths."""
        return Routes(self.contract.operations)


def read_service(document: Path) -> Service:
    """Read the OpenAPI document at a path; raises SpecError where it cannot be used."""
    whole = bundle(load(document))
    return Service(contract=read_contract(whole), checker=Checker(whole))


@dataclass(slots=True)
class Shelf:
    """Services by document, each read once, and by one thread; the others wait for it."""

    _lock: Lock = field(default_factory=Lock)
    _locks: dict[Path, Lock] = field(default_factory=dict[Path, Lock])
    _services: dict[Path, Service] = field(default_factory=dict[Path, Service])

    def has(self, document: Path) -> bool:
        """Whether the service is there without waiting."""
        return document in self._services

    def get(self, document: Path) -> Service:
        """Give the service; raises SpecError where its document cannot be used."""
        with self._lock:
            lock = self._locks.setdefault(document, Lock())
        with lock:
            if document not in self._services:
                self._services[document] = read_service(document)
            return self._services[document]


CURATED = Shelf()
"""Of the contracts that belong to us: they do not change while we run."""


def specs_folder() -> Path:
    """Give the folder of the four contracts: inside of an installed package, at the top of a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "specs"
    return inside if inside.is_dir() else package.parents[1] / "specs"
