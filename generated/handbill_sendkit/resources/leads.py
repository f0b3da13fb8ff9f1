"""Leads are the people of a workspace to whom campaigns can write."""

from __future__ import annotations

import builtins
from typing import Any, Literal, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from .._pages import AsyncPages, Pages, Paging
from ..models import (
    Lead,
    LeadCreate,
    LeadImportEntry,
    LeadList,
    LeadResponse,
    LeadsDelete,
    LeadsDeleteResponse,
    LeadsImport,
    LeadsImportResponse,
    LeadUpdate,
)

_LIST: Operation[LeadList] = Operation(
    id="listLeads",
    method="GET",
    path="/v1/leads",
    results={"200": LeadList},
    styles={"query": {"tags": ("form", False), "emailStatus": ("form", False)}},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("data",),
    following=("pagination", "next_cursor"),
    more=("pagination", "has_more"),
)

_CREATE: Operation[LeadResponse] = Operation(
    id="createLead",
    method="POST",
    path="/v1/leads",
    results={"200": LeadResponse},
)

_DELETE: Operation[LeadsDeleteResponse] = Operation(
    id="deleteLeads",
    method="DELETE",
    path="/v1/leads",
    results={"200": LeadsDeleteResponse},
)

_BULK_IMPORT: Operation[LeadsImportResponse] = Operation(
    id="bulkImportLeads",
    method="POST",
    path="/v1/leads/bulk",
    results={"200": LeadsImportResponse},
)

_UPDATE: Operation[LeadResponse] = Operation(
    id="updateLead",
    method="PATCH",
    path="/v1/leads/{leadId}",
    results={"200": LeadResponse},
)


class Leads:
    """Leads are the people of a workspace to whom campaigns can write."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(
        self,
        *,
        search: str | MISSING = MISSING,
        tags: builtins.list[str] | MISSING = MISSING,
        email_verified: Literal["true", "false"] | MISSING = MISSING,
        email_status: builtins.list[str] | MISSING = MISSING,
        email_type: str | MISSING = MISSING,
        has_company: bool | MISSING = MISSING,
        has_phone: bool | MISSING = MISSING,
        seg_protected: bool | MISSING = MISSING,
        cursor: str | MISSING = MISSING,
        limit: int | MISSING = MISSING,
    ) -> Pages[LeadList, Lead]:
        """List leads.

        Pages through the leads of the workspace. All filters are optional. The listing ends when
        `pagination.has_more` is false; a short or empty page does not end it by itself.

        Args:
            search: Keeps only the leads that match this text. Which properties it searches is not
                documented.
            tags: Keeps only the leads that carry at least one of these tags. The names are joined
                with commas.
            email_verified: Keeps only the leads whose address is verified, or only the others.
            email_status: Keeps only the leads whose address was verified with one of these results,
                joined with commas. The words seen are `valid` and `risky`.
            email_type: Keeps only one kind of address. The words seen are `all`, `personal` and
                `business`.
            has_company: Keeps only the leads with a company, or only those without one.
            has_phone: Keeps only the leads with a phone number, or only those without one.
            seg_protected: Keeps only the leads behind a secure email gateway, or only the others.
            cursor: The `next_cursor` of the page before, an opaque text. The first page needs none.
            limit: The largest number of items in one page. The server's default is not documented.
                1 to 100.

        Returns:
            The items, page after page as they are asked for; its `pages()` gives the pages
            themselves.

        Raises:
            UnlistedStatusError: Any other failure.
        """

        def fetch(cursor: str | MISSING) -> LeadList:
            return self._client.send(
                _LIST,
                Arguments(
                    query={
                        "search": search,
                        "tags": tags,
                        "emailVerified": email_verified,
                        "emailStatus": email_status,
                        "emailType": email_type,
                        "hasCompany": has_company,
                        "hasPhone": has_phone,
                        "segProtected": seg_protected,
                        "cursor": cursor,
                        "limit": limit,
                    }
                ),
            )

        return Pages(fetch, cursor, _LIST_PAGES)

    @overload
    def create(
        self,
        *,
        email: str,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        company_name: str | MISSING = MISSING,
        job_title: str | MISSING = MISSING,
        phone: str | MISSING = MISSING,
        linkedin_url: str | MISSING = MISSING,
        city: str | MISSING = MISSING,
        state: str | MISSING = MISSING,
        country: str | MISSING = MISSING,
        tags: builtins.list[str] | MISSING = MISSING,
        custom_fields: dict[str, Any] | MISSING = MISSING,
    ) -> LeadResponse: ...

    @overload
    def create(self, *, body: LeadCreate) -> LeadResponse: ...

    def create(
        self,
        *,
        email: str | MISSING = MISSING,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        company_name: str | MISSING = MISSING,
        job_title: str | MISSING = MISSING,
        phone: str | MISSING = MISSING,
        linkedin_url: str | MISSING = MISSING,
        city: str | MISSING = MISSING,
        state: str | MISSING = MISSING,
        country: str | MISSING = MISSING,
        tags: builtins.list[str] | MISSING = MISSING,
        custom_fields: dict[str, Any] | MISSING = MISSING,
        body: LeadCreate | None = None,
    ) -> LeadResponse:
        """Create a lead.

        Stores one lead. The address is stored in lower case and must be new to the workspace. What
        a write calls `phone` comes back as `phone_number`.

        Args:
            email: The address of the lead, which is stored in lower case.
            first_name: The first name.
            last_name: The last name.
            company_name: The company.
            job_title: The job title.
            phone: The phone number, which comes back as `phone_number`.
            linkedin_url: The LinkedIn profile.
            city: The city.
            state: The state.
            country: The country, as a code such as `US`.
            tags: The tags.
            custom_fields: The custom fields by name.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The stored lead.

        Raises:
            ConflictError: What is to be created exists already.
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    LeadCreate,
                    body,
                    email=email,
                    first_name=first_name,
                    last_name=last_name,
                    company_name=company_name,
                    job_title=job_title,
                    phone=phone,
                    linkedin_url=linkedin_url,
                    city=city,
                    state=state,
                    country=country,
                    tags=tags,
                    custom_fields=custom_fields,
                )
            ),
        )

    def delete(
        self,
        *,
        lead_ids: builtins.list[str] | MISSING = MISSING,
        delete_all: bool | MISSING = MISSING,
        filters: dict[str, Any] | MISSING = MISSING,
        exclude_ids: builtins.list[str] | MISSING = MISSING,
        force: bool | MISSING = MISSING,
        body: LeadsDelete | None = None,
    ) -> LeadsDeleteResponse:
        """Delete leads.

        Deletes leads. `lead_ids` names them; or `delete_all` selects all leads that match
        `filters`, except those in `exclude_ids`. A lead in an active campaign is protected: the
        call fails and lists the campaigns, unless `force` is true, which deletes the lead and sets
        its status in those campaigns to `removed`.

        Args:
            lead_ids: The IDs of the leads.
            delete_all: True selects all leads of the workspace.
            filters: Narrows what `delete_all` selects. The names of its keys are not documented.
            exclude_ids: The IDs that `delete_all` leaves out.
            force: Whether leads in active campaigns are deleted too. The server's default is
                `false`.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The number of deleted leads.

        Raises:
            BadRequestError: The body breaks a rule, or leads are in active campaigns.
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _DELETE,
            Arguments(
                body=body_of(
                    LeadsDelete,
                    body,
                    lead_ids=lead_ids,
                    delete_all=delete_all,
                    filters=filters,
                    exclude_ids=exclude_ids,
                    force=force,
                )
            ),
        )

    @overload
    def bulk_import(
        self,
        *,
        leads: builtins.list[LeadImportEntry],
        skip_duplicates: bool | MISSING = MISSING,
        data_cleanup: bool | MISSING = MISSING,
        tag: str | MISSING = MISSING,
    ) -> LeadsImportResponse: ...

    @overload
    def bulk_import(self, *, body: LeadsImport) -> LeadsImportResponse: ...

    def bulk_import(
        self,
        *,
        leads: builtins.list[LeadImportEntry] | MISSING = MISSING,
        skip_duplicates: bool | MISSING = MISSING,
        data_cleanup: bool | MISSING = MISSING,
        tag: str | MISSING = MISSING,
        body: LeadsImport | None = None,
    ) -> LeadsImportResponse:
        """Import leads in bulk.

        Creates up to 5,000 leads. A lead that exists already is skipped, or updated when
        `skip_duplicates` is false. The server splits the leads into batches of 1,000 and works on
        up to ten at a time. Entries that fail are reported in `errors` while the others are
        imported.

        Args:
            leads: The leads. At most 5000 items.
            skip_duplicates: Whether a lead whose address is known is skipped. False updates it. The
                server's default is `true`.
            data_cleanup: Whether addresses, phone numbers, profiles and names are normalized. The
                server's default is `true`.
            tag: A tag for all leads of the import.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The outcome, which can be a partial success.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _BULK_IMPORT,
            Arguments(
                body=body_of(
                    LeadsImport, body, leads=leads, skip_duplicates=skip_duplicates, data_cleanup=data_cleanup, tag=tag
                )
            ),
        )

    def update(
        self,
        lead_id: str,
        *,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        company_name: str | MISSING = MISSING,
        job_title: str | MISSING = MISSING,
        phone: str | MISSING = MISSING,
        linkedin_url: str | MISSING = MISSING,
        city: str | MISSING = MISSING,
        state: str | MISSING = MISSING,
        country: str | MISSING = MISSING,
        tags: builtins.list[str] | MISSING = MISSING,
        custom_fields: dict[str, Any] | MISSING = MISSING,
        body: LeadUpdate | None = None,
    ) -> LeadResponse:
        """Update a lead.

        Changes the properties that the body names. `custom_fields` is merged into what is stored,
        while `tags` replaces the stored tags. The address of a lead is fixed.

        Args:
            lead_id: The `_id` of the lead.
            first_name: The first name.
            last_name: The last name.
            company_name: The company.
            job_title: The job title.
            phone: The phone number, which comes back as `phone_number`.
            linkedin_url: The LinkedIn profile.
            city: The city.
            state: The state.
            country: The country, as a code such as `US`.
            tags: The new tags, which replace the stored ones.
            custom_fields: The custom fields to set. They are merged into the stored ones.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The lead after the update.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _UPDATE,
            Arguments(
                path={"leadId": lead_id},
                body=body_of(
                    LeadUpdate,
                    body,
                    first_name=first_name,
                    last_name=last_name,
                    company_name=company_name,
                    job_title=job_title,
                    phone=phone,
                    linkedin_url=linkedin_url,
                    city=city,
                    state=state,
                    country=country,
                    tags=tags,
                    custom_fields=custom_fields,
                ),
            ),
        )


class AsyncLeads:
    """Leads are the people of a workspace to whom campaigns can write."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(
        self,
        *,
        search: str | MISSING = MISSING,
        tags: builtins.list[str] | MISSING = MISSING,
        email_verified: Literal["true", "false"] | MISSING = MISSING,
        email_status: builtins.list[str] | MISSING = MISSING,
        email_type: str | MISSING = MISSING,
        has_company: bool | MISSING = MISSING,
        has_phone: bool | MISSING = MISSING,
        seg_protected: bool | MISSING = MISSING,
        cursor: str | MISSING = MISSING,
        limit: int | MISSING = MISSING,
    ) -> AsyncPages[LeadList, Lead]:
        """List leads.

        Arguments, result and errors are those of `Leads.list`.
        """

        async def fetch(cursor: str | MISSING) -> LeadList:
            return await self._client.send(
                _LIST,
                Arguments(
                    query={
                        "search": search,
                        "tags": tags,
                        "emailVerified": email_verified,
                        "emailStatus": email_status,
                        "emailType": email_type,
                        "hasCompany": has_company,
                        "hasPhone": has_phone,
                        "segProtected": seg_protected,
                        "cursor": cursor,
                        "limit": limit,
                    }
                ),
            )

        return AsyncPages(fetch, cursor, _LIST_PAGES)

    @overload
    async def create(
        self,
        *,
        email: str,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        company_name: str | MISSING = MISSING,
        job_title: str | MISSING = MISSING,
        phone: str | MISSING = MISSING,
        linkedin_url: str | MISSING = MISSING,
        city: str | MISSING = MISSING,
        state: str | MISSING = MISSING,
        country: str | MISSING = MISSING,
        tags: builtins.list[str] | MISSING = MISSING,
        custom_fields: dict[str, Any] | MISSING = MISSING,
    ) -> LeadResponse: ...

    @overload
    async def create(self, *, body: LeadCreate) -> LeadResponse: ...

    async def create(
        self,
        *,
        email: str | MISSING = MISSING,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        company_name: str | MISSING = MISSING,
        job_title: str | MISSING = MISSING,
        phone: str | MISSING = MISSING,
        linkedin_url: str | MISSING = MISSING,
        city: str | MISSING = MISSING,
        state: str | MISSING = MISSING,
        country: str | MISSING = MISSING,
        tags: builtins.list[str] | MISSING = MISSING,
        custom_fields: dict[str, Any] | MISSING = MISSING,
        body: LeadCreate | None = None,
    ) -> LeadResponse:
        """Create a lead.

        Arguments, result and errors are those of `Leads.create`.
        """
        return await self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    LeadCreate,
                    body,
                    email=email,
                    first_name=first_name,
                    last_name=last_name,
                    company_name=company_name,
                    job_title=job_title,
                    phone=phone,
                    linkedin_url=linkedin_url,
                    city=city,
                    state=state,
                    country=country,
                    tags=tags,
                    custom_fields=custom_fields,
                )
            ),
        )

    async def delete(
        self,
        *,
        lead_ids: builtins.list[str] | MISSING = MISSING,
        delete_all: bool | MISSING = MISSING,
        filters: dict[str, Any] | MISSING = MISSING,
        exclude_ids: builtins.list[str] | MISSING = MISSING,
        force: bool | MISSING = MISSING,
        body: LeadsDelete | None = None,
    ) -> LeadsDeleteResponse:
        """Delete leads.

        Arguments, result and errors are those of `Leads.delete`.
        """
        return await self._client.send(
            _DELETE,
            Arguments(
                body=body_of(
                    LeadsDelete,
                    body,
                    lead_ids=lead_ids,
                    delete_all=delete_all,
                    filters=filters,
                    exclude_ids=exclude_ids,
                    force=force,
                )
            ),
        )

    @overload
    async def bulk_import(
        self,
        *,
        leads: builtins.list[LeadImportEntry],
        skip_duplicates: bool | MISSING = MISSING,
        data_cleanup: bool | MISSING = MISSING,
        tag: str | MISSING = MISSING,
    ) -> LeadsImportResponse: ...

    @overload
    async def bulk_import(self, *, body: LeadsImport) -> LeadsImportResponse: ...

    async def bulk_import(
        self,
        *,
        leads: builtins.list[LeadImportEntry] | MISSING = MISSING,
        skip_duplicates: bool | MISSING = MISSING,
        data_cleanup: bool | MISSING = MISSING,
        tag: str | MISSING = MISSING,
        body: LeadsImport | None = None,
    ) -> LeadsImportResponse:
        """Import leads in bulk.

        Arguments, result and errors are those of `Leads.bulk_import`.
        """
        return await self._client.send(
            _BULK_IMPORT,
            Arguments(
                body=body_of(
                    LeadsImport, body, leads=leads, skip_duplicates=skip_duplicates, data_cleanup=data_cleanup, tag=tag
                )
            ),
        )

    async def update(
        self,
        lead_id: str,
        *,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        company_name: str | MISSING = MISSING,
        job_title: str | MISSING = MISSING,
        phone: str | MISSING = MISSING,
        linkedin_url: str | MISSING = MISSING,
        city: str | MISSING = MISSING,
        state: str | MISSING = MISSING,
        country: str | MISSING = MISSING,
        tags: builtins.list[str] | MISSING = MISSING,
        custom_fields: dict[str, Any] | MISSING = MISSING,
        body: LeadUpdate | None = None,
    ) -> LeadResponse:
        """Update a lead.

        Arguments, result and errors are those of `Leads.update`.
        """
        return await self._client.send(
            _UPDATE,
            Arguments(
                path={"leadId": lead_id},
                body=body_of(
                    LeadUpdate,
                    body,
                    first_name=first_name,
                    last_name=last_name,
                    company_name=company_name,
                    job_title=job_title,
                    phone=phone,
                    linkedin_url=linkedin_url,
                    city=city,
                    state=state,
                    country=country,
                    tags=tags,
                    custom_fields=custom_fields,
                ),
            ),
        )
