"""The JSON objects that `odd` sends and receives.

A field that is `MISSING` was not there, or is not sent; `None` is null.  `MISSING` is true in a condition, so ask
`if x is not MISSING`.  What a response brings beyond these fields is kept in `model_extra`; an enum of a response takes
words that the contract does not know yet, and an unknown member of a union arrives as a plain dict.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import MISSING, Field
from typing_extensions import TypeAliasType

from ._model import Model
from ._multipart import FileInput


class MyThing(Model):
    class_: Annotated[str, Field(alias="class")]
    class_field: Annotated[str | MISSING, Field(alias="Class")] = MISSING
    model_dump_field: Annotated[int | None | MISSING, Field(alias="model_dump")] = MISSING
    名前: str | MISSING = MISSING
    größe: int | float | MISSING = MISSING
    """More than 0."""
    a_b_c_d: Annotated[bool | MISSING, Field(alias="a.b-c d")] = MISSING
    kind: Literal["a", "", "b c"] | str
    parent: MyThing | MISSING = MISSING
    nested: List | MISSING = MISSING
    either: MyThingModel | MyThingEitherOtherThing | str | dict[str, Any] | MISSING = MISSING


class MyThingEitherOtherThing(Model):
    type: Literal["other"]


class MyThingModel(Model):
    type: Literal["mine"]
    self: date | MISSING = MISSING


class Import(Model):
    picture: FileInput
    content_type: str | MISSING = MISSING
    others: list[FileInput] | MISSING = MISSING
    notes: str | None | MISSING = MISSING
    thing: NoneModel | MISSING = MISSING


class NoneModel(Model):
    error: str | MISSING = MISSING
    field_2nd: Annotated[str | MISSING, Field(alias="2nd")] = MISSING


List = TypeAliasType("List", "list[List]")


class GETV1ThingsListWhere(Model):
    größe: int | MISSING = MISSING
    from_: Annotated[str | MISSING, Field(alias="from")] = MISSING


class GETV1ThingsListQuery(Model):
    q: str | MISSING = MISSING


class ImportFormRequest(Model):
    class_: Annotated[str, Field(alias="class")]
    ids: list[int] | MISSING = MISSING
    where: ImportFormRequestWhere | MISSING = MISSING


class ImportFormRequestWhere(Model):
    größe: int | MISSING = MISSING
