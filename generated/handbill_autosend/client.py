"""The client and its async twin: start here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx2

from ._client import AsyncClient, Client, Settings
from ._credentials import Credentials, Scheme
from ._transport import AsyncTransport, HTTPX2AsyncTransport, HTTPX2Transport, Transport

if TYPE_CHECKING:
    from .resources.automations import AsyncAutomations, Automations
    from .resources.campaigns import AsyncCampaigns, Campaigns
    from .resources.contact_lists import AsyncContactListsResource, ContactListsResource
    from .resources.contacts import AsyncContacts, Contacts
    from .resources.mails import AsyncMails, Mails
    from .resources.projects import AsyncProjects, Projects
    from .resources.senders import AsyncSenders, Senders
    from .resources.suppression_groups import AsyncSuppressionGroups, SuppressionGroups
    from .resources.templates import AsyncTemplates, Templates

BASE_URL = "https://api.autosend.com/v1"
"""The production API."""

_SCHEMES: dict[str, Scheme] = {
    "apiKey": Scheme(
        kind="bearer",
        name="Authorization",
        argument="api_key",
        variable="AUTOSEND_API_KEY",
    ),
    "projectId": Scheme(
        kind="header",
        name="x-project-id",
        argument="project_id",
        variable="AUTOSEND_PROJECT_ID",
    ),
}
_SECURITY = (("apiKey",), ("apiKey", "projectId"))


class AutoSend(Client):
    """Calls the AutoSend API.

    Use it in a `with` block, or call `close` when done. One client may be shared between threads.

    Args:
        api_key: The API key, sent as a bearer token. A project key starts with `AS_` and
            belongs to one project. An account key starts with `ASA_`, covers the whole
            organisation and needs a project ID beside it. Taken from the environment variable
            AUTOSEND_API_KEY if not given.
        project_id: The ID of the project that a call with an account key acts on. A project key
            does not need it. Taken from the environment variable AUTOSEND_PROJECT_ID if not
            given.
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
        project_id: str | None = None,
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
                    project_id=project_id,
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
        """One email to lists and segments of contacts, sent at once, at a set time, or in growing
        daily batches.
        """
        from .resources.campaigns import Campaigns

        return Campaigns(self)

    @property
    def contact_lists(self) -> ContactListsResource:
        """Contacts under one name. A list holds the contacts that were added to it, a segment those
        that match its filter.
        """
        from .resources.contact_lists import ContactListsResource

        return ContactListsResource(self)

    @property
    def templates(self) -> Templates:
        """The subject and content of an email, kept to be sent by campaigns and single emails."""
        from .resources.templates import Templates

        return Templates(self)

    @property
    def senders(self) -> Senders:
        """Addresses on a verified domain that campaigns come from."""
        from .resources.senders import Senders

        return Senders(self)

    @property
    def suppression_groups(self) -> SuppressionGroups:
        """Groups of addresses that get no more email of one kind. Campaigns and emails name them in
        `unsubscribe_group_id`.
        """
        from .resources.suppression_groups import SuppressionGroups

        return SuppressionGroups(self)

    @property
    def contacts(self) -> Contacts:
        """People with an email address and fields of their own."""
        from .resources.contacts import Contacts

        return Contacts(self)

    @property
    def mails(self) -> Mails:
        """Single emails, sent at once to one recipient or to up to 100."""
        from .resources.mails import Mails

        return Mails(self)

    @property
    def automations(self) -> Automations:
        """Sequences of emails that contacts enter by themselves, for example when they are added to a
        list.
        """
        from .resources.automations import Automations

        return Automations(self)

    @property
    def projects(self) -> Projects:
        """The parts of an account, each with its own campaigns, contacts and keys."""
        from .resources.projects import Projects

        return Projects(self)


class AsyncAutoSend(AsyncClient):
    """Calls the AutoSend API.

    Use it in an `async with` block, or await `aclose` when done. One client may be shared between
    tasks.

    Args:
        api_key: The API key, sent as a bearer token. A project key starts with `AS_` and
            belongs to one project. An account key starts with `ASA_`, covers the whole
            organisation and needs a project ID beside it. Taken from the environment variable
            AUTOSEND_API_KEY if not given.
        project_id: The ID of the project that a call with an account key acts on. A project key
            does not need it. Taken from the environment variable AUTOSEND_PROJECT_ID if not
            given.
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
        project_id: str | None = None,
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
                    project_id=project_id,
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
        """One email to lists and segments of contacts, sent at once, at a set time, or in growing
        daily batches.
        """
        from .resources.campaigns import AsyncCampaigns

        return AsyncCampaigns(self)

    @property
    def contact_lists(self) -> AsyncContactListsResource:
        """Contacts under one name. A list holds the contacts that were added to it, a segment those
        that match its filter.
        """
        from .resources.contact_lists import AsyncContactListsResource

        return AsyncContactListsResource(self)

    @property
    def templates(self) -> AsyncTemplates:
        """The subject and content of an email, kept to be sent by campaigns and single emails."""
        from .resources.templates import AsyncTemplates

        return AsyncTemplates(self)

    @property
    def senders(self) -> AsyncSenders:
        """Addresses on a verified domain that campaigns come from."""
        from .resources.senders import AsyncSenders

        return AsyncSenders(self)

    @property
    def suppression_groups(self) -> AsyncSuppressionGroups:
        """Groups of addresses that get no more email of one kind. Campaigns and emails name them in
        `unsubscribe_group_id`.
        """
        from .resources.suppression_groups import AsyncSuppressionGroups

        return AsyncSuppressionGroups(self)

    @property
    def contacts(self) -> AsyncContacts:
        """People with an email address and fields of their own."""
        from .resources.contacts import AsyncContacts

        return AsyncContacts(self)

    @property
    def mails(self) -> AsyncMails:
        """Single emails, sent at once to one recipient or to up to 100."""
        from .resources.mails import AsyncMails

        return AsyncMails(self)

    @property
    def automations(self) -> AsyncAutomations:
        """Sequences of emails that contacts enter by themselves, for example when they are added to a
        list.
        """
        from .resources.automations import AsyncAutomations

        return AsyncAutomations(self)

    @property
    def projects(self) -> AsyncProjects:
        """The parts of an account, each with its own campaigns, contacts and keys."""
        from .resources.projects import AsyncProjects

        return AsyncProjects(self)
