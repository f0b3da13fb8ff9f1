"""What differs between two contracts, in words that every output, policy and test shares.

A `Change` is one cause: a component that many operations use and that changed once is one change, whose *operations*
are its blast radius.  Each change carries four verdicts: `wire` (requests or responses), `call` (a working call site
raises or means something else), `types` (mypy or pyright on user code stops passing), `imports` (a name or module is
gone).  A `Report` holds the changes of one or more pairs of contracts.

Ids are those of oasdiff where it has the word, and ours in the same style elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from handbill_generator.diagnostics import Position


class Direction(StrEnum):
    """Who sends what changed; what a webhook brings is a response, because our user receives it."""

    request = "request"
    response = "response"
    neither = "neither"


class Effect(StrEnum):
    """What happens to the set of values that are accepted at a place."""

    none = "none"
    narrows = "narrows"
    widens = "widens"
    both = "both"


class Level(StrEnum):
    """How bad a verdict is."""

    compatible = "compatible"
    risky = "risky"
    breaking = "breaking"

    @property
    def rank(self) -> int:
        """Give 0 for compatible, 1 for risky, 2 for breaking."""
        return _RANKS[self]


_RANKS = {Level.compatible: 0, Level.risky: 1, Level.breaking: 2}


def worst(levels: Iterable[Level]) -> Level:
    """Give the worst of *levels*, compatible where there are none."""
    return max(levels, key=lambda level: level.rank, default=Level.compatible)


class Gate(StrEnum):
    """How much a user cares about; each gate looks at its own verdict and at those before it."""

    wire = "wire"
    call = "call"
    types = "types"
    imports = "import"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a change: where it stands in its file, and what stands there.

    *value* is JSON, cut to a readable size where it is long.
    """

    pointer: str
    position: Position
    value: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolChange:
    """What happens to one Python name of the emitted package.

    *symbol* is dotted from the package on: `handbill_loops.models.Campaign.status`,
    `handbill_loops.resources.campaigns.Campaigns.update`, with the argument in parentheses where it is one:
    `...Campaigns.update(mailing_list_id=)`.  *kind* is `added`, `removed`, `renamed`, `retyped`, `became-required`,
    `became-optional` or `changed` (a constant, a default, a signature as a whole).  *old* and *new* are signatures or
    types, empty where there is none.  *generated* is the place in the emitted files, as `resources/campaigns.py:88`.
    *witness* is source that type-checks against the old package and not against the new one, or empty.
    """

    symbol: str
    kind: str
    old: str
    new: str
    call: Level
    types: Level
    imports: Level
    generated: str = ""
    witness: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacadeCell:
    """A cell of the facade's table of capabilities that rests on what changed: a verb or a field of a provider."""

    provider: str
    cell: str
    level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """Why a change may pass: an entry of the acceptance file."""

    fingerprint: str
    reason: str
    owner: str
    expires: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One cause with all that follows from it.

    *contract* is the pair it belongs to, as the report calls it.  *where* says the place in words.  *operations* are
    written `POST /v1/campaigns/{campaignId}`, `webhook NAME` or `callback NAME of POST /path`, sorted.  *policy* says
    which rule of the project changed a level, empty where none did.
    """

    id: str
    contract: str
    direction: Direction
    effect: Effect
    wire: Level
    call: Level = Level.compatible
    types: Level = Level.compatible
    imports: Level = Level.compatible
    message: str
    where: str
    hint: str = ""
    old: Side | None
    new: Side | None
    operations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    symbols: tuple[SymbolChange, ...] = ()
    facade: tuple[FacadeCell, ...] = ()
    fingerprint: str
    policy: str = ""
    accepted: Acceptance | None = None

    @property
    def side(self) -> Side:
        """The side to point at: the new one, or the old one of what is gone."""
        side = self.new or self.old
        assert side is not None
        return side

    @property
    def pointer(self) -> str:
        """The JSON pointer of `side`."""
        return self.side.pointer

    @property
    def level(self) -> Level:
        """The worst of the four verdicts."""
        return self.at(Gate.imports)

    def at(self, gate: Gate) -> Level:
        """Give the worst verdict that *gate* looks at."""
        verdicts = (self.wire, self.call, self.types, self.imports)
        return worst(verdicts[: list(Gate).index(gate) + 1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What the versions of one contract say, and what they should.

    *api* and *package* are the suggested bumps: `major`, `minor`, `patch` or `none`.  *given* is the bump that
    `info.version` makes, `none` where it stays, `decreased`, or `unknown` where it is no version; *enough* says
    whether it is at least *api*.
    """

    old: str
    new: str
    given: str
    api: str
    package: str
    enough: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two contracts that were compared.

    *name* is how the report calls the pair: the path of the new document, or of the old one that is gone.  *old* and
    *new* say what each side was (`HEAD~1:specs/loops/openapi.yaml`), empty where there is none.  *package* is the
    Python package that the contract becomes.  *notes* say what could not be compared, and why.
    """

    name: str
    old: str
    new: str
    package: str
    versions: Versions
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with the project's own policy: an acceptance that is stale, unused or expired."""

    id: str
    message: str
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The changes of one or more pairs of contracts, worst first."""

    pairs: tuple[Pair, ...]
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...] = ()

    def failing(self, gate: Gate = Gate.imports, fail_on: Level | None = Level.breaking) -> tuple[Change, ...]:
        """Give the changes that *gate* does not let pass: at least *fail_on* and not accepted; none for None."""
        if fail_on is None:
            return ()
        return tuple(c for c in self.changes if not c.accepted and c.at(gate).rank >= fail_on.rank)

    def to_json(self) -> Mapping[str, Any]:
        """Give the report as `handbill diff --format json` prints it; `diff.schema.json` describes it."""
        from handbill_generator.changes.output.json_report import told

        return told(self)
