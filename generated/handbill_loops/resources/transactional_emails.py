"""Transactional emails go to one recipient each, when a call asks for it."""

from __future__ import annotations

import builtins
from typing import Any, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from .._pages import AsyncPages, Pages, Paging
from ..models import (
    Attachment,
    DeliveryMetrics,
    PublishedTransactionalEmail,
    PublishedTransactionalEmailList,
    SuccessResponse,
    TransactionalEmail,
    TransactionalEmailCreate,
    TransactionalEmailDraft,
    TransactionalEmailList,
    TransactionalEmailSend,
    TransactionalEmailUpdate,
)

_LIST_PUBLISHED: Operation[PublishedTransactionalEmailList] = Operation(
    id="listPublishedTransactionalEmails",
    method="GET",
    path="/v1/transactional",
    results={"200": PublishedTransactionalEmailList},
)
_LIST_PUBLISHED_PAGES = Paging(
    style="cursor",
    items=("data",),
    following=("pagination", "next_cursor"),
)

_SEND: Operation[SuccessResponse] = Operation(
    id="sendTransactionalEmail",
    method="POST",
    path="/v1/transactional",
    results={"200": SuccessResponse},
    idempotency_key="idempotency-key",
)

_LIST: Operation[TransactionalEmailList] = Operation(
    id="listTransactionalEmails",
    method="GET",
    path="/v1/transactional-emails",
    results={"200": TransactionalEmailList},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("data",),
    following=("pagination", "next_cursor"),
)

_CREATE: Operation[TransactionalEmailDraft] = Operation(
    id="createTransactionalEmail",
    method="POST",
    path="/v1/transactional-emails",
    results={"201": TransactionalEmailDraft},
)

_GET: Operation[TransactionalEmail] = Operation(
    id="getTransactionalEmail",
    method="GET",
    path="/v1/transactional-emails/{transactionalId}",
    results={"200": TransactionalEmail},
)

_UPDATE: Operation[TransactionalEmail] = Operation(
    id="updateTransactionalEmail",
    method="POST",
    path="/v1/transactional-emails/{transactionalId}",
    results={"200": TransactionalEmail},
)

_ENSURE_DRAFT: Operation[TransactionalEmailDraft] = Operation(
    id="ensureTransactionalDraft",
    method="POST",
    path="/v1/transactional-emails/{transactionalId}/draft",
    results={"200": TransactionalEmailDraft},
)

_PUBLISH: Operation[TransactionalEmail] = Operation(
    id="publishTransactionalEmail",
    method="POST",
    path="/v1/transactional-emails/{transactionalId}/publish",
    results={"200": TransactionalEmail},
)

_GET_METRICS: Operation[DeliveryMetrics] = Operation(
    id="getTransactionalEmailMetrics",
    method="GET",
    path="/v1/transactional-emails/{transactionalId}/metrics",
    results={"200": DeliveryMetrics},
)


class TransactionalEmails:
    """Transactional emails go to one recipient each, when a call asks for it."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list_published(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> Pages[PublishedTransactionalEmailList, PublishedTransactionalEmail]:
        """List published transactional emails.

        Deprecated.

        Reads the published transactional emails of the team, one page at a time. The operation is
        deprecated; `listTransactionalEmails` takes its place.

        Args:
            per_page: The number of items on a page, from 10 to 50, written as a string of digits.
                Matches `^([1-4][0-9]|50)$`. The server's default is `"20"`.
            cursor: The `pagination.next_cursor` of the page before. The first page needs none.

        Returns:
            The items, page after page as they are asked for; its `pages()` gives the pages
            themselves.

        Raises:
            UnauthorizedError: The API key is not valid.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """

        def fetch(cursor: str | MISSING) -> PublishedTransactionalEmailList:
            return self._client.send(_LIST_PUBLISHED, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return Pages(fetch, cursor, _LIST_PUBLISHED_PAGES)

    @overload
    def send(
        self,
        *,
        email: str,
        transactional_id: str,
        idempotency_key: str | MISSING = MISSING,
        add_to_audience: bool | MISSING = MISSING,
        data_variables: dict[str, str | int | float | builtins.list[Any]] | MISSING = MISSING,
        attachments: builtins.list[Attachment] | MISSING = MISSING,
    ) -> SuccessResponse: ...

    @overload
    def send(self, *, idempotency_key: str | MISSING = MISSING, body: TransactionalEmailSend) -> SuccessResponse: ...

    def send(
        self,
        *,
        email: str | MISSING = MISSING,
        transactional_id: str | MISSING = MISSING,
        idempotency_key: str | MISSING = MISSING,
        add_to_audience: bool | MISSING = MISSING,
        data_variables: dict[str, str | int | float | builtins.list[Any]] | MISSING = MISSING,
        attachments: builtins.list[Attachment] | MISSING = MISSING,
        body: TransactionalEmailSend | None = None,
    ) -> SuccessResponse:
        """Send a transactional email.

        Sends a published transactional email to one recipient. `data_variables` fills in what the
        email leaves open; an optional variable can be empty or missing. Attachments work only after
        the support of Loops has enabled them. An `Idempotency-Key` guards against a second send: a
        key that was used in the last 24 hours leads to 409. The body may be up to 4 MB large, and a
        string in it up to 500 characters long.

        Args:
            email: The email address of the recipient.
            transactional_id: The ID of the transactional email.
            idempotency_key: A key that keeps the request from being carried out twice. A key that
                was used within the last 24 hours leads to 409, and the first response is not
                repeated. At most 100 characters.
            add_to_audience: Whether the recipient becomes a contact if no contact has the address
                yet. The server's default is `false`.
            data_variables: The values of the data variables, by variable name: strings, numbers, or
                arrays for variables that repeat a block. An optional variable can be empty or
                missing.
            attachments: The files to send along. Loops support has to enable attachments first.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The email is accepted for sending.

        Raises:
            BadRequestError: The body is not valid, the email is not published, or it lacks data
                variables that it requires.
            UnauthorizedError: The API key is not valid.
            NotFoundError: The transactional email does not exist.
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
                    TransactionalEmailSend,
                    body,
                    email=email,
                    transactional_id=transactional_id,
                    add_to_audience=add_to_audience,
                    data_variables=data_variables,
                    attachments=attachments,
                ),
            ),
        )

    def list(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> Pages[TransactionalEmailList, TransactionalEmail]:
        """List transactional emails.

        Reads the transactional emails of the team, published or not, one page at a time. The newest
        comes first.

        Args:
            per_page: The number of items on a page, from 10 to 50, written as a string of digits.
                Matches `^([1-4][0-9]|50)$`. The server's default is `"20"`.
            cursor: The `pagination.next_cursor` of the page before. The first page needs none.

        Returns:
            The items, page after page as they are asked for; its `pages()` gives the pages
            themselves.

        Raises:
            BadRequestError: The value of `per_page` is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """

        def fetch(cursor: str | MISSING) -> TransactionalEmailList:
            return self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return Pages(fetch, cursor, _LIST_PAGES)

    @overload
    def create(self, *, name: str, transactional_group_id: str | MISSING = MISSING) -> TransactionalEmailDraft: ...

    @overload
    def create(self, *, body: TransactionalEmailCreate) -> TransactionalEmailDraft: ...

    def create(
        self,
        *,
        name: str | MISSING = MISSING,
        transactional_group_id: str | MISSING = MISSING,
        body: TransactionalEmailCreate | None = None,
    ) -> TransactionalEmailDraft:
        """Create a transactional email.

        Adds a transactional email, along with an email message that is still empty: its draft.
        Subject, sender and content are then written to that message, whose ID is
        `draft_email_message_id`; the first write sends `draft_email_message_content_revision_id` as
        its `expected_revision_id`. After that, the draft can be published. The team needs a sending
        domain.

        Args:
            name: The name of the transactional email.
            transactional_group_id: The group to put the transactional email in, by ID. Without it,
                the email joins the default group of the team.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The transactional email is created, with a draft.

        Raises:
            BadRequestError: The body is not valid, or the team lacks a sending domain.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _CREATE,
            Arguments(
                body=body_of(TransactionalEmailCreate, body, name=name, transactional_group_id=transactional_group_id)
            ),
        )

    def get(self, transactional_id: str) -> TransactionalEmail:
        """Get a transactional email.

        Reads one transactional email.

        Args:
            transactional_id: The ID of the transactional email.

        Returns:
            The transactional email.

        Raises:
            BadRequestError: The ID of the transactional email is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The transactional email does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_GET, Arguments(path={"transactionalId": transactional_id}))

    def update(
        self,
        transactional_id: str,
        *,
        name: str | MISSING = MISSING,
        transactional_group_id: str | MISSING = MISSING,
        body: TransactionalEmailUpdate | None = None,
    ) -> TransactionalEmail:
        """Update a transactional email.

        Changes the name of a transactional email, moves it to another group, or both. What it says
        is changed through the email message API.

        Args:
            transactional_id: The ID of the transactional email.
            name: The new name of the transactional email.
            transactional_group_id: The group to move the transactional email to, by ID.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The transactional email after the change.

        Raises:
            BadRequestError: The body is not valid or names no field, or the ID of the transactional
                email is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The transactional email does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _UPDATE,
            Arguments(
                path={"transactionalId": transactional_id},
                body=body_of(TransactionalEmailUpdate, body, name=name, transactional_group_id=transactional_group_id),
            ),
        )

    def ensure_draft(self, transactional_id: str) -> TransactionalEmailDraft:
        """Make sure that there is a draft.

        Gives a transactional email a draft to write to. A draft that exists already comes back as
        it is; otherwise a new one starts out from the version published last, or empty. The call
        takes no body.

        Args:
            transactional_id: The ID of the transactional email.

        Returns:
            The transactional email with its draft.

        Raises:
            BadRequestError: The ID of the transactional email is not valid, or the team lacks a
                sending domain.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The transactional email does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_ENSURE_DRAFT, Arguments(path={"transactionalId": transactional_id}))

    def publish(self, transactional_id: str) -> TransactionalEmail:
        """Publish the draft of a transactional email.

        Turns the draft into the published version, which is what a send uses from then on. The
        transactional email has no draft afterwards. The call takes no body.

        Args:
            transactional_id: The ID of the transactional email.

        Returns:
            The transactional email after publishing.

        Raises:
            BadRequestError: The ID of the transactional email is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The transactional email does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            ConflictError: The transactional email has no draft.
            UnprocessableContentError: The draft does not pass validation, its content counts as
                unsafe, or the domain is not verified.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_PUBLISH, Arguments(path={"transactionalId": transactional_id}))

    def get_metrics(self, transactional_id: str) -> DeliveryMetrics:
        """Get the metrics of a transactional email.

        Counts what became of the sends of a transactional email, over all time and all its
        published versions. The operation is recent; no parameter for a range of time is documented.

        Args:
            transactional_id: The ID of the transactional email.

        Returns:
            The counts.

        Raises:
            BadRequestError: The ID of the transactional email is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The transactional email does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_GET_METRICS, Arguments(path={"transactionalId": transactional_id}))


class AsyncTransactionalEmails:
    """Transactional emails go to one recipient each, when a call asks for it."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list_published(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> AsyncPages[PublishedTransactionalEmailList, PublishedTransactionalEmail]:
        """List published transactional emails.

        Arguments, result and errors are those of `TransactionalEmails.list_published`.
        """

        async def fetch(cursor: str | MISSING) -> PublishedTransactionalEmailList:
            return await self._client.send(_LIST_PUBLISHED, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return AsyncPages(fetch, cursor, _LIST_PUBLISHED_PAGES)

    @overload
    async def send(
        self,
        *,
        email: str,
        transactional_id: str,
        idempotency_key: str | MISSING = MISSING,
        add_to_audience: bool | MISSING = MISSING,
        data_variables: dict[str, str | int | float | builtins.list[Any]] | MISSING = MISSING,
        attachments: builtins.list[Attachment] | MISSING = MISSING,
    ) -> SuccessResponse: ...

    @overload
    async def send(
        self, *, idempotency_key: str | MISSING = MISSING, body: TransactionalEmailSend
    ) -> SuccessResponse: ...

    async def send(
        self,
        *,
        email: str | MISSING = MISSING,
        transactional_id: str | MISSING = MISSING,
        idempotency_key: str | MISSING = MISSING,
        add_to_audience: bool | MISSING = MISSING,
        data_variables: dict[str, str | int | float | builtins.list[Any]] | MISSING = MISSING,
        attachments: builtins.list[Attachment] | MISSING = MISSING,
        body: TransactionalEmailSend | None = None,
    ) -> SuccessResponse:
        """Send a transactional email.

        Arguments, result and errors are those of `TransactionalEmails.send`.
        """
        return await self._client.send(
            _SEND,
            Arguments(
                headers={"Idempotency-Key": idempotency_key},
                body=body_of(
                    TransactionalEmailSend,
                    body,
                    email=email,
                    transactional_id=transactional_id,
                    add_to_audience=add_to_audience,
                    data_variables=data_variables,
                    attachments=attachments,
                ),
            ),
        )

    def list(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> AsyncPages[TransactionalEmailList, TransactionalEmail]:
        """List transactional emails.

        Arguments, result and errors are those of `TransactionalEmails.list`.
        """

        async def fetch(cursor: str | MISSING) -> TransactionalEmailList:
            return await self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return AsyncPages(fetch, cursor, _LIST_PAGES)

    @overload
    async def create(
        self, *, name: str, transactional_group_id: str | MISSING = MISSING
    ) -> TransactionalEmailDraft: ...

    @overload
    async def create(self, *, body: TransactionalEmailCreate) -> TransactionalEmailDraft: ...

    async def create(
        self,
        *,
        name: str | MISSING = MISSING,
        transactional_group_id: str | MISSING = MISSING,
        body: TransactionalEmailCreate | None = None,
    ) -> TransactionalEmailDraft:
        """Create a transactional email.

        Arguments, result and errors are those of `TransactionalEmails.create`.
        """
        return await self._client.send(
            _CREATE,
            Arguments(
                body=body_of(TransactionalEmailCreate, body, name=name, transactional_group_id=transactional_group_id)
            ),
        )

    async def get(self, transactional_id: str) -> TransactionalEmail:
        """Get a transactional email.

        Arguments, result and errors are those of `TransactionalEmails.get`.
        """
        return await self._client.send(_GET, Arguments(path={"transactionalId": transactional_id}))

    async def update(
        self,
        transactional_id: str,
        *,
        name: str | MISSING = MISSING,
        transactional_group_id: str | MISSING = MISSING,
        body: TransactionalEmailUpdate | None = None,
    ) -> TransactionalEmail:
        """Update a transactional email.

        Arguments, result and errors are those of `TransactionalEmails.update`.
        """
        return await self._client.send(
            _UPDATE,
            Arguments(
                path={"transactionalId": transactional_id},
                body=body_of(TransactionalEmailUpdate, body, name=name, transactional_group_id=transactional_group_id),
            ),
        )

    async def ensure_draft(self, transactional_id: str) -> TransactionalEmailDraft:
        """Make sure that there is a draft.

        Arguments, result and errors are those of `TransactionalEmails.ensure_draft`.
        """
        return await self._client.send(_ENSURE_DRAFT, Arguments(path={"transactionalId": transactional_id}))

    async def publish(self, transactional_id: str) -> TransactionalEmail:
        """Publish the draft of a transactional email.

        Arguments, result and errors are those of `TransactionalEmails.publish`.
        """
        return await self._client.send(_PUBLISH, Arguments(path={"transactionalId": transactional_id}))

    async def get_metrics(self, transactional_id: str) -> DeliveryMetrics:
        """Get the metrics of a transactional email.

        Arguments, result and errors are those of `TransactionalEmails.get_metrics`.
        """
        return await self._client.send(_GET_METRICS, Arguments(path={"transactionalId": transactional_id}))
