"""The time of the sandbox, and where its randomness comes from.

In: a seed, or none.  Out: moments and random numbers; with a seed they depend on the requests alone.
Never: sleeps.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from random import Random

from handbill_generator.sandbox.store import Store

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
"""When a seeded clock begins."""

_STEP = timedelta(seconds=1)
_OURS = "_sandbox"  # no provider is called so


class Clock:
    """A clock: with a seed it begins at `START` and goes on by one second a request, without one it is that of UTC."""

    def __init__(self, store: Store, *, is_seeded: bool) -> None:
        self._kept = store.collection(_OURS, "clock")
        self._is_seeded = is_seeded

    def now(self) -> datetime:
        """Give the time, in UTC."""
        begin = START if self._is_seeded else datetime.now(UTC)
        return begin + self._passed * _STEP

    def advance(self, seconds: float) -> None:
        """Let time pass for the sandbox."""
        self._kept.put("passed", self._passed + seconds)

    def tick(self) -> None:
        """Say that a request came."""
        if self._is_seeded:
            self.advance(1)

    @property
    def _passed(self) -> float:
        return float(self._kept.get("passed") or 0)


class Dice:
    """Random numbers: the n-th request to a provider has its own, whatever is asked of the others."""

    def __init__(self, store: Store, seed: int | None) -> None:
        self._kept = store.collection(_OURS, "requests")
        self._seed = secrets.token_hex(8) if seed is None else str(seed)

    def next(self, provider: str) -> Random:
        """Give the source for the next request to *provider*."""
        count = (self._kept.get(provider) or 0) + 1
        self._kept.put(provider, count)
        return self.of(f"{provider}:{count}")

    def of(self, purpose: str) -> Random:
        """Give the source for a purpose, the same each time."""
        return Random(f"{self._seed}:{purpose}")  # noqa: S311  # nothing here is secret, and it must be repeatable
