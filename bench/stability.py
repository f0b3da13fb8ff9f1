"""Hold the names of real documents against the laws of stability: `python -m bench.stability FOLDER`.

For each document in the folder: other orders with and without the names of the last run, things added, things removed,
and removed things added again.  A name that shifts is printed with the edit that shifted it.  Nothing is
rendered.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

from handbill_generator.bundle import Bundle, bundle
from handbill_generator.bundle.where import Where
from handbill_generator.contract import Contract, read_contract
from handbill_generator.load import Document, Places, load
from handbill_generator.load.source import Place, Source
from handbill_generator.plan import plan_package

from tests.generator.editing import ADDITIONS, REMOVALS, own, permuted

Symbols = Mapping[str, str]
_NUMBERED = re.compile(r"Option\d+$|No\d+$|[a-z_]\d+$")


def main() -> int:
    """Print what shifts; give 1 where anything does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5, help="permutations, and rounds of each edit")
    parser.add_argument("--only", default="", help="part of the names of the documents")
    parser.add_argument("--shown", type=int, default=3, help="how many shifts to print of each edit")
    asked = parser.parse_args()
    shifts = 0
    for path in sorted(p for p in asked.folder.iterdir() if p.suffix in (".json", ".yaml") and asked.only in p.name):
        shifts += check(path, asked.rounds, asked.shown)
    print(f"{shifts} edits that shifted a name")
    return 1 if shifts else 0


def check(path: Path, rounds: int, shown: int) -> int:
    """Hold one document against all laws; give how many edits shifted a name."""
    started = time.perf_counter()
    source = own(bundle(load(path)).tree)
    first = symbols(source, {})
    failed, fresh = 0, 0
    for seed in range(rounds):
        random = Random(seed)
        turned = permuted(source, random)
        failed += told(path, f"order {seed}", differing(first, symbols(turned, first)), shown)
        fresh += len(differing(first, symbols(turned, {}))) if seed < 2 else 0
        for edit in (*ADDITIONS, *REMOVALS):
            changed = own(source)
            if not (what := edit(changed, random)):
                continue
            try:
                after = symbols(changed, first)
                again = symbols(source, after) if edit in REMOVALS else None
            except Exception as error:
                print(f"{path.name}: {edit.__name__} {what}: {type(error).__name__}: {error}"[:300])
                continue
            if edit in ADDITIONS:
                found = {k: (v, after.get(k, "gone")) for k, v in first.items() if after.get(k) != v}
            else:
                found = {k: (first.get(k, "none"), v) for k, v in after.items() if first.get(k) != v}
                found |= {k: (v, again.get(k, "gone")) for k, v in first.items() if again and again.get(k) != v}
            failed += told(path, f"{edit.__name__} {seed} ({what})", found, shown)
    numbered = [
        name
        for name in first.values()
        if _NUMBERED.search(name.rpartition(".")[2]) and name.startswith("models.") and name.count(".") == 1
    ]
    print(
        f"{path.name}: {len(first)} names, {len(numbered)} numbered classes, {fresh / 2:.0f} differ in another order without a manifest, {failed} shifts, {time.perf_counter() - started:.0f} s",
        flush=True,
    )
    return failed


def differing(before: Symbols, after: Symbols) -> dict[str, tuple[str, str]]:
    """Give the keys whose names differ."""
    keys = [*before, *(key for key in after if key not in before)]
    return {k: (before.get(k, "none"), after.get(k, "gone")) for k in keys if before.get(k) != after.get(k)}


def told(path: Path, edit: str, found: Mapping[str, tuple[str, str]], shown: int) -> int:
    """Print the first shifts of an edit; give whether there were any."""
    for key, (before, after) in list(found.items())[:shown]:
        print(f"{path.name}: {edit}: {key}: {before} -> {after}")
    if len(found) > shown:
        print(f"{path.name}: {edit}: and {len(found) - shown} more")
    return bool(found)


def symbols(source: Any, known: Symbols) -> Symbols:
    """Plan a document and give its names."""
    found = plan_package(contract(source), name="api", symbols=known).symbols
    # What a webhook brings is a type, and not a name of its own.
    return {key: name for key, name in found.items() if not name.startswith("webhooks.")}


def contract(source: Any) -> Contract:
    """Read a document that is bundled already."""
    text = Source("api.json", "")
    document = Document(
        path=Path("/nowhere/api.json"),
        name="api.json",
        content_sha256="",
        tree=source,
        places=Places(text, lambda: Place(0, None)),
    )
    return read_contract(
        Bundle(name="api.json", tree=source, sources=(document,), sha256="", origins={(): Where(document, ())})
    )


if __name__ == "__main__":
    sys.exit(main())
