"""Writing profiles and exporting them. A profile gathers the attributes and events of one user of the
project.
"""

from __future__ import annotations

from typing import Literal, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from ..models import ExportFilter, ExportStarted, ProfileAttributesExport, ProfileUpdate, ProfileUpdateResult

_UPDATE: Operation[ProfileUpdateResult] = Operation(
    id="updateProfiles",
    method="POST",
    path="/profiles/update",
    results={"202": ProfileUpdateResult},
)

_MASS_UPDATE: Operation[ProfileUpdateResult] = Operation(
    id="massUpdateProfiles",
    method="POST",
    path="/profiles/mass-update",
    results={"202": ProfileUpdateResult},
)

_EXPORT: Operation[ExportStarted] = Operation(
    id="exportProfiles",
    method="POST",
    path="/profiles/export",
    results={"202": ExportStarted},
)


class Profiles:
    """Writing profiles and exporting them. A profile gathers the attributes and events of one user of
    the project.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    def update(self, *, body: list[ProfileUpdate]) -> ProfileUpdateResult:
        """Update profiles.

        Sets attributes and records events on up to 200 profiles. A profile that does not exist yet
        is created. Data is processed after the response.

        The limit is 300 updates per second with a burst of 1,000, where each custom ID in a call
        counts as one update. Large imports go through mass update instead. A call can succeed in
        part: then `code` says so, and `errors` names what was dropped.

        Args:
            body: The updates, 200 at most.

        Returns:
            The updates are accepted, in whole or in part, and processed later.

        Raises:
            BadRequestError: Batch cannot use the request. The update page of campaigns names
                MISSING_PARAMETER (error code 30), MALFORMED_PARAMETER (31) and MALFORMED_JSON_BODY
                (32).
            UnauthorizedError: Batch does not accept the REST API key for the given project:
                AUTHENTICATION_INVALID (error code 10).
            NotFoundError: The route is unknown, ROUTE_NOT_FOUND (error code 20), or no object has
                the given ID or name. The error code for an unknown object is not documented.
            TooManyRequestsError: Too many requests: TOO_MANY_REQUESTS (error code 60). A caller
                pauses for 5 seconds or more; the next attempt may still meet the same error. No
                retry header is documented.
            InternalServerError: Batch failed unexpectedly: SERVER_ERROR. Update of campaigns
                numbers it 1 and delete 0, so the status tells more than the number.
            ServiceUnavailableError: Batch is down for maintenance: MAINTENANCE_ERROR (error code
                2). A later attempt can succeed.
        """
        return self._client.send(_UPDATE, Arguments(body=body))

    def mass_update(self, *, body: list[ProfileUpdate]) -> ProfileUpdateResult:
        """Update many profiles.

        Sets attributes and records events on up to 10,000 profiles, in the same form as the update
        of profiles. It is meant for large imports that run now and then. The limit is 10,000
        updates per second without a burst, counted by custom IDs and kept as a token bucket.

        Args:
            body: The updates, 10,000 at most.

        Returns:
            The updates are accepted, in whole or in part, and processed later.

        Raises:
            BadRequestError: Batch cannot use the request. The update page of campaigns names
                MISSING_PARAMETER (error code 30), MALFORMED_PARAMETER (31) and MALFORMED_JSON_BODY
                (32).
            UnauthorizedError: Batch does not accept the REST API key for the given project:
                AUTHENTICATION_INVALID (error code 10).
            NotFoundError: The route is unknown, ROUTE_NOT_FOUND (error code 20), or no object has
                the given ID or name. The error code for an unknown object is not documented.
            TooManyRequestsError: Too many requests: TOO_MANY_REQUESTS (error code 60). A caller
                pauses for 5 seconds or more; the next attempt may still meet the same error. No
                retry header is documented.
            InternalServerError: Batch failed unexpectedly: SERVER_ERROR. Update of campaigns
                numbers it 1 and delete 0, so the status tells more than the number.
            ServiceUnavailableError: Batch is down for maintenance: MAINTENANCE_ERROR (error code
                2). A later attempt can succeed.
        """
        return self._client.send(_MASS_UPDATE, Arguments(body=body))

    @overload
    def export(
        self,
        *,
        export_type: Literal["ATTRIBUTES"],
        attributes: list[str] | MISSING = MISSING,
        identifiers: list[str] | MISSING = MISSING,
        filter: ExportFilter | MISSING = MISSING,
    ) -> ExportStarted: ...

    @overload
    def export(self, *, body: ProfileAttributesExport) -> ExportStarted: ...

    def export(
        self,
        *,
        export_type: Literal["ATTRIBUTES"] | MISSING = MISSING,
        attributes: list[str] | MISSING = MISSING,
        identifiers: list[str] | MISSING = MISSING,
        filter: ExportFilter | MISSING = MISSING,
        body: ProfileAttributesExport | None = None,
    ) -> ExportStarted:
        """Start an export of profile attributes.

        Starts an export of attributes and identifiers of profiles, as they are at the time. The
        response only carries the ID of the export request; its state and its files are read under
        Exports. At least one of `attributes` and `identifiers` is required. Without `filter` all
        profiles are exported.

        Args:
            export_type: Kind of export, always `ATTRIBUTES`.
            attributes: Attributes to export. At least 1 item.
            identifiers: Identifiers to export.
            filter: Which profiles to export. New in 2.7.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The export request is created.

        Raises:
            BadRequestError: Batch cannot use the request. The update page of campaigns names
                MISSING_PARAMETER (error code 30), MALFORMED_PARAMETER (31) and MALFORMED_JSON_BODY
                (32).
            UnauthorizedError: Batch does not accept the REST API key for the given project:
                AUTHENTICATION_INVALID (error code 10).
            TooManyRequestsError: Too many requests: TOO_MANY_REQUESTS (error code 60). A caller
                pauses for 5 seconds or more; the next attempt may still meet the same error. No
                retry header is documented.
            InternalServerError: Batch failed unexpectedly: SERVER_ERROR. Update of campaigns
                numbers it 1 and delete 0, so the status tells more than the number.
            ServiceUnavailableError: Batch is down for maintenance: MAINTENANCE_ERROR (error code
                2). A later attempt can succeed.
        """
        return self._client.send(
            _EXPORT,
            Arguments(
                body=body_of(
                    ProfileAttributesExport,
                    body,
                    export_type=export_type,
                    attributes=attributes,
                    identifiers=identifiers,
                    filter=filter,
                )
            ),
        )


class AsyncProfiles:
    """Writing profiles and exporting them. A profile gathers the attributes and events of one user of
    the project.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def update(self, *, body: list[ProfileUpdate]) -> ProfileUpdateResult:
        """Update profiles.

        Arguments, result and errors are those of `Profiles.update`.
        """
        return await self._client.send(_UPDATE, Arguments(body=body))

    async def mass_update(self, *, body: list[ProfileUpdate]) -> ProfileUpdateResult:
        """Update many profiles.

        Arguments, result and errors are those of `Profiles.mass_update`.
        """
        return await self._client.send(_MASS_UPDATE, Arguments(body=body))

    @overload
    async def export(
        self,
        *,
        export_type: Literal["ATTRIBUTES"],
        attributes: list[str] | MISSING = MISSING,
        identifiers: list[str] | MISSING = MISSING,
        filter: ExportFilter | MISSING = MISSING,
    ) -> ExportStarted: ...

    @overload
    async def export(self, *, body: ProfileAttributesExport) -> ExportStarted: ...

    async def export(
        self,
        *,
        export_type: Literal["ATTRIBUTES"] | MISSING = MISSING,
        attributes: list[str] | MISSING = MISSING,
        identifiers: list[str] | MISSING = MISSING,
        filter: ExportFilter | MISSING = MISSING,
        body: ProfileAttributesExport | None = None,
    ) -> ExportStarted:
        """Start an export of profile attributes.

        Arguments, result and errors are those of `Profiles.export`.
        """
        return await self._client.send(
            _EXPORT,
            Arguments(
                body=body_of(
                    ProfileAttributesExport,
                    body,
                    export_type=export_type,
                    attributes=attributes,
                    identifiers=identifiers,
                    filter=filter,
                )
            ),
        )
