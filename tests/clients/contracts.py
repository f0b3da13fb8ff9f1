"""The four contracts, read by the tests themselves.

In: specs/*/openapi.yaml.  Out: operations, example bodies, and a body made from a schema.
Never: imports the generator; a fault of its reader must not hide here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from .providers import PROVIDERS, Provider

ROOT = Path(__file__).parents[2]
_FORMATTED = {
    "date-time": "2026-04-01T09:00:00.000Z",
    "date": "2026-04-01",
    "email": "jane@example.com",
    "uri": "https://example.com/hook",
}
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Operation:
    """An operation of a contract; *call* is the method of the client that the manifest names for it."""

    provider: Provider
    id: str
    method: str
    path: str
    call: str
    node: dict[str, Any]

    def responses(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every documented status with its response, references resolved."""
        for status, response in self.node["responses"].items():
            yield str(status), resolved(self.provider, response)

    def __str__(self) -> str:
        return f"{self.provider}-{self.id}"


@cache
def spec(provider: Provider) -> dict[str, Any]:
    """The contract of a provider."""
    tree: dict[str, Any] = YAML(typ="safe", pure=True).load(ROOT / "specs" / provider.name / "openapi.yaml")
    return tree


@cache
def manifest(provider: Provider) -> dict[str, Any]:
    """What the emitted package says of itself."""
    tree: dict[str, Any] = json.loads((ROOT / "generated" / provider.package / "handbill.json").read_text())
    return tree


def resolved(provider: Provider, node: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference; what stands beside it wins."""
    if "$ref" not in node:
        return node
    target: Any = spec(provider)
    for part in node["$ref"].removeprefix("#/").split("/"):
        target = target[part.replace("~1", "/").replace("~0", "~")]
    return {**resolved(provider, target), **{key: value for key, value in node.items() if key != "$ref"}}


@cache
def operations() -> tuple[Operation, ...]:
    """All operations of the four contracts."""
    return tuple(
        Operation(
            provider=provider,
            id=item[method]["operationId"],
            method=method.upper(),
            path=path,
            call=_call(provider, path, method),
            node=item[method],
        )
        for provider in PROVIDERS
        for path, item in spec(provider)["paths"].items()
        for method in _METHODS
        if method in item
    )


def _call(provider: Provider, path: str, method: str) -> str:
    pointer = "#/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method
    _, resource, _, name = manifest(provider)["symbols"][pointer].split(".")
    return f"{resource}.{name}"


def operation(name: str) -> Operation:
    """The operation of a name such as `loops-getCampaign`."""
    return next(each for each in operations() if str(each) == name)


def json_content(node: dict[str, Any]) -> dict[str, Any] | None:
    """What a body or a response says of its JSON."""
    found: dict[str, Any] | None = node.get("content", {}).get("application/json")
    return found


def examples(content: dict[str, Any]) -> dict[str, Any]:
    """The example bodies, by name."""
    found = {name: example["value"] for name, example in content.get("examples", {}).items()}
    return found | ({"example": content["example"]} if "example" in content else {})


def example_of(each: Operation, status: str, name: str | None = None) -> Any:
    """The named example of an answer, or its first."""
    content = json_content(dict(each.responses())[status])
    assert content is not None, f"{each} {status} has no JSON"
    found = examples(content)
    return found[name] if name else next(iter(found.values()))


def bodies_of(each: Operation, status: str) -> list[Any]:
    """The examples of an answer; where it has none, a body made from its schema."""
    content = json_content(dict(each.responses())[status])
    if content is None:
        return []
    return list(examples(content).values()) or [sample(each.provider, content["schema"])]


def sample(provider: Provider, schema: dict[str, Any]) -> Any:
    """Make a body that follows *schema*, with every property that has a name."""
    schema = resolved(provider, schema)
    for key in ("const", "example"):
        if key in schema:
            return schema[key]
    for key in ("enum", "examples"):
        if key in schema:
            return schema[key][0]
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return sample(provider, schema[key][0])
    kind = schema.get("type", "object")
    kind = kind if isinstance(kind, str) else kind[0]
    if kind == "array":
        return [sample(provider, schema["items"])]
    if kind == "object":
        return {name: sample(provider, value) for name, value in schema.get("properties", {}).items()}
    if kind == "string" and "format" in schema:
        return _FORMATTED[schema["format"]]
    return {"string": "some words", "integer": 7, "number": 7.5, "boolean": True, "null": None}[kind]
