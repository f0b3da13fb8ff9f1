"""Hold the names of real documents against the laws of stability: `python -m bench.stability FOLDER`.

For each document in the folder: other orders with and without the names of the last run, things added, things removed,
and removed things added again.  A name that shifts is printed with the edit that shifted it.  Nothing is rendered.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from handbill_generator.bundle import Bundle, bundle
from handbill_generator.bundle.where import Where
from handbill_generator.contract import read_contract
from handbill_generator.diagnostics import Position
from handbill_generator.load import Document, load
from handbill_generator.plan import plan_package

from tests.generator.editing import ADDITIONS, REMOVALS, own, permuted, seeded
from tests.generator.laws import after_addition, after_another_order, after_removal

Symbols = Mapping[str, str]
_COUNTED = re.compile(r"Option\d+|^(?P<stem>.*?)(?:No)?\d+$")


def main() -> int:
    """Print what shifts; give 1 where anything does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5, help="permutations, and rounds of each edit")
    parser.add_argument("--only", default="", help="part of the names of the documents")
    parser.add_argument("--shown", type=int, default=3, help="how many shifts to print of each edit")
    asked = parser.parse_args()
    paths = sorted(p for p in asked.folder.iterdir() if p.suffix in (".json", ".yaml") and asked.only in p.name)
    shifts = sum(check(path, asked.rounds, asked.shown) for path in paths)
    print(f"{shifts} edits that shifted a name")
    return 1 if shifts else 0


def check(path: Path, rounds: int, shown: int) -> int:
    """Hold one document against all laws; give how many edits shifted a name."""
    started = time.perf_counter()
    source = own(bundle(load(path)).tree)
    first = symbols(source, {})
    edits, shifts = 0, 0
    for edit, found in edited(source, first, rounds):
        edits += 1
        shifts += bool(found)
        for line in found[:shown]:
            print(f"{path.name}: {edit}: {line}")
    turned = permuted(source, seeded(0))
    fresh = after_another_order(first, symbols(turned, {}))
    classes = {name.removeprefix("models.") for name in first.values() if name.count(".") == 1}
    counted = [name for name in classes if (m := _COUNTED.search(name)) and (m["stem"] is None or m["stem"] in classes)]
    print(
        f"{path.name}: {len(first)} names, {len(counted)} numbered classes, {shifts} of {edits} edits shift names, "
        f"without a manifest another order shifts {len(fresh)}, {time.perf_counter() - started:.0f} s",
        flush=True,
    )
    return shifts


def edited(source: dict[str, Any], first: Symbols, rounds: int) -> Iterator[tuple[str, list[str]]]:
    """Edit a document in all ways, and give what was done with the names that shifted."""
    for seed in range(rounds):
        random = seeded(seed)
        yield f"order {seed}", after_another_order(first, symbols(permuted(source, random), first))
        for edit in (*ADDITIONS, *REMOVALS):
            changed = own(source)
            if what := edit(changed, random):
                after = symbols(changed, first)
                if edit in ADDITIONS:
                    yield f"{edit.__name__} {seed} ({what})", after_addition(first, after)
                else:
                    again = symbols(source, after)
                    yield f"{edit.__name__} {seed} ({what})", after_removal(first, after) + after_addition(after, again)


def symbols(source: dict[str, Any], known: Symbols) -> Symbols:
    """Plan a bundled document and give its names."""

    def place(_: object) -> Position:
        return Position("api.json", 1, 1)

    document = Document(path=Path("/nowhere"), name="api.json", content_sha256="", tree=source, place=place)
    bundled = Bundle(name="api.json", tree=source, sources=(document,), sha256="", origins={(): Where(document, ())})
    return plan_package(read_contract(bundled), name="api", symbols=known).symbols


if __name__ == "__main__":
    sys.exit(main())
