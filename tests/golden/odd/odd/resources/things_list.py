"""The operations of ThingsList."""

from __future__ import annotations

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation
from ..models import GETV1ThingsListQuery, GETV1ThingsListWhere, MyThing, MyThingModel

_GET_V1: Operation[list[MyThing] | MyThingModel] = Operation(
    id="GET /v1/things.list",
    method="GET",
    path="/v1/things.list",
    results={"200": list[MyThing], "206": MyThingModel},
    styles={
        "query": {
            "ids": ("form", False),
            "tags": ("pipeDelimited", False),
            "where": ("deepObject", True),
            "query": ("json", True),
        }
    },
)


class ThingsList:
    """The operations of ThingsList."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def get_v1(
        self,
        *,
        class_: str | MISSING = MISSING,
        filter_name: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        user_id_query: str | MISSING = MISSING,
        ids: list[int] | MISSING = MISSING,
        tags: list[str] | MISSING = MISSING,
        where: GETV1ThingsListWhere | MISSING = MISSING,
        query: GETV1ThingsListQuery | MISSING = MISSING,
        x_trace: list[str] | MISSING = MISSING,
        seen: list[str] | MISSING = MISSING,
    ) -> list[MyThing] | MyThingModel:
        """GET /v1/things.list.

        Returns:
            Things.

        Raises:
            UnlistedStatusError: Anything else.
        """
        return self._client.send(
            _GET_V1,
            Arguments(
                query={
                    "class": class_,
                    "filter[name]": filter_name,
                    "userId": user_id,
                    "user_id": user_id_query,
                    "ids": ids,
                    "tags": tags,
                    "where": where,
                    "query": query,
                },
                headers={"X-Trace": x_trace},
                cookies={"seen": seen},
            ),
        )


class AsyncThingsList:
    """The operations of ThingsList."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get_v1(
        self,
        *,
        class_: str | MISSING = MISSING,
        filter_name: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        user_id_query: str | MISSING = MISSING,
        ids: list[int] | MISSING = MISSING,
        tags: list[str] | MISSING = MISSING,
        where: GETV1ThingsListWhere | MISSING = MISSING,
        query: GETV1ThingsListQuery | MISSING = MISSING,
        x_trace: list[str] | MISSING = MISSING,
        seen: list[str] | MISSING = MISSING,
    ) -> list[MyThing] | MyThingModel:
        """GET /v1/things.list.

        Arguments, result and errors are those of `ThingsList.get_v1`.
        """
        return await self._client.send(
            _GET_V1,
            Arguments(
                query={
                    "class": class_,
                    "filter[name]": filter_name,
                    "userId": user_id,
                    "user_id": user_id_query,
                    "ids": ids,
                    "tags": tags,
                    "where": where,
                    "query": query,
                },
                headers={"X-Trace": x_trace},
                cookies={"seen": seen},
            ),
        )
