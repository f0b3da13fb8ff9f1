"""The calls of every operation, made from the examples of its contract.

In: an operation.  Out: `Call`s: one for each example of its body and each way to give it, and one with no more than
must be; each with what to hand to the method, and with what must go over the wire.
Never: sends anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import TypeAdapter

from . import wire
from .contracts import Operation, Parameter, manifest, operation
from .emitted import attributes, hints, request_type, typed
from .examples import examples, value_of

Form = Literal["keywords", "body="]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Call:
    """A call of an operation.

    *example* names the example that is its body, *form* says how it is handed over; *bare* leaves out all parameters
    that are not required.
    """

    operation: Operation
    bare: bool
    example: str = ""
    body: Any = wire.ABSENT
    form: Form = "keywords"

    @property
    def values(self) -> dict[Parameter, Any]:
        """The values of the parameters, as JSON."""
        return {one: value_of(one) for one in self.operation.parameters if one.required or not self.bare}

    @property
    def args(self) -> tuple[Any, ...]:
        """The parameters of the path, in its order."""
        by_name = {one.name: value for one, value in self.values.items() if one.place == "path"}
        return tuple(by_name[name] for name in re.findall(r"{([^{}]+)}", self.operation.path))

    @property
    def kwargs(self) -> dict[str, Any]:
        """All else that the method is given."""
        kinds = hints(self.operation)
        named = {one.argument: value for one, value in self.values.items() if one.place != "path"}
        return {name: typed(kinds[name], value) for name, value in named.items()} | self._body()

    def _body(self) -> dict[str, Any]:
        if self.body is wire.ABSENT:
            return {}
        kind = request_type(self.operation)
        whole = TypeAdapter(kind).validate_python(self.body)
        if self.form == "body=":
            return {"body": whole}
        names, fields = arguments(self.operation), attributes(kind)
        described = {names[key]: getattr(whole, fields[key]) for key in self.body if key in names}
        others = {key: value for key, value in self.body.items() if key not in names}
        return described | ({others_argument(self.operation): others} if others else {})

    def expected(self, credentials: Mapping[str, str] | None = None) -> wire.Request:
        """What must go over the wire."""
        return wire.expected(self.operation, self.values, self.body, credentials)

    def __str__(self) -> str:
        said = [str(self.operation), f"example {self.example} by {self.form}" if self.example else ""]
        return ", ".join([*filter(None, said), *(["no more than must be"] if self.bare else [])])


def calls_of(each: Operation) -> Iterator[Call]:
    """All calls of an operation."""
    if each.body is None:
        yield Call(operation=each, bare=False)
    else:
        for name, body in examples(each.body).items():
            for form in _forms(each, body):
                yield Call(operation=each, bare=False, example=name, body=body, form=form)
    if any(not one.required for one in each.parameters) or (each.body and not each.needs_body):
        yield bare(each)


def bare(each: Operation) -> Call:
    """The call with no more than must be."""
    if each.body is None or not each.needs_body:
        return Call(operation=each, bare=True)
    name, body = min(examples(each.body).items(), key=lambda item: len(str(item[1])))
    return Call(operation=each, bare=True, example=name, body=body, form=_forms(each, body)[0])


def call_of(name: str) -> Call:
    """The bare call of the operation of a name such as `loops-getCampaign`."""
    return bare(operation(name))


def arguments(each: Operation) -> dict[str, str]:
    """The keyword for each property of the body, if there is any."""
    start = f"{each.pointer}@body/"
    found = manifest(each.provider)["symbols"]
    return {key.removeprefix(start): name.rpartition(".")[2] for key, name in found.items() if key.startswith(start)}


def others_argument(each: Operation) -> str | None:
    """The keyword for properties of the body that have none of their own, if there may be any."""
    found = manifest(each.provider)["symbols"].get(f"{each.pointer}@additional/*")
    return found.rpartition(".")[2] if found else None


def _forms(each: Operation, body: Any) -> list[Form]:
    """The ways to hand over a body: by keywords only where there is one for each of its properties."""
    known = isinstance(body, dict) and body and (set(body) <= set(arguments(each)) or others_argument(each))
    return ["keywords", "body="] if known else ["body="]
