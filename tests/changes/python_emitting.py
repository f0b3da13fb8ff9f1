"""Emit the documents of tests in memory, each once a process.

In: the name of an edit, or a file of `specs/`.  Out: `Emitted`s.
Never: writes.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

from handbill_generator.bundle import bundle
from handbill_generator.changes.python import Emitted, emitted
from handbill_generator.contract import read_contract
from handbill_generator.load import load

from tests.changes.python_edits import base, edited
from tests.changes.shop import contract

ROOT = Path(__file__).parents[2]
HISTORIES = {
    "autosend": ("2026-03", "2026-04"),
    "batch": ("2.1", "2.4", "2.10"),
    "loops": ("2026-04-23-alpha", "2026-06-02", "1.12.0", "1.21.7"),
    "sendkit": ("v1", "v2", "v3"),
}
"""The versions of each provider in `specs/*/history`, the oldest first."""


@cache
def shop_package(edit: str = "") -> Emitted:
    """Give the package `shop` after an edit, or without one."""
    return emitted(contract(edited(edit) if edit else base()), package="shop", symbols={})


@cache
def provider_package(provider: str, version: str) -> Emitted:
    """Give the package of a provider as it was at a version."""
    path = ROOT / "specs" / provider / "history" / f"{version}.yaml"
    return emitted(read_contract(bundle(load(path))), package=f"handbill_{provider}", symbols={})


def versions() -> list[tuple[str, str, str]]:
    """Give each provider with each two versions that follow each other."""
    return [(p, old, new) for p, known in HISTORIES.items() for old, new in pairwise(known)]
