"""Single emails, sent at once to one recipient or to up to 100."""

from __future__ import annotations

from typing import Any, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from ..models import (
    BulkMailResponse,
    BulkMailSend,
    MailAddress,
    MailAttachment,
    MailRecipient,
    MailReplyTo,
    MailSend,
    MailSendResponse,
)

_SEND: Operation[MailSendResponse] = Operation(
    id="sendMail",
    method="POST",
    path="/mails/send",
    results={"200": MailSendResponse},
)

_SEND_BULK: Operation[BulkMailResponse] = Operation(
    id="sendBulkMail",
    method="POST",
    path="/mails/bulk",
    results={"200": BulkMailResponse},
)


class Mails:
    """Single emails, sent at once to one recipient or to up to 100."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @overload
    def send(
        self,
        *,
        to: MailAddress,
        from_: MailAddress,
        cc: list[MailAddress] | MISSING = MISSING,
        bcc: list[MailAddress] | MISSING = MISSING,
        subject: str | MISSING = MISSING,
        html: str | MISSING = MISSING,
        text: str | MISSING = MISSING,
        template_id: str | MISSING = MISSING,
        dynamic_data: dict[str, Any] | MISSING = MISSING,
        reply_to: MailReplyTo | MISSING = MISSING,
        unsubscribe_group_id: str | MISSING = MISSING,
        tracking_click: bool | MISSING = MISSING,
        tracking_open: bool | MISSING = MISSING,
        headers: dict[str, str] | MISSING = MISSING,
        attachments: list[MailAttachment] | MISSING = MISSING,
        bypass_suppressions: bool | MISSING = MISSING,
    ) -> MailSendResponse: ...

    @overload
    def send(self, *, body: MailSend) -> MailSendResponse: ...

    def send(
        self,
        *,
        to: MailAddress | MISSING = MISSING,
        from_: MailAddress | MISSING = MISSING,
        cc: list[MailAddress] | MISSING = MISSING,
        bcc: list[MailAddress] | MISSING = MISSING,
        subject: str | MISSING = MISSING,
        html: str | MISSING = MISSING,
        text: str | MISSING = MISSING,
        template_id: str | MISSING = MISSING,
        dynamic_data: dict[str, Any] | MISSING = MISSING,
        reply_to: MailReplyTo | MISSING = MISSING,
        unsubscribe_group_id: str | MISSING = MISSING,
        tracking_click: bool | MISSING = MISSING,
        tracking_open: bool | MISSING = MISSING,
        headers: dict[str, str] | MISSING = MISSING,
        attachments: list[MailAttachment] | MISSING = MISSING,
        bypass_suppressions: bool | MISSING = MISSING,
        body: MailSend | None = None,
    ) -> MailSendResponse:
        """Send an email.

        Queues one email to one recipient, with copies to others; `to`, `cc` and `bcc` hold no more
        than 50 addresses together. The content comes from a template or from `html` and `text`, and
        needs a `subject` where there is no template. A rejected email is reported to come with
        status 200 and `success` false. A repeated call sends a second email: an `Idempotency-Key`
        header was documented once and is no longer.

        Args:
            to: The one recipient.
            from_: The sender, on a domain that is verified in the project.
            cc: Who gets a copy that the others see.
            bcc: Who gets a copy that the others do not see.
            subject: The subject line. Required without `template_id`. At most 998 characters.
            html: The content as HTML, in which Handlebars expressions may stand. This or `text` is
                required without `template_id`.
            text: The content as plain text. This or `html` is required without `template_id`.
            template_id: The ID of the template with the content.
            dynamic_data: The values of Handlebars variables, by name.
            reply_to: The address that replies go to.
            unsubscribe_group_id: The ID of the suppression group that recipients unsubscribe from.
            tracking_click: Whether clicks are tracked. Without it the setting of the project holds.
            tracking_open: Whether opens are tracked. Without it the setting of the project holds.
            headers: Further headers of the email by name, at most 20 by the account of a third
                party.
            attachments: The files that go with the email, at most 20 by the account of a third
                party.
            bypass_suppressions: Whether to send to addresses that are suppressed as well.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The email is queued, or rejected: `success` tells which. That it has left is not known
            yet.

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
            _SEND,
            Arguments(
                body=body_of(
                    MailSend,
                    body,
                    to=to,
                    from_=from_,
                    cc=cc,
                    bcc=bcc,
                    subject=subject,
                    html=html,
                    text=text,
                    template_id=template_id,
                    dynamic_data=dynamic_data,
                    reply_to=reply_to,
                    unsubscribe_group_id=unsubscribe_group_id,
                    tracking_click=tracking_click,
                    tracking_open=tracking_open,
                    headers=headers,
                    attachments=attachments,
                    bypass_suppressions=bypass_suppressions,
                )
            ),
        )

    @overload
    def send_bulk(
        self,
        *,
        recipients: list[MailRecipient],
        from_: MailAddress,
        subject: str | MISSING = MISSING,
        html: str | MISSING = MISSING,
        text: str | MISSING = MISSING,
        template_id: str | MISSING = MISSING,
        dynamic_data: dict[str, Any] | MISSING = MISSING,
        reply_to: MailReplyTo | MISSING = MISSING,
        unsubscribe_group_id: str | MISSING = MISSING,
        tracking_click: bool | MISSING = MISSING,
        tracking_open: bool | MISSING = MISSING,
        headers: dict[str, str] | MISSING = MISSING,
        attachments: list[MailAttachment] | MISSING = MISSING,
        bypass_suppressions: bool | MISSING = MISSING,
    ) -> BulkMailResponse: ...

    @overload
    def send_bulk(self, *, body: BulkMailSend) -> BulkMailResponse: ...

    def send_bulk(
        self,
        *,
        recipients: list[MailRecipient] | MISSING = MISSING,
        from_: MailAddress | MISSING = MISSING,
        subject: str | MISSING = MISSING,
        html: str | MISSING = MISSING,
        text: str | MISSING = MISSING,
        template_id: str | MISSING = MISSING,
        dynamic_data: dict[str, Any] | MISSING = MISSING,
        reply_to: MailReplyTo | MISSING = MISSING,
        unsubscribe_group_id: str | MISSING = MISSING,
        tracking_click: bool | MISSING = MISSING,
        tracking_open: bool | MISSING = MISSING,
        headers: dict[str, str] | MISSING = MISSING,
        attachments: list[MailAttachment] | MISSING = MISSING,
        bypass_suppressions: bool | MISSING = MISSING,
        body: BulkMailSend | None = None,
    ) -> BulkMailResponse:
        """Send an email to many recipients.

        Queues the same email to 1 to 100 recipients, each of whom may have values and copies of
        their own. A repeated call sends every email again.

        Args:
            recipients: Who gets the email. 1 to 100 items.
            from_: The sender, on a domain that is verified in the project.
            subject: The subject line. Required without `template_id`. At most 998 characters.
            html: The content as HTML, in which Handlebars expressions may stand. This or `text` is
                required without `template_id`.
            text: The content as plain text. This or `html` is required without `template_id`.
            template_id: The ID of the template with the content.
            dynamic_data: The values of Handlebars variables for all recipients, by name.
            reply_to: The address that replies go to.
            unsubscribe_group_id: The ID of the suppression group that recipients unsubscribe from.
            tracking_click: Whether clicks are tracked. Without it the setting of the project holds.
            tracking_open: Whether opens are tracked. Without it the setting of the project holds.
            headers: Further headers of the email by name, at most 20 by the account of a third
                party.
            attachments: The files that go with the email, at most 20 by the account of a third
                party.
            bypass_suppressions: Whether to send to addresses that are suppressed as well.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The emails are queued as far as `success_count` says.

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
            _SEND_BULK,
            Arguments(
                body=body_of(
                    BulkMailSend,
                    body,
                    recipients=recipients,
                    from_=from_,
                    subject=subject,
                    html=html,
                    text=text,
                    template_id=template_id,
                    dynamic_data=dynamic_data,
                    reply_to=reply_to,
                    unsubscribe_group_id=unsubscribe_group_id,
                    tracking_click=tracking_click,
                    tracking_open=tracking_open,
                    headers=headers,
                    attachments=attachments,
                    bypass_suppressions=bypass_suppressions,
                )
            ),
        )


class AsyncMails:
    """Single emails, sent at once to one recipient or to up to 100."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @overload
    async def send(
        self,
        *,
        to: MailAddress,
        from_: MailAddress,
        cc: list[MailAddress] | MISSING = MISSING,
        bcc: list[MailAddress] | MISSING = MISSING,
        subject: str | MISSING = MISSING,
        html: str | MISSING = MISSING,
        text: str | MISSING = MISSING,
        template_id: str | MISSING = MISSING,
        dynamic_data: dict[str, Any] | MISSING = MISSING,
        reply_to: MailReplyTo | MISSING = MISSING,
        unsubscribe_group_id: str | MISSING = MISSING,
        tracking_click: bool | MISSING = MISSING,
        tracking_open: bool | MISSING = MISSING,
        headers: dict[str, str] | MISSING = MISSING,
        attachments: list[MailAttachment] | MISSING = MISSING,
        bypass_suppressions: bool | MISSING = MISSING,
    ) -> MailSendResponse: ...

    @overload
    async def send(self, *, body: MailSend) -> MailSendResponse: ...

    async def send(
        self,
        *,
        to: MailAddress | MISSING = MISSING,
        from_: MailAddress | MISSING = MISSING,
        cc: list[MailAddress] | MISSING = MISSING,
        bcc: list[MailAddress] | MISSING = MISSING,
        subject: str | MISSING = MISSING,
        html: str | MISSING = MISSING,
        text: str | MISSING = MISSING,
        template_id: str | MISSING = MISSING,
        dynamic_data: dict[str, Any] | MISSING = MISSING,
        reply_to: MailReplyTo | MISSING = MISSING,
        unsubscribe_group_id: str | MISSING = MISSING,
        tracking_click: bool | MISSING = MISSING,
        tracking_open: bool | MISSING = MISSING,
        headers: dict[str, str] | MISSING = MISSING,
        attachments: list[MailAttachment] | MISSING = MISSING,
        bypass_suppressions: bool | MISSING = MISSING,
        body: MailSend | None = None,
    ) -> MailSendResponse:
        """Send an email.

        Arguments, result and errors are those of `Mails.send`.
        """
        return await self._client.send(
            _SEND,
            Arguments(
                body=body_of(
                    MailSend,
                    body,
                    to=to,
                    from_=from_,
                    cc=cc,
                    bcc=bcc,
                    subject=subject,
                    html=html,
                    text=text,
                    template_id=template_id,
                    dynamic_data=dynamic_data,
                    reply_to=reply_to,
                    unsubscribe_group_id=unsubscribe_group_id,
                    tracking_click=tracking_click,
                    tracking_open=tracking_open,
                    headers=headers,
                    attachments=attachments,
                    bypass_suppressions=bypass_suppressions,
                )
            ),
        )

    @overload
    async def send_bulk(
        self,
        *,
        recipients: list[MailRecipient],
        from_: MailAddress,
        subject: str | MISSING = MISSING,
        html: str | MISSING = MISSING,
        text: str | MISSING = MISSING,
        template_id: str | MISSING = MISSING,
        dynamic_data: dict[str, Any] | MISSING = MISSING,
        reply_to: MailReplyTo | MISSING = MISSING,
        unsubscribe_group_id: str | MISSING = MISSING,
        tracking_click: bool | MISSING = MISSING,
        tracking_open: bool | MISSING = MISSING,
        headers: dict[str, str] | MISSING = MISSING,
        attachments: list[MailAttachment] | MISSING = MISSING,
        bypass_suppressions: bool | MISSING = MISSING,
    ) -> BulkMailResponse: ...

    @overload
    async def send_bulk(self, *, body: BulkMailSend) -> BulkMailResponse: ...

    async def send_bulk(
        self,
        *,
        recipients: list[MailRecipient] | MISSING = MISSING,
        from_: MailAddress | MISSING = MISSING,
        subject: str | MISSING = MISSING,
        html: str | MISSING = MISSING,
        text: str | MISSING = MISSING,
        template_id: str | MISSING = MISSING,
        dynamic_data: dict[str, Any] | MISSING = MISSING,
        reply_to: MailReplyTo | MISSING = MISSING,
        unsubscribe_group_id: str | MISSING = MISSING,
        tracking_click: bool | MISSING = MISSING,
        tracking_open: bool | MISSING = MISSING,
        headers: dict[str, str] | MISSING = MISSING,
        attachments: list[MailAttachment] | MISSING = MISSING,
        bypass_suppressions: bool | MISSING = MISSING,
        body: BulkMailSend | None = None,
    ) -> BulkMailResponse:
        """Send an email to many recipients.

        Arguments, result and errors are those of `Mails.send_bulk`.
        """
        return await self._client.send(
            _SEND_BULK,
            Arguments(
                body=body_of(
                    BulkMailSend,
                    body,
                    recipients=recipients,
                    from_=from_,
                    subject=subject,
                    html=html,
                    text=text,
                    template_id=template_id,
                    dynamic_data=dynamic_data,
                    reply_to=reply_to,
                    unsubscribe_group_id=unsubscribe_group_id,
                    tracking_click=tracking_click,
                    tracking_open=tracking_open,
                    headers=headers,
                    attachments=attachments,
                    bypass_suppressions=bypass_suppressions,
                )
            ),
        )
