"""Compare where an operation is served.

In: the operation of both sides.  Out: findings about addresses.
Never: takes a base path that moved between a server and the paths for a change; it is whole addresses that are
compared.
"""

from __future__ import annotations

import re

from handbill_generator.changes.model import Direction, Effect
from handbill_generator.changes.operations.place import Spotted
from handbill_generator.contract import Contract, Operation, Server


def compare_servers(at: Spotted) -> None:
    """Find what changed in the addresses that an operation is called at, the default one first."""
    old, new = _addresses(at.both.old, at.old), _addresses(at.both.new, at.new)
    if list(old) == list(new):
        return
    pointers = _pointers(at)
    gone, came = [url for url in old if url not in new], [url for url in new if url not in old]
    first, now = next(iter(old)), next(iter(new))

    def report(id: str, effect: Effect, message: str, key: str) -> None:
        at.report(
            id,
            "server",
            effect,
            message,
            direction=Direction.request,
            old=(pointers[0], list(old.values())),
            new=(pointers[1], list(new.values())),
            where="servers",
            key=key,
        )

    if first in gone:
        message = f"the default server {old[first]} became {new[now]}"
        report("api-server-url-changed", Effect.both, message, f"{old[first]} {new[now]}")
        gone.remove(first)
        came = [url for url in came if url != now]
    elif first != now:
        message = f"the default server is {new[now]} now; {old[first]} is still listed"
        report("api-server-default-changed", Effect.none, message, f"{old[first]} {new[now]}")
    for url in gone:
        report("api-server-removed", Effect.narrows, f"the server {old[url]} was removed", old[url])
    for url in came:
        report("api-server-added", Effect.widens, f"the server {new[url]} was added", new[url])


def compare_server_variables(at: Spotted) -> None:
    """Find what changed in the values that a variable of an address may have."""
    old = {server.template.raw: server for server in _servers(at.both.old, at.old)}
    for server in _servers(at.both.new, at.new):
        if server.template.raw in old:
            _compare_variables(at, old[server.template.raw], server)


def _compare_variables(at: Spotted, old: Server, new: Server) -> None:
    before = {variable.name.raw: {value.raw for value in variable.values} for variable in old.variables}
    for variable in new.variables:
        name, values = variable.name.raw, {value.raw for value in variable.values}
        known = before.get(name, set())
        lost = sorted(known - values) if values else []
        won = sorted(values - known) if known else []
        if values and not known:
            _variable(at, old, new, "became-enum", Effect.narrows, f"{name} takes only the values of a list now", name)
        if known and not values:
            _variable(at, old, new, "enum-removed", Effect.widens, f"{name} takes any value now", name)
        for value in lost if known else []:
            message = f'{name} no longer takes "{value}"'
            _variable(at, old, new, "enum-value-removed", Effect.narrows, message, f"{name} {value}")
        for value in won if values else []:
            message = f'{name} takes "{value}" now'
            _variable(at, old, new, "enum-value-added", Effect.widens, message, f"{name} {value}")


def _variable(at: Spotted, old: Server, new: Server, what: str, effect: Effect, message: str, key: str) -> None:
    at.report(
        f"api-server-variable-{what}",
        "server",
        effect,
        message,
        direction=Direction.request,
        old=(old.pointer, old.template.raw),
        new=(new.pointer, new.template.raw),
        where="servers",
        key=key,
    )


def _servers(contract: Contract, operation: Operation) -> tuple[Server, ...]:
    return operation.servers or contract.servers


def _addresses(contract: Contract, operation: Operation) -> dict[str, str]:
    """Give the server's addresses by where a request to the operation would go, in the document's order."""
    path = re.sub(r"\{[^{}]*\}", "{}", operation.path.raw)
    urls = [server.url.raw for server in _servers(contract, operation)] or [""]
    return {url + path: url or "/" for url in urls}


def _pointers(at: Spotted) -> tuple[str, str]:
    old, new = (_place(contract, operation) for contract, operation in ((at.both.old, at.old), (at.both.new, at.new)))
    return old, new


def _place(contract: Contract, operation: Operation) -> str:
    """Give the place of the list of servers; a document without one is served where it was found."""
    servers = _servers(contract, operation)
    return servers[0].pointer.rpartition("/")[0] if servers else "#/servers"
