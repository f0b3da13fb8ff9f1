"""The hours between which SendKit sends.

In: a schedule as a request has it.  Out: nothing, or a Problem.
Never: knows a time zone, or in which order two hours must stand, which is not documented.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from handbill_generator.sandbox.model import Problem

_HOUR = re.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]")


def check_hours(schedule: Mapping[str, Any]) -> None:
    """Raise Problem (`invalid`) unless each hour is `HH:MM` on a 24-hour clock.

    The form is documented; with which words another one is refused is not.
    """
    named = (name for name in ("startTime", "endTime") if name in schedule)
    wrong = tuple((f"schedule.{name}", "is not HH:MM") for name in named if not _HOUR.fullmatch(schedule[name]))
    if wrong:
        raise Problem("invalid", f"{wrong[0][0]} must be HH:MM on a 24-hour clock", fields=wrong)
