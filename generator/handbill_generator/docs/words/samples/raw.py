"""Read a request as HTTP writes it.

In: `POST /orders HTTP/1.1` with headers and a body.  Out: the request.
"""

from __future__ import annotations

import json
import re

from handbill_generator.docs.words.samples.sample import ABSENT, Absent, Sample, sample
from handbill_generator.load import JSON

_FIRST = re.compile(
    r"(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]{1,10}(\S{1,2000})(?:[ \t]{1,10}HTTP/[0-9.]{1,4})?[ \t]{0,10}"
)
_HEADER = re.compile(r"([A-Za-z0-9-]{1,100}):[ \t]{0,10}(.{0,2000})")


def read(code: str) -> Sample | None:
    """Read the request of *code*; None where its first line is no request."""
    head, _, rest = code.strip().partition("\n\n")
    lines = head.split("\n")
    first = _FIRST.fullmatch(lines[0])
    if first is None:
        return None
    headers = [(match[1], match[2]) for match in map(_HEADER.fullmatch, lines[1:]) if match]
    url = first[2]
    host = next((value.strip() for name, value in headers if name.lower() == "host"), "")
    if host and url.startswith("/"):
        url = f"https://{host}{url}"
    body, is_json = _body(rest.strip())
    return sample("http", method=first[1], url=url, headers=headers, body=body, is_broken=not is_json)


def _body(text: str) -> tuple[JSON | Absent, bool]:
    try:
        return (json.loads(text) if text else ABSENT), True
    except (ValueError, RecursionError):
        return ABSENT, not text.startswith(("{", "["))
