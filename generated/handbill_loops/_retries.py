"""Whether a failed call is tried again, and after how long.

A call that may have been carried out is repeated only where repeating it changes nothing: a method that is idempotent
by RFC 9110.  Any call is repeated when it surely was not carried out: the connection was never made, or the server
refused it with 429.  A conflict (409) is an answer, not a failure.
"""

from __future__ import annotations

import email.utils
import math
import random
from collections.abc import Mapping
from datetime import UTC, datetime

import httpx2

_SHORTEST_S = 0.5
_LONGEST_S = 30.0
_RETRIED = frozenset({408, 425, 429, 500, 502, 503, 504})
_NOT_CARRIED_OUT = 429
_NEVER_SENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout)


def after_failure(error: httpx2.RequestError, *, idempotent: bool, attempt: int) -> float | None:
    """Give the seconds to wait after no answer came, or None to give up."""
    if idempotent or isinstance(error, _NEVER_SENT):
        return _backoff(attempt)
    return None


def after_answer(status_code: int, headers: Mapping[str, str], *, idempotent: bool, attempt: int) -> float | None:
    """Give the seconds to wait after an answer of *status_code*, or None where it stands."""
    if status_code not in _RETRIED or not (idempotent or status_code == _NOT_CARRIED_OUT):
        return None
    asked = retry_after(headers.get("retry-after", ""), now=datetime.now(UTC))
    if asked is None:
        return _backoff(attempt)
    # A server that asks for longer than a caller would wait is taken at its word: the error goes up at once.
    return asked if asked <= _LONGEST_S else None


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


def _backoff(attempt: int) -> float:
    """Wait longer each time, and never as long as the others that failed at the same moment."""
    return random.uniform(0, min(_LONGEST_S, _SHORTEST_S * 2 ** min(attempt, 10)))  # noqa: S311
