"""API keys of workspaces. A workspace has one at most."""

from __future__ import annotations

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation
from ..models import ApiKeyResponse, MessageResponse

_CREATE: Operation[ApiKeyResponse] = Operation(
    id="createApiKey",
    method="POST",
    path="/v1/workspaces/{workspaceId}/api-key",
    results={"200": ApiKeyResponse},
    security=(("apiKey",), ("bearerToken",)),
)

_DELETE: Operation[MessageResponse] = Operation(
    id="deleteApiKey",
    method="DELETE",
    path="/v1/workspaces/{workspaceId}/api-key",
    results={"200": MessageResponse},
    security=(("apiKey",), ("bearerToken",)),
)

_ROTATE: Operation[ApiKeyResponse] = Operation(
    id="rotateApiKey",
    method="POST",
    path="/v1/workspaces/{workspaceId}/api-key/rotate",
    results={"200": ApiKeyResponse},
    security=(("apiKey",), ("bearerToken",)),
)


class APIKeys:
    """API keys of workspaces. A workspace has one at most."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def create(self, workspace_id: str) -> ApiKeyResponse:
        """Create the API key of a workspace.

        Creates the key of a workspace that has none. A workspace has one key at most, and a second
        call is a conflict. Only a platform key of an owner or admin may do so.

        Args:
            workspace_id: The `id` of the workspace.

        Returns:
            The new key.

        Raises:
            ForbiddenError: The key is of the wrong kind, the role is too low, or the plan of the
                workspace does not allow more.
            NotFoundError: There is no such workspace, or it has no key.
            ConflictError: What is to be created exists already.
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(_CREATE, Arguments(path={"workspaceId": workspace_id}))

    def delete(self, workspace_id: str) -> MessageResponse:
        """Delete the API key of a workspace.

        Revokes and deletes the key of a workspace, which stops working at once. Only a platform key
        of an owner or admin may do so.

        Args:
            workspace_id: The `id` of the workspace.

        Returns:
            The key is deleted.

        Raises:
            ForbiddenError: The key is of the wrong kind, the role is too low, or the plan of the
                workspace does not allow more.
            NotFoundError: There is no such workspace, or it has no key.
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(_DELETE, Arguments(path={"workspaceId": workspace_id}))

    def rotate(self, workspace_id: str) -> ApiKeyResponse:
        """Rotate the API key of a workspace.

        Gives a workspace a new key in place of the old one, which stops working at once. A
        workspace without a key is not found. Only a platform key of an owner or admin may do so.

        Args:
            workspace_id: The `id` of the workspace.

        Returns:
            The new key.

        Raises:
            ForbiddenError: The key is of the wrong kind, the role is too low, or the plan of the
                workspace does not allow more.
            NotFoundError: There is no such workspace, or it has no key.
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(_ROTATE, Arguments(path={"workspaceId": workspace_id}))


class AsyncAPIKeys:
    """API keys of workspaces. A workspace has one at most."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(self, workspace_id: str) -> ApiKeyResponse:
        """Create the API key of a workspace.

        Arguments, result and errors are those of `APIKeys.create`.
        """
        return await self._client.send(_CREATE, Arguments(path={"workspaceId": workspace_id}))

    async def delete(self, workspace_id: str) -> MessageResponse:
        """Delete the API key of a workspace.

        Arguments, result and errors are those of `APIKeys.delete`.
        """
        return await self._client.send(_DELETE, Arguments(path={"workspaceId": workspace_id}))

    async def rotate(self, workspace_id: str) -> ApiKeyResponse:
        """Rotate the API key of a workspace.

        Arguments, result and errors are those of `APIKeys.rotate`.
        """
        return await self._client.send(_ROTATE, Arguments(path={"workspaceId": workspace_id}))
