"""The rules that a document is valid OpenAPI, and whole.

In: a document.  Out: what the schemas of the OpenAPI Initiative, as openapi-spec-validator ships them, refuse; the
references that lead nowhere.
Never: fetches a schema; recurses into Schema Objects, each of which is checked by itself.

The validator classes of openapi-spec-validator check more than its schemas, but their findings have no place: that
part is in rules of their own, and here what is left of it, names that stand twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft4Validator, Draft202012Validator
from jsonschema.protocols import Validator
from openapi_spec_validator.schemas import schema_v30, schema_v31, schema_v32

from handbill_generator.bundle.grammar import kind_below
from handbill_generator.lint.rule import Linted, Problem, Rule
from handbill_generator.lint.wording import described
from handbill_generator.load import JSON, Tokens, tokens_of
from handbill_generator.load.source import shown

# Not the package's own instances: those are of another engine, with other errors, where jsonschema-rs is installed.
_DOCUMENTS: dict[str, Validator] = {
    "3.0": Draft4Validator(schema_v30),
    "3.1": Draft202012Validator(schema_v31),
    "3.2": Draft202012Validator(schema_v32),
}
_TEXTS = ("title", "description")
_SCHEMA_MAPS = frozenset(("properties", "patternProperties", "dependentSchemas", "$defs", "definitions"))


def valid(linted: Linted) -> Iterator[Problem]:
    """Find what is not valid in the document, in each of its Schema Objects, and names that stand twice."""
    skeleton = _without_schemas(linted.bundle.tree, "document")
    for tokens, message, hint in described(_DOCUMENTS[linted.version].iter_errors(skeleton)):
        yield Problem(tokens, message, hint)
    yield from _schemas(linted)
    yield from _repeated(linted)


def _without_schemas(value: JSON, kind: str | None) -> JSON:
    """Copy *value*, every Schema Object emptied."""
    if isinstance(value, list):
        return [_without_schemas(item, kind) for item in value]
    if kind is None or not isinstance(value, dict):
        return value
    if kind == "schemas":
        return {}
    return {name: _without_schemas(member, kind_below(kind, name)) for name, member in value.items()}


def _schemas(linted: Linted) -> Iterator[Problem]:
    definitions = schema_v30["definitions"]
    discriminator = {"type": "object", "properties": {"discriminator": definitions["Discriminator"]}}
    checks: list[Any] = [Draft202012Validator(Draft202012Validator.META_SCHEMA), Draft4Validator(discriminator)]
    if linted.version == "3.0":
        checks = [Draft4Validator({**definitions["Schema"], "definitions": definitions})]
    known: dict[str, list[tuple[Tokens, str, str]]] = {}
    for spot in linted.of("schemas"):
        # Beside a $ref of 3.0 everything is ignored (OpenAPI 3.0.3, 4.7.23).
        if linted.version != "3.0" or not isinstance(spot.value.get("$ref"), str):
            shallow = {key: _shallow(key, value) for key, value in spot.value.items() if not _is_free(key, value)}
            # Most schemas are like another one: {"type": "string"}.
            text = json.dumps(shallow)
            if text not in known:
                known[text] = [found for check in checks for found in described(check.iter_errors(shallow))]
            for tokens, message, hint in known[text]:
                yield Problem((*spot.tokens, *tokens), message, hint)


def _is_free(key: str, value: JSON) -> bool:
    """Whether nothing can be wrong with *value*, as far as this rule goes."""
    return key.startswith("x-") or key in ("default", "example") or (key in _TEXTS and isinstance(value, str))


def _shallow(key: str, value: JSON) -> JSON:
    """Empty the Schema Objects that *key* of a Schema Object holds."""
    if key in _SCHEMA_MAPS and isinstance(value, dict):
        return {name: {} if isinstance(member, dict) else member for name, member in value.items()}
    if kind_below("schemas", key) != "schemas":
        return value
    if isinstance(value, list):
        return [{} if isinstance(item, dict) else item for item in value]
    return {} if isinstance(value, dict) else value


def _repeated(linted: Linted) -> Iterator[Problem]:
    """Find tags of one name, and parameters of one name and place in one list (OpenAPI 3.1.0, 4.8.1 and 4.8.10)."""
    yield from _twice(linted, linted.bundle.tree.get("tags"), ("tags",), ("name",))
    for spot in (*linted.of("pathItems"), *linted.of("operation")):
        yield from _twice(linted, spot.value.get("parameters"), (*spot.tokens, "parameters"), ("name", "in"))


def _twice(linted: Linted, members: JSON, at: Tokens, keys: Tokens) -> Iterator[Problem]:
    seen: set[Tokens] = set()
    for index, member in enumerate(members if isinstance(members, list) else ()):
        value, _ = linted.resolved(member, ())
        if isinstance(value, dict) and all(isinstance(value.get(key), str) for key in keys):
            name = tuple(str(value[key]) for key in keys)
            if name in seen:
                message = f'"{shown(name[0])}" stands in this list twice'
                yield Problem((*at, str(index)), message, "remove one of the two")
            seen.add(name)


def whole(linted: Linted) -> Iterator[Problem]:
    """Find the references that bundling could not follow as they are written."""
    for loss in linted.bundle.losses:
        yield Problem(tokens_of(loss.pointer), f"the {loss.what} leads nowhere: {loss.why}", "correct the reference")


RULES = (
    Rule("openapi-valid", "The document is what the OpenAPI specification of its version allows.", valid),
    Rule("reference-resolves", "Every reference leads to what it names.", whole),
)
