"""Count requests against rate limits.

In: the limits of a provider, an operation, and the time.  Out: what is left, or a Problem that says when to come back.
Never: sleeps, or reads a clock.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import datetime, timedelta

from handbill_generator.sandbox.model import Allowance, Limit, Problem


class Counter:
    """Counts in sliding windows: a request counts for as long as its limit is."""

    def __init__(self, limits: Iterable[Limit]) -> None:
        self._windows = [_Window(limit) for limit in limits]

    def take(self, operation: str, now: datetime) -> Allowance | None:
        """Count a request and give the tightest allowance, None where no limit is on *operation*.

        Raises TooMany where a limit is used up; then the request counts for none.
        """
        windows = [window for window in self._windows if window.covers(operation)]
        for window in windows:
            window.forget(now)
        full = [window for window in windows if window.is_full]
        if full:
            last = max(full, key=lambda window: window.opens)
            raise TooMany(last.allowance(now), (last.opens - now).total_seconds())
        for window in windows:
            window.times.append(now)
        return min((window.allowance(now) for window in windows), key=_tightness, default=None)


class TooMany(Problem):
    """A rate limit is used up; *allowance* is what is left of it: nothing."""

    def __init__(self, allowance: Allowance, retry_after: float) -> None:
        limit = allowance.limit
        span = "a second" if limit.seconds == 1 else f"{limit.seconds:g} seconds"
        message = f"more than {limit.requests} requests in {span}"
        super().__init__("too_many", message, retry_after=retry_after)
        self.allowance = allowance


class _Window:
    def __init__(self, limit: Limit) -> None:
        self.limit = limit
        self.length = timedelta(seconds=limit.seconds)
        self.times: deque[datetime] = deque()

    def covers(self, operation: str) -> bool:
        return self.limit.operations is None or operation in self.limit.operations

    def forget(self, now: datetime) -> None:
        while self.times and self.times[0] + self.length <= now:
            self.times.popleft()

    @property
    def is_full(self) -> bool:
        return len(self.times) >= self.limit.requests

    @property
    def opens(self) -> datetime:
        return self.times[0] + self.length

    def allowance(self, now: datetime) -> Allowance:
        reset = self.times[-1] + self.length if self.times else now
        return Allowance(limit=self.limit, remaining=max(0, self.limit.requests - len(self.times)), reset=reset)


def _tightness(allowance: Allowance) -> tuple[int, float]:
    return allowance.remaining, -allowance.limit.seconds
