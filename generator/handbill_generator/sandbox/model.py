"""What the parts of the sandbox say to each other.

In: a request that the contract of a provider allows, as `Asked`.  Out: an `Answer`, or a `Problem` that the provider
puts into its own words.
Never: knows HTTP, a web framework or how anything is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any, Literal, TypeAlias

from handbill_generator.sandbox.store import Collection, Store

Kind = Literal[
    "invalid",  # the contract does not allow the request
    "unauthorized",  # a credential is missing or wrong
    "forbidden",  # the credential is known and may not do this
    "not_found",  # there is no such object
    "conflict",  # the state of the object does not allow it
    "no_route",  # there is no such path
    "no_method",  # the path is there, the method is not
    "too_many",  # a rate limit is used up
    "failed",  # an injected failure: the server could not do it
    "down",  # an injected failure: the service is closed for maintenance
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request that passed the contract: *operation* is its operationId, *body* its JSON, a copy that may be kept.

    *query* holds the values in the types of their schemas.  Header names are in lower case.  *address* is the base URL
    of the provider as the caller sees it, without a slash at its end.
    """

    operation: str
    path: Mapping[str, str]
    query: Mapping[str, Any]
    headers: Mapping[str, str]
    body: Any
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What to send back: *body* is JSON, or None for an answer without one."""

    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


class Problem(Exception):
    """What stands in the way of an answer; a provider's `problem` says it in that provider's envelope and status.

    *code* is the machine code where a rule of the provider has one, *fields* names what is wrong and how, and
    *retry_after* is the seconds to wait after `too_many`.  *operation* is the operationId that was asked for, if one
    was; who plays the provider fills it in.
    """

    def __init__(
        self,
        kind: Kind,
        message: str,
        *,
        code: str = "",
        fields: tuple[tuple[str, str], ...] = (),
        retry_after: float = 0.0,
    ) -> None:
        super().__init__(message)
        self.kind: Kind = kind
        self.message = message
        self.code = code
        self.fields = fields
        self.retry_after = retry_after
        self.operation = ""


@dataclass(slots=True, kw_only=True)
class World:
    """All that a provider may use: what is stored for it, the time, and new ids.

    With a seed both are repeatable: *random* gives the same ids, and *moment* a clock that goes by the requests.
    """

    provider: str
    store: Store
    random: Random
    moment: Callable[[], datetime]

    def collection(self, name: str) -> Collection:
        """Give the objects of one kind, such as `campaigns`."""
        return self.store.collection(self.provider, name)

    def new_id(self, alphabet: str, length: int) -> str:
        """Make an id of *length* characters."""
        return "".join(self.random.choice(alphabet) for _ in range(length))

    def now(self) -> str:
        """Give the time as the four write it: ISO 8601 in UTC with milliseconds."""
        return self.moment().isoformat(timespec="milliseconds").replace("+00:00", "Z")


Handler: TypeAlias = Callable[[Asked, World], Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A rate limit: so many *requests* in so many *seconds*, for the operations of *operations*, or all where None."""

    requests: int
    seconds: float
    operations: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What is left of a `Limit` after a request: *reset* is the moment at which it is whole again."""

    limit: Limit
    remaining: int
    reset: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCampaign:
    """A campaign as the page shows it, in the provider's own words."""

    id: str
    name: str
    status: str
    updated_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """How one provider behaves, beside its contract.

    *credentials* gives, by security scheme of the contract, the value that a caller must present.  *handlers* has the
    operations that keep state, by operationId; the others are answered from the examples of the contract.  *problem*
    puts a `Problem` into the provider's envelope, *limit_headers* tells of what is left of its rate limits, *seed*
    stores what is there from the start, *campaigns* lists what the page shows, and *move* puts a campaign into another
    state, which for some no documented call does.
    """

    name: str
    credentials: Mapping[str, str]
    handlers: Mapping[str, Handler]
    problem: Callable[[Problem], Answer]
    limits: tuple[Limit, ...]
    limit_headers: Callable[[Allowance], Mapping[str, str]]
    seed: Callable[[World], None]
    campaigns: Callable[[World], list[ShownCampaign]]
    move: Callable[[World, str, str], None]
