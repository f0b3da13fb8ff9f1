"""The verbs, written once: planned, sent and waited for, or sent and awaited.

What differs is what becomes of a plan, so that is what the classes at the end say, in types too.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Awaitable, Iterator, Mapping
from copy import deepcopy
from dataclasses import fields, replace
from datetime import date
from typing import Any, Generic, Self, TypeAlias, TypeVar, Unpack, cast, get_args

from .adapter import Adapter, Ask, Fields
from .capabilities import OnUnsupported
from .errors import Unsupported
from .model import Campaign, Changes, Draft, Schedule, Stats, fields_in, fields_of
from .plans import Catcher, Plan, aitems, arun, items, requests_of, run

Client = TypeVar("Client")
Native = TypeVar("Native")
Raw = TypeVar("Raw")
One = TypeVar("One")
Many = TypeVar("Many")
Counts = TypeVar("Counts")
Gone = TypeVar("Gone")
AnyAdapter: TypeAlias = Adapter[Any, Any]


class Verbs(ABC, Generic[Native, One, Many, Counts, Gone]):
    """The verbs.  Each raises `Unsupported`, before any request, for what the provider cannot do, or not without harm.

    *native* takes the provider's own arguments, beside those of the campaign; a field given twice is a TypeError.
    *base* is the whole campaign before a change, for a provider that overwrites; the others keep what they have.
    `provider` is the provider's name, `capabilities` its table: a row for each verb and field.
    """

    def __init__(self, adapter: AnyAdapter, planner: Any) -> None:
        self._adapter = adapter
        self._planner = planner  # a client that sends nothing
        self.provider, self.capabilities = adapter.table.provider, adapter.table

    @abstractmethod
    def _do(self, plan: Plan[Any]) -> Any:
        """Do with a plan what this object is for."""

    def create(self, draft: Draft, *, on_unsupported: OnUnsupported = "raise", native: Native | None = None) -> One:
        """Create a campaign, which sends nothing yet.

        With `on_unsupported="omit"`, unsupported fields are left out and named in the result's `omitted`; parts of the
        audience never are, as fewer conditions are more people.
        """
        return cast("One", self._planned("create", Ask(native=self._own(native)), fields_in(draft), on_unsupported))

    def get(self, id: str) -> One:
        """Read a campaign."""
        return cast("One", self._planned("get", Ask(id=id)))

    def list(self) -> Many:
        """Give all campaigns, page after page as they are asked for."""
        return cast("Many", self._planned("list", Ask()))

    def update(
        self,
        id: str,
        *,
        base: Draft | None = None,
        on_unsupported: OnUnsupported = "raise",
        native: Native | None = None,
        **changes: Unpack[Changes],
    ) -> One:
        """Change what is named, and nothing else; None clears, where a way to clear is documented.

        *changes* are `name`, `content`, `audience`, `schedule`, `sender`, `tracking` and `throttle`.
        """
        if unknown := changes.keys() - Changes.__annotations__.keys():
            raise TypeError(f"update has no argument {', '.join(sorted(unknown))}")
        named = fields_of(changes)
        if not named and not native:
            raise TypeError("update names nothing to change")
        return cast("One", self._planned("update", self._ask("update", id, native, base), named, on_unsupported))

    def schedule(self, id: str, when: Schedule, *, base: Draft | None = None, native: Native | None = None) -> One:
        """Set when it is sent, and arm it as far as a call can: mail may leave."""
        ask = self._ask("schedule", id, native, base)
        return cast("One", self._planned("schedule", ask, fields_of({"schedule": when})))

    def start(self, id: str, *, base: Draft | None = None, native: Native | None = None) -> One:
        """Send it now: mail leaves."""
        return cast("One", self._planned("start", self._ask("start", id, native, base)))

    def pause(self, id: str, *, base: Draft | None = None, native: Native | None = None) -> One:
        """Stop sending, until it is resumed."""
        return cast("One", self._planned("pause", self._ask("pause", id, native, base)))

    def resume(self, id: str, *, base: Draft | None = None, native: Native | None = None) -> One:
        """Go on sending: mail leaves."""
        return cast("One", self._planned("resume", self._ask("resume", id, native, base)))

    def cancel(self, id: str) -> One:
        """Stop sending for good; what has left is not called back."""
        return cast("One", self._planned("cancel", Ask(id=id)))

    def delete(self, id: str) -> Gone:
        """Delete it."""
        return cast("Gone", self._planned("delete", Ask(id=id)))

    def stats(self, id: str, *, since: date | None = None, until: date | None = None) -> Counts:
        """Read the counts, from the day *since* to the day *until*, where the provider counts by days."""
        if (since or until) and not self._adapter.by_day:
            raise Unsupported(self.provider, "stats", "it counts all time, not days")
        return cast("Counts", self._planned("stats", Ask(id=id, since=since, until=until)))

    def _planned(self, verb: str, ask: Ask, given: Fields | None = None, asked: OnUnsupported = "raise") -> Any:
        if asked not in get_args(OnUnsupported):
            raise ValueError(f'on_unsupported must be "raise" or "omit", not {asked!r}')
        if verb in ("create", "update") and "schedule.send_now" in (given or {}):
            raise Unsupported(self.provider, verb, "SendNow makes mail leave; give it to schedule()")
        if not ask.id and verb not in ("create", "list"):
            raise ValueError(f"{verb} needs the id of a campaign")
        sent, omitted = self.capabilities.usable(given or {}, asked)
        if verb == "update" and not sent and not ask.native:
            raise Unsupported(self.provider, verb, f"nothing is left to change without {', '.join(omitted)}")
        # A plan holds nothing that its maker can still change.
        script = self._adapter.script(verb, deepcopy(replace(ask, given=sent)))
        requests = requests_of(script, self._planner, self._adapter.reading, verb=verb, id=ask.id)
        plan = Plan(
            provider=self.provider,
            verb=verb,
            id=ask.id,
            requests=requests,
            losses=self.capabilities.losses([verb, *sent]),
            omitted=(*omitted, *ask.omitted),
            **{each.name: getattr(script, each.name) for each in fields(script)},
        )
        return self._do(plan)

    def _ask(self, verb: str, id: str, native: Native | None, base: Draft | None) -> Ask:
        self.capabilities.allow(verb)
        own = self._own(native)
        if own and verb in self._adapter.bodiless:
            raise TypeError(f"{verb} has no body here, and no place for native {', '.join(own)}")
        if not self._adapter.overwrites:
            return Ask(id=id, native=own)
        if base is None:
            reason = "it overwrites the whole campaign, which cannot be read first; give it as base=Draft(...)"
            raise Unsupported(self.provider, verb, reason)
        fields, omitted = self.capabilities.usable(fields_in(base), "omit")
        return Ask(id=id, native=own, base=fields, omitted=omitted)

    def _own(self, native: Native | None) -> Fields:
        given = cast("Fields", native or {})
        for name in given:
            if name in self._adapter.sends:
                raise Unsupported(self.provider, f"native {name}", "it makes mail leave; use start() or schedule()")
            if name not in self._adapter.native:
                raise TypeError(f"native has no {name}; there are {', '.join(sorted(self._adapter.native))}")
        return given


class Planner(Verbs[Native, Plan[Campaign[Raw]], Plan[Any], Plan[Stats[Any]], Plan[None]], Generic[Native, Raw]):
    """Every verb as a plan: what would be sent, without sending it."""

    def _do(self, plan: Plan[Any]) -> Any:
        return plan


def planning_client(adapter: AnyAdapter, options: Mapping[str, Any]) -> Any:
    """Make a client like the real one, but for sending: its requests are caught."""
    return adapter.open(0, {**options, "http_client": None, "transport": Catcher()})


class Campaigns(Verbs[Native, Campaign[Raw], Iterator[Campaign[Raw]], Stats[Any], None], Generic[Client, Native, Raw]):
    """The campaigns of one provider; verbs raise a `CallFailed` where a call does not end well.

    *client* is the generated client, for whatever the facade does not have; *plan* has every verb as a plan.
    """

    def __init__(self, adapter: AnyAdapter, client: Client, options: Mapping[str, Any]) -> None:
        super().__init__(adapter, planning_client(adapter, options))
        self.client = client
        self.plan: Planner[Native, Raw] = Planner(adapter, self._planner)

    def send(self, plan: Plan[Result]) -> Result:
        """Send a plan, exactly as it was shown."""
        return cast("Result", self._do(plan))

    def _do(self, plan: Plan[Any]) -> Any:
        if plan.verb == "list":
            return items(plan, self.client, self._adapter.reading)
        return _noted(run(plan, self.client, self._adapter.reading), plan)

    def close(self) -> None:
        """Close the connections."""
        cast("Any", self.client).close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class AsyncCampaigns(
    Verbs[Native, Awaitable[Campaign[Raw]], AsyncIterator[Campaign[Raw]], Awaitable[Stats[Any]], Awaitable[None]],
    Generic[Client, Native, Raw],
):
    """The campaigns of one provider, awaited; what can be refused beforehand is refused before the await.

    *client* and *plan* are as in `Campaigns`.
    """

    def __init__(self, adapter: AnyAdapter, client: Client, options: Mapping[str, Any]) -> None:
        super().__init__(adapter, planning_client(adapter, options))
        self.client = client
        self.plan: Planner[Native, Raw] = Planner(adapter, self._planner)

    def send(self, plan: Plan[Result]) -> Awaitable[Result]:
        """Send a plan, exactly as it was shown; that of a listing is gone through, and not awaited."""
        return cast("Awaitable[Result]", self._do(plan))

    def _do(self, plan: Plan[Any]) -> Any:
        if plan.verb == "list":
            return aitems(plan, self.client, self._adapter.reading)
        return self._sent(plan)

    async def _sent(self, plan: Plan[Result]) -> Result:
        return _noted(await arun(plan, self.client, self._adapter.reading), plan)

    async def aclose(self) -> None:
        """Close the connections."""
        await cast("Any", self.client).aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.aclose()


Result = TypeVar("Result")


def _noted(result: Result, plan: Plan[Any]) -> Result:
    """Say in the result what was lost and left out, and the id, which not every answer repeats."""
    if isinstance(result, Campaign):
        return cast("Result", replace(result, id=result.id or plan.id, losses=plan.losses, omitted=plan.omitted))
    return cast("Result", replace(result, losses=plan.losses)) if isinstance(result, Stats) else result
