"""The four contracts, read by the tests themselves.

In: specs/*/openapi.yaml and the manifests of the emitted packages.  Out: operations and webhooks, with their
parameters, bodies and responses, each with the JSON pointer where it stands.
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
from ruamel.yaml.constructor import SafeConstructor

from .providers import PROVIDERS, Provider

ROOT = Path(__file__).parents[2]
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
# OpenAPI 3.1.0, 4.8.12.1: header parameters of these names are described elsewhere.
_IGNORED_HEADERS = ("accept", "content-type", "authorization")
_USUAL_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}


class _Constructor(SafeConstructor):
    """Reads a date as the text that JSON has for it."""


_Constructor.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Media:
    """What a body or a response says of one media type."""

    provider: Provider
    type: str
    node: dict[str, Any]
    pointer: str

    @property
    def schema(self) -> dict[str, Any]:
        """The schema, which may be a reference."""
        found: dict[str, Any] = self.node.get("schema", {})
        return found

    @property
    def is_json(self) -> bool:
        """Whether bodies of this type are JSON."""
        essence = self.type.partition(";")[0].strip().lower()
        return essence == "application/json" or essence.endswith("+json")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Parameter:
    """A parameter; *place* is its `in`, and *argument* the name that the manifest gives it in Python."""

    provider: Provider
    name: str
    place: str
    argument: str
    node: dict[str, Any]
    pointer: str

    @property
    def required(self) -> bool:
        """Whether every call must have it."""
        return bool(self.node.get("required"))

    @property
    def style(self) -> str:
        """How it is written; `json` where it has `content`."""
        return "json" if "content" in self.node else str(self.node.get("style", _USUAL_STYLES[self.place]))

    @property
    def explode(self) -> bool:
        """Whether each item is written by itself."""
        return bool(self.node.get("explode", self.style == "form"))

    @property
    def schema(self) -> dict[str, Any]:
        """The schema, resolved."""
        node = next(iter(self.node["content"].values())) if "content" in self.node else self.node
        return resolved(self.provider, node.get("schema", {}))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Response:
    """What an operation answers with a status."""

    status: str
    media: tuple[Media, ...]
    pointer: str

    @property
    def body(self) -> Media | None:
        """What a client that asks for JSON gets."""
        return next((one for one in self.media if one.is_json), self.media[0] if self.media else None)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Operation:
    """An operation of a contract; *symbol* is what the manifest calls it, such as `resources.users.Users.get`."""

    provider: Provider
    id: str
    method: str
    path: str
    pointer: str
    symbol: str
    node: dict[str, Any]
    parameters: tuple[Parameter, ...]
    body: Media | None
    responses: tuple[Response, ...]

    @property
    def call(self) -> str:
        """The method of the client."""
        _, resource, _, name = self.symbol.split(".")
        return f"{resource}.{name}"

    @property
    def needs_body(self) -> bool:
        """Whether every call must have a body."""
        return bool(self.body and resolved(self.provider, self.node["requestBody"]).get("required"))

    @property
    def successes(self) -> tuple[Response, ...]:
        """The documented successes; where there is none, a redirect is one, or `default` where it stands alone."""
        if [one.status for one in self.responses] == ["default"]:
            return self.responses
        found = tuple(one for one in self.responses if one.status[0] == "2")
        return found or tuple(one for one in self.responses if one.status[0] == "3")

    @property
    def failures(self) -> tuple[Response, ...]:
        """All other documented responses."""
        return tuple(one for one in self.responses if one not in self.successes)

    def response(self, status: str) -> Response:
        """The response of a documented status."""
        return next(one for one in self.responses if one.status == status)

    def __str__(self) -> str:
        return f"{self.provider}-{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Webhook:
    """A call that the provider makes."""

    provider: Provider
    name: str
    pointer: str
    body: Media | None

    def __str__(self) -> str:
        return f"{self.provider}-{self.name}"


@cache
def spec(provider: Provider) -> dict[str, Any]:
    """The contract of a provider."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _Constructor
    tree: dict[str, Any] = yaml.load(ROOT / "specs" / provider.name / "openapi.yaml")
    return tree


@cache
def manifest(provider: Provider) -> dict[str, Any]:
    """What the emitted package says of itself."""
    tree: dict[str, Any] = json.loads((ROOT / "generated" / provider.package / "handbill.json").read_text())
    return tree


def symbol(provider: Provider, pointer: str) -> str | None:
    """What the manifest calls the thing at *pointer*."""
    found: str | None = manifest(provider)["symbols"].get(pointer)
    return found


def tokens(pointer: str) -> list[str]:
    """The parts of a JSON pointer, such as `#/a~1b` or `/a`, unescaped."""
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.removeprefix("#").split("/")[1:]]


def under(pointer: str, *parts: str) -> str:
    """The pointer of what stands below *pointer*."""
    return "/".join([pointer, *(part.replace("~", "~0").replace("/", "~1") for part in parts)])


def followed(provider: Provider, node: dict[str, Any], pointer: str) -> tuple[dict[str, Any], str]:
    """Follow a reference and give what it names and where that stands; what stands beside a reference wins."""
    if "$ref" not in node:
        return node, pointer
    target: Any = spec(provider)
    for part in tokens(node["$ref"]):
        target = target[part]
    found, where = followed(provider, target, node["$ref"])
    return {**found, **{key: value for key, value in node.items() if key != "$ref"}}, where


def resolved(provider: Provider, node: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference."""
    return followed(provider, node, "")[0]


@cache
def operations() -> tuple[Operation, ...]:
    """All operations of the four contracts."""
    return tuple(
        _operation(provider, path, method, item)
        for provider in PROVIDERS
        for path, item in spec(provider)["paths"].items()
        for method in _METHODS
        if method in item
    )


def operation(name: str) -> Operation:
    """The operation of a name such as `loops-getCampaign`."""
    return next(each for each in operations() if str(each) == name)


@cache
def statuses(provider: Provider) -> frozenset[str]:
    """All that a contract documents, of whatever operation."""
    return frozenset(one.status for each in operations() if each.provider is provider for one in each.responses)


@cache
def webhooks() -> tuple[Webhook, ...]:
    """All webhooks of the four contracts."""
    return tuple(
        Webhook(provider=provider, name=name, pointer=pointer, body=_body(provider, item[method], pointer))
        for provider in PROVIDERS
        for name, item in spec(provider).get("webhooks", {}).items()
        for method in _METHODS
        if method in item
        for pointer in [under("#/webhooks", name, method)]
    )


def _operation(provider: Provider, path: str, method: str, item: dict[str, Any]) -> Operation:
    node, pointer = item[method], under("#/paths", path, method)
    named = symbol(provider, pointer)
    assert named, f"the package of {provider} has nothing for {pointer}: is it generated from this contract?"
    return Operation(
        provider=provider,
        id=node["operationId"],
        method=method.upper(),
        path=path,
        pointer=pointer,
        symbol=named,
        node=node,
        parameters=tuple(_parameters(provider, item, node, pointer)),
        body=_body(provider, node, pointer),
        responses=tuple(_responses(provider, node, pointer)),
    )


def _parameters(provider: Provider, item: dict[str, Any], node: dict[str, Any], pointer: str) -> Iterator[Parameter]:
    found: dict[tuple[str, str], tuple[dict[str, Any], str]] = {}
    for holder, place in ((item, pointer.rpartition("/")[0]), (node, pointer)):
        for index, parameter in enumerate(holder.get("parameters", [])):
            one, where = followed(provider, parameter, under(place, "parameters", str(index)))
            found[one["in"], one["name"]] = one, where
    for (place, name), (one, where) in found.items():
        if place != "header" or name.lower() not in _IGNORED_HEADERS:
            named = symbol(provider, f"{pointer}@{place}/{name}")
            assert named, f"the package of {provider} has no argument for {name} of {pointer}"
            argument = named.rpartition(".")[2]
            yield Parameter(provider=provider, name=name, place=place, argument=argument, node=one, pointer=where)


def _body(provider: Provider, node: dict[str, Any], pointer: str) -> Media | None:
    if "requestBody" not in node:
        return None
    holder, where = followed(provider, node["requestBody"], under(pointer, "requestBody"))
    media = list(_media(provider, holder, where))
    return next((one for one in media if one.is_json), media[0] if media else None)


def _responses(provider: Provider, node: dict[str, Any], pointer: str) -> Iterator[Response]:
    for status, response in node["responses"].items():
        holder, where = followed(provider, response, under(pointer, "responses", str(status)))
        yield Response(status=str(status), media=tuple(_media(provider, holder, where)), pointer=where)


def _media(provider: Provider, holder: dict[str, Any], pointer: str) -> Iterator[Media]:
    for name, node in holder.get("content", {}).items():
        yield Media(provider=provider, type=name, node=node, pointer=under(pointer, "content", name))
