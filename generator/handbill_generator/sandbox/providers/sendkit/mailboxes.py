"""The mailboxes that SendKit's campaigns send from.

In: the selectors of a request.  Out: the ids of mailboxes.
Never: connects to one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handbill_generator.sandbox.model import World

_MAILBOXES = "mailboxes"
_SELECTORS = ("mailboxIds", "mailboxEmails", "mailboxTags", "mailboxProvider")


def seed(world: World) -> None:
    """Store the mailboxes whose ids the examples of the contract use."""
    for id, email, provider, tags in (
        ("665b1c2d3e4f5a6b7c8d9e0f", "sarah@sendkit.ai", "gmail", ["outreach", "primary"]),
        ("665b1c2d3e4f5a6b7c8d9e10", "support@company.com", "custom", []),
    ):
        world.collection(_MAILBOXES).put(id, {"_id": id, "email": email, "provider": provider, "tags": tags})


def selected(body: Mapping[str, Any], world: World) -> list[str] | None:
    """Give the ids of all mailboxes that some selector of *body* means, or None where it has no selector.

    `mailboxes`, which only create takes, is `mailboxIds` by then.  What becomes of a selector that means no mailbox is
    not documented (3.2); here it adds none.
    """
    if not any(name in body for name in _SELECTORS):
        return None
    return [one["_id"] for one in world.collection(_MAILBOXES).all() if _is_meant(one, body)]


def _is_meant(mailbox: Mapping[str, Any], body: Mapping[str, Any]) -> bool:
    return (
        mailbox["_id"] in body.get("mailboxIds", [])
        or mailbox["email"] in body.get("mailboxEmails", [])
        or not set(mailbox["tags"]).isdisjoint(body.get("mailboxTags", []))
        or mailbox["provider"] == body.get("mailboxProvider")
    )
