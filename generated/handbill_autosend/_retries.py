"""Whether a failed call is tried again, and after how long.

A call that may have been carried out is repeated only where repeating it changes nothing: its method is idempotent (RFC
9110, section 9.2.2), or it carries an idempotency key. Any call is repeated when it surely was not carried out: the
connection was never made, or the server refused it with 429. A conflict (409) is an answer, not a failure.
"""

from __future__ import annotations

import email.utils
import math
import random
from collections.abc import Mapping
from datetime import UTC, datetime

from .errors import NotRetried

_SHORTEST_S = 0.5
_LONGEST_S = 30.0
_RETRIED = frozenset({408, 425, 429, 500, 502, 503, 504})
_NOT_CARRIED_OUT = 429
_RESET = "x-ratelimit-reset"
"""The header that holds the moment, in Unix seconds, at which the rate limit is lifted."""


def after_failure(*, sent: bool, repeatable: bool, tries: int) -> float | NotRetried:
    """Give the seconds to wait after no answer came, or why the call is not tried again."""
    return _backoff(tries) if repeatable or not sent else "unsafe"


def after_answer(status_code: int, headers: Mapping[str, str], *, repeatable: bool, tries: int) -> float | NotRetried:
    """Give the seconds to wait after an answer of *status_code*, or why it stands."""
    if status_code not in _RETRIED:
        return "final"
    if not repeatable and status_code != _NOT_CARRIED_OUT:
        return "unsafe"
    now = datetime.now(UTC)
    asked = retry_after(headers.get("retry-after", ""), now=now)
    if asked is None and status_code == _NOT_CARRIED_OUT:
        asked = until(headers.get(_RESET, ""), now=now)
    pause = _backoff(tries) if asked is None else asked
    # A server that asks for longer than a caller would wait is taken at its word: the error goes up at once.
    return pause if pause <= _LONGEST_S else "retry_after"


def retry_after(value: str, *, now: datetime) -> float | None:
    """Read a Retry-After header (RFC 9110, section 10.2.3), in seconds or as a date; None where it is neither."""
    try:
        seconds = float(value)
    except ValueError:
        try:
            seconds = (email.utils.parsedate_to_datetime(value) - now).total_seconds()
        except (OverflowError, TypeError, ValueError):
            return None
    return max(seconds, 0.0) if math.isfinite(seconds) else None


def until(value: str, *, now: datetime) -> float | None:
    """Read a moment in Unix seconds; None where it is none, or one that has passed."""
    try:
        seconds = float(value) - now.timestamp()
    except ValueError:
        return None
    return seconds if 0 < seconds < math.inf else None


def _backoff(tries: int) -> float:
    """Wait longer each time, and never as long as the others that failed at the same moment."""
    return random.uniform(0, min(_LONGEST_S, _SHORTEST_S * 2 ** min(tries - 1, 10)))  # noqa: S311
