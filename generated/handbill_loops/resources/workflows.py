"""Workflows send emails to contacts step by step. They count as early access."""

from __future__ import annotations

from typing import overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from .._pages import AsyncPages, Pages, Paging
from ..models import (
    QueuedContactPolicy,
    Workflow,
    WorkflowCreate,
    WorkflowDelete,
    WorkflowList,
    WorkflowMailingListChange,
    WorkflowMailingListResult,
    WorkflowSummary,
    WorkflowUpdate,
)

_LIST: Operation[WorkflowList] = Operation(
    id="listWorkflows",
    method="GET",
    path="/v1/workflows",
    results={"200": WorkflowList},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("data",),
    following=("pagination", "next_cursor"),
)

_CREATE: Operation[Workflow] = Operation(
    id="createWorkflow",
    method="POST",
    path="/v1/workflows",
    results={"200": Workflow},
)

_GET: Operation[Workflow] = Operation(
    id="getWorkflow",
    method="GET",
    path="/v1/workflows/{workflowId}",
    results={"200": Workflow},
)

_UPDATE: Operation[Workflow] = Operation(
    id="updateWorkflowProperties",
    method="POST",
    path="/v1/workflows/{workflowId}",
    results={"200": Workflow},
)

_DELETE: Operation[None] = Operation(
    id="deleteWorkflow",
    method="DELETE",
    path="/v1/workflows/{workflowId}",
    results={"204": None},
)

_CHANGE_MAILING_LIST: Operation[WorkflowMailingListResult] = Operation(
    id="changeWorkflowMailingList",
    method="POST",
    path="/v1/workflows/{workflowId}/mailing-list",
    results={"200": WorkflowMailingListResult},
)


class Workflows:
    """Workflows send emails to contacts step by step. They count as early access."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> Pages[WorkflowList, WorkflowSummary]:
        """List workflows.

        Reads the workflows of the team, one page at a time, without their nodes. The order is not
        documented.

        Args:
            per_page: The number of items on a page, from 10 to 50, written as a string of digits.
                Matches `^([1-4][0-9]|50)$`. The server's default is `"20"`.
            cursor: The `pagination.next_cursor` of the page before. The first page needs none.

        Returns:
            The items, page after page as they are asked for; its `pages()` gives the pages
            themselves.

        Raises:
            BadRequestError: The value of `per_page` or of `cursor` is not valid.
            UnauthorizedError: The API key is not valid.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """

        def fetch(cursor: str | MISSING) -> WorkflowList:
            return self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return Pages(fetch, cursor, _LIST_PAGES)

    @overload
    def create(
        self, *, name: str, description: str | MISSING = MISSING, mailing_list_id: str | None | MISSING = MISSING
    ) -> Workflow: ...

    @overload
    def create(self, *, body: WorkflowCreate) -> Workflow: ...

    def create(
        self,
        *,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        mailing_list_id: str | None | MISSING = MISSING,
        body: WorkflowCreate | None = None,
    ) -> Workflow:
        """Create a workflow.

        Adds a workflow as a draft. It starts out with two nodes: a blank trigger and an exit.

        Args:
            name: The name of the workflow.
            description: A description of the workflow.
            mailing_list_id: The mailing list of the recipients, by ID.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The new workflow.

        Raises:
            BadRequestError: The body is not valid.
            UnauthorizedError: The API key is not valid.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
            InternalServerError: The team cannot create workflows.
        """
        return self._client.send(
            _CREATE,
            Arguments(
                body=body_of(WorkflowCreate, body, name=name, description=description, mailing_list_id=mailing_list_id)
            ),
        )

    def get(self, workflow_id: str) -> Workflow:
        """Get a workflow.

        Reads one workflow with an outline of its nodes. The whole of a node comes from
        `getWorkflowNode`.

        Args:
            workflow_id: The ID of the workflow.

        Returns:
            The workflow.

        Raises:
            BadRequestError: The workflow ID is not valid.
            UnauthorizedError: The API key is not valid.
            NotFoundError: The workflow does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_GET, Arguments(path={"workflowId": workflow_id}))

    @overload
    def update(
        self,
        workflow_id: str,
        *,
        expected_revision_id: str | None,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
    ) -> Workflow: ...

    @overload
    def update(self, workflow_id: str, *, body: WorkflowUpdate) -> Workflow: ...

    def update(
        self,
        workflow_id: str,
        *,
        expected_revision_id: str | None | MISSING = MISSING,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        body: WorkflowUpdate | None = None,
    ) -> Workflow:
        """Update a workflow.

        Changes the name of a workflow, its description, or both. The mailing list has a call of its
        own, since another list may throw contacts out.

        Args:
            workflow_id: The ID of the workflow.
            expected_revision_id: The `workflow_revision_id` seen last, or null if that was null. A
                revision that is no longer current leads to 409.
            name: The new name of the workflow.
            description: The new description of the workflow.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The workflow after the change.

        Raises:
            BadRequestError: The workflow ID or the body is not valid.
            UnauthorizedError: The API key is not valid.
            NotFoundError: The workflow does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            ConflictError: The workflow has a newer revision than `expected_revision_id`.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _UPDATE,
            Arguments(
                path={"workflowId": workflow_id},
                body=body_of(
                    WorkflowUpdate, body, expected_revision_id=expected_revision_id, name=name, description=description
                ),
            ),
        )

    @overload
    def delete(
        self, workflow_id: str, *, expected_revision_id: str | None, confirm_delete: bool | MISSING = MISSING
    ) -> None: ...

    @overload
    def delete(self, workflow_id: str, *, body: WorkflowDelete) -> None: ...

    def delete(
        self,
        workflow_id: str,
        *,
        expected_revision_id: str | None | MISSING = MISSING,
        confirm_delete: bool | MISSING = MISSING,
        body: WorkflowDelete | None = None,
    ) -> None:
        """Delete a workflow.

        Deletes a workflow. One that is sending, or has contacts waiting in its queues, is deleted
        only with `confirm_delete`. The operation is recent.

        Args:
            workflow_id: The ID of the workflow.
            expected_revision_id: The `workflow_revision_id` seen last, or null if that was null. A
                revision that is no longer current leads to 409.
            confirm_delete: Whether to delete the workflow even if it is sending or has contacts
                waiting.
            body: All fields of the body at once, instead of one by one.

        Raises:
            BadRequestError: The workflow ID or the body is not valid.
            UnauthorizedError: The API key is not valid.
            NotFoundError: The workflow does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            ConflictError: The workflow has a newer revision; or it is sending or has contacts
                waiting, and the body does not confirm.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _DELETE,
            Arguments(
                path={"workflowId": workflow_id},
                body=body_of(
                    WorkflowDelete, body, expected_revision_id=expected_revision_id, confirm_delete=confirm_delete
                ),
            ),
        )

    @overload
    def change_mailing_list(
        self,
        workflow_id: str,
        *,
        expected_revision_id: str | None,
        mailing_list_id: str | None,
        dry_run: bool | MISSING = MISSING,
        queued_contact_policy: QueuedContactPolicy | MISSING = MISSING,
    ) -> WorkflowMailingListResult: ...

    @overload
    def change_mailing_list(
        self, workflow_id: str, *, body: WorkflowMailingListChange
    ) -> WorkflowMailingListResult: ...

    def change_mailing_list(
        self,
        workflow_id: str,
        *,
        expected_revision_id: str | None | MISSING = MISSING,
        mailing_list_id: str | None | MISSING = MISSING,
        dry_run: bool | MISSING = MISSING,
        queued_contact_policy: QueuedContactPolicy | MISSING = MISSING,
        body: WorkflowMailingListChange | None = None,
    ) -> WorkflowMailingListResult:
        """Change the mailing list of a workflow.

        Sets the mailing list of a workflow, or removes it. Contacts that wait in the workflow and
        are not on the new list would be thrown out; where there are any, the call changes nothing
        and says how many, unless `queued_contact_policy` is `discard`. Removing the list throws
        nobody out. With `dry_run` the call only checks.

        Args:
            workflow_id: The ID of the workflow.
            expected_revision_id: The `workflow_revision_id` seen last, or null if that was null. A
                revision that is no longer current leads to 409.
            mailing_list_id: The ID of the new mailing list. Null leaves the workflow without one.
            dry_run: Whether to check the call without changing anything.
            queued_contact_policy: What to do about contacts that are waiting.
            body: All fields of the body at once, instead of one by one.

        Returns:
            What happened, or would happen. The `status` tells the two forms apart.

        Raises:
            BadRequestError: The workflow ID, the body or the mailing list is not valid, or the
                workflow is in the wrong state.
            UnauthorizedError: The API key is not valid.
            NotFoundError: The workflow does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            ConflictError: The workflow has a newer revision than `expected_revision_id`.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _CHANGE_MAILING_LIST,
            Arguments(
                path={"workflowId": workflow_id},
                body=body_of(
                    WorkflowMailingListChange,
                    body,
                    expected_revision_id=expected_revision_id,
                    mailing_list_id=mailing_list_id,
                    dry_run=dry_run,
                    queued_contact_policy=queued_contact_policy,
                ),
            ),
        )


class AsyncWorkflows:
    """Workflows send emails to contacts step by step. They count as early access."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> AsyncPages[WorkflowList, WorkflowSummary]:
        """List workflows.

        Arguments, result and errors are those of `Workflows.list`.
        """

        async def fetch(cursor: str | MISSING) -> WorkflowList:
            return await self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return AsyncPages(fetch, cursor, _LIST_PAGES)

    @overload
    async def create(
        self, *, name: str, description: str | MISSING = MISSING, mailing_list_id: str | None | MISSING = MISSING
    ) -> Workflow: ...

    @overload
    async def create(self, *, body: WorkflowCreate) -> Workflow: ...

    async def create(
        self,
        *,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        mailing_list_id: str | None | MISSING = MISSING,
        body: WorkflowCreate | None = None,
    ) -> Workflow:
        """Create a workflow.

        Arguments, result and errors are those of `Workflows.create`.
        """
        return await self._client.send(
            _CREATE,
            Arguments(
                body=body_of(WorkflowCreate, body, name=name, description=description, mailing_list_id=mailing_list_id)
            ),
        )

    async def get(self, workflow_id: str) -> Workflow:
        """Get a workflow.

        Arguments, result and errors are those of `Workflows.get`.
        """
        return await self._client.send(_GET, Arguments(path={"workflowId": workflow_id}))

    @overload
    async def update(
        self,
        workflow_id: str,
        *,
        expected_revision_id: str | None,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
    ) -> Workflow: ...

    @overload
    async def update(self, workflow_id: str, *, body: WorkflowUpdate) -> Workflow: ...

    async def update(
        self,
        workflow_id: str,
        *,
        expected_revision_id: str | None | MISSING = MISSING,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        body: WorkflowUpdate | None = None,
    ) -> Workflow:
        """Update a workflow.

        Arguments, result and errors are those of `Workflows.update`.
        """
        return await self._client.send(
            _UPDATE,
            Arguments(
                path={"workflowId": workflow_id},
                body=body_of(
                    WorkflowUpdate, body, expected_revision_id=expected_revision_id, name=name, description=description
                ),
            ),
        )

    @overload
    async def delete(
        self, workflow_id: str, *, expected_revision_id: str | None, confirm_delete: bool | MISSING = MISSING
    ) -> None: ...

    @overload
    async def delete(self, workflow_id: str, *, body: WorkflowDelete) -> None: ...

    async def delete(
        self,
        workflow_id: str,
        *,
        expected_revision_id: str | None | MISSING = MISSING,
        confirm_delete: bool | MISSING = MISSING,
        body: WorkflowDelete | None = None,
    ) -> None:
        """Delete a workflow.

        Arguments, result and errors are those of `Workflows.delete`.
        """
        return await self._client.send(
            _DELETE,
            Arguments(
                path={"workflowId": workflow_id},
                body=body_of(
                    WorkflowDelete, body, expected_revision_id=expected_revision_id, confirm_delete=confirm_delete
                ),
            ),
        )

    @overload
    async def change_mailing_list(
        self,
        workflow_id: str,
        *,
        expected_revision_id: str | None,
        mailing_list_id: str | None,
        dry_run: bool | MISSING = MISSING,
        queued_contact_policy: QueuedContactPolicy | MISSING = MISSING,
    ) -> WorkflowMailingListResult: ...

    @overload
    async def change_mailing_list(
        self, workflow_id: str, *, body: WorkflowMailingListChange
    ) -> WorkflowMailingListResult: ...

    async def change_mailing_list(
        self,
        workflow_id: str,
        *,
        expected_revision_id: str | None | MISSING = MISSING,
        mailing_list_id: str | None | MISSING = MISSING,
        dry_run: bool | MISSING = MISSING,
        queued_contact_policy: QueuedContactPolicy | MISSING = MISSING,
        body: WorkflowMailingListChange | None = None,
    ) -> WorkflowMailingListResult:
        """Change the mailing list of a workflow.

        Arguments, result and errors are those of `Workflows.change_mailing_list`.
        """
        return await self._client.send(
            _CHANGE_MAILING_LIST,
            Arguments(
                path={"workflowId": workflow_id},
                body=body_of(
                    WorkflowMailingListChange,
                    body,
                    expected_revision_id=expected_revision_id,
                    mailing_list_id=mailing_list_id,
                    dry_run=dry_run,
                    queued_contact_policy=queued_contact_policy,
                ),
            ),
        )
