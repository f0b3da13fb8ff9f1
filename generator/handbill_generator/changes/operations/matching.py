"""Say which operation of the new contract is which of the old one.

In: the operations of two contracts.  Out: pairs; what only one side has stands alone.
Never: goes by operationId, which says nothing of requests.

An operation is its method and the path that a request is sent to.  The names in braces are not sent, so they do not
count; where the paths differ, the base path of the server counts too: moving `/v1` from the server into the paths
moves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from handbill_generator.contract import Contract, Operation

_VARIABLE = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Matched:
    """The same operation on both sides, or an operation of one side alone."""

    old: Operation | None
    new: Operation | None


def matched(old: Contract, new: Contract) -> tuple[Matched, ...]:
    """Pair the operations; first those that the new contract has, in its order, then those that are gone."""
    waiting = list(old.operations)
    partners: dict[str, Operation] = {}
    for by in (_literally, _by_path, _by_address):
        known = {key: operation for operation in waiting for key in by(old, operation)}
        for operation in new.operations:
            if operation.pointer not in partners:
                found = next((known[key] for key in by(new, operation) if key in known), None)
                if found is not None and found in waiting:
                    partners[operation.pointer] = found
                    waiting.remove(found)
    pairs = [Matched(partners.get(operation.pointer), operation) for operation in new.operations]
    return (*pairs, *(Matched(operation, None) for operation in waiting))


def variables(operation: Operation) -> list[str]:
    """Give the names in the braces of the path, in their order."""
    return [name[1:-1] for name in _VARIABLE.findall(operation.path.raw)]


def base_urls(contract: Contract, operation: Operation) -> tuple[str, ...]:
    """Give the addresses that the operation's path is put behind, the default one first (OpenAPI 3.1, 4.8.5)."""
    servers = operation.servers or contract.servers
    return tuple(server.url.raw for server in servers) or ("",)


def _literally(_: Contract, operation: Operation) -> Iterable[str]:
    return [f"{operation.method} {operation.path.raw}"]


def _by_path(_: Contract, operation: Operation) -> Iterable[str]:
    return [f"{operation.method} {_VARIABLE.sub('{}', operation.path.raw)}"]


def _by_address(contract: Contract, operation: Operation) -> Iterator[str]:
    for url in base_urls(contract, operation):
        path = urlsplit(url).path.rstrip("/") + _VARIABLE.sub("{}", operation.path.raw)
        yield f"{operation.method} {path}"
