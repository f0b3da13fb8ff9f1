"""Find the operation that a path and a method mean.

In: the operations of a contract, and a path in segments.  Out: the operation, and what its path says, still encoded.
Never: runs a regular expression that a document wrote; the work is linear in the path.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from handbill_generator.contract import Operation
from handbill_generator.sandbox.model import Problem


class NoMethod(Problem):
    """The path is there, the method is not; *allow* lists those that are."""

    def __init__(self, method: str, allow: str) -> None:
        super().__init__("no_method", f"{method} is not possible here, only {allow}")
        self.allow = allow


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An operation, and the values in the path by parameter, as they were written."""

    operation: Operation
    path: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Route:
    segments: tuple[tuple[str, ...], ...]
    """Of each segment the literals, and between them the names of parameters: `("v", "version", "")`."""
    operations: dict[str, Operation] = field(default_factory=dict[str, Operation])

    @property
    def openness(self) -> tuple[int, ...]:
        """Of each segment how open it is: 0 for a literal, 2 for a parameter alone."""
        return tuple(0 if len(parts) == 1 else 1 if any(parts[::2]) else 2 for parts in self.segments)

    def values(self, segments: tuple[str, ...]) -> list[str] | None:
        """Give the values in *segments* in their order, None where this is another path."""
        found: list[str] = []
        for parts, text in zip(self.segments, segments, strict=True):
            inside = _values(parts, text)
            if inside is None:
                return None
            found += inside
        return found


class Routes:
    """All paths of a contract; where several fit, the one with the earlier literal is meant."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        routes: dict[tuple[tuple[str, ...], ...], _Route] = {}
        for operation in operations:
            segments = _segments(operation.path.raw)
            shape = tuple(parts[::2] for parts in segments)
            routes.setdefault(shape, _Route(segments)).operations.setdefault(operation.method, operation)
        self._by_length: dict[int, list[_Route]] = {}
        for route in sorted(routes.values(), key=lambda route: route.openness):
            self._by_length.setdefault(len(route.segments), []).append(route)

    def find(self, method: str, segments: tuple[str, ...]) -> Found:
        """Give the operation; raises Problem (`no_route`, `no_method`) where there is none."""
        for route in self._by_length.get(len(segments), ()):
            values = route.values(segments)
            if values is None:
                continue
            if method not in route.operations:
                raise NoMethod(method, ", ".join(sorted(route.operations)))
            operation = route.operations[method]
            # Paths of one shape may call their parameters differently.
            names = [name for parts in _segments(operation.path.raw) for name in parts[1::2]]
            return Found(operation=operation, path=dict(zip(names, values, strict=True)))
        raise Problem("no_route", "there is no such path")


def _segments(path: str) -> tuple[tuple[str, ...], ...]:
    # Some documents write a query or a fragment behind the path; it takes no part in routing.
    plain = re.split(r"[?#]", path, maxsplit=1)[0].removeprefix("/")
    return tuple(_parts(segment) for segment in plain.split("/"))


def _parts(segment: str) -> tuple[str, ...]:
    parts = re.split(r"\{([^{}]*)\}", segment)
    return tuple(part if index % 2 else unquote(part) for index, part in enumerate(parts))


def _values(parts: tuple[str, ...], text: str) -> list[str] | None:
    """Match *text*, each value as short as what follows allows; a value is never empty."""
    if len(parts) == 1:
        return [] if parts[0] == unquote(text) else None
    if not text.startswith(parts[0]):
        return None
    values: list[str] = []
    start = len(parts[0])
    for literal in parts[2::2]:
        is_last = len(values) == len(parts) // 2 - 1
        end = len(text) - len(literal) if is_last else text.find(literal, start + 1)
        if end <= start or not text.startswith(literal, end):
            return None
        values.append(text[start:end])
        start = end + len(literal)
    return values
