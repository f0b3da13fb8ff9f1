"""Keep the operations that are wanted, and what they need.

In: a `Contract` and `Filters`.  Out: a `Contract` without the other operations and webhooks, and without the component
schemas, security schemes and tags that nothing refers to any more, and without their losses.
Never: changes what is kept; or lets a filter pass that matches nothing, because it is misspelt or out of date.

The hash of the result is that of the contract and of the filters, so that a package can be known to be up to date
without reading the document.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from difflib import get_close_matches
from hashlib import sha256
from typing import Any

from handbill_generator.contract.model import Contract, MediaType, Operation, Schema, Webhook
from handbill_generator.diagnostics import ConfigError, SpecError
from handbill_generator.filters import KINDS, Filter, Filters
from handbill_generator.load import Tokens, pointer_of, tokens_of
from handbill_generator.load.source import shown

_SCHEMAS = ("components", "schemas")
_LONGEST_NAME = 100  # difflib is quadratic, and a document says how long its names are


def selected(contract: Contract, filters: Filters) -> Contract:
    """Give what *filters* leave of *contract*; the contract itself where there are none.

    Raises ConfigError where one of them matches nothing, or all of them leave nothing.
    """
    if not filters:
        return contract
    everything: list[Operation | Webhook] = [*contract.operations, *contract.webhooks]
    for given in (*filters.include, *filters.exclude):
        if not any(_matches(given, candidate) for candidate in everything):
            raise ConfigError(_unmatched(given, everything, contract.source))
    operations = tuple(operation for operation in contract.operations if _is_wanted(operation, filters))
    webhooks = tuple(webhook for webhook in contract.webhooks if _is_wanted(webhook, filters))
    if not operations and not webhooks:
        raise ConfigError(
            f'the filters leave no operation of "{shown(contract.source)}"; include more, or exclude less'
        )
    every = [*operations, *(webhook.operation for webhook in webhooks)]
    needed = _reached(every, contract)
    used = {key for operation in every for alternative in operation.security for key in alternative}
    tags = {tag.raw for operation in every for tag in operation.tags}
    kept = {key: schema for key, schema in contract.schemas.items() if key in needed}
    schemes = {key: scheme for key, scheme in contract.security_schemes.items() if key in used}
    gone = [_operation(candidate) for candidate in everything if not _is_wanted(candidate, filters)]
    components = (contract.schemas, kept), (contract.security_schemes, schemes)
    is_told = _concerning(
        [*_places(every), *(part.pointer for _, some in components for part in some.values())],
        [
            *_places(gone),
            *(part.pointer for whole, some in components for key, part in whole.items() if key not in some),
        ],
    )
    return replace(
        contract,
        sha256=hash_with(contract.sha256, filters),
        losses=tuple(loss for loss in contract.losses if is_told(tokens_of(loss.pointer))),
        operations=operations,
        webhooks=webhooks,
        schemas=kept,
        security_schemes=schemes,
        tags=tuple(tag for tag in contract.tags if tag.name.raw in tags),
    )


def hash_with(contract_sha256: str, filters: Filters) -> str:
    """The hash of a contract of which *filters* leave a part; their order changes nothing, and does not count."""
    if not filters:
        return contract_sha256
    plain = [sorted({str(given) for given in group}) for group in (filters.include, filters.exclude)]
    return sha256(json.dumps([contract_sha256, *plain]).encode("ascii")).hexdigest()


def _is_wanted(candidate: Operation | Webhook, filters: Filters) -> bool:
    included = not filters.include or any(_matches(given, candidate) for given in filters.include)
    return included and not any(_matches(given, candidate) for given in filters.exclude)


def _matches(given: Filter, candidate: Operation | Webhook) -> bool:
    return any(given.matches(name) for name in _names(given.kind, candidate))


def _names(kind: str, candidate: Operation | Webhook) -> Iterator[str]:
    """Give what a filter of a *kind* is held against; a webhook has no path, and an operation no name of a webhook."""
    operation = _operation(candidate)
    if kind == "tag":
        yield from (tag.raw for tag in operation.tags)
    elif kind == "operationId" and operation.id:
        yield operation.id.raw
    elif kind == "path" and not isinstance(candidate, Webhook):
        yield operation.path.raw
    elif kind == "webhook" and isinstance(candidate, Webhook):
        yield candidate.name.raw


def _operation(candidate: Operation | Webhook) -> Operation:
    return candidate.operation if isinstance(candidate, Webhook) else candidate


def _unmatched(given: Filter, candidates: list[Operation | Webhook], source: str) -> str:
    names = {kind: {name for each in candidates for name in _names(kind, each)} for kind in KINDS}
    same = sorted(name for name in names[given.kind] if len(name) <= _LONGEST_NAME)
    # The name may be right, and the kind wrong.
    close = [f"{kind}:{given.pattern}" for kind in KINDS if given.pattern in names[kind]]
    near = get_close_matches(given.pattern[:_LONGEST_NAME], same, n=3)
    close = close or [f"{given.kind}:{name}" for name in near]
    hint = f"write {' or '.join(close)} if that is meant" if close else _listed(given.kind, same)
    return f'the filter "{shown(str(given))}" matches nothing in "{shown(source)}"; {hint}'


def _listed(kind: str, names: list[str]) -> str:
    if not names:
        return f"nothing there has a {kind}"
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return f"there is {', '.join(f'{kind}:{name}' for name in names[:5])}{more}"


def _reached(operations: Iterable[Operation], contract: Contract) -> set[str]:
    """Give the component schemas that *operations* refer to, and those that these refer to, and so on.

    A reference into the middle of a component needs the whole of it, as its class is made of the whole.
    """
    waiting = [schema.keywords for operation in operations for schema in _schemas(operation)]
    reached: set[str] = set()
    seen: set[str] = set()
    while waiting:
        for reference in _references(waiting.pop(), contract.schemas):
            path = tokens_of(reference)
            if path[:2] == _SCHEMAS and len(path) > 2 and path[2] in contract.schemas:
                if path[2] not in reached:
                    reached.add(path[2])
                    waiting.append(contract.schemas[path[2]].keywords)
            elif reference not in seen:
                seen.add(reference)
                with suppress(KeyError, SpecError):  # what stands in an example may lead nowhere
                    waiting.append(contract.resolve(reference).keywords)
    return reached


def _schemas(operation: Operation) -> Iterator[Schema]:
    """Go through the schemas that stand at an operation, those of its callbacks too."""
    for parameter in operation.parameters:
        yield from [parameter.schema] if parameter.schema else []
        yield from _content(parameter.content)
    yield from _content(operation.request_body.content if operation.request_body else ())
    for response in operation.responses:
        yield from _content(response.content)
        for header in response.headers:
            yield from [header.schema] if header.schema else []
            yield from _content(header.content)
    for callback in operation.callbacks:
        yield from _schemas(callback.operation)


def _content(content: tuple[MediaType, ...]) -> Iterator[Schema]:
    for media_type in content:
        yield from (schema for schema in (media_type.schema, media_type.items) if schema)


def _places(operations: Iterable[Operation]) -> Iterator[str]:
    """Give the pointers of operations and of their parts, which may be components."""
    for operation in operations:
        yield operation.pointer
        yield from (parameter.pointer for parameter in operation.parameters)
        yield from [operation.request_body.pointer] if operation.request_body else []
        for response in operation.responses:
            yield response.pointer
            yield from (header.pointer for header in response.headers)
        yield from _places(callback.operation for callback in operation.callbacks)


def _concerning(kept: Iterable[str], gone: Iterable[str]) -> Callable[[Tokens], bool]:
    """Give what says of a path whether a loss there concerns what is *kept*, and not only what is *gone*.

    A component that nothing could use stands at no operation, so its loss is told in any case.
    """
    inside = set(map(tokens_of, kept))
    outside = set(map(tokens_of, gone))
    around = {place[:length] for place in inside for length in range(len(place) + 1)}

    def is_told(path: Tokens) -> bool:
        above = [path[:length] for length in range(len(path) + 1)]
        if path in around or not inside.isdisjoint(above):
            return True
        # What is wrong with a path, or its parameters, concerns each operation of it.
        is_near = path[:1] not in (("paths",), ("webhooks",)) or path[:2] in around
        return is_near and outside.isdisjoint(above)

    return is_told


def _references(keywords: Any, components: Mapping[str, Schema]) -> Iterator[str]:
    """Go through all that a schema refers to, by `$ref` and in the mappings of discriminators, however deep.

    What only looks like a reference, in an example, at worst keeps a schema that nobody needs.
    """
    waiting = [keywords]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, Mapping):
            waiting += value.values()
            for key in ("$ref", "$dynamicRef"):
                if isinstance(reference := value.get(key), str) and reference.startswith("#/"):
                    yield reference
            if isinstance(discriminator := value.get("discriminator"), Mapping):
                yield from _mapped(discriminator.get("mapping"), components)


def _mapped(mapping: Any, components: Mapping[str, Schema]) -> Iterator[str]:
    """Give the references of a discriminator's mapping, which may be names of components (OpenAPI 3.1.0, 4.8.25)."""
    for target in mapping.values() if isinstance(mapping, Mapping) else ():
        if isinstance(target, str) and target in components:
            yield pointer_of((*_SCHEMAS, target))
        elif isinstance(target, str) and target.startswith("#/"):
            yield target
