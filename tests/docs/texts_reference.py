"""Text of a rendered reference of a choir that does not exist, without the names of its fields."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

_ADDRESS = "https://api.choir.test/v3/concerts/example_string"


@dataclass(frozen=True, kw_only=True)
class Concert:
    """A page: `PATCH /v3/concerts/{concertId}`, printed twice as such sites do."""

    summary: str = "Change the hall, or the singers by any of singerIds or voice_parts."
    sent: dict[str, Any] = field(
        default_factory=lambda: {"title": "Winter", "plan": {"opens": "19:00", "seated": False}, "mood": "calm"}
    )
    received: dict[str, Any] = field(
        default_factory=lambda: {
            "success": True,
            "data": {"_id": "c1", "title": "Winter", "concertPlan": {"opens": "18:30"}, "phase": "planned"},
        }
    )
    failed: dict[str, Any] = field(
        default_factory=lambda: {"success": False, "error": {"code": "NOT_FOUND", "message": "No such concert"}}
    )
    body: tuple[str, ...] = (
        "The title",
        "sopranoaltotenorbassThe voice that leads, at most one for a piece of music, and it must be one of those that",
        "sing in the choir; a choir without it returns 400 VOICE_MISSING.",
        "Moves the opening",
    )
    last_request_line: str = "plannedrehearsedsungResponses"
    response: tuple[str, ...] = (
        "calmwildby_ear is a legacy value; new writes only accept wild or calm.",
        "calmwildby_earLegacy mood of the piece. Read-only; new writes are ignored.",
        "A list of halls",
    )
    missing: str = "No such concert"
    blanks: int = 0

    def text(self) -> str:
        """Give the text as a browser would copy it."""
        sent = json.dumps(self.sent, indent=1).splitlines()
        lines = [
            "Change a concert",
            self.summary,
            *(f'curl -X PATCH "{_ADDRESS}" \\', '-H "X-Choir-Key: KEY" \\', '-H "Content-Type: application/json" \\'),
            *("-d '{", *(line.strip() for line in sent[1:-1]), "}'"),
            *("import requests", f'url = "{_ADDRESS}"', "headers = {", '"X-Choir-Key": "KEY"', "}"),
            *("data = {", *(line.strip() for line in sent[1:-1]), "}"),
            *("response = requests.patch(url, headers=headers, json=data)", "print(response.json())"),
            *(line.strip() for line in json.dumps(self.received, indent=1).splitlines()),
            *(line.strip() for line in json.dumps(self.failed, indent=1).splitlines()),
            "/v3/concerts/{concertId}Target server for requests.",
            *("Concert ID", "The title", "Moves the opening", "Request Preview", "Response"),
            *(
                "Path Parameters",
                "Concert ID",
                "Body",
                *self.body,
                self.last_request_line,
                *self.response,
                self.missing,
            ),
        ]
        return ("\n" * (self.blanks + 1)).join(line for line in lines if line)
