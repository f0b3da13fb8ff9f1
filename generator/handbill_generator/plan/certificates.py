"""Leave mutual TLS to the connection.

In: a `Contract`.  Out: the contract without the requirement of a client certificate, and the entries of the ledger.
Never: takes away anything else that an operation requires.

A certificate is not sent with a request but shown when a connection is made, so it belongs to `http_client`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from handbill_generator.contract import Contract, Operation
from handbill_generator.diagnostics import Loss


def without_certificates(contract: Contract) -> tuple[Contract, tuple[Loss, ...]]:
    """Give *contract* with what is left to ask of a caller, and the schemes that are left to the connection."""
    used = {
        key: scheme
        for key, scheme in contract.security_schemes.items()
        if scheme.type == "mutualTLS" and any(_requires(operation, key) for operation in contract.operations)
    }
    if not used:
        return contract, ()
    why = "a certificate belongs to the connection; give an http_client that has it"
    losses = tuple(
        Loss(pointer=scheme.pointer, what=f'security scheme "{key}"', became="no argument", why=why)
        for key, scheme in used.items()
    )
    operations = tuple(_without(operation, used.keys()) for operation in contract.operations)
    return replace(contract, operations=operations), losses


def _requires(operation: Operation, key: str) -> bool:
    return any(key in alternative for alternative in operation.security)


def _without(operation: Operation, keys: Collection[str]) -> Operation:
    left = (tuple(needed for needed in alternative if needed.key not in keys) for alternative in operation.requirements)
    return replace(operation, requirements=tuple(left))
