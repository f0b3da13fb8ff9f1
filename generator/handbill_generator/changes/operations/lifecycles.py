"""Compare what operations and parameters say of their own future.

In: the `Lifecycle` of both sides.  Out: findings about deprecation, sunset and stability.
Never: looks at a clock; the day is one of the rules.
"""

from __future__ import annotations

from handbill_generator.changes.lifecycle import flips
from handbill_generator.changes.model import Direction, Effect
from handbill_generator.changes.operations.place import Spotted
from handbill_generator.contract import Lifecycle


def compare(
    at: Spotted, old: Lifecycle, new: Lifecycle, pointers: tuple[str, str], *, prefix: str, where: str = ""
) -> None:
    """Find what changed; ids begin with *prefix*, `endpoint` and `api` for an operation as oasdiff has it."""
    for suffix, wire, words in flips(old, new, at.both.rules):
        at.report(
            _id(prefix, suffix),
            "lifecycle",
            Effect.none,
            words,
            direction=Direction.neither,
            old=(pointers[0], told(old)),
            new=(pointers[1], told(new)),
            where=where,
            wire=wire,
        )


def _id(prefix: str, suffix: str) -> str:
    if prefix == "api" and suffix in ("deprecated", "deprecated-with-sunset", "reactivated"):
        return f"endpoint-{suffix}"
    if prefix == "api" and suffix == "sunset-deleted":
        return suffix
    return f"{prefix}-{suffix}"


def told(lifecycle: Lifecycle) -> str:
    """Say in a few words what stands there."""
    parts = ["deprecated" if lifecycle.deprecated else "", f"sunset {lifecycle.sunset}" if lifecycle.sunset else ""]
    return ", ".join(part for part in [*parts, lifecycle.stability] if part) or "in use"
