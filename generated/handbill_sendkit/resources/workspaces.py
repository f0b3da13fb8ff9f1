"""Workspaces hold campaigns, leads and mailboxes, and have members."""

from __future__ import annotations

from typing import overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from ..models import (
    MessageResponse,
    WorkspaceCreate,
    WorkspaceInvite,
    WorkspaceList,
    WorkspaceMemberResponse,
    WorkspaceResponse,
    WorkspaceSettings,
    WorkspaceUpdate,
)

_LIST: Operation[WorkspaceList] = Operation(
    id="listWorkspaces",
    method="GET",
    path="/v1/workspaces",
    results={"200": WorkspaceList},
    security=(("apiKey",), ("bearerToken",)),
)

_CREATE: Operation[WorkspaceResponse] = Operation(
    id="createWorkspace",
    method="POST",
    path="/v1/workspaces",
    results={"200": WorkspaceResponse},
    security=(("apiKey",), ("bearerToken",)),
)

_UPDATE: Operation[WorkspaceResponse] = Operation(
    id="updateWorkspace",
    method="PATCH",
    path="/v1/workspaces/{workspaceId}",
    results={"200": WorkspaceResponse},
    security=(("apiKey",), ("bearerToken",)),
)

_INVITE_MEMBER: Operation[WorkspaceMemberResponse] = Operation(
    id="inviteWorkspaceMember",
    method="POST",
    path="/v1/workspaces/{workspaceId}/members",
    results={"200": WorkspaceMemberResponse},
    security=(("apiKey",), ("bearerToken",)),
)

_REMOVE_MEMBER: Operation[MessageResponse] = Operation(
    id="removeWorkspaceMember",
    method="DELETE",
    path="/v1/workspaces/{workspaceId}/members/{userId}",
    results={"200": MessageResponse},
    security=(("apiKey",), ("bearerToken",)),
)


class Workspaces:
    """Workspaces hold campaigns, leads and mailboxes, and have members."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(self) -> WorkspaceList:
        """List workspaces.

        Returns the active workspaces that the key reaches: all of its user for a platform key, its
        own for a workspace key. The listing is not paginated.

        Returns:
            The workspaces.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(_LIST, Arguments())

    @overload
    def create(self, *, name: str) -> WorkspaceResponse: ...

    @overload
    def create(self, *, body: WorkspaceCreate) -> WorkspaceResponse: ...

    def create(self, *, name: str | MISSING = MISSING, body: WorkspaceCreate | None = None) -> WorkspaceResponse:
        """Create a workspace.

        Creates a workspace. The user of the key owns it and is its first member. Only a platform
        key may do so.

        Args:
            name: The name.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The new workspace.

        Raises:
            ForbiddenError: The key is of the wrong kind, the role is too low, or the plan of the
                workspace does not allow more.
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(_CREATE, Arguments(body=body_of(WorkspaceCreate, body, name=name)))

    def update(
        self,
        workspace_id: str,
        *,
        name: str | MISSING = MISSING,
        settings: WorkspaceSettings | MISSING = MISSING,
        body: WorkspaceUpdate | None = None,
    ) -> WorkspaceResponse:
        """Update a workspace.

        Changes the name or the settings of a workspace. `settings` is merged into what is stored.
        Owners and admins may do so; a workspace key reaches its own workspace only.

        Args:
            workspace_id: The `id` of the workspace.
            name: The new name.
            settings: The settings to change. They are merged into the stored settings.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The workspace after the update.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _UPDATE,
            Arguments(
                path={"workspaceId": workspace_id}, body=body_of(WorkspaceUpdate, body, name=name, settings=settings)
            ),
        )

    @overload
    def invite_member(
        self, workspace_id: str, *, email: str, role: str | MISSING = MISSING
    ) -> WorkspaceMemberResponse: ...

    @overload
    def invite_member(self, workspace_id: str, *, body: WorkspaceInvite) -> WorkspaceMemberResponse: ...

    def invite_member(
        self,
        workspace_id: str,
        *,
        email: str | MISSING = MISSING,
        role: str | MISSING = MISSING,
        body: WorkspaceInvite | None = None,
    ) -> WorkspaceMemberResponse:
        """Invite a member to a workspace.

        Adds a user of SendKit to the workspace by address; somebody without an account cannot be
        added. Only a platform key may do so. Its user is an owner or admin, or a member where
        `allow_member_invites` is on.

        Args:
            workspace_id: The `id` of the workspace.
            email: The address of a user of SendKit.
            role: The role. The words seen for roles are `owner`, `admin` and `member`.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The member was added.

        Raises:
            ForbiddenError: The key is of the wrong kind, the role is too low, or the plan of the
                workspace does not allow more.
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _INVITE_MEMBER,
            Arguments(path={"workspaceId": workspace_id}, body=body_of(WorkspaceInvite, body, email=email, role=role)),
        )

    def remove_member(self, workspace_id: str, user_id: str) -> MessageResponse:
        """Remove a member from a workspace.

        Takes a member out of the workspace. The owner stays. Only a platform key of an owner or
        admin may do so.

        Args:
            workspace_id: The `id` of the workspace.
            user_id: The member, as the ID of a user.

        Returns:
            The member is removed.

        Raises:
            ForbiddenError: The key is of the wrong kind, the role is too low, or the plan of the
                workspace does not allow more.
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(_REMOVE_MEMBER, Arguments(path={"workspaceId": workspace_id, "userId": user_id}))


class AsyncWorkspaces:
    """Workspaces hold campaigns, leads and mailboxes, and have members."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list(self) -> WorkspaceList:
        """List workspaces.

        Arguments, result and errors are those of `Workspaces.list`.
        """
        return await self._client.send(_LIST, Arguments())

    @overload
    async def create(self, *, name: str) -> WorkspaceResponse: ...

    @overload
    async def create(self, *, body: WorkspaceCreate) -> WorkspaceResponse: ...

    async def create(self, *, name: str | MISSING = MISSING, body: WorkspaceCreate | None = None) -> WorkspaceResponse:
        """Create a workspace.

        Arguments, result and errors are those of `Workspaces.create`.
        """
        return await self._client.send(_CREATE, Arguments(body=body_of(WorkspaceCreate, body, name=name)))

    async def update(
        self,
        workspace_id: str,
        *,
        name: str | MISSING = MISSING,
        settings: WorkspaceSettings | MISSING = MISSING,
        body: WorkspaceUpdate | None = None,
    ) -> WorkspaceResponse:
        """Update a workspace.

        Arguments, result and errors are those of `Workspaces.update`.
        """
        return await self._client.send(
            _UPDATE,
            Arguments(
                path={"workspaceId": workspace_id}, body=body_of(WorkspaceUpdate, body, name=name, settings=settings)
            ),
        )

    @overload
    async def invite_member(
        self, workspace_id: str, *, email: str, role: str | MISSING = MISSING
    ) -> WorkspaceMemberResponse: ...

    @overload
    async def invite_member(self, workspace_id: str, *, body: WorkspaceInvite) -> WorkspaceMemberResponse: ...

    async def invite_member(
        self,
        workspace_id: str,
        *,
        email: str | MISSING = MISSING,
        role: str | MISSING = MISSING,
        body: WorkspaceInvite | None = None,
    ) -> WorkspaceMemberResponse:
        """Invite a member to a workspace.

        Arguments, result and errors are those of `Workspaces.invite_member`.
        """
        return await self._client.send(
            _INVITE_MEMBER,
            Arguments(path={"workspaceId": workspace_id}, body=body_of(WorkspaceInvite, body, email=email, role=role)),
        )

    async def remove_member(self, workspace_id: str, user_id: str) -> MessageResponse:
        """Remove a member from a workspace.

        Arguments, result and errors are those of `Workspaces.remove_member`.
        """
        return await self._client.send(_REMOVE_MEMBER, Arguments(path={"workspaceId": workspace_id, "userId": user_id}))
