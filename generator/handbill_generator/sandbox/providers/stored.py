"""What the four do alike with stored objects: find them, show a part of them, move a campaign.

In: a `World`, an id, the words of a provider.  Out: plain JSON objects.
Never: stores, or knows the fields of a provider beyond id, name, status and the time of the last change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from handbill_generator.sandbox.model import Kind, Problem, ShownCampaign, World

CAMPAIGNS = "campaigns"
"""The collection that holds the campaigns of every provider."""

DELETED = "deleted"
"""The member that marks a deleted object."""

HEXADECIMAL = "0123456789abcdef"
LOWER_ALPHANUMERIC = "abcdefghijklmnopqrstuvwxyz0123456789"

STATUSES: Mapping[Kind, int] = {
    "invalid": 400,
    "unauthorized": 401,
    "forbidden": 403,
    "not_found": 404,
    "conflict": 409,
    "no_route": 404,
    "no_method": 405,
    "too_many": 429,
    "failed": 500,
    "down": 503,
}
"""The HTTP status of each kind of problem, where a provider has no other."""


def found(world: World, collection: str, id: str, missing: str, *, code: str = "") -> dict[str, Any]:
    """Give the object of an id; *missing* is what to say where there is none, and *code* the machine code of that."""
    value: dict[str, Any] | None = world.collection(collection).get(id)
    if value is None or not is_there(value):
        raise Problem("not_found", missing, code=code)
    return value


def is_there(stored: Mapping[str, Any]) -> bool:
    """Whether an object has not been deleted.

    A provider that pages by cursor keeps what is deleted, marked, so that a listing goes on that stopped at it.
    """
    return DELETED not in stored


def picked(stored: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Give the members of *stored* that *names* lists, as far as it has them."""
    return {name: stored[name] for name in names if name in stored}


def shown(world: World, *, id: str = "id") -> list[ShownCampaign]:
    """Give all campaigns for the page, the oldest first; *id* is what the provider calls their id."""
    return [
        ShownCampaign(id=one[id], name=one.get("name", ""), status=one["status"], updated_at=one["updatedAt"])
        for one in world.collection(CAMPAIGNS).all()
        if is_there(one)
    ]


def moved(world: World, id: str, status: str, words: tuple[str, ...]) -> dict[str, Any]:
    """Give the campaign of an id as it is in another status, one of *words*; storing it is left to the caller.

    Raises Problem for an id or a word that the provider does not know.
    """
    if status not in words:
        raise Problem("invalid", f'{world.provider}: no campaign can be "{status}"; give one of {", ".join(words)}')
    campaign: dict[str, Any] | None = world.collection(CAMPAIGNS).get(id)
    if campaign is None or not is_there(campaign):
        missing = f'{world.provider}: there is no campaign "{id}"; give the ID of one that was created here'
        raise Problem("not_found", missing)
    return {**campaign, "status": status, "updatedAt": world.now()}
