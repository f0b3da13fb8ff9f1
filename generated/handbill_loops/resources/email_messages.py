"""Email messages hold subject, sender and content. Each belongs to a campaign, a workflow or a
transactional email, and comes into being with it.
"""

from __future__ import annotations

from typing import overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from ..models import EmailFormat, EmailMessage, EmailMessagePreview, EmailMessageUpdate, GuardianReport, SentPreview

_GET: Operation[EmailMessage] = Operation(
    id="getEmailMessage",
    method="GET",
    path="/v1/email-messages/{emailMessageId}",
    results={"200": EmailMessage},
)

_UPDATE: Operation[EmailMessage] = Operation(
    id="updateEmailMessage",
    method="POST",
    path="/v1/email-messages/{emailMessageId}",
    results={"200": EmailMessage},
)

_PREVIEW: Operation[SentPreview] = Operation(
    id="previewEmailMessage",
    method="POST",
    path="/v1/email-messages/{emailMessageId}/preview",
    results={"200": SentPreview},
)

_RUN_GUARDIAN_CHECKS: Operation[GuardianReport] = Operation(
    id="getEmailMessageGuardian",
    method="GET",
    path="/v1/email-messages/{emailMessageId}/guardian",
    results={"200": GuardianReport},
)


class EmailMessages:
    """Email messages hold subject, sender and content. Each belongs to a campaign, a workflow or a
    transactional email, and comes into being with it.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    def get(self, email_message_id: str) -> EmailMessage:
        """Get an email message.

        Reads one email message with its content as LMX, the markup language of Loops. A message in
        the MJML format cannot be read.

        Args:
            email_message_id: The ID of the email message.

        Returns:
            The email message.

        Raises:
            BadRequestError: The email message ID is not valid, or no domain to send from is set up.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The email message does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            ConflictError: The content is in the MJML format, or does not parse.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_GET, Arguments(path={"emailMessageId": email_message_id}))

    def update(
        self,
        email_message_id: str,
        *,
        expected_revision_id: str | MISSING = MISSING,
        subject: str | MISSING = MISSING,
        preview_text: str | MISSING = MISSING,
        from_name: str | MISSING = MISSING,
        from_email: str | MISSING = MISSING,
        reply_to_email: str | MISSING = MISSING,
        cc_email: str | MISSING = MISSING,
        bcc_email: str | MISSING = MISSING,
        language_code: str | MISSING = MISSING,
        email_format: EmailFormat | MISSING = MISSING,
        lmx: str | MISSING = MISSING,
        contact_properties_fallbacks: dict[str, str | None] | MISSING = MISSING,
        event_properties_fallbacks: dict[str, str | None] | MISSING = MISSING,
        data_variables_fallbacks: dict[str, str | None] | MISSING = MISSING,
        body: EmailMessageUpdate | None = None,
    ) -> EmailMessage:
        """Update an email message.

        Changes the fields that the body names. Subject, sender and content of a campaign are set
        here. The campaign or transactional email that owns the message must be a draft.
        `expected_revision_id` guards against overwriting the work of somebody else: where it is not
        the current `content_revision_id`, the call leads to 409. The three maps of fallbacks are
        merged key by key: a string sets a fallback, null deletes it, and a key that is left out
        stays as it is. LMX that compiles with remarks comes back with `warnings`.

        Args:
            email_message_id: The ID of the email message.
            expected_revision_id: The ID of the revision that the change builds on: the last
                `content_revision_id` read, or the `email_message_content_revision_id` of a new
                campaign. A revision that is out of date leads to 409. Sending it is recommended.
            subject: The subject line.
            preview_text: The text that mail clients show next to the subject.
            from_name: The name of the sender.
            from_email: The part of the sender's address before the @. Loops adds the sending domain
                of the team.
            reply_to_email: The address that replies go to, either a valid address or an empty
                string.
            cc_email: The address that gets a copy. Copies must be enabled for the team, and emails
                of campaigns are reported to take none.
            bcc_email: The address that gets a blind copy. Copies must be enabled for the team, and
                emails of campaigns are reported to take none.
            language_code: The language of the message as an ISO 639-1 code.
            email_format: How to render the message.
            lmx: The body of the email as LMX, at most 100 KB. Styles are part of it, in the `<Style
                />` tag.
            contact_properties_fallbacks: The fallback texts for empty contact properties, by
                property name. They are merged key by key.
            event_properties_fallbacks: The fallback texts for empty event properties, by property
                name. They are merged key by key.
            data_variables_fallbacks: The fallback texts for empty data variables, by variable name.
                They are merged key by key.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The email message after the change, with a new `content_revision_id`.

        Raises:
            BadRequestError: The body is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The email message does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            ConflictError: The owner is not a draft, `expected_revision_id` is out of date, or the
                content is in the MJML format or does not parse.
            ContentTooLargeError: The LMX is larger than 100 KB.
            UnprocessableContentError: The LMX does not compile, for example because a tag lacks an
                attribute that it needs.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _UPDATE,
            Arguments(
                path={"emailMessageId": email_message_id},
                body=body_of(
                    EmailMessageUpdate,
                    body,
                    expected_revision_id=expected_revision_id,
                    subject=subject,
                    preview_text=preview_text,
                    from_name=from_name,
                    from_email=from_email,
                    reply_to_email=reply_to_email,
                    cc_email=cc_email,
                    bcc_email=bcc_email,
                    language_code=language_code,
                    email_format=email_format,
                    lmx=lmx,
                    contact_properties_fallbacks=contact_properties_fallbacks,
                    event_properties_fallbacks=event_properties_fallbacks,
                    data_variables_fallbacks=data_variables_fallbacks,
                ),
            ),
        )

    @overload
    def preview(
        self,
        email_message_id: str,
        *,
        emails: list[str],
        contact_properties: dict[str, str] | MISSING = MISSING,
        event_properties: dict[str, str] | MISSING = MISSING,
        data_variables: dict[str, str] | MISSING = MISSING,
    ) -> SentPreview: ...

    @overload
    def preview(self, email_message_id: str, *, body: EmailMessagePreview) -> SentPreview: ...

    def preview(
        self,
        email_message_id: str,
        *,
        emails: list[str] | MISSING = MISSING,
        contact_properties: dict[str, str] | MISSING = MISSING,
        event_properties: dict[str, str] | MISSING = MISSING,
        data_variables: dict[str, str] | MISSING = MISSING,
        body: EmailMessagePreview | None = None,
    ) -> SentPreview:
        """Send a preview of an email message.

        Sends a test of the email message. The maps give the values to render with, and the owner of
        the message decides which of them are accepted: a campaign takes `contact_properties`, a
        workflow takes that and `event_properties`, a transactional email takes `data_variables`;
        any other map leads to 400. A team may send 100 previews in 24 hours.

        Args:
            email_message_id: The ID of the email message.
            emails: The addresses to send the preview to. The largest number is not documented. At
                least 1 item.
            contact_properties: The values of contact properties, by property name. Messages of
                campaigns and workflows accept them.
            event_properties: The values of event properties, by property name. Messages of
                workflows accept them.
            data_variables: The values of data variables, by variable name. Messages of
                transactional emails accept them.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The preview is on its way.

        Raises:
            BadRequestError: The body is not valid, or it holds a map that the owner of the message
                does not accept.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The email message does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has sent 100 previews within 24 hours, or has used up its
                rate limit.
        """
        return self._client.send(
            _PREVIEW,
            Arguments(
                path={"emailMessageId": email_message_id},
                body=body_of(
                    EmailMessagePreview,
                    body,
                    emails=emails,
                    contact_properties=contact_properties,
                    event_properties=event_properties,
                    data_variables=data_variables,
                ),
            ),
        )

    def run_guardian_checks(self, email_message_id: str) -> GuardianReport:
        """Run Guardian checks on an email message.

        Runs the checks of the Loops editor on an email message as it is saved. Links and buttons
        are always checked. Contact properties are checked for campaigns and workflows, event
        properties for workflows, data variables for transactional emails.

        Args:
            email_message_id: The ID of the email message.

        Returns:
            What the checks found.

        Raises:
            BadRequestError: The email message ID is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The email message does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            ConflictError: The email message is in the MJML format.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_RUN_GUARDIAN_CHECKS, Arguments(path={"emailMessageId": email_message_id}))


class AsyncEmailMessages:
    """Email messages hold subject, sender and content. Each belongs to a campaign, a workflow or a
    transactional email, and comes into being with it.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get(self, email_message_id: str) -> EmailMessage:
        """Get an email message.

        Arguments, result and errors are those of `EmailMessages.get`.
        """
        return await self._client.send(_GET, Arguments(path={"emailMessageId": email_message_id}))

    async def update(
        self,
        email_message_id: str,
        *,
        expected_revision_id: str | MISSING = MISSING,
        subject: str | MISSING = MISSING,
        preview_text: str | MISSING = MISSING,
        from_name: str | MISSING = MISSING,
        from_email: str | MISSING = MISSING,
        reply_to_email: str | MISSING = MISSING,
        cc_email: str | MISSING = MISSING,
        bcc_email: str | MISSING = MISSING,
        language_code: str | MISSING = MISSING,
        email_format: EmailFormat | MISSING = MISSING,
        lmx: str | MISSING = MISSING,
        contact_properties_fallbacks: dict[str, str | None] | MISSING = MISSING,
        event_properties_fallbacks: dict[str, str | None] | MISSING = MISSING,
        data_variables_fallbacks: dict[str, str | None] | MISSING = MISSING,
        body: EmailMessageUpdate | None = None,
    ) -> EmailMessage:
        """Update an email message.

        Arguments, result and errors are those of `EmailMessages.update`.
        """
        return await self._client.send(
            _UPDATE,
            Arguments(
                path={"emailMessageId": email_message_id},
                body=body_of(
                    EmailMessageUpdate,
                    body,
                    expected_revision_id=expected_revision_id,
                    subject=subject,
                    preview_text=preview_text,
                    from_name=from_name,
                    from_email=from_email,
                    reply_to_email=reply_to_email,
                    cc_email=cc_email,
                    bcc_email=bcc_email,
                    language_code=language_code,
                    email_format=email_format,
                    lmx=lmx,
                    contact_properties_fallbacks=contact_properties_fallbacks,
                    event_properties_fallbacks=event_properties_fallbacks,
                    data_variables_fallbacks=data_variables_fallbacks,
                ),
            ),
        )

    @overload
    async def preview(
        self,
        email_message_id: str,
        *,
        emails: list[str],
        contact_properties: dict[str, str] | MISSING = MISSING,
        event_properties: dict[str, str] | MISSING = MISSING,
        data_variables: dict[str, str] | MISSING = MISSING,
    ) -> SentPreview: ...

    @overload
    async def preview(self, email_message_id: str, *, body: EmailMessagePreview) -> SentPreview: ...

    async def preview(
        self,
        email_message_id: str,
        *,
        emails: list[str] | MISSING = MISSING,
        contact_properties: dict[str, str] | MISSING = MISSING,
        event_properties: dict[str, str] | MISSING = MISSING,
        data_variables: dict[str, str] | MISSING = MISSING,
        body: EmailMessagePreview | None = None,
    ) -> SentPreview:
        """Send a preview of an email message.

        Arguments, result and errors are those of `EmailMessages.preview`.
        """
        return await self._client.send(
            _PREVIEW,
            Arguments(
                path={"emailMessageId": email_message_id},
                body=body_of(
                    EmailMessagePreview,
                    body,
                    emails=emails,
                    contact_properties=contact_properties,
                    event_properties=event_properties,
                    data_variables=data_variables,
                ),
            ),
        )

    async def run_guardian_checks(self, email_message_id: str) -> GuardianReport:
        """Run Guardian checks on an email message.

        Arguments, result and errors are those of `EmailMessages.run_guardian_checks`.
        """
        return await self._client.send(_RUN_GUARDIAN_CHECKS, Arguments(path={"emailMessageId": email_message_id}))
