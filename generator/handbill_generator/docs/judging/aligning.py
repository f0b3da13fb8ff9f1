"""Write the facts of a page as the contract would have them, so that equal elements have equal paths.

In: facts of one operation of a page, and the facts of the contract for it.  Out: the same facts under the contract's
operation, path variables, statuses and paths; what the contract does not have keeps the page's.
Never: changes what a fact says of its element.

A page may leave out that something is a list or a map, may have other names for path variables (they are known by their
place), may write header names with other capitals, and may call a status `success`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from handbill_generator.docs.judging.elements import Elements
from handbill_generator.docs.model import ERROR, ITEMS, SUCCESS, VALUES, Fact, Path, Side

_VARIABLE = re.compile(r"\{([^{}]*)\}")
_DEEPEST = 64


def aligned(facts: Iterable[Fact], contract: Sequence[Fact]) -> tuple[Fact, ...]:
    """Give *facts* as *contract* would have them; *contract* has facts of one operation and is not empty."""
    operation = contract[0].operation
    known = {side: Elements(fact for fact in contract if fact.side is side) for side in Side}
    statuses = statuses_of(contract)
    renamed: dict[str, Mapping[str, str]] = {}
    result = []
    for fact in facts:
        names = renamed.setdefault(fact.operation, _variables(fact.operation, operation))
        path = _named(fact.path, names)
        result.append(
            replace(
                fact,
                operation=operation,
                status=_only(covered(fact.status, statuses), fact.status),
                path=resolved(path, known[fact.side]),
            )
        )
    return tuple(result)


def statuses_of(facts: Iterable[Fact]) -> tuple[str, ...]:
    """Give the statuses of the responses that *facts* tell of."""
    return tuple(dict.fromkeys(fact.status for fact in facts if fact.side is Side.response and fact.status))


def covered(status: str, known: Collection[str]) -> tuple[str, ...]:
    """Give those of the *known* statuses that *status* stands for.

    >>> covered("success", ["200", "404"]), covered("404", ["4XX", "default"]), covered("4XX", ["404", "409", "500"])
    (('200',), ('4XX',), ('404', '409'))
    """
    if status == SUCCESS:
        found = [other for other in known if other.startswith("2") or other == SUCCESS]
    elif status == ERROR:
        found = [other for other in known if not other.startswith(("1", "2", "3")) and other != SUCCESS]
    elif status in known:
        found = [status]
    elif is_range(status):
        found = [other for other in known if other.startswith(status[0])]
    else:
        found = [other for other in known if is_range(other) and other[0] == status[:1]]
        found += [ERROR] if ERROR in known and status[:1] in "45" else []
        found += [SUCCESS] if SUCCESS in known and status[:1] == "2" else []
    if not found and status and "default" in known:
        found = ["default"]
    return tuple(found)


def is_range(status: str) -> bool:
    """Say whether *status* is one like `4XX`."""
    return len(status) == 3 and status[1:].upper() == "XX"


def resolved(path: Path, known: Elements) -> Path:
    """Give *path* as *known* has it, as far as it has it."""
    at: Path = ()
    for index, token in enumerate(path[:_DEEPEST]):
        step = _step(at, token, known)
        if step is None and token == ITEMS and at in known.paths and index + 1 < len(path):
            continue  # the page has a list where the contract has none; its type says so
        if step is None:
            return (*at, *path[index:])
        at = step
    return (*at, *path[_DEEPEST:])


def variables_of(operation: str) -> tuple[str, ...]:
    """Give the names of the variables in the path of *operation*."""
    return tuple(_VARIABLE.findall(operation))


def _step(at: Path, token: str, known: Elements) -> Path | None:
    children = known.children.get(at, ())
    if (*at, token) in children:
        return (*at, token)
    if at == ("header",):
        return next((child for child in children if child[-1].lower() == token.lower()), None)
    if at[:1] != ("body",) or len(at) > _DEEPEST:
        return None
    if (*at, VALUES) in children and token != ITEMS:
        return (*at, VALUES)
    return _step((*at, ITEMS), token, known) if (*at, ITEMS) in children and token != ITEMS else None


def _variables(page: str, contract: str) -> Mapping[str, str]:
    """Give the contract's names of the page's variables; a base path has none, so the last ones belong together."""
    names, others = variables_of(page), variables_of(contract)
    return dict(zip(reversed(names), reversed(others), strict=False))


def _named(path: Path, names: Mapping[str, str]) -> Path:
    if len(path) == 2 and path[0] == "path":
        return ("path", names.get(path[1], path[1]))
    return path


def _only(statuses: tuple[str, ...], status: str) -> str:
    return statuses[0] if len(statuses) == 1 and not (status[:1].isdigit() and status != statuses[0]) else status
