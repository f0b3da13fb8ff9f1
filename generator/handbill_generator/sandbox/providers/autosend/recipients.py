"""The lists and segments that AutoSend's campaigns go to.

In: ids, as a request holds them.  Out: objects, as a response holds them.
Never: counts contacts that two lists have in common.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from handbill_generator.sandbox.model import World

LISTS = "contactLists"


def seed(world: World) -> None:
    """Store the lists whose ids the examples of the contract use."""
    for id, name, type, count in (
        ("GLOBAL_CONTACT_LIST", "All Contacts", "list", 1250),
        ("60d5ec49f1b2c72d9c8b4567", "Newsletter Subscribers", "list", 340),
        ("60d5ec49f1b2c72d9c8b9876", "Active Users", "segment", 890),
        ("696e1158fbfc515799175f02", "seg list", "list", 3),
        ("60d5ec49f1b2c72d9c8b0001", "Spring Sale Recipients", "list", 200),
    ):
        world.collection(LISTS).put(id, {"id": id, "name": name, "type": type, "contactCount": count})


def recipients(ids: Iterable[str], world: World) -> list[dict[str, Any]]:
    """Give the list or segment of each id.

    What the API says to an id that it does not know is not documented (3.4); here that is an empty list.
    """
    lists = world.collection(LISTS)
    return [lists.get(id) or {"id": id, "name": "Unknown list", "type": "list", "contactCount": 0} for id in ids]
