"""Loops: newsletters, whose content is an object of its own beside the campaign.

In: requests that passed specs/loops/openapi.yaml.  Out: `PROVIDER`.
Never: keeps contacts, workflows, themes, components or transactional emails; the examples of the contract answer those.
"""

from __future__ import annotations

from handbill_generator.sandbox.model import Provider, World
from handbill_generator.sandbox.providers.loops import audience, campaigns, messages
from handbill_generator.sandbox.providers.loops.answers import LIMITS, limit_headers, problem
from handbill_generator.sandbox.providers.stored import CAMPAIGNS, moved, shown


def _move(world: World, id: str, status: str) -> None:
    world.collection(CAMPAIGNS).put(id, moved(world, id, status, campaigns.STATUSES))


PROVIDER = Provider(
    name="loops",
    credentials={"apiKey": "sandbox"},
    handlers={**campaigns.HANDLERS, **messages.HANDLERS, **audience.HANDLERS},
    problem=problem,
    limits=LIMITS,
    limit_headers=limit_headers,
    seed=audience.seed,
    campaigns=shown,
    move=_move,
)
