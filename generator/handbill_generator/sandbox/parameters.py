"""Read the parameters of a request, as OpenAPI says they are written.

In: an operation, what stands in the path, and a request.  Out: values in the types of their schemas.
Never: refuses a parameter that the contract does not know; passes on one that the contract does not allow.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any
from urllib.parse import unquote, unquote_plus

from handbill_generator.contract import Contract, Operation, Parameter, Schema
from handbill_generator.plan.querystrings import spread
from handbill_generator.sandbox.checks import Checker, Wrong
from handbill_generator.sandbox.kinds import kinds_of, member_schema, readings
from handbill_generator.sandbox.request import Request

_SEPARATORS = {"form": ",", "cookie": ",", "simple": ",", "spaceDelimited": " ", "pipeDelimited": "|"}


class Reader:
    """Reads and checks the parameters of one contract."""

    def __init__(self, contract: Contract, checker: Checker) -> None:
        self._resolve = contract.resolve
        self._checker = checker

    def read(
        self, operation: Operation, path: Mapping[str, str], request: Request
    ) -> tuple[dict[str, Any], list[tuple[str, str]]]:
        """Give the values of the query, and what is wrong with any parameter: its name and how."""
        query: dict[str, Any] = {}
        wrong: list[tuple[str, str]] = []
        parameters = list(spread(operation.parameters, self._resolve))
        for parameter in parameters:
            name = parameter.name.raw
            written = _written(parameter, path, request) or self._exploded(parameter, parameters, request)
            if written is None:
                wrong += [(name, f"the {parameter.location} parameter is missing")] if parameter.required else []
                continue
            value, found = self._value(parameter, written)
            wrong += [(".".join(filter(None, (name, place))), how) for place, how in found]
            if parameter.location == "query":
                query[name] = value
        return query, wrong

    def _value(self, parameter: Parameter, written: _Written) -> tuple[Any, tuple[Wrong, ...]]:
        """Give the first value that the contract allows, or the first one and what is wrong with it."""
        schema, candidates = self._candidates(parameter, written)
        if schema is None:
            return next(candidates), ()
        tried = ((value, self._checker.wrong(schema, value, "request")) for value in candidates)
        first = next(tried)
        return next((each for each in chain([first], tried) if not each[1]), first)

    def _candidates(self, parameter: Parameter, written: _Written) -> tuple[Schema | None, Iterator[Any]]:
        if parameter.content:
            return parameter.content[0].schema, _as_json(written)
        if parameter.schema is None or parameter.style.endswith("json"):
            return parameter.schema, _as_json(written) if parameter.schema else iter([written.text])
        return parameter.schema, self._meanings(parameter, written, parameter.schema.keywords)

    def _meanings(self, parameter: Parameter, written: _Written, keywords: Any) -> Iterator[Any]:
        kinds = kinds_of(keywords, self._resolve)
        has_scalars = bool(kinds - {"array", "object"})
        if written.members and "object" in kinds:
            yield self._object(written.members, keywords)
        if has_scalars and len(written.raws) == 1:
            yield from readings(written.text, kinds)
        if "array" in kinds:
            yield self._array(written.items(parameter), keywords)
        if "object" in kinds and not written.members:
            yield self._object(written.folded(parameter), keywords)
        if has_scalars and len(written.raws) != 1:
            yield [unquote_plus(raw) for raw in written.raws]  # given several times; its schema says no

    def _exploded(self, parameter: Parameter, parameters: Sequence[Parameter], request: Request) -> _Written | None:
        """Give the members of an object that are parameters themselves: those that no other parameter claims."""
        is_exploded = parameter.location == "query" and parameter.style == "form" and parameter.explode
        if not is_exploded or not parameter.schema:
            return None
        if kinds_of(parameter.schema.keywords, self._resolve) - {"null"} != {"object"}:
            return None
        claimed = {other.name.raw for other in parameters if other.location == "query"}
        members = {pair.name: unquote_plus(pair.raw) for pair in request.pairs if pair.name not in claimed}
        return _Written(members=members) if members else None

    def _array(self, texts: Sequence[str], keywords: Any) -> list[Any]:
        below = member_schema(keywords, None, self._resolve)
        return [self._scalar(text, below) for text in texts]

    def _object(self, members: Mapping[str, str], keywords: Any) -> dict[str, Any]:
        return {
            name: self._scalar(text, member_schema(keywords, name, self._resolve)) for name, text in members.items()
        }

    def _scalar(self, text: str, keywords: Any) -> Any:
        return next(readings(text, kinds_of(keywords, self._resolve)))


class _Written:
    """What a request has for a parameter: *raws*, one or more, or the *members* of an object, decoded."""

    def __init__(
        self, *raws: str, members: Mapping[str, str] | None = None, decode: Callable[[str], str] = unquote
    ) -> None:
        self.raws = raws
        self.members = members or {}
        self._decode = decode

    @property
    def text(self) -> str:
        """The one value."""
        return self._decode(self.raws[0]) if self.raws else ""

    def items(self, parameter: Parameter) -> list[str]:
        """The items of an array."""
        if len(self.raws) > 1:
            return [self._decode(raw) for raw in self.raws]
        raw = self.raws[0] if self.raws else ""
        match parameter.style, parameter.explode:
            case ("label", True):
                parts = raw.removeprefix(".").split(".")
            case ("label", False):
                parts = raw.removeprefix(".").split(",")
            case ("matrix", True):
                parts = [part.partition("=")[2] for part in raw.removeprefix(";").split(";")]
            case ("matrix", False):
                parts = raw.partition("=")[2].split(",")
            case ("form" | "cookie", True):
                parts = [raw]
            case style, _:
                parts = _split(raw, _SEPARATORS.get(style, ","))
        return [self._decode(part) for part in parts]

    def folded(self, parameter: Parameter) -> dict[str, str]:
        """The members of an object that is written as one value: `k,v,k,v`, or `k=v,k=v` where it explodes."""
        if parameter.explode:
            raw = (self.raws[0] if self.raws else "").lstrip(".;").replace(";", ",")
            raw = raw.replace(".", ",") if parameter.style == "label" else raw
            pairs = (part.partition("=") for part in raw.split(","))
            return {self._decode(key): self._decode(value) for key, _, value in pairs if key}
        items = self.items(parameter)
        return dict(zip(items[::2], items[1::2], strict=False))


def _written(parameter: Parameter, path: Mapping[str, str], request: Request) -> _Written | None:
    name = parameter.name.raw
    match parameter.location:
        case "path":
            return _Written(path[name])
        case "header":
            value = request.header(name)
            return None if value is None else _Written(value, decode=str.strip)
        case "cookie":
            value = request.cookie(name)
        case _:
            return _in_query(parameter, request)
    return None if value is None else _Written(value)


def _in_query(parameter: Parameter, request: Request) -> _Written | None:
    name = parameter.name.raw
    if parameter.style == "deepObject":
        start = f"{name}["
        members = {
            pair.name.removeprefix(start).removesuffix("]"): unquote_plus(pair.raw)
            for pair in request.pairs
            if pair.name.startswith(start) and pair.name.endswith("]")
        }
        return _Written(members=members) if members else None
    if parameter.style.startswith("whole"):
        return _Written(request.query) if request.query else None
    raws = [pair.raw for pair in request.pairs if pair.name == name]
    return _Written(*raws, decode=unquote_plus) if raws else None


def _as_json(written: _Written) -> Iterator[Any]:
    try:
        yield json.loads(written.text)
    except (ValueError, RecursionError):
        yield written.text


def _split(raw: str, separator: str) -> list[str]:
    """Split at *separator*; one that a URL cannot hold comes escaped (OpenAPI 3.1.0, 4.8.12)."""
    if separator == " ":
        return raw.replace("+", " ").replace("%20", " ").split(" ")
    if separator == "|":
        return raw.replace("%7C", "|").replace("%7c", "|").split("|")
    return raw.split(separator)
