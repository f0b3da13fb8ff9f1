"""Which operations somebody wants: `tag:users`, `path:/v1/messages/*`, `operationId:send*`, `webhook:*`.

In: the texts of a command line or a configuration.  Out: `Filters`.
Never: looks at a contract; `contract.selection` does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase

from handbill_generator.diagnostics import ConfigError, shown

KINDS = ("tag", "path", "operationId", "webhook")
_LONGEST = 500


@dataclass(frozen=True, slots=True, order=True)
class Filter:
    """A pattern for what an operation has: *kind* is one of `KINDS`; a `*` in *pattern* stands for any characters."""

    kind: str
    pattern: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.pattern}"

    def matches(self, text: str) -> bool:
        """Whether the pattern is all of *text*; capitals count, and a slash is a character like any other."""
        return fnmatchcase(text, self.pattern)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """An operation is wanted if any of *include* matches it, or there is none, and none of *exclude* does."""

    include: tuple[Filter, ...] = ()
    exclude: tuple[Filter, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.include or self.exclude)


def read_filters(include: Iterable[str], exclude: Iterable[str], *, where: str = "") -> Filters:
    """Read filters that stand at *where*, a prefix of messages; raises ConfigError for one that says nothing."""
    return Filters(
        include=tuple(_filter(text, f"{where}include") for text in include),
        exclude=tuple(_filter(text, f"{where}exclude") for text in exclude),
    )


def _filter(text: str, where: str) -> Filter:
    kind, colon, pattern = text.partition(":")
    if not colon or kind not in KINDS or not pattern or len(text) > _LONGEST:
        listed = ", ".join(f"{kind}:..." for kind in KINDS)
        raise ConfigError(f'{where}: "{shown(text)}" is no filter; write one of {listed}')
    return Filter(kind, pattern)


ALL = Filters()
"""No filters: every operation is wanted."""
