"""Laws against hostile documents: text stays text, files stay in their folder, and nothing runs."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import unicodedata
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.diagnostics import HandbillError, SpecError
from handbill_generator.pipeline import build, publish, templates_folder
from handbill_generator.render import render_package

from .documents import body, document, plan, read, target
from .hostile import PAYLOADS, SLOTS, TEXT, Give, document_of, head, one_line

GROUPS = -(-len(PAYLOADS) // SLOTS)

# Imports every module of every package below a folder, and has pydantic evaluate every annotation.
IMPORT_ALL = """
import importlib, os, pathlib, sys
from pydantic import BaseModel
before = dict(os.environ)
root = pathlib.Path(sys.argv[1])
for folder in sorted(root.iterdir()):
    sys.path.insert(0, str(folder))
    for file in sorted(folder.rglob("*.py")):
        module = ".".join(file.relative_to(folder).with_suffix("").parts)
        found = importlib.import_module(module.removesuffix(".__init__"))
        for thing in list(vars(found).values()):
            if isinstance(thing, type) and issubclass(thing, BaseModel) and thing.__module__ == module:
                thing.model_rebuild(force=True)
    sys.path.pop(0)
    for name in [name for name in sys.modules if name.partition(".")[0].startswith("package")]:
        del sys.modules[name]
assert dict(os.environ) == before, "the canary sang"
print("imported")
"""


def rotated(shift: int, slot: int) -> Give:
    """Give a function that gives each position, in the order in which it asks, another payload."""
    seen: dict[str, str] = {}

    def give(position: str) -> str:
        if position not in seen:
            # 7 and the number of payloads have no common divisor: over all shifts each position sees each payload.
            seen[position] = PAYLOADS[(shift * SLOTS + slot + 7 * len(seen)) % len(PAYLOADS)]
        return seen[position]

    return give


def _same(payload: str, _: str) -> str:
    return payload


def publish_hostile(source: dict[str, Any], folder: Path, name: str) -> None:
    """Emit a document; check that what was written is what was built, all of it inside, all of it legible Python."""
    folder.mkdir(parents=True)
    spec = folder.parent.parent / f"{name}.json"
    spec.write_text(json.dumps(source))
    built = build(target(spec, folder, name))
    publish(built)
    assert {p.relative_to(folder / name).as_posix() for p in folder.rglob("*") if p.is_file()} == set(built.files)
    for path, text in built.files.items():
        unseen = {c for c in text if c != "\n" and unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
        assert not unseen, (path, unseen)
        if path.endswith(".py"):
            ast.parse(text)


def import_all(root: Path) -> None:
    command = [sys.executable, "-W", "error", "-c", IMPORT_ALL, str(root)]
    environment = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=root)
    assert (done.returncode, done.stdout) == (0, "imported\n"), done.stderr[-2000:]


def test_there_are_enough_payloads() -> None:
    """The corpus is large, and each payload is another."""
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 60
    assert len(PAYLOADS) % 7


@pytest.mark.parametrize("part", range(4))
def test_nothing_hostile_gets_out(part: int, tmp_path: Path) -> None:
    """Each payload, wherever text can stand: generated and harmless, or refused as the document's fault."""
    emitted = 0
    for shift in range(part, GROUPS, 4):
        source = document_of([rotated(shift, slot) for slot in range(SLOTS)])
        with suppress(HandbillError):
            publish_hostile(source, tmp_path / "all" / f"{shift}", f"package{shift}")
            emitted += 1
    import_all(tmp_path / "all")
    assert emitted
    assert {path.suffix for path in tmp_path.iterdir()} == {"", ".json"}


def test_nothing_hostile_gets_out_of_the_head() -> None:
    """What a document says of itself becomes text, an address and a name, and nothing else."""
    for payload in TEXT:
        source = document(paths={"/x": {"get": {"responses": {"200": body({})}}}}) | head(partial(_same, payload))
        package = plan(source)
        # An address with a variable that has no default cannot be called, and so the client asks for one.
        address = f"https://{one_line(payload)}".strip().rstrip("/")
        assert package.base_url.raw == (address if re.fullmatch(r"[^\s{}?#]+", address) else "")
        texts = render_package(package, templates_folder())
        assert ast.parse(texts["client.py"])


@pytest.mark.parametrize("half", ["\ud800", "x\udc80", "\udfff\ud800"])
def test_half_a_character_is_refused(half: str) -> None:
    """A lone surrogate cannot be written to a file, and is refused with its place wherever it stands."""
    for source in (document(info={"title": half}), document(**{"x-any": {half: 1}}), document(paths={f"/{half}": {}})):
        with pytest.raises(SpecError, match="half a surrogate pair"):
            read(source)
