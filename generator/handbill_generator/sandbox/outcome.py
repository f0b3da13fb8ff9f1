"""Put an answer into bytes, as the fault that was asked for leaves it.

In: an `Answer` and perhaps a breakage.  Out: an `Outcome`: what to send, and how the connection ends.
Never: sends.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from handbill_generator.sandbox.bodies import is_json
from handbill_generator.sandbox.faults import Breakage
from handbill_generator.sandbox.model import Answer

_GARBLED = b"<!doctype html><title>This is not the answer</title>"
_BODILESS = frozenset((204, 205, 304))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What goes over the wire.  With a *breakage* `reset` or `lost` nothing does, with `cut` half of *content*."""

    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes
    breakage: Breakage | None = None

    @property
    def is_silent(self) -> bool:
        """Whether the connection is reset without an answer."""
        return self.breakage in ("reset", "lost")


def outcome_of(answer: Answer, breakage: Breakage | None) -> Outcome:
    """Give the outcome; raises ValueError or TypeError where the answer cannot be sent."""
    given = {name.lower(): value for name, value in answer.headers.items()}
    media_type = given.pop("content-type", "application/json")
    status, content = answer.status, _content(answer, media_type)
    if breakage == "garbled":
        status, content = status if 200 <= status < 300 and content else 200, _GARBLED
    if breakage == "cut" and not content:
        breakage = "lost"  # of nothing there is no half
    headers = {"content-type": media_type} if content else {}
    if status not in _BODILESS:
        headers["content-length"] = str(len(content))
    return Outcome(status=status, headers=_checked({**headers, **given}), content=content, breakage=breakage)


def _content(answer: Answer, media_type: str) -> bytes:
    if answer.body is None or answer.status in _BODILESS:
        return b""
    if isinstance(answer.body, str) and not is_json(media_type):
        return answer.body.encode()
    return json.dumps(answer.body, ensure_ascii=False, allow_nan=False).encode()


def _checked(headers: dict[str, str]) -> tuple[tuple[str, str], ...]:
    for name, value in headers.items():
        if not (name + value).isascii() or not value.isprintable():
            raise ValueError(f"the header {name} cannot be sent")
    return tuple(headers.items())
