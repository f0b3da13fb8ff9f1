"""Rules about operations and their paths.

In: a document.  Out: operations without an id or with one taken, path parameters that do not fit the path.
Never: reads callbacks as paths, whose names are expressions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill_generator.lint.rule import Linted, Problem, Rule
from handbill_generator.load import JSON, Tokens
from handbill_generator.load.source import shown

_METHODS = frozenset(("get", "put", "post", "delete", "options", "head", "patch", "trace", "query"))


def id_present(linted: Linted) -> Iterator[Problem]:
    """Find operations that have no operationId; in callbacks and webhooks, which nobody calls, they need none."""
    for spot in linted.of("operation"):
        if "operationId" not in spot.value and spot.tokens[0] != "webhooks" and "callbacks" not in spot.tokens[:-3]:
            yield Problem(spot.tokens, "the operation has no operationId", "add one; the method is named after it")


def id_unique(linted: Linted) -> Iterator[Problem]:
    """Find operations whose operationId an earlier one has (OpenAPI 3.1.0, 4.8.10: unique in the whole document)."""
    first: dict[str, Tokens] = {}
    for spot in linted.of("operation"):
        if isinstance(name := spot.value.get("operationId"), str):
            if name in first:
                path, method = first[name][-2:]
                message = f'the operationId "{shown(name)}" is that of {method.upper()} {shown(path)} too'
                yield Problem((*spot.tokens, "operationId"), message, "give each operation its own")
            first.setdefault(name, spot.tokens)


def path_parameters(linted: Linted) -> Iterator[Problem]:
    """Find names in path templates without a parameter, and path parameters without a place in the template."""
    paths = linted.bundle.tree.get("paths")
    for path, value in paths.items() if isinstance(paths, dict) else ():
        if path.startswith("/"):
            item, at = linted.resolved(value, ("paths", path))
            if isinstance(item, dict):
                yield from _path(linted, path, item, at)


def _path(linted: Linted, path: str, item: dict[str, JSON], at: Tokens) -> Iterator[Problem]:
    wanted = set(re.findall(r"\{([^{}]+)\}", path))
    common = dict(_declared(linted, item, at))
    yield from _without_place(common, wanted, path)
    for method, operation in item.items():
        if method in _METHODS and isinstance(operation, dict):
            own = dict(_declared(linted, operation, (*at, method)))
            yield from _without_place(own, wanted, path)
            for name in sorted(wanted - set(common) - set(own)):
                hint = f"add a parameter with name: {shown(name)}, in: path, required: true"
                yield Problem((*at, method), f'"{{{shown(name)}}}" in the path has no parameter', hint)


def _declared(linted: Linted, holder: dict[str, JSON], at: Tokens) -> Iterator[tuple[str, Tokens]]:
    parameters = holder.get("parameters")
    for index, value in enumerate(parameters if isinstance(parameters, list) else ()):
        parameter, _ = linted.resolved(value, ())
        if isinstance(parameter, dict) and parameter.get("in") == "path":
            yield str(parameter.get("name")), (*at, "parameters", str(index))


def _without_place(declared: dict[str, Tokens], wanted: set[str], path: str) -> Iterator[Problem]:
    for name, tokens in declared.items():
        if name not in wanted:
            message = f'the path parameter "{shown(name)}" has no place in "{shown(path, 100)}"'
            yield Problem(tokens, message, f"write {{{shown(name)}}} into the path, or remove the parameter")


RULES = (
    Rule("operation-id-present", "Every operation that a client calls has an operationId.", id_present),
    Rule("operation-id-unique", "No two operations have the same operationId.", id_unique),
    Rule("path-parameter-declared", "Paths and path parameters name the same parameters.", path_parameters),
)
