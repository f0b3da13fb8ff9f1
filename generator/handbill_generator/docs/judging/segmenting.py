"""Part a run of values into the lists whose values it runs together.

In: the run, and lists.  Out: an `Explained`: which lists are in it, and what is left.
Never: takes longer than the product of run and lists times a constant: what is ambiguous beyond that is unexplained.

    draftactivepausedemailwait   [draft, active, paused], [email, wait]   both, in this order
    openRateclickRateResponses   [openRate, clickRate]                    the list, then the word of a sentence
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

_MOST_STEPS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """What a run is made of.

    *lists* are indexes of those that are in it, each with all its values.  Where *is_whole* is false, *nearest* is the
    index of the list that explains most of the run, *left* what it leaves, and *unused* its values that are not there.
    """

    is_whole: bool
    lists: tuple[int, ...]
    nearest: int | None = None
    left: str = ""
    unused: tuple[str, ...] = ()


def explained(run: str, lists: Sequence[Sequence[str]], *, optional: Collection[str] = ()) -> Explained:
    """Part *run* into *lists*, whose values may stand in any order, and those of *optional* anywhere or nowhere."""
    search = _Search(run, lists, optional)
    whole = search.whole(0)
    if whole is not None:
        return Explained(is_whole=True, lists=whole)
    inside = search.inside()
    rest = run
    for _, start, end in sorted(inside, key=lambda part: -part[1]):
        rest = f"{rest[:start]} {rest[end:]}"
    rest = " ".join(rest.split())
    found = tuple(index for index, _, _ in inside)
    others = [index for index in range(len(lists)) if index not in found]
    nearest = max(others, key=lambda index: _length(rest, lists[index]), default=None)
    if nearest is None or not _length(rest, lists[nearest]):
        nearest = max(found, key=lambda index: _length(run, lists[index]), default=None)
        return Explained(is_whole=False, lists=found, nearest=nearest, left=rest)
    left, unused = _without(rest, lists[nearest])
    return Explained(is_whole=False, lists=found, nearest=nearest, left=left, unused=unused)


class _Search:
    """A search with a memory: from each place of the run at most once."""

    def __init__(self, run: str, lists: Sequence[Sequence[str]], optional: Collection[str]) -> None:
        self.run = run
        self.lists = [tuple(dict.fromkeys(filter(None, values))) for values in lists]
        self.optional = tuple(filter(None, optional))
        self.steps = 0
        self._failed: set[int] = set()

    def whole(self, start: int, parts: tuple[int, ...] = ()) -> tuple[int, ...] | None:
        """Give the lists that the run from *start* on is made of, behind *parts*; None where it is made of none."""
        if parts and _is_prose(self.run[start:]):
            return parts
        if start in self._failed:
            return None
        for index, values in enumerate(self.lists):
            for end in sorted(self._ends(start, frozenset(values)), reverse=True):
                found = self.whole(end, (*parts, index))
                if found is not None:
                    return found
        self._failed.add(start)
        return None

    def inside(self) -> list[tuple[int, int, int]]:
        """Give the lists that stand somewhere in the run: index, start and end; of two that overlap the longer."""
        self.steps = 0
        spans = [
            (index, start, end)
            for index, values in enumerate(self.lists)
            for start in range(len(self.run))
            for end in self._ends(start, frozenset(values))
            if values
        ]
        kept: list[tuple[int, int, int]] = []
        for span in sorted(spans, key=lambda part: (part[1] - part[2], part[1])):
            if all(span[2] <= start or span[1] >= end for _, start, end in kept):
                kept.append(span)
        return kept

    def _ends(self, start: int, values: frozenset[str]) -> set[int]:
        """Give where all of *values*, in any order, may end when they begin at *start*."""
        ends: set[int] = set()
        waiting = [(start, values)]
        known = set(waiting)
        while waiting and self.steps < _MOST_STEPS:
            at, rest = waiting.pop()
            self.steps += 1
            if not rest:
                ends.add(at)
            following = [(at + len(name), rest - {name}) for name in rest if self.run.startswith(name, at)]
            following += [(at + len(name), rest) for name in self.optional if self.run.startswith(name, at)]
            # What is optional in one list may be left out there, though another list has it.
            following += [(at, rest - {name}) for name in rest if name in self.optional and at > start]
            waiting += [state for state in following if state not in known]
            known.update(following)
        return ends


def _is_prose(rest: str) -> bool:
    """Say whether *rest* is nothing, or begins as a sentence or a heading does that was glued to the last value."""
    return not rest or rest[0].isupper() or not rest[0].isalnum()


def _length(run: str, values: Sequence[str]) -> int:
    return sum(len(name) for name in values if name and name in run)


def _without(run: str, values: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Take *values* out of *run*, longest first; give what is left and the values that are not in it."""
    unused = []
    for name in sorted(values, key=len, reverse=True):
        head, found, tail = run.partition(name)
        if found:
            run = f"{head} {tail}"
        else:
            unused.append(name)
    return " ".join(run.split()), tuple(name for name in values if name in unused)
