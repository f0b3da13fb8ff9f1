"""Groups of addresses that get no more email of one kind. Campaigns and emails name them in
`unsubscribe_group_id`.
"""

from __future__ import annotations

from typing import overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from ..models import EmailSuppression, EmailSuppressionResponse, SuppressionGroupCreate, SuppressionGroupResponse

_CREATE: Operation[SuppressionGroupResponse] = Operation(
    id="createSuppressionGroup",
    method="POST",
    path="/suppression-groups",
    results={"200": SuppressionGroupResponse},
)

_SUPPRESS_EMAILS: Operation[EmailSuppressionResponse] = Operation(
    id="suppressEmails",
    method="POST",
    path="/suppression-groups/emails/suppress",
    results={"200": EmailSuppressionResponse},
)


class SuppressionGroups:
    """Groups of addresses that get no more email of one kind. Campaigns and emails name them in
    `unsubscribe_group_id`.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    @overload
    def create(
        self, *, name: str, description: str | MISSING = MISSING, is_active: bool | MISSING = MISSING
    ) -> SuppressionGroupResponse: ...

    @overload
    def create(self, *, body: SuppressionGroupCreate) -> SuppressionGroupResponse: ...

    def create(
        self,
        *,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        is_active: bool | MISSING = MISSING,
        body: SuppressionGroupCreate | None = None,
    ) -> SuppressionGroupResponse:
        """Create a suppression group.

        Creates a group that addresses are suppressed in. A campaign or an email names it in
        `unsubscribe_group_id`.

        Args:
            name: The name of the group. 1 to 200 characters.
            description: What the group is for.
            is_active: Whether the group is active. The server's default is `true`.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The group exists.

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
            _CREATE,
            Arguments(
                body=body_of(SuppressionGroupCreate, body, name=name, description=description, is_active=is_active)
            ),
        )

    @overload
    def suppress_emails(
        self,
        *,
        emails: list[str],
        group_id: str | MISSING = MISSING,
        reason: str | MISSING = MISSING,
        is_global: bool | MISSING = MISSING,
    ) -> EmailSuppressionResponse: ...

    @overload
    def suppress_emails(self, *, body: EmailSuppression) -> EmailSuppressionResponse: ...

    def suppress_emails(
        self,
        *,
        emails: list[str] | MISSING = MISSING,
        group_id: str | MISSING = MISSING,
        reason: str | MISSING = MISSING,
        is_global: bool | MISSING = MISSING,
        body: EmailSuppression | None = None,
    ) -> EmailSuppressionResponse:
        """Suppress email addresses.

        Suppresses addresses in one group, in the default group where none is named, or in the
        global list. Taking an address out again is not part of this contract.

        Args:
            emails: The addresses. At least 1 item.
            group_id: The group to suppress the addresses in, by its ID. Without it they go to the
                default group.
            reason: Why the addresses are suppressed, for reports. Shown are `unsubscribed`,
                `bounced` and `spam_complaint`; the documentation does not close the set.
            is_global: Whether to suppress the addresses in the global list and not in a group of
                the project.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The addresses are suppressed.

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
            _SUPPRESS_EMAILS,
            Arguments(
                body=body_of(
                    EmailSuppression, body, emails=emails, group_id=group_id, reason=reason, is_global=is_global
                )
            ),
        )


class AsyncSuppressionGroups:
    """Groups of addresses that get no more email of one kind. Campaigns and emails name them in
    `unsubscribe_group_id`.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @overload
    async def create(
        self, *, name: str, description: str | MISSING = MISSING, is_active: bool | MISSING = MISSING
    ) -> SuppressionGroupResponse: ...

    @overload
    async def create(self, *, body: SuppressionGroupCreate) -> SuppressionGroupResponse: ...

    async def create(
        self,
        *,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        is_active: bool | MISSING = MISSING,
        body: SuppressionGroupCreate | None = None,
    ) -> SuppressionGroupResponse:
        """Create a suppression group.

        Arguments, result and errors are those of `SuppressionGroups.create`.
        """
        return await self._client.send(
            _CREATE,
            Arguments(
                body=body_of(SuppressionGroupCreate, body, name=name, description=description, is_active=is_active)
            ),
        )

    @overload
    async def suppress_emails(
        self,
        *,
        emails: list[str],
        group_id: str | MISSING = MISSING,
        reason: str | MISSING = MISSING,
        is_global: bool | MISSING = MISSING,
    ) -> EmailSuppressionResponse: ...

    @overload
    async def suppress_emails(self, *, body: EmailSuppression) -> EmailSuppressionResponse: ...

    async def suppress_emails(
        self,
        *,
        emails: list[str] | MISSING = MISSING,
        group_id: str | MISSING = MISSING,
        reason: str | MISSING = MISSING,
        is_global: bool | MISSING = MISSING,
        body: EmailSuppression | None = None,
    ) -> EmailSuppressionResponse:
        """Suppress email addresses.

        Arguments, result and errors are those of `SuppressionGroups.suppress_emails`.
        """
        return await self._client.send(
            _SUPPRESS_EMAILS,
            Arguments(
                body=body_of(
                    EmailSuppression, body, emails=emails, group_id=group_id, reason=reason, is_global=is_global
                )
            ),
        )
