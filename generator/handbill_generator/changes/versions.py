"""Say which version numbers the changes of a contract ask for: that of the API, and that of the Python package.

In: the versions of two contracts, and their changes.  Out: the bumps that follow, and whether the given one is enough.
Never: takes for a version what is none; a date or a name says nothing of what may break.

The bump of the API follows from the wire alone, that of the package from all four verdicts, so what breaks on the wire
is a new major version of the package too, even where every call site still type-checks.  An accepted change counts as
what it is: that the project lets it pass makes it no smaller for its users.  The rules are those of Semantic Versioning
2.0.0: what breaks is major; what is new or deprecated is minor (section 7), and so is what is risky; the rest is a
patch.  Before 1.0.0 anything may change, and by custom what breaks raises the minor number (section 4); from one
pre-release to the next no promise holds, and a patch is enough (section 9).  As a package has the version of the
contract that it is made of, the same holds for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from handbill_generator.changes.assembly import fingerprint_of, side
from handbill_generator.changes.model import Change, Direction, Effect, Gate, Level, Versions, worst
from handbill_generator.contract import Contract
from handbill_generator.load.source import shown


class Bump(StrEnum):
    """The part of a version that is raised, the least first."""

    none = "none"
    patch = "patch"
    minor = "minor"
    major = "major"

    @property
    def rank(self) -> int:
        """Give 0 for none up to 3 for major."""
        return list(Bump).index(self)


class Number(NamedTuple):
    """A version that can be compared; *stage* has the parts of a pre-release, and what is released comes after it."""

    numbers: tuple[int, int, int]
    is_released: bool
    stage: tuple[tuple[bool, int, str], ...]


_VERSION = re.compile(
    r"v?(?P<major>\d{1,9})(?:\.(?P<minor>\d{1,9}))?(?:\.(?P<patch>\d{1,9}))?"
    r"(?:-(?P<stage>[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)|(?P<letter>a|b|rc)(?P<count>\d{1,9}))?"
    r"(?:\+[0-9A-Za-z.-]+)?"
)
_FIRST_YEAR = 1990
_DIGITS = re.compile(r"[0-9]+")
_WORDS = {Bump.none: "no bump", Bump.patch: "a patch bump", Bump.minor: "a minor bump", Bump.major: "a major bump"}


def versions(old: str, new: str, changes: Iterable[Change]) -> Versions:
    """Give what `info.version` of two contracts, *old* and *new*, says, and what it should, after *changes*."""
    changes = tuple(changes)
    most = _most(read_version(old) or read_version(new))
    api, package = (min(_asked(changes, gate), most, key=lambda bump: bump.rank) for gate in (Gate.wire, Gate.imports))
    given = _given(old, new)
    enough = given == "unknown" or (given != "decreased" and Bump(given).rank >= api.rank)
    return Versions(old=old, new=new, given=given, api=api, package=package, enough=enough)


def version_changes(
    old: Contract, new: Contract, found: Versions, *, name: str, wire: Level = Level.compatible
) -> tuple[Change, ...]:
    """Give what is wrong with the bump that `info.version` makes, as changes of the pair called *name*.

    *found* is what `versions` gives for the two.  Nothing of it reaches the wire, so it is compatible; a project that
    wants to be stopped by it says so with *wire*.
    """
    if found.enough:
        return ()
    before, after = shown(found.old), shown(found.new)
    asked = f"the changes ask for {_WORDS[Bump(found.api)]}"
    if found.given == "decreased":
        id, message = "api-version-decreased", f"the version goes back from {before} to {after}"
    elif found.given == Bump.none:
        id, message = "api-version-not-bumped", f"the version is still {after}, though {asked}"
    else:
        id = "api-major-version-not-bumped" if found.api == Bump.major else "api-version-not-bumped"
        message = f"the version goes from {before} to {after}, {_WORDS[Bump(found.given)]}, though {asked}"
    place = "#/info/version"
    change = Change(
        id=id,
        contract=name,
        direction=Direction.neither,
        effect=Effect.none,
        wire=wire,
        message=message,
        where="info.version",
        hint="a version that can be trusted tells a client whether it may move on (Semantic Versioning 2.0.0)",
        old=side(old, (place, found.old)),
        new=side(new, (place, found.new)),
        # It is another mistake for another version, so what was accepted once is not accepted for good.
        fingerprint=fingerprint_of(id, found.old, found.new),
    )
    return (change,)


def read_version(text: str) -> Number | None:
    """Read a version of one to three numbers, with or without a v and a pre-release; None for anything else.

    A number that can be a year begins a date, which is no version in this sense.
    """
    match = _VERSION.fullmatch(text.strip())
    if match is None or int(match["major"]) >= _FIRST_YEAR:
        return None
    numbers = (int(match["major"]), int(match["minor"] or 0), int(match["patch"] or 0))
    stage = (
        match["stage"].split(".") if match["stage"] else [match["letter"], match["count"]] if match["letter"] else []
    )
    return Number(numbers, not stage, tuple(_part(part) for part in stage))


def _part(part: str) -> tuple[bool, int, str]:
    """Give what a part of a pre-release is ordered by: numbers come before words (section 11)."""
    return (False, int(part), "") if _DIGITS.fullmatch(part) else (True, 0, part)


def _most(version: Number | None) -> Bump:
    """Give the largest bump that can be asked of who is at *version*."""
    if version and not version.is_released:
        return Bump.patch
    return Bump.minor if version and version.numbers[0] == 0 else Bump.major


def _asked(changes: tuple[Change, ...], gate: Gate) -> Bump:
    """Give the bump that changes ask for."""
    if not changes:
        return Bump.none
    level = worst(change.at(gate) for change in changes)
    if level is Level.breaking:
        return Bump.major
    is_more = level is Level.risky or any(_gives(change, gate) for change in changes)
    return Bump.minor if is_more else Bump.patch


def _gives(change: Change, gate: Gate) -> bool:
    """Whether a change gives a client something that it did not have, or tells it not to count on something."""
    if change.old is None or change.effect is not Effect.none:
        return True
    if any(word in change.id for word in ("added", "new-", "deprecated", "sunset")):
        return True
    return gate is not Gate.wire and any(symbol.kind == "added" for symbol in change.symbols)


def _given(old: str, new: str) -> str:
    """Give the bump from one version to the other; `unknown` where that cannot be said."""
    before, after = read_version(old), read_version(new)
    if old.strip() and old.strip() == new.strip():
        return Bump.none
    if before is None or after is None:
        return "unknown"
    if after < before:
        return "decreased"
    parts = zip((Bump.major, Bump.minor, Bump.patch), before.numbers, after.numbers, strict=True)
    raised = (bump for bump, was, now in parts if was != now)
    return next(raised, Bump.none if before == after else Bump.patch)
