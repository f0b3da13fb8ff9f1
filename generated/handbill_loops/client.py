"""The client and its async twin: start here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx2

from ._client import AsyncClient, Client, Settings
from ._credentials import Credentials, Scheme
from ._transport import AsyncTransport, HTTPX2AsyncTransport, HTTPX2Transport, Transport

if TYPE_CHECKING:
    from .resources.api_keys import APIKeys, AsyncAPIKeys
    from .resources.audience_segments import AsyncAudienceSegments, AudienceSegments
    from .resources.campaign_groups import AsyncCampaignGroups, CampaignGroups
    from .resources.campaigns import AsyncCampaigns, Campaigns
    from .resources.components import AsyncComponents, Components
    from .resources.contact_properties import AsyncContactProperties, ContactProperties
    from .resources.contacts import AsyncContacts, Contacts
    from .resources.dedicated_sending_ip_addresses import AsyncDedicatedSendingIPAddresses, DedicatedSendingIPAddresses
    from .resources.email_messages import AsyncEmailMessages, EmailMessages
    from .resources.event_patterns import AsyncEventPatterns, EventPatterns
    from .resources.events import AsyncEvents, Events
    from .resources.mailing_lists import AsyncMailingLists, MailingLists
    from .resources.themes import AsyncThemes, Themes
    from .resources.transactional_emails import AsyncTransactionalEmails, TransactionalEmails
    from .resources.transactional_groups import AsyncTransactionalGroups, TransactionalGroups
    from .resources.uploads import AsyncUploads, Uploads
    from .resources.workflow_nodes import AsyncWorkflowNodes, WorkflowNodes
    from .resources.workflows import AsyncWorkflows, Workflows

BASE_URL = "https://app.loops.so/api"
"""The production server."""

_SCHEMES: dict[str, Scheme] = {
    "apiKey": Scheme(
        kind="bearer",
        name="Authorization",
        argument="api_key",
        variable="LOOPS_API_KEY",
    ),
}
_SECURITY = (("apiKey",),)


class Loops(Client):
    """Calls the Loops API.

    Use it in a `with` block, or call `close` when done. One client may be shared between threads.

    Args:
        api_key: An API key belongs to one team and is made in the Loops settings under API.
            Keys have no scopes, so each of them may do everything. Taken from the environment
            variable LOOPS_API_KEY if not given.
        base_url: Where the API is served.
        timeout: Seconds to wait for each phase of a request: connecting, sending, receiving.
        total_timeout: Seconds that a call may take with all its tries and pauses.
        max_retries: How often a call is sent again: GET, PUT and DELETE after a broken
            connection or the statuses 408, 425, 429, 500, 502, 503 and 504; POST and PATCH only
            after 429, or if no connection was made.
        http_client: An httpx2 client to send with, for proxies, transports and event hooks. It
            is not closed here, and its own timeout, base URL and redirect setting are not used.
        transport: What sends requests in place of httpx2; see `_transport`.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        base_url: str = BASE_URL,
        timeout: float = 60.0,
        total_timeout: float = 600.0,
        max_retries: int = 2,
        http_client: httpx2.Client | None = None,
        transport: Transport | None = None,
    ) -> None:
        super().__init__(
            Settings(
                base_url=base_url,
                security=_SECURITY,
                credentials=Credentials.of(
                    _SCHEMES,
                    api_key=api_key,
                ),
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                headers={},
            ),
            transport or HTTPX2Transport(http_client),
        )

    @property
    def campaigns(self) -> Campaigns:
        """Campaigns are emails to an audience, from draft to sent."""
        from .resources.campaigns import Campaigns

        return Campaigns(self)

    @property
    def email_messages(self) -> EmailMessages:
        """Email messages hold subject, sender and content. Each belongs to a campaign, a workflow or a
        transactional email, and comes into being with it.
        """
        from .resources.email_messages import EmailMessages

        return EmailMessages(self)

    @property
    def campaign_groups(self) -> CampaignGroups:
        """Campaign groups keep campaigns in order."""
        from .resources.campaign_groups import CampaignGroups

        return CampaignGroups(self)

    @property
    def audience_segments(self) -> AudienceSegments:
        """Audience segments are saved filters on contacts."""
        from .resources.audience_segments import AudienceSegments

        return AudienceSegments(self)

    @property
    def mailing_lists(self) -> MailingLists:
        """Mailing lists are what contacts subscribe to."""
        from .resources.mailing_lists import MailingLists

        return MailingLists(self)

    @property
    def contacts(self) -> Contacts:
        """Contacts are the people that a team sends to."""
        from .resources.contacts import Contacts

        return Contacts(self)

    @property
    def contact_properties(self) -> ContactProperties:
        """Contact properties are the fields that contacts have, built in or custom."""
        from .resources.contact_properties import ContactProperties

        return ContactProperties(self)

    @property
    def events(self) -> Events:
        """Events tell Loops what a contact did, and start workflows."""
        from .resources.events import Events

        return Events(self)

    @property
    def event_patterns(self) -> EventPatterns:
        """Event patterns are the events that Loops knows, with their properties."""
        from .resources.event_patterns import EventPatterns

        return EventPatterns(self)

    @property
    def transactional_emails(self) -> TransactionalEmails:
        """Transactional emails go to one recipient each, when a call asks for it."""
        from .resources.transactional_emails import TransactionalEmails

        return TransactionalEmails(self)

    @property
    def transactional_groups(self) -> TransactionalGroups:
        """Transactional groups keep transactional emails in order."""
        from .resources.transactional_groups import TransactionalGroups

        return TransactionalGroups(self)

    @property
    def themes(self) -> Themes:
        """Themes are sets of styles that emails share."""
        from .resources.themes import Themes

        return Themes(self)

    @property
    def components(self) -> Components:
        """Components are pieces of content that emails share."""
        from .resources.components import Components

        return Components(self)

    @property
    def uploads(self) -> Uploads:
        """Uploads bring images to Loops, in three steps."""
        from .resources.uploads import Uploads

        return Uploads(self)

    @property
    def api_keys(self) -> APIKeys:
        """API keys stand for a team. They are made in the Loops app and can only be tested here."""
        from .resources.api_keys import APIKeys

        return APIKeys(self)

    @property
    def dedicated_sending_ip_addresses(self) -> DedicatedSendingIPAddresses:
        """Dedicated sending IP addresses are those that Loops sends from."""
        from .resources.dedicated_sending_ip_addresses import DedicatedSendingIPAddresses

        return DedicatedSendingIPAddresses(self)

    @property
    def workflows(self) -> Workflows:
        """Workflows send emails to contacts step by step. They count as early access."""
        from .resources.workflows import Workflows

        return Workflows(self)

    @property
    def workflow_nodes(self) -> WorkflowNodes:
        """Workflow nodes are the steps of a workflow."""
        from .resources.workflow_nodes import WorkflowNodes

        return WorkflowNodes(self)


class AsyncLoops(AsyncClient):
    """Calls the Loops API.

    Use it in an `async with` block, or await `aclose` when done. One client may be shared between
    tasks.

    Args:
        api_key: An API key belongs to one team and is made in the Loops settings under API.
            Keys have no scopes, so each of them may do everything. Taken from the environment
            variable LOOPS_API_KEY if not given.
        base_url: Where the API is served.
        timeout: Seconds to wait for each phase of a request: connecting, sending, receiving.
        total_timeout: Seconds that a call may take with all its tries and pauses.
        max_retries: How often a call is sent again: GET, PUT and DELETE after a broken
            connection or the statuses 408, 425, 429, 500, 502, 503 and 504; POST and PATCH only
            after 429, or if no connection was made.
        http_client: An httpx2 client to send with, for proxies, transports and event hooks. It
            is not closed here, and its own timeout, base URL and redirect setting are not used.
        transport: What sends requests in place of httpx2; see `_transport`.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        base_url: str = BASE_URL,
        timeout: float = 60.0,
        total_timeout: float = 600.0,
        max_retries: int = 2,
        http_client: httpx2.AsyncClient | None = None,
        transport: AsyncTransport | None = None,
    ) -> None:
        super().__init__(
            Settings(
                base_url=base_url,
                security=_SECURITY,
                credentials=Credentials.of(
                    _SCHEMES,
                    api_key=api_key,
                ),
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                headers={},
            ),
            transport or HTTPX2AsyncTransport(http_client),
        )

    @property
    def campaigns(self) -> AsyncCampaigns:
        """Campaigns are emails to an audience, from draft to sent."""
        from .resources.campaigns import AsyncCampaigns

        return AsyncCampaigns(self)

    @property
    def email_messages(self) -> AsyncEmailMessages:
        """Email messages hold subject, sender and content. Each belongs to a campaign, a workflow or a
        transactional email, and comes into being with it.
        """
        from .resources.email_messages import AsyncEmailMessages

        return AsyncEmailMessages(self)

    @property
    def campaign_groups(self) -> AsyncCampaignGroups:
        """Campaign groups keep campaigns in order."""
        from .resources.campaign_groups import AsyncCampaignGroups

        return AsyncCampaignGroups(self)

    @property
    def audience_segments(self) -> AsyncAudienceSegments:
        """Audience segments are saved filters on contacts."""
        from .resources.audience_segments import AsyncAudienceSegments

        return AsyncAudienceSegments(self)

    @property
    def mailing_lists(self) -> AsyncMailingLists:
        """Mailing lists are what contacts subscribe to."""
        from .resources.mailing_lists import AsyncMailingLists

        return AsyncMailingLists(self)

    @property
    def contacts(self) -> AsyncContacts:
        """Contacts are the people that a team sends to."""
        from .resources.contacts import AsyncContacts

        return AsyncContacts(self)

    @property
    def contact_properties(self) -> AsyncContactProperties:
        """Contact properties are the fields that contacts have, built in or custom."""
        from .resources.contact_properties import AsyncContactProperties

        return AsyncContactProperties(self)

    @property
    def events(self) -> AsyncEvents:
        """Events tell Loops what a contact did, and start workflows."""
        from .resources.events import AsyncEvents

        return AsyncEvents(self)

    @property
    def event_patterns(self) -> AsyncEventPatterns:
        """Event patterns are the events that Loops knows, with their properties."""
        from .resources.event_patterns import AsyncEventPatterns

        return AsyncEventPatterns(self)

    @property
    def transactional_emails(self) -> AsyncTransactionalEmails:
        """Transactional emails go to one recipient each, when a call asks for it."""
        from .resources.transactional_emails import AsyncTransactionalEmails

        return AsyncTransactionalEmails(self)

    @property
    def transactional_groups(self) -> AsyncTransactionalGroups:
        """Transactional groups keep transactional emails in order."""
        from .resources.transactional_groups import AsyncTransactionalGroups

        return AsyncTransactionalGroups(self)

    @property
    def themes(self) -> AsyncThemes:
        """Themes are sets of styles that emails share."""
        from .resources.themes import AsyncThemes

        return AsyncThemes(self)

    @property
    def components(self) -> AsyncComponents:
        """Components are pieces of content that emails share."""
        from .resources.components import AsyncComponents

        return AsyncComponents(self)

    @property
    def uploads(self) -> AsyncUploads:
        """Uploads bring images to Loops, in three steps."""
        from .resources.uploads import AsyncUploads

        return AsyncUploads(self)

    @property
    def api_keys(self) -> AsyncAPIKeys:
        """API keys stand for a team. They are made in the Loops app and can only be tested here."""
        from .resources.api_keys import AsyncAPIKeys

        return AsyncAPIKeys(self)

    @property
    def dedicated_sending_ip_addresses(self) -> AsyncDedicatedSendingIPAddresses:
        """Dedicated sending IP addresses are those that Loops sends from."""
        from .resources.dedicated_sending_ip_addresses import AsyncDedicatedSendingIPAddresses

        return AsyncDedicatedSendingIPAddresses(self)

    @property
    def workflows(self) -> AsyncWorkflows:
        """Workflows send emails to contacts step by step. They count as early access."""
        from .resources.workflows import AsyncWorkflows

        return AsyncWorkflows(self)

    @property
    def workflow_nodes(self) -> AsyncWorkflowNodes:
        """Workflow nodes are the steps of a workflow."""
        from .resources.workflow_nodes import AsyncWorkflowNodes

        return AsyncWorkflowNodes(self)
