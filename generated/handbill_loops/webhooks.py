"""What the Loops API sends by itself: the bodies of its webhooks, by name.

contact.created: ContactCreatedEvent. Report a new contact.
contact.unsubscribed: ContactUnsubscribedEvent. Report an unsubscribed contact.
contact.deleted: ContactDeletedEvent. Report a deleted contact.
contact.mailingList.subscribed: MailingListSubscribedEvent. Report a contact that joined a
    mailing list.
contact.mailingList.unsubscribed: MailingListUnsubscribedEvent. Report a contact that left a
    mailing list.
campaign.email.sent: CampaignEmailSentEvent. Report a sent email of a campaign.
loop.email.sent: LoopEmailSentEvent. Report a sent email of a workflow.
transactional.email.sent: TransactionalEmailSentEvent. Report a sent transactional email.
email.delivered: EmailDeliveredEvent. Report a delivered email.
email.softBounced: EmailSoftBouncedEvent. Report an email that bounced for now.
email.hardBounced: EmailHardBouncedEvent. Report an email that bounced for good.
email.spamReported: EmailSpamReportedEvent. Report an email that was marked as spam.
email.opened: EmailOpenedEvent. Report an opened email.
email.clicked: EmailClickedEvent. Report a clicked link.
email.unsubscribed: EmailUnsubscribedEvent. Report a recipient that unsubscribed.
email.resubscribed: EmailResubscribedEvent. Report a recipient that resubscribed.
testing.testEvent: WebhookTestEvent. Report a test.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from pydantic import TypeAdapter, ValidationError

from .models import (
    CampaignEmailSentEvent,
    ContactCreatedEvent,
    ContactDeletedEvent,
    ContactUnsubscribedEvent,
    EmailClickedEvent,
    EmailDeliveredEvent,
    EmailHardBouncedEvent,
    EmailOpenedEvent,
    EmailResubscribedEvent,
    EmailSoftBouncedEvent,
    EmailSpamReportedEvent,
    EmailUnsubscribedEvent,
    LoopEmailSentEvent,
    MailingListSubscribedEvent,
    MailingListUnsubscribedEvent,
    TransactionalEmailSentEvent,
    WebhookTestEvent,
)

Known: TypeAlias = (
    ContactCreatedEvent
    | ContactUnsubscribedEvent
    | ContactDeletedEvent
    | MailingListSubscribedEvent
    | MailingListUnsubscribedEvent
    | CampaignEmailSentEvent
    | LoopEmailSentEvent
    | TransactionalEmailSentEvent
    | EmailDeliveredEvent
    | EmailSoftBouncedEvent
    | EmailHardBouncedEvent
    | EmailSpamReportedEvent
    | EmailOpenedEvent
    | EmailClickedEvent
    | EmailUnsubscribedEvent
    | EmailResubscribedEvent
    | WebhookTestEvent
)
"""The body of a webhook that the contract knows."""

_KNOWN: TypeAdapter[Known] = TypeAdapter(Known)
_OTHER: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])


def read(body: bytes | str) -> Known | dict[str, Any]:
    """Read the body of a request that a webhook made; one that the contract does not know comes as a plain dict.

    It says nothing about who sent it: verify that first, as the API's documentation tells.

    Raises pydantic's ValidationError, which is a ValueError, where *body* is not a JSON object.
    """
    try:
        return _KNOWN.validate_json(body, by_alias=True, by_name=False)
    except ValidationError:
        return _OTHER.validate_json(body)
