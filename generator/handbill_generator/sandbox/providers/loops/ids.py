"""Ids of Loops.

In: a `World`.  Out: a new id that looks like those of the examples; no pattern is documented (section 2).
Never: tells what kind of object an id belongs to, as theirs do not.
"""

from __future__ import annotations

from handbill_generator.sandbox.model import World
from handbill_generator.sandbox.providers.stored import LOWER_ALPHANUMERIC


def new_id(world: World) -> str:
    """Make an id of 25 characters that starts with a c."""
    return f"c{world.new_id(LOWER_ALPHANUMERIC, 24)}"
