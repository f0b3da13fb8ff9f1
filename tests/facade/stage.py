"""The sandbox as these tests see it: one provider of it, its case, and callers of its campaigns.

In: a running sandbox and a case.  Out: campaigns in the state that a test needs, what is stored, what came.
Never: knows a provider but by its case.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias

from handbill import Draft
from handbill_generator.sandbox import Recorded, Running, Sandbox

from ..clients.server import Server
from .calling import Caller, Mode, opened
from .cases import Case

Stored = dict[str, Any]
SECRET = "secret-of-nobody"
"""The key that a scripted server gets; it must be seen nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One provider of the sandbox."""

    running: Running
    case: Case

    @property
    def provider(self) -> str:
        """Its name."""
        return self.case.provider

    @property
    def sandbox(self) -> Sandbox:
        """The sandbox that plays it."""
        return self.running.sandbox

    @property
    def came(self) -> list[Recorded]:
        """The requests that came."""
        return [one for one in self.sandbox.requests if one.provider == self.provider]

    @contextmanager
    def caller(self, mode: Mode = "sync", **options: Any) -> Iterator[Caller]:
        """Open its campaigns; a call is made once, unless *options* say otherwise."""
        more = {"max_retries": 0, **options}
        with opened(self.provider, mode, self.running.url_of(self.provider), self.case.credentials, **more) as caller:
            yield caller

    @contextmanager
    def scripted(self, server: Server, mode: Mode = "sync") -> Iterator[Caller]:
        """Open campaigns that are no sandbox's: a server answers them what a test scripts, and asks for no key."""
        secrets = dict.fromkeys(self.case.credentials, SECRET)
        with opened(self.provider, mode, server.url, secrets, max_retries=0) as caller:
            yield caller

    def stored(self, id: str) -> Stored:
        """Give what is stored of a campaign: each leaf by its dotted place, but for what every write changes."""
        found = leaves(self.case.stored(self.sandbox, id))
        return {place: value for place, value in found.items() if not inside(place, self.case.volatile)}

    def whole(self) -> Any:
        """Give all campaigns that are stored, in full."""
        return [self.case.stored(self.sandbox, one.id) for one in self.sandbox.campaigns(self.provider)]

    def ready(self, caller: Caller, verb: str, draft: Draft | None = None) -> str:
        """Create a campaign and bring it into the state that *verb* needs; give its id."""
        id: str = caller("create", draft or self.case.draft).id
        if word := self.case.before.get(verb):
            self.sandbox.move(self.provider, id, word)
        return id

    def arguments(self, verb: str, id: str, draft: Draft | None = None) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """Give the arguments of a call of *verb* for a campaign that was created from *draft*."""
        base = {"base": draft or self.case.draft} if self.case.overwrites and verb in self.case.takes_base else {}
        match verb:
            case "create":
                return (draft or self.case.draft,), {}
            case "list":
                return (), {}
            case "update":
                return (id,), {**base, "name": "Summer"}
            case "schedule":
                return (id, self.case.when), base
            case _:
                return (id,), base


def leaves(value: Any, at: str = "") -> Stored:
    """Give the leaves of JSON by their dotted places; an empty object or array is one."""
    if isinstance(value, dict | list) and value:
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        found: Stored = {}
        for name, one in pairs:
            found |= leaves(one, f"{at}.{name}" if at else str(name))
        return found
    return {at: value}


def inside(place: str, places: Any) -> bool:
    """Whether a place is one of *places*, or lies in one of them."""
    return any(place == one or place.startswith(f"{one}.") for one in places)


def differing(before: Stored, after: Stored) -> set[str]:
    """Give the places at which two are not the same."""
    absent = object()
    return {place for place in {*before, *after} if before.get(place, absent) != after.get(place, absent)}


def alike(stored: Stored) -> Stored:
    """Give what two campaigns may have in common."""
    own = ("id", "_id", "createdAt", "emailMessageId", "campaignId")
    return {place: value for place, value in stored.items() if place.rpartition(".")[2] not in own}


Callers: TypeAlias = dict[str, tuple[Stage, Caller]]
"""An open caller of each provider, and its stage."""
