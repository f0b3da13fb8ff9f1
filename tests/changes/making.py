"""Changes made by hand, for tests of what is done with them."""

from __future__ import annotations

from typing import Any

from handbill_generator.changes import Change, Direction, Effect, Level, Side
from handbill_generator.diagnostics import Position


def change(id: str = "endpoint-added", wire: Level = Level.compatible, **more: Any) -> Change:
    """Give a change; what is not said is as plain as can be."""
    place = Side(pointer="#/paths/~1things/get", position=Position("api.yaml", 3, 5), value=None)
    fields: dict[str, Any] = {
        "id": id,
        "contract": "api.yaml",
        "direction": Direction.request,
        "effect": Effect.none,
        "wire": wire,
        "message": f"what {id} says",
        "where": "GET /things",
        "old": place,
        "new": place,
        "operations": ("GET /things",),
        "fingerprint": "0123456789ab",
    }
    return Change(**{**fields, **more})
