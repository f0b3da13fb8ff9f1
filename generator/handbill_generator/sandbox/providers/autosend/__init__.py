"""AutoSend: newsletters to lists, which take their content from templates that they may share.

In: requests that passed specs/autosend/openapi.yaml.  Out: `PROVIDER`.
Never: keeps contacts, senders or mail; the examples of the contract answer those.
"""

from __future__ import annotations

from handbill_generator.sandbox.model import Provider, World
from handbill_generator.sandbox.providers.autosend import campaigns, recipients, templates
from handbill_generator.sandbox.providers.autosend.answers import LIMITS, limit_headers, problem
from handbill_generator.sandbox.providers.stored import shown


def _seed(world: World) -> None:
    recipients.seed(world)
    templates.seed(world)


PROVIDER = Provider(
    name="autosend",
    credentials={"apiKey": "sandbox", "projectId": "sandbox"},
    handlers=campaigns.HANDLERS,
    problem=problem,
    limits=LIMITS,
    limit_headers=limit_headers,
    seed=_seed,
    campaigns=shown,
    move=campaigns.move,
)
