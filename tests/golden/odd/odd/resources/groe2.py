"""The operations of GrößeResource."""

from __future__ import annotations

from typing import Any, Literal, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, optional_body_of
from ..models import List, MyThing, MyThingEitherOtherThing, MyThingModel

_IMPORT: Operation[MyThing] = Operation(
    id="import",
    method="PATCH",
    path="/v1/things/{thing-id}/{rest}",
    results={"200": MyThing},
    media_type="application/merge-patch+json",
    security=(),
)


class GrößeResource:
    """The operations of GrößeResource."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @overload
    def import_(
        self,
        thing_id: str,
        rest: str,
        *,
        class_: str,
        kind: Literal["a", "", "b c"] | str,
        class_field: str | MISSING = MISSING,
        model_dump_field: int | None | MISSING = MISSING,
        名前: str | MISSING = MISSING,
        größe: int | float | MISSING = MISSING,
        a_b_c_d: bool | MISSING = MISSING,
        parent: MyThing | MISSING = MISSING,
        nested: List | MISSING = MISSING,
        either: MyThingModel | MyThingEitherOtherThing | str | dict[str, Any] | MISSING = MISSING,
    ) -> MyThing: ...

    @overload
    def import_(self, thing_id: str, rest: str, *, body: MyThing) -> MyThing: ...

    def import_(
        self,
        thing_id: str,
        rest: str,
        *,
        class_: str | MISSING = MISSING,
        kind: Literal["a", "", "b c"] | str | MISSING = MISSING,
        class_field: str | MISSING = MISSING,
        model_dump_field: int | None | MISSING = MISSING,
        名前: str | MISSING = MISSING,
        größe: int | float | MISSING = MISSING,
        a_b_c_d: bool | MISSING = MISSING,
        parent: MyThing | MISSING = MISSING,
        nested: List | MISSING = MISSING,
        either: MyThingModel | MyThingEitherOtherThing | str | dict[str, Any] | MISSING = MISSING,
        body: MyThing | None = None,
    ) -> MyThing:
        """PATCH /v1/things/{thing-id}/{rest}.

        Deprecated.

        Args:
            größe: More than 0.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The thing.
        """
        return self._client.send(
            _IMPORT,
            Arguments(
                path={"thing-id": thing_id, "rest": rest},
                body=optional_body_of(
                    MyThing,
                    body,
                    class_=class_,
                    kind=kind,
                    class_field=class_field,
                    model_dump_field=model_dump_field,
                    名前=名前,
                    größe=größe,
                    a_b_c_d=a_b_c_d,
                    parent=parent,
                    nested=nested,
                    either=either,
                ),
            ),
        )


class AsyncGrößeResource:
    """The operations of GrößeResource."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @overload
    async def import_(
        self,
        thing_id: str,
        rest: str,
        *,
        class_: str,
        kind: Literal["a", "", "b c"] | str,
        class_field: str | MISSING = MISSING,
        model_dump_field: int | None | MISSING = MISSING,
        名前: str | MISSING = MISSING,
        größe: int | float | MISSING = MISSING,
        a_b_c_d: bool | MISSING = MISSING,
        parent: MyThing | MISSING = MISSING,
        nested: List | MISSING = MISSING,
        either: MyThingModel | MyThingEitherOtherThing | str | dict[str, Any] | MISSING = MISSING,
    ) -> MyThing: ...

    @overload
    async def import_(self, thing_id: str, rest: str, *, body: MyThing) -> MyThing: ...

    async def import_(
        self,
        thing_id: str,
        rest: str,
        *,
        class_: str | MISSING = MISSING,
        kind: Literal["a", "", "b c"] | str | MISSING = MISSING,
        class_field: str | MISSING = MISSING,
        model_dump_field: int | None | MISSING = MISSING,
        名前: str | MISSING = MISSING,
        größe: int | float | MISSING = MISSING,
        a_b_c_d: bool | MISSING = MISSING,
        parent: MyThing | MISSING = MISSING,
        nested: List | MISSING = MISSING,
        either: MyThingModel | MyThingEitherOtherThing | str | dict[str, Any] | MISSING = MISSING,
        body: MyThing | None = None,
    ) -> MyThing:
        """PATCH /v1/things/{thing-id}/{rest}.

        Arguments, result and errors are those of `GrößeResource.import_`.
        """
        return await self._client.send(
            _IMPORT,
            Arguments(
                path={"thing-id": thing_id, "rest": rest},
                body=optional_body_of(
                    MyThing,
                    body,
                    class_=class_,
                    kind=kind,
                    class_field=class_field,
                    model_dump_field=model_dump_field,
                    名前=名前,
                    größe=größe,
                    a_b_c_d=a_b_c_d,
                    parent=parent,
                    nested=nested,
                    either=either,
                ),
            ),
        )
