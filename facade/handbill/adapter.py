"""What the module of a provider fills in: how a verb becomes steps, and what an answer tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, ClassVar, Generic, TypeAlias, TypedDict, TypeVar, cast

from .capabilities import Capabilities
from .errors import Reading
from .model import UNKNOWN, Campaign, Stats, Status, parts_from
from .plans import Answers, Script, Step

Client = TypeVar("Client")
Raw = TypeVar("Raw")
Fields: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a verb is asked for: fields that the table lets through, the provider's *native* arguments, the *base*.

    *omitted* are fields of the base that the provider does not have, so they cannot be part of the campaign.
    """

    id: str = ""
    given: Fields = field(default_factory=dict[str, Any])
    native: Fields = field(default_factory=dict[str, Any])
    base: Fields = field(default_factory=dict[str, Any])
    omitted: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


class Options(TypedDict, total=False):
    """How to call, beside the credentials, as the generated clients have it.  Times are in seconds."""

    api_key: str | None
    base_url: str
    timeout: float
    total_timeout: float
    max_retries: int
    http_client: Any
    transport: Any


class Adapter(Generic[Client, Raw]):
    """One provider; each verb of its table is a method from an `Ask` to a `Script`.

    *clients* are the sync and the async generated client.  *native* names the arguments that `native=` may have,
    *sends* those that would make mail leave, *bodiless* the verbs that have no place for any.  A provider that
    *overwrites* has no partial update; one that counts *by_day* takes a first and a last day for its stats.
    """

    table: ClassVar[Capabilities]
    reading: ClassVar[Reading]
    clients: ClassVar[tuple[Any, Any]]
    statuses: ClassVar[Mapping[str, Status]]
    native: ClassVar[frozenset[str]]
    sends: ClassVar[frozenset[str]] = frozenset()
    bodiless: ClassVar[frozenset[str]] = frozenset()
    overwrites: ClassVar[bool] = False
    by_day: ClassVar[bool] = False

    def open(self, which: int, options: Mapping[str, Any]) -> Any:
        """Make one of the clients; raises Unauthorized for a credential that cannot be sent."""
        try:
            return self.clients[which](**options)
        except self.reading.package.CredentialError as error:
            raise self.reading.error(error, writes=False, verb="connect", step="use the credentials") from error

    def script(self, verb: str, ask: Ask) -> Script[Any]:
        """Give the steps of a verb; raises Unsupported for one that the table does not have."""
        self.table.allow(verb)
        return cast("Script[Any]", getattr(self, verb)(ask))

    def step(self, does: str, call: Callable[[Client, Answers], object], **more: Any) -> Step:
        """Make a step, whose call is checked against both clients."""
        return Step(does=does, call=call, **more)

    def reads(self, does: str, call: Callable[[Client, Answers], object], **more: Any) -> Script[Any]:
        """Make a script of one step, after which the campaign is read from its answer."""
        of_script = {name: more.pop(name) for name in Script.__annotations__ if name in more}
        step = self.step(does, call, **more)
        # Of a listing each item is read, and of anything else the answer.
        result = self.read if step.items else lambda got: self.read(got[0])
        return Script(**{"steps": (step,), "result": result, **of_script})

    def writes(self, does: str, call: Callable[[Client, Answers], object], **more: Any) -> Script[Any]:
        """Make a script like `reads`, of a step that changes something."""
        return self.reads(does, call, writes=True, **more)

    def told(self, seen: Fields) -> dict[str, Any]:
        """Give the fields that an answer tells, as flat fields."""
        return {name: told(seen, row.at) for name, row in self.table.rows.items() if row.at}

    def read(self, answer: Any) -> Campaign[Raw]:
        """Give the campaign that an answer tells of, which may be wrapped in an envelope."""
        raw = inside(answer)
        seen = plain(raw) if raw else {}
        word = told(seen, "status")
        times = {name: moment(told(seen, name)) for name in ("created_at", "updated_at")}
        return Campaign(
            provider=self.table.provider,
            id=told(seen, "id") or "",
            status=self.statuses.get(word, Status.UNKNOWN),
            native_status=word,
            raw=raw,
            **parts_from({**times, **self.told(seen)}),
        )

    def counts(self, ask: Ask, answer: Any, names: Mapping[str, str], at: str = "") -> Stats[Any]:
        """Give the counts that an answer tells *at* a place; several *names* of one count, and days, are added up."""
        raw = inside(answer)
        seen = told(plain(raw), at) if at else plain(raw)
        rows = seen if isinstance(seen, tuple) else (seen,)
        found = {name: [told(one, key) for one in rows for key in keys.split()] for name, keys in names.items()}
        sums: dict[str, Any] = {name: UNKNOWN if UNKNOWN in of else sum(map(int, of)) for name, of in found.items()}
        days: dict[str, Any] = {"since": ask.since or UNKNOWN, "until": ask.until or UNKNOWN}
        return Stats(provider=self.table.provider, id=ask.id, raw=raw, **days, **sums)

    def body(self, given: Fields) -> dict[str, Any]:
        """Give the fields in the places that the table has for them, which may be inside of objects."""
        found: dict[str, Any] = {}
        for name, row in ((name, row) for name, row in self.table.rows.items() if row.to and name in given):
            *outer, last = row.to.split(".")
            inside = found
            for key in outer:
                inside = inside.setdefault(key, {})
            inside[last] = list(given[name]) if isinstance(given[name], tuple) else given[name]
        return found


def statuses_of(**words: str) -> dict[str, Status]:
    """Give what the provider's words mean, from the words of each status, by spaces."""
    return {word: Status(status) for status, said in words.items() for word in said.split()}


def inside(answer: Any) -> Any:
    """Give what is in the envelope of an answer, where its model has one; a field that is new is none."""
    return answer.data if "data" in getattr(type(answer), "model_fields", ()) else answer


def moment(value: Any) -> Any:
    """Give a moment, which is in UTC where it does not say; `UNKNOWN` for what is none."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return UNKNOWN
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) and value.tzinfo is None else value


def plain(model: Any) -> dict[str, Any]:
    """Give what a generated model holds, by its Python names, without what it lacks."""
    return dict(model.model_dump(by_alias=False))


def told(seen: Any, path: str) -> Any:
    """Give what plain values tell at a dotted *path*: `UNKNOWN` where they say nothing, None where they say none."""
    for name in path.split("."):
        if seen is not None:
            seen = seen.get(name, UNKNOWN) if isinstance(seen, Mapping) else UNKNOWN
    return tuple(seen) if isinstance(seen, list) else seen


def merged(ours: Fields, native: Fields) -> dict[str, Any]:
    """Add the provider's own arguments, going down into objects; raises TypeError for a field that is given twice."""
    found = dict(ours)
    for name, value in native.items():
        if name not in found:
            found[name] = value
        elif isinstance(found[name], Mapping) and hasattr(value, "model_dump"):
            found[name] = merged(found[name], plain(value))
        else:
            raise TypeError(f"native: {name} is given already, by a field of the campaign; give it once")
    return found
