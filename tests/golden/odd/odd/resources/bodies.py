"""The operations of Bodies."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from typing import Any, Literal, cast, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._events import AsyncEventStream, EventStream
from .._forms import Encoding
from .._multipart import FileInput
from .._operation import Arguments, Operation, body_of, optional_body_of
from ..models import Import, ImportFormRequest, ImportFormRequestWhere, MyThing, NoneModel

_IMPORT_EVENTS: Operation[EventStream[NoneModel]] = Operation(
    id="import-events",
    method="GET",
    path="/v1/things/import",
    results={"200": EventStream[NoneModel]},
    accept="text/event-stream",
)

_IMPORT_FILES: Operation[None] = Operation(
    id="import-files",
    method="PUT",
    path="/v1/things/import",
    results={"204": None},
    media_type="multipart/form-data",
    encodings={
        "multipart/form-data": {
            "picture": Encoding(content_type="image/png, image/jpeg"),
            "notes": Encoding(content_type="text/markdown"),
        },
    },
)

_IMPORT_FORM: Operation[dict[str, Any] | str] = Operation(
    id="import-form",
    method="POST",
    path="/v1/things/import",
    results={"200": {"application/json": dict[str, Any], "text/csv": str}},
    media_type="application/x-www-form-urlencoded",
    accept="application/json, text/csv",
    encodings={
        "application/x-www-form-urlencoded": {
            "ids": Encoding(style="pipeDelimited", explode=False),
            "where": Encoding(style="deepObject", explode=True),
        },
    },
)


class Bodies:
    """The operations of Bodies."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def import_events(self) -> EventStream[NoneModel]:
        """GET /v1/things/import.

        Returns:
            What happens.
        """
        return self._client.send(_IMPORT_EVENTS, Arguments())

    @overload
    def import_files(
        self,
        *,
        picture: FileInput,
        content_type: str | MISSING = MISSING,
        others: list[FileInput] | MISSING = MISSING,
        notes: str | None | MISSING = MISSING,
        thing: NoneModel | MISSING = MISSING,
        media_type: Literal["multipart/form-data"] = "multipart/form-data",
    ) -> None: ...

    @overload
    def import_files(
        self, *, body: Import, media_type: Literal["multipart/form-data"] = "multipart/form-data"
    ) -> None: ...

    @overload
    def import_files(self, *, body: bytes | Iterable[MyThing], media_type: Literal["application/x-ndjson"]) -> None: ...

    def import_files(
        self,
        *,
        picture: FileInput | MISSING = MISSING,
        content_type: str | MISSING = MISSING,
        others: list[FileInput] | MISSING = MISSING,
        notes: str | None | MISSING = MISSING,
        thing: NoneModel | MISSING = MISSING,
        body: Import | bytes | Iterable[MyThing] | None = None,
        media_type: Literal["multipart/form-data", "application/x-ndjson"] = "multipart/form-data",
    ) -> None:
        """PUT /v1/things/import.

        Args:
            body: All fields of the body at once, instead of one by one, or a body of another media
                type.
            media_type: The media type of the body.
        """
        return self._client.send(
            _IMPORT_FILES,
            Arguments(
                body=optional_body_of(
                    Import, body, picture=picture, content_type=content_type, others=others, notes=notes, thing=thing
                ),
                media_type=media_type,
            ),
        )

    @overload
    def import_form(
        self, *, class_: str, ids: list[int] | MISSING = MISSING, where: ImportFormRequestWhere | MISSING = MISSING
    ) -> dict[str, Any] | str: ...

    @overload
    def import_form(self, *, body: ImportFormRequest) -> dict[str, Any] | str: ...

    def import_form(
        self,
        *,
        class_: str | MISSING = MISSING,
        ids: list[int] | MISSING = MISSING,
        where: ImportFormRequestWhere | MISSING = MISSING,
        body: ImportFormRequest | None = None,
    ) -> dict[str, Any] | str:
        """POST /v1/things/import.

        Args:
            body: All fields of the body at once, instead of one by one.

        Returns:
            As CSV.
        """
        return self._client.send(
            _IMPORT_FORM, Arguments(body=body_of(ImportFormRequest, body, class_=class_, ids=ids, where=where))
        )


class AsyncBodies:
    """The operations of Bodies."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def import_events(self) -> AsyncEventStream[NoneModel]:
        """GET /v1/things/import.

        Arguments, result and errors are those of `Bodies.import_events`.
        """
        result = await self._client.send(_IMPORT_EVENTS, Arguments())
        return cast(AsyncEventStream[NoneModel], result)

    @overload
    async def import_files(
        self,
        *,
        picture: FileInput,
        content_type: str | MISSING = MISSING,
        others: list[FileInput] | MISSING = MISSING,
        notes: str | None | MISSING = MISSING,
        thing: NoneModel | MISSING = MISSING,
        media_type: Literal["multipart/form-data"] = "multipart/form-data",
    ) -> None: ...

    @overload
    async def import_files(
        self, *, body: Import, media_type: Literal["multipart/form-data"] = "multipart/form-data"
    ) -> None: ...

    @overload
    async def import_files(
        self, *, body: bytes | Iterable[MyThing] | AsyncIterable[MyThing], media_type: Literal["application/x-ndjson"]
    ) -> None: ...

    async def import_files(
        self,
        *,
        picture: FileInput | MISSING = MISSING,
        content_type: str | MISSING = MISSING,
        others: list[FileInput] | MISSING = MISSING,
        notes: str | None | MISSING = MISSING,
        thing: NoneModel | MISSING = MISSING,
        body: Import | bytes | Iterable[MyThing] | AsyncIterable[MyThing] | None = None,
        media_type: Literal["multipart/form-data", "application/x-ndjson"] = "multipart/form-data",
    ) -> None:
        """PUT /v1/things/import.

        Arguments, result and errors are those of `Bodies.import_files`.
        """
        return await self._client.send(
            _IMPORT_FILES,
            Arguments(
                body=optional_body_of(
                    Import, body, picture=picture, content_type=content_type, others=others, notes=notes, thing=thing
                ),
                media_type=media_type,
            ),
        )

    @overload
    async def import_form(
        self, *, class_: str, ids: list[int] | MISSING = MISSING, where: ImportFormRequestWhere | MISSING = MISSING
    ) -> dict[str, Any] | str: ...

    @overload
    async def import_form(self, *, body: ImportFormRequest) -> dict[str, Any] | str: ...

    async def import_form(
        self,
        *,
        class_: str | MISSING = MISSING,
        ids: list[int] | MISSING = MISSING,
        where: ImportFormRequestWhere | MISSING = MISSING,
        body: ImportFormRequest | None = None,
    ) -> dict[str, Any] | str:
        """POST /v1/things/import.

        Arguments, result and errors are those of `Bodies.import_form`.
        """
        return await self._client.send(
            _IMPORT_FORM, Arguments(body=body_of(ImportFormRequest, body, class_=class_, ids=ids, where=where))
        )
