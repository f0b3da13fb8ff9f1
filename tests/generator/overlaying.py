"""Overlays made in Python, and applied in memory.

In: actions as they would stand in a file.  Out: what they make of a document.
Never: lets a tree that was read change.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.diagnostics import SpecError
from handbill_generator.load import JSON, Document, Limits, load_bytes
from handbill_generator.overlay import Overlaid, overlaid, read_overlay

HEAD = "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\n"


def read(text: str, name: str = "specs/api.yaml") -> Document:
    return load_bytes(text.encode(), path=Path("/work") / name, name=name)


def written(*actions: Any, version: str = "1.1.0", **rest: Any) -> str:
    """Give an overlay of *actions*, in JSON."""
    return json.dumps(
        {"overlay": version, "info": {"title": "Fixes", "version": "1"}, "actions": list(actions), **rest}
    )


def applied(document: Document, *overlays: str, limits: Limits | None = None) -> Overlaid:
    """Apply overlays, given as text, and see that nothing that was read has changed."""
    files = [read(text, f"fixes{number}.yaml") for number, text in enumerate(overlays)]
    before = [json.dumps(file.tree) for file in (document, *files)]
    made = overlaid(document, [read_overlay(file) for file in files], limits=limits or Limits())
    assert [json.dumps(file.tree) for file in (document, *files)] == before
    return made


def result(tree: JSON, *actions: Any, version: str = "1.1.0") -> JSON:
    """Give what *actions* make of the member `x` of a document."""
    return applied(read(json.dumps({"x": tree})), written(*actions, version=version)).document.tree["x"]


def refusal(tree: JSON, *actions: Any, limits: Limits | None = None, version: str = "1.1.0") -> str:
    document = read(json.dumps({"x": tree}))
    with pytest.raises(SpecError) as caught:
        applied(document, written(*actions, version=version), limits=limits)
    return str(caught.value)
