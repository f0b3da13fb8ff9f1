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

_STEP = timedelta(milliseconds=50)
_OURS = "_sandbox"  # no provider is called so


class Clock:
    """A clock: with a seed it begins at `START` and goes on by 50 milliseconds a request, without one it is UTC's.

    Twenty requests a second are enough for every rate limit to be met with.  Who is told to wait has waited when the
    next request comes, so a seeded clock then goes on by that time too.
    """

    def __init__(self, store: Store, *, is_seeded: bool) -> None:
        self._kept = store.collection(_OURS, "clock")
        self._is_seeded = is_seeded
        self.read()

    def read(self) -> None:
        """Read how far the clock has come; between its changes it is not asked of the store."""
        self._advanced_s = float(self._kept.get("advanced") or 0)
        self._ticked_s = float(self._kept.get("ticked") or 0)
        self._owed_s = 0.0

    def now(self) -> datetime:
        """Give the time, in UTC."""
        begin = START + timedelta(seconds=self._ticked_s) if self._is_seeded else datetime.now(UTC)
        return begin + timedelta(seconds=self._advanced_s)

    def advance(self, seconds: float) -> None:
        """Let time pass for the sandbox."""
        self._kept.put("advanced", self._advanced_s + seconds)
        self._advanced_s += seconds

    def tick(self) -> None:
        """Say that a request came."""
        if self._is_seeded:
            # Apart from what was advanced: a later run without the seed goes by the time of the world.
            ticked_s = round(self._ticked_s + _STEP.total_seconds() + self._owed_s, 6)
            self._kept.put("ticked", ticked_s)
            self._ticked_s, self._owed_s = ticked_s, 0.0

    def wait(self, seconds: float) -> None:
        """Say that who asked was told to come back after *seconds*."""
        self._owed_s = max(self._owed_s, seconds)


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
