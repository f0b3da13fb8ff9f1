"""Making a call of a contract against the server, and taking what comes of it.

In: an open client, a `Call` and the `Reply`s to it.  Out: the result or the error, and the requests that arrived.
Never: judges them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest

from .answers import Reply
from .calls import Call
from .contracts import Operation
from .credentials import arguments_of, ways_in
from .providers import Caller, Mode, opened
from .server import Recorded, Server


def calling(
    each: Operation, mode: Mode, url: str, way_in: Mapping[str, str] | None = None
) -> AbstractContextManager[Caller]:
    """Open a client with the credentials of one way in to the operation, if not another then the first."""
    given = ways_in(each)[0] if way_in is None else way_in
    return opened(each.provider, mode, url, **arguments_of(each.provider, given))


def performed(caller: Caller, call: Call, server: Server, *replies: Reply) -> tuple[Any, list[Recorded]]:
    """Make the call, which must succeed, unless the contract documents no success."""
    if not call.operation.successes:
        return failed(caller, call, server, replies[0])
    with _scripted(server, replies):
        return caller(call.operation.call, *call.args, **call.kwargs), server.settle()


def failed(caller: Caller, call: Call, server: Server, reply: Reply) -> tuple[Any, list[Recorded]]:
    """Make the call, which must fail with an error of the package."""
    provider = call.operation.provider
    with _scripted(server, (reply,)):
        with pytest.raises(getattr(provider.module("errors"), f"{provider.client}Error")) as caught:
            caller(call.operation.call, *call.args, **call.kwargs)
        return caught.value, server.settle()


@contextmanager
def _scripted(server: Server, replies: tuple[Reply, ...]) -> Iterator[None]:
    for reply in replies:
        reply.script(server)
    try:
        yield
    finally:
        # What a call that went wrong leaves behind is none of the next one's business.
        server.forget()
