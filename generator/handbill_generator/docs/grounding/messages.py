"""What an operation sends and answers, as places that schemas stand at.

In: an operation of a contract.  Out: for each side and status what its paths begin with.
Never: looks into a schema.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handbill_generator.contract import Contract, Header, MediaType, Operation, Parameter, Schema
from handbill_generator.docs.grounding.parts import Slots, below
from handbill_generator.docs.grounding.reader import Reader
from handbill_generator.docs.model import ERROR, ITEMS, SUCCESS, Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A parameter, a header or a body: its *pointer*, and its schemas, None where it has none.

    *slot* is where the operation has it; at *pointer* is its content, which may be a component.
    """

    path: Path
    pointer: str
    slot: str
    required: bool | None
    deprecated: bool
    slots: Slots | None
    media_types: tuple[MediaType, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A response: its *status*, where the operation has it, where its content stands, and its parts."""

    status: str
    slot: str
    pointer: str
    holders: tuple[Holder, ...]


class Messages:
    """The messages of the operations of one contract."""

    def __init__(self, contract: Contract, reader: Reader) -> None:
        self.contract = contract
        self.reader = reader

    def request(self, operation: Operation) -> tuple[Holder, ...]:
        """Give the parameters and the body."""
        holders = [self._parameter(parameter) for parameter in operation.parameters]
        if body := operation.request_body:
            slot = below(operation.pointer, "requestBody")
            holders.append(self._body(body.pointer, slot, body.content, body.required))
        return tuple(holders)

    def answers(self, operation: Operation) -> tuple[Answer, ...]:
        """Give the responses, in the order of the document."""
        written = self.reader.value(below(operation.pointer, "responses"))
        keys = {key.replace("x", "X"): key for key in written} if isinstance(written, dict) else {}
        found = []
        for response in operation.responses:
            slot = below(operation.pointer, "responses", keys.get(response.status, response.status))
            holders = [self._header(header, response.pointer) for header in response.headers]
            if response.content:
                pointer = below(response.pointer, "content")
                holders.append(self._body(pointer, pointer, response.content, None))
            found.append(Answer(status=response.status, slot=slot, pointer=response.pointer, holders=tuple(holders)))
        return tuple(found)

    def _parameter(self, parameter: Parameter) -> Holder:
        return Holder(
            path=(parameter.location, parameter.name.raw),
            pointer=parameter.pointer,
            slot=parameter.pointer,
            required=parameter.required,
            deprecated=parameter.deprecated,
            slots=self._schemas(parameter.schema, parameter.content),
        )

    def _header(self, header: Header, response: str) -> Holder:
        return Holder(
            path=("header", header.name.raw),
            pointer=header.pointer,
            slot=below(response, "headers", header.name.raw),
            required=header.required,
            deprecated=header.deprecated,
            slots=self._schemas(header.schema, header.content),
        )

    def _body(self, pointer: str, slot: str, content: tuple[MediaType, ...], required: bool | None) -> Holder:
        return Holder(
            path=("body",),
            pointer=pointer,
            slot=slot,
            required=required,
            deprecated=False,
            slots=self._schemas(None, content),
            media_types=content,
        )

    def _schemas(self, schema: Schema | None, content: Iterable[MediaType]) -> Slots | None:
        """Put together the schemas of all media types; equal references are one."""
        slots: dict[str, Slots] = {}
        for found in (schema, *(media_type.schema or media_type.items for media_type in content)):
            if found:
                slots.setdefault(self.reader.referred(found.pointer), self.reader.slot(found.pointer, found.keywords))
        match tuple(slots.values()):
            case ():
                return None
            case (one,):
                return one
            case several:
                return Slots((), (several,))


def chosen(answers: tuple[Answer, ...], status: str) -> tuple[Answer, ...]:
    """Give the answers that *status* stands for, the likeliest first: a status, a range, `SUCCESS` or `ERROR`."""
    if status == SUCCESS:
        found = [answer for answer in answers if answer.status.startswith("2")]
    elif status == ERROR:
        found = [answer for answer in answers if answer.status[:1] in "45"]
    else:
        found = [answer for answer in answers if answer.status == status]
        if status.upper().endswith("XX"):
            found += [answer for answer in answers if answer.status[:1] == status[:1] and answer not in found]
        found += [answer for answer in answers if answer.status == f"{status[:1]}XX" and answer not in found]
    return (*found, *(answer for answer in answers if answer.status == "default"))


def is_error(status: str) -> bool:
    """Say whether *status* is one that fails."""
    return status[:1] in ("4", "5") or status == "default"


def is_items(token: str) -> bool:
    """Say whether *token* leads from an array to its items."""
    return token == ITEMS
