"""Addresses on a verified domain that campaigns come from."""

from __future__ import annotations

from typing import overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from ..models import MessageResponse, SenderCreate, SenderResponse

_CREATE: Operation[SenderResponse] = Operation(
    id="createSender",
    method="POST",
    path="/senders",
    results={"2XX": SenderResponse},
)

_DELETE: Operation[MessageResponse] = Operation(
    id="deleteSender",
    method="DELETE",
    path="/senders/{senderId}",
    results={"200": MessageResponse},
)


class Senders:
    """Addresses on a verified domain that campaigns come from."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @overload
    def create(
        self, *, email: str, name: str | MISSING = MISSING, reply_to: str | MISSING = MISSING
    ) -> SenderResponse: ...

    @overload
    def create(self, *, body: SenderCreate) -> SenderResponse: ...

    def create(
        self,
        *,
        email: str | MISSING = MISSING,
        name: str | MISSING = MISSING,
        reply_to: str | MISSING = MISSING,
        body: SenderCreate | None = None,
    ) -> SenderResponse:
        """Create a sender.

        Stores an address that campaigns may come from. The project must have verified its domain,
        and cannot have one address twice; otherwise the call is refused, with a status and body
        that the stored copies do not show.

        Args:
            email: The address, on a domain that is verified in the project.
            name: The name shown beside the address. At most 200 characters.
            reply_to: The address that replies go to.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The sender exists.

        Raises:
            BadRequestError: The request is malformed: broken JSON, a missing field, a wrong type or
                a value beyond its limit.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(
            _CREATE, Arguments(body=body_of(SenderCreate, body, email=email, name=name, reply_to=reply_to))
        )

    def delete(self, sender_id: str) -> MessageResponse:
        """Delete a sender.

        Deletes a sender that no active campaign or automation uses.

        Args:
            sender_id: The ID of the sender.

        Returns:
            The sender is gone.

        Raises:
            BadRequestError: An active campaign or automation uses the sender.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            NotFoundError: The project has no sender with this ID.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(_DELETE, Arguments(path={"senderId": sender_id}))


class AsyncSenders:
    """Addresses on a verified domain that campaigns come from."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @overload
    async def create(
        self, *, email: str, name: str | MISSING = MISSING, reply_to: str | MISSING = MISSING
    ) -> SenderResponse: ...

    @overload
    async def create(self, *, body: SenderCreate) -> SenderResponse: ...

    async def create(
        self,
        *,
        email: str | MISSING = MISSING,
        name: str | MISSING = MISSING,
        reply_to: str | MISSING = MISSING,
        body: SenderCreate | None = None,
    ) -> SenderResponse:
        """Create a sender.

        Arguments, result and errors are those of `Senders.create`.
        """
        return await self._client.send(
            _CREATE, Arguments(body=body_of(SenderCreate, body, email=email, name=name, reply_to=reply_to))
        )

    async def delete(self, sender_id: str) -> MessageResponse:
        """Delete a sender.

        Arguments, result and errors are those of `Senders.delete`.
        """
        return await self._client.send(_DELETE, Arguments(path={"senderId": sender_id}))
