"""Events tell Loops what a contact did, and start workflows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, additional_to, body_of
from ..models import EventSend, MailingListSubscriptions, SuccessResponse

_SEND: Operation[SuccessResponse] = Operation(
    id="sendEvent",
    method="POST",
    path="/v1/events/send",
    results={"200": SuccessResponse},
    idempotency_key="idempotency-key",
)


class Events:
    """Events tell Loops what a contact did, and start workflows."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @overload
    def send(
        self,
        *,
        event_name: str,
        idempotency_key: str | MISSING = MISSING,
        email: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        event_properties: dict[str, Any] | MISSING = MISSING,
        mailing_lists: MailingListSubscriptions | MISSING = MISSING,
        additional_properties: Mapping[str, str | int | float | bool] | MISSING = MISSING,
    ) -> SuccessResponse: ...

    @overload
    def send(self, *, idempotency_key: str | MISSING = MISSING, body: EventSend) -> SuccessResponse: ...

    def send(
        self,
        *,
        event_name: str | MISSING = MISSING,
        idempotency_key: str | MISSING = MISSING,
        email: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        event_properties: dict[str, Any] | MISSING = MISSING,
        mailing_lists: MailingListSubscriptions | MISSING = MISSING,
        additional_properties: Mapping[str, str | int | float | bool] | MISSING = MISSING,
        body: EventSend | None = None,
    ) -> SuccessResponse:
        """Send an event.

        Sends an event of a contact, which starts the workflows that wait for it. At least one of
        `email` and `user_id` is required. With both, a contact that has either is taken and the
        other is overwritten; where no contact matches, one is created. Keys that are not listed set
        contact properties. A string in the body may be up to 500 characters long.

        Args:
            event_name: The name of the event, exactly as in Loops.
            idempotency_key: A key that keeps the request from being carried out twice. A key that
                was used within the last 24 hours leads to 409, and the first response is not
                repeated. At most 100 characters.
            email: The email address of the contact.
            user_id: The user ID that the team gave the contact.
            event_properties: Data for the emails that the event leads to. Strings, numbers,
                booleans and dates are documented as values.
            mailing_lists: The mailing lists to put the contact on, or to take it off.
            additional_properties: Properties that have no argument of their own, by their names in
                the API.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The event is accepted.

        Raises:
            BadRequestError: The body is not valid, for example because `event_name` is missing.
            UnauthorizedError: The API key is not valid.
            MethodNotAllowedError: The path does not support the HTTP method.
            ConflictError: The idempotency key was used within the last 24 hours.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _SEND,
            Arguments(
                headers={"Idempotency-Key": idempotency_key},
                body=body_of(
                    EventSend,
                    body,
                    event_name=event_name,
                    email=email,
                    user_id=user_id,
                    event_properties=event_properties,
                    mailing_lists=mailing_lists,
                    **additional_to(EventSend, additional_properties),
                ),
            ),
        )


class AsyncEvents:
    """Events tell Loops what a contact did, and start workflows."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @overload
    async def send(
        self,
        *,
        event_name: str,
        idempotency_key: str | MISSING = MISSING,
        email: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        event_properties: dict[str, Any] | MISSING = MISSING,
        mailing_lists: MailingListSubscriptions | MISSING = MISSING,
        additional_properties: Mapping[str, str | int | float | bool] | MISSING = MISSING,
    ) -> SuccessResponse: ...

    @overload
    async def send(self, *, idempotency_key: str | MISSING = MISSING, body: EventSend) -> SuccessResponse: ...

    async def send(
        self,
        *,
        event_name: str | MISSING = MISSING,
        idempotency_key: str | MISSING = MISSING,
        email: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        event_properties: dict[str, Any] | MISSING = MISSING,
        mailing_lists: MailingListSubscriptions | MISSING = MISSING,
        additional_properties: Mapping[str, str | int | float | bool] | MISSING = MISSING,
        body: EventSend | None = None,
    ) -> SuccessResponse:
        """Send an event.

        Arguments, result and errors are those of `Events.send`.
        """
        return await self._client.send(
            _SEND,
            Arguments(
                headers={"Idempotency-Key": idempotency_key},
                body=body_of(
                    EventSend,
                    body,
                    event_name=event_name,
                    email=email,
                    user_id=user_id,
                    event_properties=event_properties,
                    mailing_lists=mailing_lists,
                    **additional_to(EventSend, additional_properties),
                ),
            ),
        )
