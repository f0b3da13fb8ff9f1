"""What a provider can do, as data: every verb and every field, with the reason and the evidence."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, TypeAlias

from .errors import Unsupported
from .model import Loss

OnUnsupported: TypeAlias = Literal["raise", "omit"]

VERBS = ("create", "get", "list", "update", "schedule", "start", "pause", "resume", "cancel", "delete", "stats")
FIELDS = (
    *("name", "content.subject", "content.preview_text", "content.html", "content.template_id"),
    *("content.variants", "content.steps", "audience.lists", "audience.exclude_lists", "audience.segment"),
    *("audience.filter", "audience.languages", "audience.regions", "audience.everyone"),
    *("schedule.send_now", "schedule.send_at", "schedule.send_at.timezone", "schedule.send_at.recipient_local"),
    *("schedule.window", "schedule.window.timezone", "schedule.window.days", "schedule.gradual"),
    *("sender.email", "sender.name", "sender.identity_id", "sender.reply_to", "sender.mailboxes"),
    *("tracking.opens", "tracking.clicks", "throttle.minute", "throttle.day"),
)


class Level(StrEnum):
    """How well a provider does it.  What is unverified is refused like what is unsupported, until somebody asked."""

    NATIVE = "native"
    EMULATED = "emulated"
    LOSSY = "lossy"
    UNSUPPORTED = "unsupported"
    UNVERIFIED = "unverified"

    @property
    def usable(self) -> bool:
        """Whether the facade does it."""
        return self not in (Level.UNSUPPORTED, Level.UNVERIFIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capability:
    """A verb or a field of one provider.

    *note* says how it is emulated, what is lost, why it is unsupported, or what to ask.  *evidence* is a place of the
    provider's contract: an operationId, a schema, `Schema.property`, or `info`.  *reads* says whether `get` gives the
    field back, *clears* whether None clears it.  *to* and *at* are its dotted place in what the provider's models take
    and give, where it is written and read as it is.
    """

    name: str
    level: Level
    evidence: str
    note: str = ""
    reads: bool = False
    clears: bool = False
    to: str = ""
    at: str = ""

    @property
    def reason(self) -> str:
        """Why it is refused."""
        return f"not verified: ask {self.note}" if self.level is Level.UNVERIFIED else self.note


@dataclass(frozen=True, slots=True)
class Capabilities:
    """The table of one provider: a row for each of `VERBS` and `FIELDS`."""

    provider: str
    rows: Mapping[str, Capability]

    @classmethod
    def of(cls, provider: str) -> Capabilities:
        """Read the table that stands beside the module of *provider*; a row may be for several names, by spaces."""
        text = Path(__file__).with_name("providers").joinpath(f"{provider}.csv").read_text("utf-8")
        rows = ((name, line) for line in csv.DictReader(text.splitlines()) for name in line["name"].split())
        return cls(provider, {name: _row(name, line) for name, line in rows})

    def __getitem__(self, name: str) -> Capability:
        return self.rows[name]

    def allow(self, verb: str) -> None:
        """Raise Unsupported for a verb that the provider does not have."""
        if not self.rows[verb].level.usable:
            raise Unsupported(self.provider, verb, self.rows[verb].reason)

    def losses(self, names: Iterable[str]) -> tuple[Loss, ...]:
        """Give what is lost with these verbs and fields."""
        found = (self.rows[name] for name in names)
        return tuple(Loss(field=one.name, what=one.note) for one in found if one.level is Level.LOSSY)

    def usable(self, given: Mapping[str, Any], asked: OnUnsupported) -> tuple[dict[str, Any], tuple[str, ...]]:
        """Give the fields that can be sent, and those left out; raises Unsupported where nothing may be left out."""
        sent: dict[str, Any] = {}
        omitted: list[str] = []
        for name, value in self._expanded(given).items():
            one = self.rows.get(name)
            if name == "audience.everyone" and value is False and one and not one.level.usable:
                continue  # that it is not everyone asks for nothing
            if one and one.level.usable and (one.clears or value is not None):
                sent[name] = value
            # An audience with a part left out would be a larger one: mail to people whom nobody chose.
            elif asked == "omit" and not name.startswith("audience"):
                omitted.append(name)
            else:
                clears = "no way to clear it is documented" if value is None else "there is no such field"
                raise Unsupported(self.provider, name, one.reason if one and not one.level.usable else clears)
        return sent, tuple(omitted)

    def _expanded(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Give single fields: a part that is None is all of it that can be cleared."""
        found: dict[str, Any] = {}
        for name, value in given.items():
            inside = [one for one in FIELDS if one.startswith(f"{name}.") and self.rows[one].clears]
            found |= dict.fromkeys(inside) if value is None and name not in self.rows and inside else {name: value}
        return found


def _row(name: str, line: Mapping[str, str]) -> Capability:
    said: dict[str, Any] = {key: line[key] for key in ("evidence", "note", "to", "at")}
    also: dict[str, Any] = {"reads": bool(line["at"]) or "reads" in line["also"], "clears": "clears" in line["also"]}
    return Capability(name=name, level=Level(line["level"]), **also, **said)
