"""Tell requests to this machine from those that a browser was tricked into.

In: what a request says of the host that it means, and of where it comes from.  Out: whether to answer.
Never: trusts a name that DNS could point at us: a page of another site that is rebound to loopback says its own.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit


def is_loopback(host: str) -> bool:
    """Whether a Host header names this machine, by itself or by an address of loopback."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name == "localhost" or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def is_own(headers: Mapping[str, str], scheme: str) -> bool:
    """Whether one of our own pages asks, or a program, which names no origin."""
    host, origin = headers.get("host", ""), headers.get("origin")
    is_same = headers.get("sec-fetch-site", "none") in ("same-origin", "none")
    return is_same and is_loopback(host) and origin in (None, f"{scheme}://{host}")


def is_visit(headers: Mapping[str, str]) -> bool:
    """Whether somebody opens a page, in a tab of its own, from wherever the link was."""
    asked = (headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest"))
    return asked == ("navigate", "document") and is_loopback(headers.get("host", ""))
