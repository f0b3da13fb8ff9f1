"""A campaign in words that four providers share: what is written, what is read, and what was lost on the way.

Every field of a part may be `UNKNOWN`.  In what is read, the provider does not tell; `None` says that it tells there is
none.  In what is written, the caller does not name the field, so it stays as it is; `None` clears it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime, time
from enum import Enum, StrEnum
from typing import Any, Final, Generic, Literal, TypeAlias, TypedDict, TypeVar, cast

Raw = TypeVar("Raw", covariant=True)


class Unknown(Enum):
    """The type of `UNKNOWN`: a single member, which type checkers narrow by `is`."""

    UNKNOWN = "unknown"

    def __repr__(self) -> str:
        return "UNKNOWN"

    def __bool__(self) -> Literal[False]:
        return False


UNKNOWN: Final = Unknown.UNKNOWN
Text: TypeAlias = str | Unknown | None
Flag: TypeAlias = bool | Unknown | None
Names: TypeAlias = tuple[str, ...] | Unknown | None
Moment: TypeAlias = datetime | Unknown | None
Count: TypeAlias = int | Unknown | None


class Status(StrEnum):
    """Where a campaign stands.  An open set: a word that the provider's table lacks is `UNKNOWN`, and no error."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    CANCELED = "canceled"
    ARCHIVED = "archived"
    UNKNOWN = "unknown"

    @property
    def may_send(self) -> bool:
        """Whether mail may leave at any moment; where the status is not known, it may."""
        return self in (Status.SCHEDULED, Status.RUNNING, Status.UNKNOWN)


class _Told:
    """A value whose repr shows what is told, and leaves out the rest."""

    __slots__ = ()

    def __repr__(self) -> str:
        told = ((f, getattr(self, f.name)) for f in fields(cast("Any", self)) if f.repr)
        return f"{type(self).__name__}({', '.join(f'{f.name}={value!r}' for f, value in told if value != f.default)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Email:
    """A step of a sequence that sends."""

    subject: str | Unknown = UNKNOWN
    html: str | Unknown = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """A step of a sequence that lets days pass."""

    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """The content for those who read another *language*, such as `fr`."""

    language: str
    subject: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Content(_Told):
    """What is sent: one email, or *steps* that follow each other."""

    subject: Text = UNKNOWN
    preview_text: Text = UNKNOWN
    html: Text = UNKNOWN
    template_id: Text = UNKNOWN
    variants: tuple[Variant, ...] | Unknown | None = UNKNOWN
    steps: tuple[Email | Wait, ...] | Unknown | None = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Audience(_Told):
    """Whom it is sent to.  *filter* is the provider's own query; only *everyone* means everyone, never an absence."""

    lists: Names = UNKNOWN
    exclude_lists: Names = UNKNOWN
    segment: Text = UNKNOWN
    filter: Mapping[str, Any] | Unknown | None = UNKNOWN
    languages: Names = UNKNOWN
    regions: Names = UNKNOWN
    everyone: Flag = UNKNOWN

    def check(self) -> None:
        """Raise ValueError for what may not be written, though a provider may store it."""
        for names in (self.lists, self.exclude_lists, self.languages, self.regions):
            known = names or ()
            if not isinstance(known, tuple | list) or not all(isinstance(name, str) and name for name in known):
                raise ValueError("lists, languages and regions are tuples of names that are not empty")
        if self.everyone is True and any((self.lists, self.segment, self.filter, self.languages, self.regions)):
            raise ValueError("an audience is everyone, or a choice of some, but not both")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Sender(_Told):
    """Whom it comes from.  *identity_id* is a sender that the provider knows, *mailboxes* are its ids of mailboxes."""

    email: Text = UNKNOWN
    name: Text = UNKNOWN
    identity_id: Text = UNKNOWN
    reply_to: Text = UNKNOWN
    mailboxes: Names = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Tracking(_Told):
    """What is counted."""

    opens: Flag = UNKNOWN
    clicks: Flag = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Throttle:
    """How many emails at most, *per* minute or day."""

    limit: int
    per: Literal["minute", "day"]


@dataclass(frozen=True, slots=True)
class SendNow:
    """At once.  Only `schedule` takes it."""


@dataclass(frozen=True, slots=True)
class SendAt:
    """At a moment with a time zone (ValueError without one); with *recipient_local*, at that hour where each reads."""

    at: datetime
    timezone: str | Unknown = UNKNOWN
    recipient_local: bool | Unknown = UNKNOWN

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("the moment needs a time zone, such as datetime.UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Between two hours of some days, as long as the campaign runs.  *days* count from 1, a Monday."""

    start: time | Unknown = UNKNOWN
    end: time | Unknown = UNKNOWN
    days: tuple[int, ...] | Unknown = UNKNOWN
    timezone: str | Unknown = UNKNOWN
    skip_holidays: bool | Unknown = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Gradual:
    """In batches of *per_day* emails that grow by *growth* each day, from the moment *at* on."""

    per_day: int
    growth: Literal["fixed", "1.25x", "1.5x", "1.75x", "2x"] = "fixed"
    at: datetime | Unknown = UNKNOWN


Planned: TypeAlias = SendAt | Window | Gradual
Schedule: TypeAlias = SendNow | Planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A whole campaign as it should be: what `create` takes, and the *base* of providers that overwrite."""

    name: str
    content: Content = Content()
    audience: Audience = Audience()
    schedule: Planned | Unknown = UNKNOWN
    sender: Sender = Sender()
    tracking: Tracking = Tracking()
    throttle: Throttle | Unknown = UNKNOWN


class Changes(TypedDict, total=False):
    """What `update` takes: what is not named stays, and `None` clears."""

    name: str
    content: Content | None
    audience: Audience | None
    schedule: Planned | None
    sender: Sender | None
    tracking: Tracking | None
    throttle: Throttle | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What a provider does less exactly than it was asked for; *field* is a field or a verb."""

    field: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Campaign(_Told, Generic[Raw]):
    """A campaign as a provider tells of it, after the call that gave it.

    *native_status* is the provider's own word, *raw* its own typed model.  *losses* and *omitted* are those of the
    call: what was done less exactly, and which unsupported fields were left out because the caller said so.
    """

    provider: str
    id: str
    name: str | Unknown = UNKNOWN
    status: Status = Status.UNKNOWN
    native_status: str | Unknown = UNKNOWN
    content: Content = Content()
    audience: Audience = Audience()
    schedule: Schedule | Unknown | None = UNKNOWN
    sender: Sender = Sender()
    tracking: Tracking = Tracking()
    throttle: Throttle | Unknown | None = UNKNOWN
    created_at: Moment = UNKNOWN
    updated_at: Moment = UNKNOWN
    losses: tuple[Loss, ...] = ()
    omitted: tuple[str, ...] = ()
    raw: Raw = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Stats(_Told, Generic[Raw]):
    """Counts of a campaign, in emails or in people as the provider counts, *since* a day *until* a day if it says."""

    provider: str
    id: str
    sent: Count = UNKNOWN
    delivered: Count = UNKNOWN
    opened: Count = UNKNOWN
    clicked: Count = UNKNOWN
    replied: Count = UNKNOWN
    bounced: Count = UNKNOWN
    unsubscribed: Count = UNKNOWN
    spam_reports: Count = UNKNOWN
    since: date | Unknown = UNKNOWN
    until: date | Unknown = UNKNOWN
    losses: tuple[Loss, ...] = ()
    raw: Raw = field(repr=False)


_PARTS = {"content": Content, "audience": Audience, "sender": Sender, "tracking": Tracking}
_SCHEDULES = {SendNow: "send_now", SendAt: "send_at", Window: "window", Gradual: "gradual"}
_SPECIAL = ("timezone", "recipient_local", "days")  # what only some providers have of a schedule


def fields_of(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Give what *parts* name as flat fields, such as `content.subject`; a part that is None stays one field.

    A schedule becomes `schedule.send_at` and the like, a throttle `throttle.minute` or `throttle.day`.  Raises
    ValueError for an audience that is everyone and a choice of some, and for what is empty: a mistake that would clear.
    """
    if isinstance(audience := parts.get("audience"), Audience):
        audience.check()
    found: dict[str, Any] = {}
    for part, value in parts.items():
        if value is None or part == "name":
            found[part] = value
        elif part == "schedule" and value is not UNKNOWN:
            kind = next((name for of, name in _SCHEDULES.items() if isinstance(value, of)), None)
            if kind is None:
                raise TypeError(f"a schedule is SendNow, SendAt, Window or Gradual, not {type(value).__name__}")
            name = f"schedule.{kind}"
            found |= {name: value} | {f"{name}.{key}": one for key, one in _named(value) if key in _SPECIAL and one}
        elif part == "throttle" and value is not UNKNOWN:
            found[f"throttle.{value.per}"] = value.limit
        elif value is not UNKNOWN:
            found |= {f"{part}.{key}": one for key, one in _named(value)}
    if empty := [name for name, value in found.items() if value in ((), [], {})]:
        raise ValueError(f"{empty[0]} is empty; give None to clear it, or leave it out")
    return found


def fields_in(draft: Draft) -> dict[str, Any]:
    """Give a draft as flat fields; in a whole campaign, None and what is not named are the same."""
    return {name: value for name, value in fields_of(dict(_named(draft))).items() if value is not None}


def parts_from(flat: Mapping[str, Any]) -> dict[str, Any]:
    """Give the parts that flat fields make up; the opposite of `fields_of`, but for schedule and throttle."""
    split = [(*name.partition(".")[::2], value) for name, value in flat.items() if "." in name]
    made = {part: kind(**{key: value for of, key, value in split if of == part}) for part, kind in _PARTS.items()}
    return {**made, **{name: value for name, value in flat.items() if "." not in name}}


def _named(part: Any) -> Iterator[tuple[str, Any]]:
    return ((f.name, getattr(part, f.name)) for f in fields(part) if getattr(part, f.name) is not UNKNOWN)
