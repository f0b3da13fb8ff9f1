"""Read the times that callers write.

In: text that has the form of a moment or a day.  Out: the moment in UTC, also as text again, and the days of a range.
Never: asks a clock.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta


def moment_of(text: str) -> datetime | None:
    """Give the moment that *text* names, in UTC, or None where Python has no such moment.

    >>> moment_of("2026-04-01T11:00:00.000+02:00")
    datetime.datetime(2026, 4, 1, 9, 0, tzinfo=datetime.timezone.utc)
    """
    try:
        found = datetime.fromisoformat(text.upper())
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):  # such as a leap second, or an offset that leaves the year 1
        return None


def written(moment: datetime) -> str:
    """Write a moment as the four do: ISO 8601 in UTC with milliseconds.

    >>> written(datetime(2026, 4, 1, 9, tzinfo=UTC))
    '2026-04-01T09:00:00.000Z'
    """
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def days(first: date, last: date) -> Iterator[date]:
    """Give each day of a range, both ends included; none where it ends before it begins."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def months_before(day: date, months: int) -> date:
    """Give the day that lies *months* before *day*, or the last one of its month where it has no such day.

    >>> months_before(date(2026, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
