"""Sequences of emails that contacts enter by themselves, for example when they are added to a list."""

from __future__ import annotations

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation
from ..models import AutomationResponse

_RESUME: Operation[AutomationResponse] = Operation(
    id="resumeAutomation",
    method="POST",
    path="/automations/{id}/resume",
    results={"200": AutomationResponse},
)


class Automations:
    """Sequences of emails that contacts enter by themselves, for example when they are added to a
    list.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    def resume(self, id: str) -> AutomationResponse:
        """Resume an automation.

        Makes a paused automation active again. New contacts can enter it, and those inside continue
        after the step that they completed last.

        Args:
            id: The ID of the automation.

        Returns:
            The automation is active again.

        Raises:
            BadRequestError: The automation lacks fields that it needs, or the request is malformed.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            NotFoundError: The project has no automation with this ID.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(_RESUME, Arguments(path={"id": id}))


class AsyncAutomations:
    """Sequences of emails that contacts enter by themselves, for example when they are added to a
    list.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def resume(self, id: str) -> AutomationResponse:
        """Resume an automation.

        Arguments, result and errors are those of `Automations.resume`.
        """
        return await self._client.send(_RESUME, Arguments(path={"id": id}))
