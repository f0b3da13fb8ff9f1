"""Emit hostile documents, and hold what comes out to the laws that need nobody to run it.

In: a document.  Out: the folder that holds its package, or the SpecError that refuses it.
Never: imports what was emitted.
"""

from __future__ import annotations

import ast
import json
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from handbill_generator.diagnostics import SpecError
from handbill_generator.pipeline import build, publish

from ..generator.documents import target

_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def emitted(source: Mapping[str, Any] | str | bytes, folder: Path, package: str) -> Path | SpecError:
    """Emit *package* below *folder*; a document that is refused must be refused with a place.

    Raises AssertionError where the package is not what was built, or a file of it is not plain legible Python.
    """
    folder.mkdir(parents=True)
    # What is JSON has that suffix; what may be anything is read as YAML, which JSON is too.
    spec = folder.parent / f"{package}.{'yaml' if isinstance(source, str | bytes) else 'json'}"
    text = source if isinstance(source, str | bytes) else json.dumps(source)
    spec.write_bytes(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
    try:
        built = build(target(spec, folder, package))
    except SpecError as error:
        assert error.position is not None, error
        assert "\n" not in str(error)
        return error
    publish(built)
    found = {path.relative_to(folder / package).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == set(built.files)
    for path, content in built.files.items():
        unseen = {c for c in content if c != "\n" and unicodedata.category(c) in _UNSEEN}
        assert not unseen, (path, unseen)
        if path.endswith(".py"):
            ast.parse(content)
    return folder
