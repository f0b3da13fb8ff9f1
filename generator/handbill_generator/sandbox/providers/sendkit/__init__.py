"""SendKit: sequences of emails to leads, sent from mailboxes.

In: requests that passed specs/sendkit/openapi.yaml.  Out: `PROVIDER`.
Never: keeps webhooks, workspaces, accounts or the figures of mailboxes; the examples of the contract answer those.
"""

from __future__ import annotations

from functools import partial

from handbill_generator.sandbox.model import Provider, World
from handbill_generator.sandbox.providers.sendkit import campaigns, leads, mailboxes, reports
from handbill_generator.sandbox.providers.sendkit.answers import problem
from handbill_generator.sandbox.providers.stored import shown


def _seed(world: World) -> None:
    mailboxes.seed(world)
    leads.seed(world)


PROVIDER = Provider(
    name="sendkit",
    credentials={"apiKey": "sandbox", "workspaceId": "sandbox", "bearerToken": "sandbox"},
    handlers={**campaigns.HANDLERS, **leads.HANDLERS, **reports.HANDLERS},
    problem=problem,
    limits=(),  # section 2: that there are limits is known, but no number
    limit_headers=lambda _: {},  # nor the names of headers
    seed=_seed,
    campaigns=partial(shown, id="_id"),
    move=campaigns.move,
)
