"""What only the server can do to a connection, given to the application through the ASGI scope.

In: a scope.  Out: a `Connection`.
Never: knows which server it is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

EXTENSION = "handbill.connection"
"""The key of the `Connection` in the extensions of a scope."""


def _cannot() -> None:
    raise ConnectionResetError("the sandbox was told to break off the connection")


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """A connection: *reset* it at once, or *close* it after what was sent; *stopping* is set when the server stops."""

    reset: Callable[[], None] = _cannot
    close: Callable[[], None] = _cannot
    stopping: asyncio.Event = field(default_factory=asyncio.Event)


def connection_of(scope: Mapping[str, Any]) -> Connection:
    """Give the connection of a request."""
    connection: Connection | None = scope.get("extensions", {}).get(EXTENSION)
    return connection or Connection()
