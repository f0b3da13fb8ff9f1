"""Campaigns, their lifecycle, their leads and their own analytics."""

from __future__ import annotations

import builtins
from datetime import date
from typing import Any, Literal, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from .._pages import AsyncPages, Pages, Paging
from ..models import (
    AddLeadsResponse,
    Campaign,
    CampaignAnalyticsResponse,
    CampaignCreate,
    CampaignLead,
    CampaignLeadInput,
    CampaignLeadList,
    CampaignLeadResponse,
    CampaignLeadsAction,
    CampaignLeadsActionResponse,
    CampaignLeadsAdd,
    CampaignLeadUpdate,
    CampaignList,
    CampaignResponse,
    CampaignSettings,
    CampaignStatus,
    CampaignUpdate,
    EmailPreviewRequest,
    EmailPreviewResponse,
    ResumeResponse,
    Schedule,
    SequenceStepInput,
    SubsequenceInput,
    TestEmailRequest,
    TestEmailResponse,
)

_LIST: Operation[CampaignList] = Operation(
    id="listCampaigns",
    method="GET",
    path="/v1/campaigns",
    results={"200": CampaignList},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("data",),
    following=("pagination", "next_cursor"),
    more=("pagination", "has_more"),
)

_CREATE: Operation[CampaignResponse] = Operation(
    id="createCampaign",
    method="POST",
    path="/v1/campaigns",
    results={"200": CampaignResponse},
)

_GET: Operation[CampaignResponse] = Operation(
    id="getCampaign",
    method="GET",
    path="/v1/campaigns/{campaignId}",
    results={"200": CampaignResponse},
)

_UPDATE: Operation[CampaignResponse] = Operation(
    id="updateCampaign",
    method="PATCH",
    path="/v1/campaigns/{campaignId}",
    results={"200": CampaignResponse},
)

_RESUME: Operation[ResumeResponse] = Operation(
    id="resumeCampaign",
    method="POST",
    path="/v1/campaigns/{campaignId}/resume",
    results={"200": ResumeResponse},
)

_SEND_TEST_EMAIL: Operation[TestEmailResponse] = Operation(
    id="sendTestEmail",
    method="POST",
    path="/v1/campaigns/{campaignId}/send-test-email",
    results={"200": TestEmailResponse},
)

_PREVIEW_EMAIL: Operation[EmailPreviewResponse] = Operation(
    id="previewCampaignEmail",
    method="POST",
    path="/v1/campaigns/{campaignId}/preview-email",
    results={"200": EmailPreviewResponse},
)

_LIST_LEADS: Operation[CampaignLeadList] = Operation(
    id="listCampaignLeads",
    method="GET",
    path="/v1/campaigns/{campaignId}/leads",
    results={"200": CampaignLeadList},
)
_LIST_LEADS_PAGES = Paging(
    style="cursor",
    items=("data",),
    following=("pagination", "next_cursor"),
    more=("pagination", "has_more"),
)

_ADD_LEADS: Operation[AddLeadsResponse] = Operation(
    id="addCampaignLeads",
    method="POST",
    path="/v1/campaigns/{campaignId}/leads",
    results={"200": AddLeadsResponse},
)

_ACT_ON_LEADS: Operation[CampaignLeadsActionResponse] = Operation(
    id="actOnCampaignLeads",
    method="POST",
    path="/v1/campaigns/{campaignId}/leads/action",
    results={"200": CampaignLeadsActionResponse},
)

_UPDATE_LEAD: Operation[CampaignLeadResponse] = Operation(
    id="updateCampaignLead",
    method="PATCH",
    path="/v1/campaigns/{campaignId}/leads/{campaignLeadId}",
    results={"200": CampaignLeadResponse},
)

_GET_ANALYTICS: Operation[CampaignAnalyticsResponse] = Operation(
    id="getCampaignAnalytics",
    method="GET",
    path="/v1/campaigns/{campaignId}/analytics",
    results={"200": CampaignAnalyticsResponse},
)


class Campaigns:
    """Campaigns, their lifecycle, their leads and their own analytics."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(
        self,
        *,
        status: CampaignStatus | MISSING = MISSING,
        search: str | MISSING = MISSING,
        cursor: str | MISSING = MISSING,
        limit: int | MISSING = MISSING,
    ) -> Pages[CampaignList, Campaign]:
        """List campaigns.

        Pages through the campaigns of the workspace. Both filters are optional. The listing ends
        when `pagination.has_more` is false; a short or empty page does not end it by itself.

        Args:
            status: Keeps only the campaigns in this state.
            search: Keeps only the campaigns whose name matches this text.
            cursor: The `next_cursor` of the page before, an opaque text. The first page needs none.
            limit: The largest number of items in one page. The server's default is not documented.
                1 to 100.

        Returns:
            The items, page after page as they are asked for; its `pages()` gives the pages
            themselves.

        Raises:
            UnlistedStatusError: Any other failure.
        """

        def fetch(cursor: str | MISSING) -> CampaignList:
            return self._client.send(
                _LIST, Arguments(query={"status": status, "search": search, "cursor": cursor, "limit": limit})
            )

        return Pages(fetch, cursor, _LIST_PAGES)

    @overload
    def create(
        self,
        *,
        name: str,
        sequence: builtins.list[SequenceStepInput] | MISSING = MISSING,
        subsequences: builtins.list[SubsequenceInput] | MISSING = MISSING,
        schedule: Schedule | MISSING = MISSING,
        settings: CampaignSettings | MISSING = MISSING,
        mailboxes: builtins.list[str] | MISSING = MISSING,
        mailbox_ids: builtins.list[str] | MISSING = MISSING,
        mailbox_emails: builtins.list[str] | MISSING = MISSING,
        mailbox_tags: builtins.list[str] | MISSING = MISSING,
        mailbox_provider: str | MISSING = MISSING,
    ) -> CampaignResponse: ...

    @overload
    def create(self, *, body: CampaignCreate) -> CampaignResponse: ...

    def create(
        self,
        *,
        name: str | MISSING = MISSING,
        sequence: builtins.list[SequenceStepInput] | MISSING = MISSING,
        subsequences: builtins.list[SubsequenceInput] | MISSING = MISSING,
        schedule: Schedule | MISSING = MISSING,
        settings: CampaignSettings | MISSING = MISSING,
        mailboxes: builtins.list[str] | MISSING = MISSING,
        mailbox_ids: builtins.list[str] | MISSING = MISSING,
        mailbox_emails: builtins.list[str] | MISSING = MISSING,
        mailbox_tags: builtins.list[str] | MISSING = MISSING,
        mailbox_provider: str | MISSING = MISSING,
        body: CampaignCreate | None = None,
    ) -> CampaignResponse:
        """Create a campaign.

        Stores a new campaign as `draft`; nothing is sent. The mailbox selectors can be combined and
        are resolved into mailbox IDs. No idempotency key is documented, so a repeated call may
        create a second campaign.

        Args:
            name: The name of the campaign.
            sequence: The steps of the main sequence, in order.
            subsequences: The side sequences. At most 15 may be active, that is, not archived. Only
                one active subsequence can have a reply as its trigger, and no two active ones may
                share an AI tag, whatever its case.
            schedule: When mail may leave. Responses return it as `sending_schedule`.
            settings: How the campaign behaves. Responses return the settings directly on the
                campaign.
            mailboxes: The IDs of the sending mailboxes, another spelling of `mailbox_ids`. Only
                create accepts it.
            mailbox_ids: The IDs of the sending mailboxes.
            mailbox_emails: The addresses of the sending mailboxes.
            mailbox_tags: Selects each mailbox that carries at least one of these tags.
            mailbox_provider: Selects each mailbox of this provider. The words seen are `gmail` and
                `outlook`.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The stored campaign.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    CampaignCreate,
                    body,
                    name=name,
                    sequence=sequence,
                    subsequences=subsequences,
                    schedule=schedule,
                    settings=settings,
                    mailboxes=mailboxes,
                    mailbox_ids=mailbox_ids,
                    mailbox_emails=mailbox_emails,
                    mailbox_tags=mailbox_tags,
                    mailbox_provider=mailbox_provider,
                )
            ),
        )

    def get(self, campaign_id: str) -> CampaignResponse:
        """Get a campaign.

        Returns one campaign with its lead totals. What a write takes inside `schedule` comes back
        as `sending_schedule`, and what it takes inside `settings` comes back directly on the
        campaign.

        Args:
            campaign_id: The `_id` of the campaign.

        Returns:
            The campaign.

        Raises:
            NotFoundError: The campaign does not exist in this workspace.
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(_GET, Arguments(path={"campaignId": campaign_id}))

    def update(
        self,
        campaign_id: str,
        *,
        name: str | MISSING = MISSING,
        sequence: builtins.list[SequenceStepInput] | MISSING = MISSING,
        subsequences: builtins.list[SubsequenceInput] | MISSING = MISSING,
        schedule: Schedule | MISSING = MISSING,
        settings: CampaignSettings | MISSING = MISSING,
        mailbox_ids: builtins.list[str] | MISSING = MISSING,
        mailbox_emails: builtins.list[str] | MISSING = MISSING,
        mailbox_tags: builtins.list[str] | MISSING = MISSING,
        mailbox_provider: str | MISSING = MISSING,
        body: CampaignUpdate | None = None,
    ) -> CampaignResponse:
        """Update a campaign.

        Changes the parts that the body names and leaves the rest alone. `schedule` and `settings`
        are merged into what is stored. `sequence` and `subsequences` replace what is stored as a
        whole: a safe edit reads the campaign, changes the array and sends all of it back, with the
        `_id` of every subsequence that is to live on. The mailbox selectors can be combined and
        reassign the mailboxes. No campaign status is documented to forbid an update.

        Args:
            campaign_id: The `_id` of the campaign.
            name: The new name of the campaign.
            sequence: The whole new main sequence. It replaces the stored one, so a step that is
                left out is gone.
            subsequences: The whole new set of subsequences. It replaces the stored set. A
                subsequence keeps its identity by its `_id`; when that is lost, the leads enrolled
                in it are orphaned. At most 15 may be active, that is, not archived. Only one active
                subsequence can have a reply as its trigger, and no two active ones may share an AI
                tag, whatever its case.
            schedule: The parts of the schedule to change. It is merged into the stored schedule,
                which responses return as `sending_schedule`.
            settings: The settings to change. They are merged into the stored settings. Whether an
                object or an array inside is merged as well or replaced is not documented.
            mailbox_ids: The IDs of the sending mailboxes. The four selectors reassign the mailboxes
                together; whether they replace the assigned ones or add to them is not documented.
            mailbox_emails: The addresses of the sending mailboxes.
            mailbox_tags: Selects each mailbox that carries at least one of these tags.
            mailbox_provider: Selects each mailbox of this provider. The words seen are `gmail` and
                `outlook`.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The campaign after the update.

        Raises:
            BadRequestError: The body breaks a rule. The code is `TRIGGER_IMMUTABLE` when the
                trigger of a subsequence that has already sent an email changes, and
                `AGENT_NOT_FOUND` when the AI reply agent is not in this workspace.
            NotFoundError: The campaign does not exist in this workspace.
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _UPDATE,
            Arguments(
                path={"campaignId": campaign_id},
                body=body_of(
                    CampaignUpdate,
                    body,
                    name=name,
                    sequence=sequence,
                    subsequences=subsequences,
                    schedule=schedule,
                    settings=settings,
                    mailbox_ids=mailbox_ids,
                    mailbox_emails=mailbox_emails,
                    mailbox_tags=mailbox_tags,
                    mailbox_provider=mailbox_provider,
                ),
            ),
        )

    def resume(self, campaign_id: str) -> ResumeResponse:
        """Resume a paused campaign.

        Puts a campaign back to `active`, so that mail leaves again. Only a campaign whose status is
        `paused` can be resumed; the response to any other status is not documented. The request has
        no body, and the response names the campaign by `id`, not by `_id`.

        Args:
            campaign_id: The `_id` of the campaign.

        Returns:
            The campaign is active again.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(_RESUME, Arguments(path={"campaignId": campaign_id}))

    @overload
    def send_test_email(
        self,
        campaign_id: str,
        *,
        sequence_step: int,
        mailbox_id: str,
        lead_id: str | MISSING = MISSING,
        custom_email: str | MISSING = MISSING,
        custom_variables: dict[str, Any] | MISSING = MISSING,
    ) -> TestEmailResponse: ...

    @overload
    def send_test_email(self, campaign_id: str, *, body: TestEmailRequest) -> TestEmailResponse: ...

    def send_test_email(
        self,
        campaign_id: str,
        *,
        sequence_step: int | MISSING = MISSING,
        mailbox_id: str | MISSING = MISSING,
        lead_id: str | MISSING = MISSING,
        custom_email: str | MISSING = MISSING,
        custom_variables: dict[str, Any] | MISSING = MISSING,
        body: TestEmailRequest | None = None,
    ) -> TestEmailResponse:
        """Send a test email.

        Fills in one step of the sequence and sends it at once over SMTP; the call returns after the
        send. The destination is either a lead (`lead_id`), whose data fills the variables, or any
        address (`custom_email`), with `custom_variables` for the values. The message counts against
        the mailbox quota, and the workspace needs an active subscription.

        Args:
            campaign_id: The `_id` of the campaign.
            sequence_step: The index of the step to send, counted from 0. Whether wait steps count
                is not documented.
            mailbox_id: The ID of the mailbox to send from.
            lead_id: The ID of a lead, who receives the message and whose data fills the variables.
            custom_email: The address to send to, in place of a lead.
            custom_variables: The values of the variables for a `custom_email`, by name.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The test email has been sent.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _SEND_TEST_EMAIL,
            Arguments(
                path={"campaignId": campaign_id},
                body=body_of(
                    TestEmailRequest,
                    body,
                    sequence_step=sequence_step,
                    mailbox_id=mailbox_id,
                    lead_id=lead_id,
                    custom_email=custom_email,
                    custom_variables=custom_variables,
                ),
            ),
        )

    @overload
    def preview_email(
        self,
        campaign_id: str,
        *,
        sequence_step: int,
        lead_id: str,
        mailbox_id: str,
        variant: str | MISSING = MISSING,
        content_override: dict[str, Any] | MISSING = MISSING,
    ) -> EmailPreviewResponse: ...

    @overload
    def preview_email(self, campaign_id: str, *, body: EmailPreviewRequest) -> EmailPreviewResponse: ...

    def preview_email(
        self,
        campaign_id: str,
        *,
        sequence_step: int | MISSING = MISSING,
        lead_id: str | MISSING = MISSING,
        mailbox_id: str | MISSING = MISSING,
        variant: str | MISSING = MISSING,
        content_override: dict[str, Any] | MISSING = MISSING,
        body: EmailPreviewRequest | None = None,
    ) -> EmailPreviewResponse:
        """Preview the email of a step.

        Renders one step for one lead and one mailbox without sending it: variables, conditional
        blocks and spintax are filled in. `content_override` renders a draft that is not stored and
        leaves the campaign as it is.

        Args:
            campaign_id: The `_id` of the campaign.
            sequence_step: The index of the step, counted from 0.
            lead_id: The ID of the lead whose data fills the variables.
            mailbox_id: The ID of the mailbox whose name and signature are used.
            variant: The label of the variant, such as `B`. Without it, the step itself is rendered.
            content_override: Content that takes the place of what the step has, for drafts that are
                not stored. The names of its keys are not documented.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The rendered email.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _PREVIEW_EMAIL,
            Arguments(
                path={"campaignId": campaign_id},
                body=body_of(
                    EmailPreviewRequest,
                    body,
                    sequence_step=sequence_step,
                    lead_id=lead_id,
                    mailbox_id=mailbox_id,
                    variant=variant,
                    content_override=content_override,
                ),
            ),
        )

    def list_leads(
        self,
        campaign_id: str,
        *,
        status: str | MISSING = MISSING,
        cursor: str | MISSING = MISSING,
        limit: int | MISSING = MISSING,
    ) -> Pages[CampaignLeadList, CampaignLead]:
        """List the leads of a campaign.

        Pages through the leads of one campaign, each with its state in this campaign and the
        workspace lead behind it. The listing ends when `pagination.has_more` is false; a short or
        empty page does not end it by itself.

        Args:
            campaign_id: The `_id` of the campaign.
            status: Keeps only the campaign leads in this state. The words seen are `pending`,
                `active`, `paused`, `completed`, `bounced`, `unsubscribed`, `replied` and `removed`.
            cursor: The `next_cursor` of the page before, an opaque text. The first page needs none.
            limit: The largest number of items in one page. The server's default is not documented.
                1 to 100.

        Returns:
            The items, page after page as they are asked for; its `pages()` gives the pages
            themselves.

        Raises:
            UnlistedStatusError: Any other failure.
        """

        def fetch(cursor: str | MISSING) -> CampaignLeadList:
            return self._client.send(
                _LIST_LEADS,
                Arguments(path={"campaignId": campaign_id}, query={"status": status, "cursor": cursor, "limit": limit}),
            )

        return Pages(fetch, cursor, _LIST_LEADS_PAGES)

    def add_leads(
        self,
        campaign_id: str,
        *,
        leads: builtins.list[CampaignLeadInput] | MISSING = MISSING,
        filters: dict[str, Any] | MISSING = MISSING,
        select_all: bool | MISSING = MISSING,
        exclude_ids: builtins.list[str] | MISSING = MISSING,
        body: CampaignLeadsAdd | None = None,
    ) -> AddLeadsResponse:
        """Add leads to a campaign.

        Adds leads in one of three ways: an explicit list (`leads`), a selection of workspace leads
        (`filters`), or all workspace leads (`select_all`) except those in `exclude_ids`. One
        request takes one way; what a mixture does is not documented. A lead that the campaign has
        already is skipped. A new lead is `active` when the campaign is active, and mail can then
        leave for it; otherwise it is `pending`. Entries that fail are reported in `errors` while
        the others are added.

        Args:
            campaign_id: The `_id` of the campaign.
            leads: An explicit list. At most 5000 items.
            filters: Picks workspace leads by country, tag, ID, search text or the verification of
                their address. The names of its keys are not documented.
            select_all: True adds all leads of the workspace.
            exclude_ids: The IDs of the leads that `select_all` leaves out.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The outcome, which can be a partial success.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _ADD_LEADS,
            Arguments(
                path={"campaignId": campaign_id},
                body=body_of(
                    CampaignLeadsAdd, body, leads=leads, filters=filters, select_all=select_all, exclude_ids=exclude_ids
                ),
            ),
        )

    @overload
    def act_on_leads(
        self,
        campaign_id: str,
        *,
        action: Literal["pause", "resume", "remove"],
        lead_ids: builtins.list[str] | MISSING = MISSING,
        select_all: bool | MISSING = MISSING,
        filters: dict[str, Any] | MISSING = MISSING,
        exclude_ids: builtins.list[str] | MISSING = MISSING,
    ) -> CampaignLeadsActionResponse: ...

    @overload
    def act_on_leads(self, campaign_id: str, *, body: CampaignLeadsAction) -> CampaignLeadsActionResponse: ...

    def act_on_leads(
        self,
        campaign_id: str,
        *,
        action: Literal["pause", "resume", "remove"] | MISSING = MISSING,
        lead_ids: builtins.list[str] | MISSING = MISSING,
        select_all: bool | MISSING = MISSING,
        filters: dict[str, Any] | MISSING = MISSING,
        exclude_ids: builtins.list[str] | MISSING = MISSING,
        body: CampaignLeadsAction | None = None,
    ) -> CampaignLeadsActionResponse:
        """Pause, resume or remove leads of a campaign.

        Applies one action to many leads of a campaign. `lead_ids` names them; or `select_all`
        selects all leads that match `filters`, except those in `exclude_ids`. `remove` deletes a
        lead for good when no email has gone to it, and otherwise sets its status to `removed`.

        Args:
            campaign_id: The `_id` of the campaign.
            action: What to do with the leads.
            lead_ids: The `_id` of each record in this campaign. These are not the IDs of the
                workspace leads.
            select_all: True selects all leads of the campaign.
            filters: Narrows what `select_all` selects. The names of its keys are not documented.
            exclude_ids: The IDs that `select_all` leaves out.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The number of leads that changed.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _ACT_ON_LEADS,
            Arguments(
                path={"campaignId": campaign_id},
                body=body_of(
                    CampaignLeadsAction,
                    body,
                    action=action,
                    lead_ids=lead_ids,
                    select_all=select_all,
                    filters=filters,
                    exclude_ids=exclude_ids,
                ),
            ),
        )

    def update_lead(
        self,
        campaign_id: str,
        campaign_lead_id: str,
        *,
        status: Literal["active", "paused"] | MISSING = MISSING,
        ai_tag: str | None | MISSING = MISSING,
        body: CampaignLeadUpdate | None = None,
    ) -> CampaignLeadResponse:
        """Update a lead of a campaign.

        Changes the state or the AI tag of one campaign lead. A real change of the tag fires the
        `lead.tag_changed` webhook. A tag that matches the trigger of a subsequence enrols the lead
        in it and cancels a pending send of the main sequence; a lead in another subsequence that
        has not emailed it yet moves over. A tag that matches none takes the lead out of a
        subsequence that has not emailed it yet, and completes the lead. A subsequence that has
        already emailed the lead keeps it, and the tag is still saved. `subsequence_enrollment` in
        the response tells what happened.

        Args:
            campaign_id: The `_id` of the campaign.
            campaign_lead_id: The `_id` of the lead's record in this campaign, as the list of
                campaign leads gives it. It is not the ID of the workspace lead.
            status: The new state. Only these two can be set.
            ai_tag: The new AI tag, which must be the name of a tag of the workspace. Null clears
                it.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The campaign lead after the update.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _UPDATE_LEAD,
            Arguments(
                path={"campaignId": campaign_id, "campaignLeadId": campaign_lead_id},
                body=body_of(CampaignLeadUpdate, body, status=status, ai_tag=ai_tag),
            ),
        )

    def get_analytics(
        self, campaign_id: str, *, from_: date | MISSING = MISSING, to: date | MISSING = MISSING
    ) -> CampaignAnalyticsResponse:
        """Get the analytics of a campaign.

        Reports on one campaign: totals, the split between the main sequence and the subsequences,
        every step by variant, every subsequence, and the leads by state. The report under
        `/v1/analytics` is a different one with other names.

        Args:
            campaign_id: The `_id` of the campaign.
            from_: The first day of the range. Omitted, the range is open at its start; with neither
                end, the report covers all time.
            to: The last day of the range. Omitted, the range is open at its end; with neither end,
                the report covers all time.

        Returns:
            The report.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _GET_ANALYTICS, Arguments(path={"campaignId": campaign_id}, query={"from": from_, "to": to})
        )


class AsyncCampaigns:
    """Campaigns, their lifecycle, their leads and their own analytics."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(
        self,
        *,
        status: CampaignStatus | MISSING = MISSING,
        search: str | MISSING = MISSING,
        cursor: str | MISSING = MISSING,
        limit: int | MISSING = MISSING,
    ) -> AsyncPages[CampaignList, Campaign]:
        """List campaigns.

        Arguments, result and errors are those of `Campaigns.list`.
        """

        async def fetch(cursor: str | MISSING) -> CampaignList:
            return await self._client.send(
                _LIST, Arguments(query={"status": status, "search": search, "cursor": cursor, "limit": limit})
            )

        return AsyncPages(fetch, cursor, _LIST_PAGES)

    @overload
    async def create(
        self,
        *,
        name: str,
        sequence: builtins.list[SequenceStepInput] | MISSING = MISSING,
        subsequences: builtins.list[SubsequenceInput] | MISSING = MISSING,
        schedule: Schedule | MISSING = MISSING,
        settings: CampaignSettings | MISSING = MISSING,
        mailboxes: builtins.list[str] | MISSING = MISSING,
        mailbox_ids: builtins.list[str] | MISSING = MISSING,
        mailbox_emails: builtins.list[str] | MISSING = MISSING,
        mailbox_tags: builtins.list[str] | MISSING = MISSING,
        mailbox_provider: str | MISSING = MISSING,
    ) -> CampaignResponse: ...

    @overload
    async def create(self, *, body: CampaignCreate) -> CampaignResponse: ...

    async def create(
        self,
        *,
        name: str | MISSING = MISSING,
        sequence: builtins.list[SequenceStepInput] | MISSING = MISSING,
        subsequences: builtins.list[SubsequenceInput] | MISSING = MISSING,
        schedule: Schedule | MISSING = MISSING,
        settings: CampaignSettings | MISSING = MISSING,
        mailboxes: builtins.list[str] | MISSING = MISSING,
        mailbox_ids: builtins.list[str] | MISSING = MISSING,
        mailbox_emails: builtins.list[str] | MISSING = MISSING,
        mailbox_tags: builtins.list[str] | MISSING = MISSING,
        mailbox_provider: str | MISSING = MISSING,
        body: CampaignCreate | None = None,
    ) -> CampaignResponse:
        """Create a campaign.

        Arguments, result and errors are those of `Campaigns.create`.
        """
        return await self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    CampaignCreate,
                    body,
                    name=name,
                    sequence=sequence,
                    subsequences=subsequences,
                    schedule=schedule,
                    settings=settings,
                    mailboxes=mailboxes,
                    mailbox_ids=mailbox_ids,
                    mailbox_emails=mailbox_emails,
                    mailbox_tags=mailbox_tags,
                    mailbox_provider=mailbox_provider,
                )
            ),
        )

    async def get(self, campaign_id: str) -> CampaignResponse:
        """Get a campaign.

        Arguments, result and errors are those of `Campaigns.get`.
        """
        return await self._client.send(_GET, Arguments(path={"campaignId": campaign_id}))

    async def update(
        self,
        campaign_id: str,
        *,
        name: str | MISSING = MISSING,
        sequence: builtins.list[SequenceStepInput] | MISSING = MISSING,
        subsequences: builtins.list[SubsequenceInput] | MISSING = MISSING,
        schedule: Schedule | MISSING = MISSING,
        settings: CampaignSettings | MISSING = MISSING,
        mailbox_ids: builtins.list[str] | MISSING = MISSING,
        mailbox_emails: builtins.list[str] | MISSING = MISSING,
        mailbox_tags: builtins.list[str] | MISSING = MISSING,
        mailbox_provider: str | MISSING = MISSING,
        body: CampaignUpdate | None = None,
    ) -> CampaignResponse:
        """Update a campaign.

        Arguments, result and errors are those of `Campaigns.update`.
        """
        return await self._client.send(
            _UPDATE,
            Arguments(
                path={"campaignId": campaign_id},
                body=body_of(
                    CampaignUpdate,
                    body,
                    name=name,
                    sequence=sequence,
                    subsequences=subsequences,
                    schedule=schedule,
                    settings=settings,
                    mailbox_ids=mailbox_ids,
                    mailbox_emails=mailbox_emails,
                    mailbox_tags=mailbox_tags,
                    mailbox_provider=mailbox_provider,
                ),
            ),
        )

    async def resume(self, campaign_id: str) -> ResumeResponse:
        """Resume a paused campaign.

        Arguments, result and errors are those of `Campaigns.resume`.
        """
        return await self._client.send(_RESUME, Arguments(path={"campaignId": campaign_id}))

    @overload
    async def send_test_email(
        self,
        campaign_id: str,
        *,
        sequence_step: int,
        mailbox_id: str,
        lead_id: str | MISSING = MISSING,
        custom_email: str | MISSING = MISSING,
        custom_variables: dict[str, Any] | MISSING = MISSING,
    ) -> TestEmailResponse: ...

    @overload
    async def send_test_email(self, campaign_id: str, *, body: TestEmailRequest) -> TestEmailResponse: ...

    async def send_test_email(
        self,
        campaign_id: str,
        *,
        sequence_step: int | MISSING = MISSING,
        mailbox_id: str | MISSING = MISSING,
        lead_id: str | MISSING = MISSING,
        custom_email: str | MISSING = MISSING,
        custom_variables: dict[str, Any] | MISSING = MISSING,
        body: TestEmailRequest | None = None,
    ) -> TestEmailResponse:
        """Send a test email.

        Arguments, result and errors are those of `Campaigns.send_test_email`.
        """
        return await self._client.send(
            _SEND_TEST_EMAIL,
            Arguments(
                path={"campaignId": campaign_id},
                body=body_of(
                    TestEmailRequest,
                    body,
                    sequence_step=sequence_step,
                    mailbox_id=mailbox_id,
                    lead_id=lead_id,
                    custom_email=custom_email,
                    custom_variables=custom_variables,
                ),
            ),
        )

    @overload
    async def preview_email(
        self,
        campaign_id: str,
        *,
        sequence_step: int,
        lead_id: str,
        mailbox_id: str,
        variant: str | MISSING = MISSING,
        content_override: dict[str, Any] | MISSING = MISSING,
    ) -> EmailPreviewResponse: ...

    @overload
    async def preview_email(self, campaign_id: str, *, body: EmailPreviewRequest) -> EmailPreviewResponse: ...

    async def preview_email(
        self,
        campaign_id: str,
        *,
        sequence_step: int | MISSING = MISSING,
        lead_id: str | MISSING = MISSING,
        mailbox_id: str | MISSING = MISSING,
        variant: str | MISSING = MISSING,
        content_override: dict[str, Any] | MISSING = MISSING,
        body: EmailPreviewRequest | None = None,
    ) -> EmailPreviewResponse:
        """Preview the email of a step.

        Arguments, result and errors are those of `Campaigns.preview_email`.
        """
        return await self._client.send(
            _PREVIEW_EMAIL,
            Arguments(
                path={"campaignId": campaign_id},
                body=body_of(
                    EmailPreviewRequest,
                    body,
                    sequence_step=sequence_step,
                    lead_id=lead_id,
                    mailbox_id=mailbox_id,
                    variant=variant,
                    content_override=content_override,
                ),
            ),
        )

    def list_leads(
        self,
        campaign_id: str,
        *,
        status: str | MISSING = MISSING,
        cursor: str | MISSING = MISSING,
        limit: int | MISSING = MISSING,
    ) -> AsyncPages[CampaignLeadList, CampaignLead]:
        """List the leads of a campaign.

        Arguments, result and errors are those of `Campaigns.list_leads`.
        """

        async def fetch(cursor: str | MISSING) -> CampaignLeadList:
            return await self._client.send(
                _LIST_LEADS,
                Arguments(path={"campaignId": campaign_id}, query={"status": status, "cursor": cursor, "limit": limit}),
            )

        return AsyncPages(fetch, cursor, _LIST_LEADS_PAGES)

    async def add_leads(
        self,
        campaign_id: str,
        *,
        leads: builtins.list[CampaignLeadInput] | MISSING = MISSING,
        filters: dict[str, Any] | MISSING = MISSING,
        select_all: bool | MISSING = MISSING,
        exclude_ids: builtins.list[str] | MISSING = MISSING,
        body: CampaignLeadsAdd | None = None,
    ) -> AddLeadsResponse:
        """Add leads to a campaign.

        Arguments, result and errors are those of `Campaigns.add_leads`.
        """
        return await self._client.send(
            _ADD_LEADS,
            Arguments(
                path={"campaignId": campaign_id},
                body=body_of(
                    CampaignLeadsAdd, body, leads=leads, filters=filters, select_all=select_all, exclude_ids=exclude_ids
                ),
            ),
        )

    @overload
    async def act_on_leads(
        self,
        campaign_id: str,
        *,
        action: Literal["pause", "resume", "remove"],
        lead_ids: builtins.list[str] | MISSING = MISSING,
        select_all: bool | MISSING = MISSING,
        filters: dict[str, Any] | MISSING = MISSING,
        exclude_ids: builtins.list[str] | MISSING = MISSING,
    ) -> CampaignLeadsActionResponse: ...

    @overload
    async def act_on_leads(self, campaign_id: str, *, body: CampaignLeadsAction) -> CampaignLeadsActionResponse: ...

    async def act_on_leads(
        self,
        campaign_id: str,
        *,
        action: Literal["pause", "resume", "remove"] | MISSING = MISSING,
        lead_ids: builtins.list[str] | MISSING = MISSING,
        select_all: bool | MISSING = MISSING,
        filters: dict[str, Any] | MISSING = MISSING,
        exclude_ids: builtins.list[str] | MISSING = MISSING,
        body: CampaignLeadsAction | None = None,
    ) -> CampaignLeadsActionResponse:
        """Pause, resume or remove leads of a campaign.

        Arguments, result and errors are those of `Campaigns.act_on_leads`.
        """
        return await self._client.send(
            _ACT_ON_LEADS,
            Arguments(
                path={"campaignId": campaign_id},
                body=body_of(
                    CampaignLeadsAction,
                    body,
                    action=action,
                    lead_ids=lead_ids,
                    select_all=select_all,
                    filters=filters,
                    exclude_ids=exclude_ids,
                ),
            ),
        )

    async def update_lead(
        self,
        campaign_id: str,
        campaign_lead_id: str,
        *,
        status: Literal["active", "paused"] | MISSING = MISSING,
        ai_tag: str | None | MISSING = MISSING,
        body: CampaignLeadUpdate | None = None,
    ) -> CampaignLeadResponse:
        """Update a lead of a campaign.

        Arguments, result and errors are those of `Campaigns.update_lead`.
        """
        return await self._client.send(
            _UPDATE_LEAD,
            Arguments(
                path={"campaignId": campaign_id, "campaignLeadId": campaign_lead_id},
                body=body_of(CampaignLeadUpdate, body, status=status, ai_tag=ai_tag),
            ),
        )

    async def get_analytics(
        self, campaign_id: str, *, from_: date | MISSING = MISSING, to: date | MISSING = MISSING
    ) -> CampaignAnalyticsResponse:
        """Get the analytics of a campaign.

        Arguments, result and errors are those of `Campaigns.get_analytics`.
        """
        return await self._client.send(
            _GET_ANALYTICS, Arguments(path={"campaignId": campaign_id}, query={"from": from_, "to": to})
        )
