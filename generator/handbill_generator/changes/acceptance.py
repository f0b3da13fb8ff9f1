"""Let changes pass that the project has accepted, for a reason, by an owner, until a day.

In: the acceptance file, and changes.  Out: the changes, those that may pass with their `Acceptance`, and what is wrong
with the file; or the file with more entries.
Never: accepts more than was seen: an entry holds for one change of one contract, at the levels that it had.

    accepted:
      - fingerprint: 1f0c94a2b7de
        id: response-property-enum-value-added
        contract: specs/loops/openapi.yaml
        where: GET /v1/campaigns · response 200 · status     # for people; nothing is matched with it
        base: 9b2d31a8c0f4                                   # the hash of the old contract, its beginning
        wire: breaking
        call: compatible
        types: breaking
        import: compatible
        reason: Clients are told to expect new values.
        owner: mail-team
        expires: "2027-01-31"                                # the last day on which it holds

An entry holds whatever the old contract is, as long as the change is there: in the pull request that brings it, and for
the release that it is part of.  It is *unused* where the change is not there though the old contract is the very one
that it was accepted against: then somebody took the change back.  Once the pull request is merged the old contract is
another, and the entry rests until it expires.  An expired entry fails even at rest, so that the file is kept clean.
It is *stale* where the change got worse than it was, or where the entry names another id.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from handbill_generator.changes.model import Acceptance, Change, Gate, Level, Problem
from handbill_generator.diagnostics import ConfigError, OutputError, Position, one_line
from handbill_generator.load import JSON, Document, load
from handbill_generator.load.source import shown
from handbill_generator.round_trip import original_of, save
from handbill_generator.round_trip.writing import Indent, block

MOST_DAYS = 366
"""How far ahead an entry may expire: what holds longer is a rule, for [[tool.handbill.diff.severity]]."""

_TEXTS = ("fingerprint", "id", "contract", "where", "base", "reason", "owner", "expires")
_KEYS = (*_TEXTS[:5], *Gate, *_TEXTS[5:])
_BASE = 12
_LONGEST_PLACE = 200
_HEAD = "# Changes that may pass, each until a day; `handbill diff --accept` adds to them.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of the file: the acceptance, the change it is for, and the verdicts that were accepted."""

    acceptance: Acceptance
    id: str
    contract: str
    where: str
    base: str
    verdicts: Mapping[Gate, Level]
    position: Position

    @property
    def key(self) -> tuple[str, str]:
        """What the entry has in common with its change."""
        return self.contract, self.acceptance.fingerprint


def read_acceptances(path: Path, *, name: str, today: date) -> tuple[Entry, ...]:
    """Read the file at *path*, called *name*; none where there is no file.

    Raises ConfigError with the place for what an entry lacks, and SpecError for a file that cannot be read.
    """
    if not path.exists():
        return ()
    document = load(path, name=name)
    return tuple(_entry(document, index, today) for index in range(len(_listed(document))))


def apply_acceptances(
    changes: Iterable[Change], entries: Sequence[Entry], *, today: date, contracts: Mapping[str, str]
) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """Give *changes* with the acceptances of *entries*, and what is wrong with these.

    *contracts* has the sha256 of the old side of each pair that was compared, by the name of the pair; nothing is said
    of entries for others.
    """
    changes = tuple(changes)
    compared = [entry for entry in entries if entry.contract in contracts]
    known = {(change.contract, change.fingerprint): change for change in changes}
    problems: list[Problem] = list(_repeated(compared))
    accepted: dict[tuple[str, str], Acceptance] = {}
    for entry in compared:
        problem = _problem(entry, known.get(entry.key), today, contracts[entry.contract])
        if problem:
            problems.append(problem)
        else:
            accepted[entry.key] = entry.acceptance
    marked = tuple(replace(change, accepted=accepted.get((change.contract, change.fingerprint))) for change in changes)
    return marked, tuple(sorted(problems, key=lambda problem: (problem.position, problem.id)))


def add_acceptances(
    path: Path,
    changes: Iterable[Change],
    *,
    name: str,
    reason: str,
    owner: str,
    expires: str,
    today: date,
    contracts: Mapping[str, str],
) -> int:
    """Write an entry for each of *changes* into the file at *path*, anew for one that has an entry; give their number.

    Comments and the order of the file stay.  *contracts* is that of `apply_acceptances`.  Raises ConfigError for a
    reason, owner or day that is missing or wrong, OutputError where the file cannot be written.
    """
    for option, value in (("--reason", reason), ("--owner", owner), ("--expires", expires)):
        if not value.strip():
            raise ConfigError(f"--accept needs {option}; say why, who answers for it, and until when")
    day = _day(expires, "--expires", today)
    if day < today:
        raise ConfigError(f"--expires: {day} is past; give a day to come")
    fresh = {
        (change.contract, change.fingerprint): _written(change, contracts.get(change.contract, ""))
        | {"reason": one_line(reason), "owner": one_line(owner), "expires": day.isoformat()}
        for change in changes
    }
    if not path.exists():
        return _create(path, list(fresh.values()))
    read_acceptances(path, name=name, today=today)  # what is wrong in it must be seen before it is added to
    original = original_of(load(path, name=name))
    tree = original.tree()
    listed = tree["accepted"] = tree["accepted"] or []
    places = {(entry["contract"], entry["fingerprint"]): index for index, entry in enumerate(listed)}
    for key, entry in fresh.items():
        if key in places:
            listed[places[key]] = entry
        else:
            listed.append(entry)
    save([original.changed(tree)])
    return len(fresh)


def _create(path: Path, entries: list[JSON]) -> int:
    if entries:
        text = "\n".join(block({"accepted": entries}, Indent(), 0))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{_HEAD}{text}\n", encoding="utf-8", newline="\n")
        except OSError as error:
            raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error
    return len(entries)


def _written(change: Change, base: str) -> dict[str, JSON]:
    return {
        "fingerprint": change.fingerprint,
        "id": change.id,
        "contract": change.contract,
        "where": shown(one_line(change.where), _LONGEST_PLACE),
        "base": base[:_BASE],
        **{gate.value: level.value for gate, level in _verdicts(change).items()},
    }


def _verdicts(change: Change) -> dict[Gate, Level]:
    return {Gate.wire: change.wire, Gate.call: change.call, Gate.types: change.types, Gate.imports: change.imports}


def _problem(entry: Entry, change: Change | None, today: date, base: str) -> Problem | None:
    """Say what keeps an entry from holding, if anything does."""
    what = f"{entry.id} at {entry.where}"
    if entry.acceptance.expires < today:
        then = "it fails again" if change else "remove the entry"
        return _told(entry, "expired", f"what was accepted of {what} expired on {entry.acceptance.expires}; {then}")
    if change is None:
        if entry.base and entry.base == base[:_BASE]:
            return _told(entry, "unused", f"there is no {what} any more; remove the entry")
        return None
    if change.id != entry.id:
        return _told(entry, "stale", f"the entry says {entry.id}, but its fingerprint is that of {change.id}")
    worse = [
        f"{gate.value} was {entry.verdicts[gate].value} and is {level.value}"
        for gate, level in _verdicts(change).items()
        if level.rank > entry.verdicts[gate].rank
    ]
    if worse:
        return _told(entry, "stale", f"{what} got worse than what was accepted: {', '.join(worse)}; accept it anew")
    return None


def _repeated(entries: Iterable[Entry]) -> Iterator[Problem]:
    seen: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        seen[entry.key] += 1
        if seen[entry.key] > 1:
            message = f"{entry.id} at {entry.where} has an entry above already; remove one of the two"
            yield _told(entry, "duplicate", message)


def _told(entry: Entry, kind: str, message: str) -> Problem:
    return Problem(id=f"acceptance-{kind}", message=one_line(message), position=entry.position)


def _listed(document: Document) -> list[Any]:
    extra = sorted(set(document.tree) - {"accepted"})
    if extra or "accepted" not in document.tree:
        where = document.position(f"#/{extra[0]}" if extra else "#")
        raise ConfigError(f"{where}: the file holds one list, called accepted, and nothing else")
    listed = document.tree["accepted"]
    if not isinstance(listed, list | None):
        raise ConfigError(f"{document.position('#/accepted')}: accepted must be a list")
    return listed or []


def _entry(document: Document, index: int, today: date) -> Entry:
    pointer = f"#/accepted/{index}"
    position = document.position(pointer)
    entry = _listed(document)[index]
    if not isinstance(entry, dict):
        raise ConfigError(f"{position}: an entry must be a mapping of {', '.join(_KEYS)}")
    for key in entry:
        if key not in _KEYS:
            raise ConfigError(f'{position}: an entry has no "{shown(key)}"; there are {", ".join(_KEYS)}')
    for key in _KEYS:
        if key not in entry:
            raise ConfigError(f"{position}: the entry has no {key}; add it, or accept the change anew")
        value = entry[key]
        at = document.position(f"{pointer}/{key}")
        if not isinstance(value, str) or not (value.strip() or key in ("base", "where")):
            raise ConfigError(f"{at}: {key} must be text; put it in quotes")
        if key in list(Gate) and value not in list(Level):
            raise ConfigError(f"{at}: {key} must be one of {', '.join(Level)}")
    expires = _day(entry["expires"], f"{document.position(f'{pointer}/expires')}: expires", today)
    acceptance = Acceptance(
        fingerprint=entry["fingerprint"], reason=entry["reason"], owner=entry["owner"], expires=expires
    )
    return Entry(
        acceptance=acceptance,
        id=entry["id"],
        contract=entry["contract"],
        where=entry["where"],
        base=entry["base"],
        verdicts={gate: Level(entry[gate.value]) for gate in Gate},
        position=position,
    )


def _day(text: str, where: str, today: date) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ConfigError(f'{where}: "{shown(text)}" is no day; write it as YYYY-MM-DD') from None
    if day > today + timedelta(days=MOST_DAYS):
        hint = "write a rule into [[tool.handbill.diff.severity]] for what is to hold longer"
        raise ConfigError(f"{where}: {day} is more than {MOST_DAYS} days ahead; {hint}")
    return day
