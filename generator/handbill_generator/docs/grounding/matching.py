"""Find the operation of a contract that a page means.

In: a contract, and an operation as a page writes it.  Out: the operation, or None.
Never: takes the names of path variables for more than places, or an example for a variable where the word itself fits.

    POST /v1/campaigns/{campaignId}                     paths: /v1/campaigns/{id}
    PATCH https://api.example.org/v2/songs/507f?full=1  paths: /songs/{songId}, server: https://api.example.org/v2
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from handbill_generator.contract import Contract, Operation, Server

_MAX_SEGMENTS = 64
_MAX_CHARACTERS = 2_000
_VARIABLE = re.compile(r"[^{}]*\{[^{}]*\}.*|:[A-Za-z_]\w*|<[^<>]*>|\$[A-Za-z_]\w*")
_METHOD = re.compile(r"[A-Za-z]{1,20}")


def matched(contract: Contract, operation: str) -> Operation | None:
    """Give the operation of *contract* that a page writes as *operation*: a method, a space, a path or an address."""
    method, _, address = operation.strip().partition(" ")
    if not _METHOD.fullmatch(method) or len(address) > _MAX_CHARACTERS:
        return None
    page = _segments(address)
    best: tuple[int, int] | None = None
    found: Operation | None = None
    for candidate in contract.operations:
        if candidate.method == method.upper():
            fit = _best_fit(page, candidate, contract)
            if fit and (best is None or fit > best):
                best, found = fit, candidate
    return found


def key_of(operation: Operation) -> str:
    """Give *operation* as facts write it.

    >>> key_of(operation)  # doctest: +SKIP
    'PATCH /campaigns/{campaignId}'
    """
    return f"{operation.method} {operation.path.raw}"


def is_variable(segment: str) -> bool:
    """Say whether a segment of a path has a variable in it, however a page writes variables."""
    return bool(_VARIABLE.fullmatch(segment))


def _best_fit(page: tuple[str, ...], operation: Operation, contract: Contract) -> tuple[int, int] | None:
    own = _segments(operation.path.raw)
    bases = {base for server in operation.servers or contract.servers for base in _bases(server)} - {()}
    wholes = {own, *((*base, *own) for base in bases)}
    # A page may leave out the base path that this document has in its paths, or have one that this document lacks.
    is_versioned = bool(page) and _is_version(page[0])
    if own and _is_version(own[0]) and not is_versioned:
        wholes.add(own[1:])
    pages = {page, *((*base, *page) for base in bases)}
    if is_versioned and not bases and not (own and _is_version(own[0])):
        pages.add(page[1:])
    fits = [fit for one, other in product(pages, wholes) if (fit := _fit(one, other)) is not None]
    return max(fits, default=None)


def _fit(page: tuple[str, ...], own: tuple[str, ...]) -> tuple[int, int] | None:
    """Say how well two paths fit: how many words are the same, how many variables face variables; None for not."""
    if len(page) != len(own):
        return None
    words = variables = 0
    for theirs, ours in zip(page, own, strict=True):
        if is_variable(ours) and is_variable(theirs):
            variables += 1
        elif theirs == ours:
            words += 1
        elif not is_variable(ours):
            return None
    return words, variables


def _segments(address: str) -> tuple[str, ...]:
    """Give the parts of the path of *address*, without host, query and fragment."""
    text = address.strip().partition("?")[0].partition("#")[0]
    if "://" in text:
        text = text.partition("://")[2].partition("/")[2]
    elif not text.startswith(("/", "{")) and "." in text.partition("/")[0]:
        text = text.partition("/")[2]  # a host without its scheme
    parts = tuple(part for part in text.split("/") if part)
    return parts[:_MAX_SEGMENTS]


def _bases(server: Server) -> Iterator[tuple[str, ...]]:
    yield _segments(server.url.raw)
    yield _segments(server.template.raw)


def _is_version(segment: str) -> bool:
    return bool(re.fullmatch(r"v[0-9]{1,4}(\.[0-9]{1,4})?|[0-9]{1,3}\.[0-9]{1,4}", segment))
