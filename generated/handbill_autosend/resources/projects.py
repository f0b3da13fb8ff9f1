"""The parts of an account, each with its own campaigns, contacts and keys."""

from __future__ import annotations

from typing import Literal, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from ..models import ProjectCreate, ProjectResponse

_CREATE: Operation[ProjectResponse] = Operation(
    id="createProject",
    method="POST",
    path="/account/projects",
    results={"201": ProjectResponse},
    security=(("apiKey",),),
)


class Projects:
    """The parts of an account, each with its own campaigns, contacts and keys."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @overload
    def create(
        self,
        *,
        name: str,
        domain: str | MISSING = MISSING,
        region_key: Literal["us-east-1", "us-east-2", "ap-south-1"] | MISSING = MISSING,
    ) -> ProjectResponse: ...

    @overload
    def create(self, *, body: ProjectCreate) -> ProjectResponse: ...

    def create(
        self,
        *,
        name: str | MISSING = MISSING,
        domain: str | MISSING = MISSING,
        region_key: Literal["us-east-1", "us-east-2", "ap-south-1"] | MISSING = MISSING,
        body: ProjectCreate | None = None,
    ) -> ProjectResponse:
        """Create a project.

        Creates a project of the account. The call needs an account key, and no project ID beside
        it. The plan limits how many projects an account has.

        Args:
            name: The name of the project. At most 100 characters.
            domain: The domain to send from, such as `example.com` or `mail.example.com`.
            region_key: The region to keep the data of the project in. The default is not
                documented.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The project exists.

        Raises:
            BadRequestError: The request is malformed: broken JSON, a missing field, a wrong type or
                a value beyond its limit.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is a project key, or the plan allows no further project.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(
            _CREATE, Arguments(body=body_of(ProjectCreate, body, name=name, domain=domain, region_key=region_key))
        )


class AsyncProjects:
    """The parts of an account, each with its own campaigns, contacts and keys."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @overload
    async def create(
        self,
        *,
        name: str,
        domain: str | MISSING = MISSING,
        region_key: Literal["us-east-1", "us-east-2", "ap-south-1"] | MISSING = MISSING,
    ) -> ProjectResponse: ...

    @overload
    async def create(self, *, body: ProjectCreate) -> ProjectResponse: ...

    async def create(
        self,
        *,
        name: str | MISSING = MISSING,
        domain: str | MISSING = MISSING,
        region_key: Literal["us-east-1", "us-east-2", "ap-south-1"] | MISSING = MISSING,
        body: ProjectCreate | None = None,
    ) -> ProjectResponse:
        """Create a project.

        Arguments, result and errors are those of `Projects.create`.
        """
        return await self._client.send(
            _CREATE, Arguments(body=body_of(ProjectCreate, body, name=name, domain=domain, region_key=region_key))
        )
