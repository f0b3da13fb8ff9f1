"""Workflow nodes are the steps of a workflow."""

from __future__ import annotations

from typing import overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from ..models import (
    ChangedWorkflowNode,
    EngagementMetrics,
    QueuedContactPolicy,
    ReadWorkflowNode,
    WorkflowBranchAdd,
    WorkflowNodeCreate,
    WorkflowNodeDelete,
    WorkflowNodeDeletion,
    WorkflowNodePayload,
    WorkflowNodeReroute,
    WorkflowNodeResponse,
    WorkflowNodeUpdate,
)

_CREATE: Operation[WorkflowNodeResponse] = Operation(
    id="createWorkflowNode",
    method="POST",
    path="/v1/workflows/{workflowId}/nodes",
    results={"200": WorkflowNodeResponse},
)

_GET: Operation[ReadWorkflowNode] = Operation(
    id="getWorkflowNode",
    method="GET",
    path="/v1/workflows/{workflowId}/nodes/{nodeId}",
    results={"200": ReadWorkflowNode},
)

_UPDATE: Operation[ChangedWorkflowNode] = Operation(
    id="updateWorkflowNode",
    method="POST",
    path="/v1/workflows/{workflowId}/nodes/{nodeId}",
    results={"200": ChangedWorkflowNode},
)

_DELETE: Operation[WorkflowNodeDeletion] = Operation(
    id="deleteWorkflowNode",
    method="DELETE",
    path="/v1/workflows/{workflowId}/nodes/{nodeId}",
    results={"200": WorkflowNodeDeletion},
)

_DELETE_RECURSIVELY: Operation[WorkflowNodeDeletion] = Operation(
    id="deleteWorkflowNodeRecursively",
    method="DELETE",
    path="/v1/workflows/{workflowId}/nodes/{nodeId}/recursive",
    results={"200": WorkflowNodeDeletion},
)

_ADD_BRANCH: Operation[WorkflowNodeResponse] = Operation(
    id="addWorkflowBranch",
    method="POST",
    path="/v1/workflows/{workflowId}/nodes/{nodeId}/add-branch",
    results={"200": WorkflowNodeResponse},
)

_REROUTE: Operation[ChangedWorkflowNode] = Operation(
    id="rerouteNodeConnection",
    method="POST",
    path="/v1/workflows/{workflowId}/nodes/{nodeId}/reroute",
    results={"200": ChangedWorkflowNode},
)

_GET_METRICS: Operation[EngagementMetrics] = Operation(
    id="getWorkflowNodeMetrics",
    method="GET",
    path="/v1/workflows/{workflowId}/nodes/{nodeId}/metrics",
    results={"200": EngagementMetrics},
)


class WorkflowNodes:
    """Workflow nodes are the steps of a workflow."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def create(self, workflow_id: str, *, body: WorkflowNodeCreate) -> WorkflowNodeResponse:
        """Create a workflow node.

        Puts a new node into a workflow, with default settings that an update then changes. A
        `BranchNode` brings two `AudienceFilter` nodes along, an `ExperimentBranchNode` three
        `VariantNode` nodes, one of them the control; they count too towards the 400 nodes that a
        workflow may have. Another path under a branch that exists is added with
        `addWorkflowBranch`. A workflow cannot be started while a direct child of a `BranchNode` is
        anything but an `AudienceFilter`. Triggers and exits cannot be created.

        Args:
            workflow_id: The ID of the workflow.
            body: What to create and where.

        Returns:
            The new node and the workflow.

        Raises:
            BadRequestError: The body is not valid, or the node cannot go where it says.
            UnauthorizedError: The API key is not valid.
            NotFoundError: The workflow or a node does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            ConflictError: The workflow has a newer revision than `expected_revision_id`.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_CREATE, Arguments(path={"workflowId": workflow_id}, body=body))

    def get(self, workflow_id: str, node_id: str) -> ReadWorkflowNode:
        """Get a workflow node.

        Reads one node in full, along with the current revision of its workflow.

        Args:
            workflow_id: The ID of the workflow.
            node_id: The ID of the node.

        Returns:
            The node. Its `type_name` says which fields it has.

        Raises:
            BadRequestError: The workflow ID or the node ID is not valid.
            UnauthorizedError: The API key is not valid.
            NotFoundError: The workflow or the node does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_GET, Arguments(path={"workflowId": workflow_id, "nodeId": node_id}))

    @overload
    def update(
        self, workflow_id: str, node_id: str, *, expected_revision_id: str | None, payload: WorkflowNodePayload
    ) -> ChangedWorkflowNode: ...

    @overload
    def update(self, workflow_id: str, node_id: str, *, body: WorkflowNodeUpdate) -> ChangedWorkflowNode: ...

    def update(
        self,
        workflow_id: str,
        node_id: str,
        *,
        expected_revision_id: str | None | MISSING = MISSING,
        payload: WorkflowNodePayload | MISSING = MISSING,
        body: WorkflowNodeUpdate | None = None,
    ) -> ChangedWorkflowNode:
        """Update a workflow node.

        Changes the settings of a node. Which fields `payload` may hold depends on the type of the
        node. A trigger turns into a trigger of another kind where `payload` names that kind as
        `type_name`. Emails and segments are not part of a node; they are changed through their own
        calls.

        Args:
            workflow_id: The ID of the workflow.
            node_id: The ID of the node.
            expected_revision_id: The `workflow_revision_id` seen last, or null if that was null. A
                revision that is no longer current leads to 409.
            payload: The settings to change.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The node after the change, and the workflow.

        Raises:
            BadRequestError: The workflow ID, the node ID, the body or the change is not valid.
            UnauthorizedError: The API key is not valid.
            NotFoundError: The workflow or the node does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            ConflictError: The workflow has a newer revision than `expected_revision_id`.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
            NotImplementedByServerError: Nodes of this type cannot be changed yet.
        """
        return self._client.send(
            _UPDATE,
            Arguments(
                path={"workflowId": workflow_id, "nodeId": node_id},
                body=body_of(WorkflowNodeUpdate, body, expected_revision_id=expected_revision_id, payload=payload),
            ),
        )

    @overload
    def delete(
        self,
        workflow_id: str,
        node_id: str,
        *,
        expected_revision_id: str | None,
        dry_run: bool | MISSING = MISSING,
        queued_contact_policy: QueuedContactPolicy | MISSING = MISSING,
    ) -> WorkflowNodeDeletion: ...

    @overload
    def delete(self, workflow_id: str, node_id: str, *, body: WorkflowNodeDelete) -> WorkflowNodeDeletion: ...

    def delete(
        self,
        workflow_id: str,
        node_id: str,
        *,
        expected_revision_id: str | None | MISSING = MISSING,
        dry_run: bool | MISSING = MISSING,
        queued_contact_policy: QueuedContactPolicy | MISSING = MISSING,
        body: WorkflowNodeDelete | None = None,
    ) -> WorkflowNodeDeletion:
        """Delete a workflow node.

        Takes one node out of a workflow. Where contacts wait at the node, the call deletes nothing
        and says how many, unless `queued_contact_policy` is `discard`. With `dry_run` the call only
        checks. The body is JSON, although the method is `DELETE`.

        Args:
            workflow_id: The ID of the workflow.
            node_id: The ID of the node.
            expected_revision_id: The `workflow_revision_id` seen last, or null if that was null. A
                revision that is no longer current leads to 409.
            dry_run: Whether to check the call without changing anything.
            queued_contact_policy: What to do about contacts that are waiting.
            body: All fields of the body at once, instead of one by one.

        Returns:
            What happened, or would happen. The `status` tells the two forms apart.

        Raises:
            BadRequestError: The workflow ID, the node ID or the body is not valid, or the node
                cannot be deleted.
            UnauthorizedError: The API key is not valid.
            NotFoundError: The workflow or the node does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            ConflictError: The workflow has a newer revision than `expected_revision_id`.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _DELETE,
            Arguments(
                path={"workflowId": workflow_id, "nodeId": node_id},
                body=body_of(
                    WorkflowNodeDelete,
                    body,
                    expected_revision_id=expected_revision_id,
                    dry_run=dry_run,
                    queued_contact_policy=queued_contact_policy,
                ),
            ),
        )

    @overload
    def delete_recursively(
        self,
        workflow_id: str,
        node_id: str,
        *,
        expected_revision_id: str | None,
        dry_run: bool | MISSING = MISSING,
        queued_contact_policy: QueuedContactPolicy | MISSING = MISSING,
    ) -> WorkflowNodeDeletion: ...

    @overload
    def delete_recursively(
        self, workflow_id: str, node_id: str, *, body: WorkflowNodeDelete
    ) -> WorkflowNodeDeletion: ...

    def delete_recursively(
        self,
        workflow_id: str,
        node_id: str,
        *,
        expected_revision_id: str | None | MISSING = MISSING,
        dry_run: bool | MISSING = MISSING,
        queued_contact_policy: QueuedContactPolicy | MISSING = MISSING,
        body: WorkflowNodeDelete | None = None,
    ) -> WorkflowNodeDeletion:
        """Delete a workflow node and all below it.

        Takes a node out of a workflow, and all nodes that follow from it. Where contacts wait at
        any of them, the call deletes nothing and says how many, unless `queued_contact_policy` is
        `discard`. With `dry_run` the call only checks. The body is JSON, although the method is
        `DELETE`.

        Args:
            workflow_id: The ID of the workflow.
            node_id: The ID of the node.
            expected_revision_id: The `workflow_revision_id` seen last, or null if that was null. A
                revision that is no longer current leads to 409.
            dry_run: Whether to check the call without changing anything.
            queued_contact_policy: What to do about contacts that are waiting.
            body: All fields of the body at once, instead of one by one.

        Returns:
            What happened, or would happen. The `status` tells the two forms apart.

        Raises:
            BadRequestError: The workflow ID, the node ID or the body is not valid, or the nodes
                cannot be deleted.
            UnauthorizedError: The API key is not valid.
            NotFoundError: The workflow or the node does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            ConflictError: The workflow has a newer revision than `expected_revision_id`.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _DELETE_RECURSIVELY,
            Arguments(
                path={"workflowId": workflow_id, "nodeId": node_id},
                body=body_of(
                    WorkflowNodeDelete,
                    body,
                    expected_revision_id=expected_revision_id,
                    dry_run=dry_run,
                    queued_contact_policy=queued_contact_policy,
                ),
            ),
        )

    @overload
    def add_branch(
        self, workflow_id: str, node_id: str, *, expected_revision_id: str | None
    ) -> WorkflowNodeResponse: ...

    @overload
    def add_branch(self, workflow_id: str, node_id: str, *, body: WorkflowBranchAdd) -> WorkflowNodeResponse: ...

    def add_branch(
        self,
        workflow_id: str,
        node_id: str,
        *,
        expected_revision_id: str | None | MISSING = MISSING,
        body: WorkflowBranchAdd | None = None,
    ) -> WorkflowNodeResponse:
        """Add a path to a branch.

        Adds one more path under a `BranchNode` or an `ExperimentBranchNode`. The path begins with a
        new node: an `AudienceFilter` under the former, a `VariantNode` under the latter. An update
        then changes its settings. The node counts towards the 400 nodes that a workflow may have.

        Args:
            workflow_id: The ID of the workflow.
            node_id: The ID of the node.
            expected_revision_id: The `workflow_revision_id` seen last, or null if that was null. A
                revision that is no longer current leads to 409.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The new node and the workflow.

        Raises:
            BadRequestError: The workflow ID, the node ID or the body is not valid, the node takes
                no paths, the workflow is in the wrong state, or it has 400 nodes already.
            UnauthorizedError: The API key is not valid.
            NotFoundError: The workflow or the node does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            ConflictError: The workflow has a newer revision than `expected_revision_id`.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _ADD_BRANCH,
            Arguments(
                path={"workflowId": workflow_id, "nodeId": node_id},
                body=body_of(WorkflowBranchAdd, body, expected_revision_id=expected_revision_id),
            ),
        )

    @overload
    def reroute(
        self, workflow_id: str, node_id: str, *, expected_revision_id: str | None, new_target_node_id: str
    ) -> ChangedWorkflowNode: ...

    @overload
    def reroute(self, workflow_id: str, node_id: str, *, body: WorkflowNodeReroute) -> ChangedWorkflowNode: ...

    def reroute(
        self,
        workflow_id: str,
        node_id: str,
        *,
        expected_revision_id: str | None | MISSING = MISSING,
        new_target_node_id: str | MISSING = MISSING,
        body: WorkflowNodeReroute | None = None,
    ) -> ChangedWorkflowNode:
        """Reroute the connection of a node.

        Connects a node to another next node than before. The node must have exactly one next node,
        which keeps out branches and experiments. The old target must still be reached from
        elsewhere, and the new one must be possible for the node. A workflow that is sending cannot
        be changed.

        Args:
            workflow_id: The ID of the workflow.
            node_id: The ID of the node whose connection is moved.
            expected_revision_id: The `workflow_revision_id` seen last, or null if that was null. A
                revision that is no longer current leads to 409.
            new_target_node_id: The ID of the node that comes next from now on.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The node after the change, and the workflow.

        Raises:
            BadRequestError: The workflow ID, the node ID or the body is not valid, the connection
                or the target is not possible, or the workflow is in the wrong state.
            UnauthorizedError: The API key is not valid.
            NotFoundError: The workflow or the node does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            ConflictError: The workflow has a newer revision than `expected_revision_id`.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _REROUTE,
            Arguments(
                path={"workflowId": workflow_id, "nodeId": node_id},
                body=body_of(
                    WorkflowNodeReroute,
                    body,
                    expected_revision_id=expected_revision_id,
                    new_target_node_id=new_target_node_id,
                ),
            ),
        )

    def get_metrics(self, workflow_id: str, node_id: str) -> EngagementMetrics:
        """Get the metrics of a workflow node.

        Counts what became of the emails of a node. The operation is recent; its errors are not
        documented.

        Args:
            workflow_id: The ID of the workflow.
            node_id: The ID of the node.

        Returns:
            The counts.

        Raises:
            UnauthorizedError: The API key is not valid.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_GET_METRICS, Arguments(path={"workflowId": workflow_id, "nodeId": node_id}))


class AsyncWorkflowNodes:
    """Workflow nodes are the steps of a workflow."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(self, workflow_id: str, *, body: WorkflowNodeCreate) -> WorkflowNodeResponse:
        """Create a workflow node.

        Arguments, result and errors are those of `WorkflowNodes.create`.
        """
        return await self._client.send(_CREATE, Arguments(path={"workflowId": workflow_id}, body=body))

    async def get(self, workflow_id: str, node_id: str) -> ReadWorkflowNode:
        """Get a workflow node.

        Arguments, result and errors are those of `WorkflowNodes.get`.
        """
        return await self._client.send(_GET, Arguments(path={"workflowId": workflow_id, "nodeId": node_id}))

    @overload
    async def update(
        self, workflow_id: str, node_id: str, *, expected_revision_id: str | None, payload: WorkflowNodePayload
    ) -> ChangedWorkflowNode: ...

    @overload
    async def update(self, workflow_id: str, node_id: str, *, body: WorkflowNodeUpdate) -> ChangedWorkflowNode: ...

    async def update(
        self,
        workflow_id: str,
        node_id: str,
        *,
        expected_revision_id: str | None | MISSING = MISSING,
        payload: WorkflowNodePayload | MISSING = MISSING,
        body: WorkflowNodeUpdate | None = None,
    ) -> ChangedWorkflowNode:
        """Update a workflow node.

        Arguments, result and errors are those of `WorkflowNodes.update`.
        """
        return await self._client.send(
            _UPDATE,
            Arguments(
                path={"workflowId": workflow_id, "nodeId": node_id},
                body=body_of(WorkflowNodeUpdate, body, expected_revision_id=expected_revision_id, payload=payload),
            ),
        )

    @overload
    async def delete(
        self,
        workflow_id: str,
        node_id: str,
        *,
        expected_revision_id: str | None,
        dry_run: bool | MISSING = MISSING,
        queued_contact_policy: QueuedContactPolicy | MISSING = MISSING,
    ) -> WorkflowNodeDeletion: ...

    @overload
    async def delete(self, workflow_id: str, node_id: str, *, body: WorkflowNodeDelete) -> WorkflowNodeDeletion: ...

    async def delete(
        self,
        workflow_id: str,
        node_id: str,
        *,
        expected_revision_id: str | None | MISSING = MISSING,
        dry_run: bool | MISSING = MISSING,
        queued_contact_policy: QueuedContactPolicy | MISSING = MISSING,
        body: WorkflowNodeDelete | None = None,
    ) -> WorkflowNodeDeletion:
        """Delete a workflow node.

        Arguments, result and errors are those of `WorkflowNodes.delete`.
        """
        return await self._client.send(
            _DELETE,
            Arguments(
                path={"workflowId": workflow_id, "nodeId": node_id},
                body=body_of(
                    WorkflowNodeDelete,
                    body,
                    expected_revision_id=expected_revision_id,
                    dry_run=dry_run,
                    queued_contact_policy=queued_contact_policy,
                ),
            ),
        )

    @overload
    async def delete_recursively(
        self,
        workflow_id: str,
        node_id: str,
        *,
        expected_revision_id: str | None,
        dry_run: bool | MISSING = MISSING,
        queued_contact_policy: QueuedContactPolicy | MISSING = MISSING,
    ) -> WorkflowNodeDeletion: ...

    @overload
    async def delete_recursively(
        self, workflow_id: str, node_id: str, *, body: WorkflowNodeDelete
    ) -> WorkflowNodeDeletion: ...

    async def delete_recursively(
        self,
        workflow_id: str,
        node_id: str,
        *,
        expected_revision_id: str | None | MISSING = MISSING,
        dry_run: bool | MISSING = MISSING,
        queued_contact_policy: QueuedContactPolicy | MISSING = MISSING,
        body: WorkflowNodeDelete | None = None,
    ) -> WorkflowNodeDeletion:
        """Delete a workflow node and all below it.

        Arguments, result and errors are those of `WorkflowNodes.delete_recursively`.
        """
        return await self._client.send(
            _DELETE_RECURSIVELY,
            Arguments(
                path={"workflowId": workflow_id, "nodeId": node_id},
                body=body_of(
                    WorkflowNodeDelete,
                    body,
                    expected_revision_id=expected_revision_id,
                    dry_run=dry_run,
                    queued_contact_policy=queued_contact_policy,
                ),
            ),
        )

    @overload
    async def add_branch(
        self, workflow_id: str, node_id: str, *, expected_revision_id: str | None
    ) -> WorkflowNodeResponse: ...

    @overload
    async def add_branch(self, workflow_id: str, node_id: str, *, body: WorkflowBranchAdd) -> WorkflowNodeResponse: ...

    async def add_branch(
        self,
        workflow_id: str,
        node_id: str,
        *,
        expected_revision_id: str | None | MISSING = MISSING,
        body: WorkflowBranchAdd | None = None,
    ) -> WorkflowNodeResponse:
        """Add a path to a branch.

        Arguments, result and errors are those of `WorkflowNodes.add_branch`.
        """
        return await self._client.send(
            _ADD_BRANCH,
            Arguments(
                path={"workflowId": workflow_id, "nodeId": node_id},
                body=body_of(WorkflowBranchAdd, body, expected_revision_id=expected_revision_id),
            ),
        )

    @overload
    async def reroute(
        self, workflow_id: str, node_id: str, *, expected_revision_id: str | None, new_target_node_id: str
    ) -> ChangedWorkflowNode: ...

    @overload
    async def reroute(self, workflow_id: str, node_id: str, *, body: WorkflowNodeReroute) -> ChangedWorkflowNode: ...

    async def reroute(
        self,
        workflow_id: str,
        node_id: str,
        *,
        expected_revision_id: str | None | MISSING = MISSING,
        new_target_node_id: str | MISSING = MISSING,
        body: WorkflowNodeReroute | None = None,
    ) -> ChangedWorkflowNode:
        """Reroute the connection of a node.

        Arguments, result and errors are those of `WorkflowNodes.reroute`.
        """
        return await self._client.send(
            _REROUTE,
            Arguments(
                path={"workflowId": workflow_id, "nodeId": node_id},
                body=body_of(
                    WorkflowNodeReroute,
                    body,
                    expected_revision_id=expected_revision_id,
                    new_target_node_id=new_target_node_id,
                ),
            ),
        )

    async def get_metrics(self, workflow_id: str, node_id: str) -> EngagementMetrics:
        """Get the metrics of a workflow node.

        Arguments, result and errors are those of `WorkflowNodes.get_metrics`.
        """
        return await self._client.send(_GET_METRICS, Arguments(path={"workflowId": workflow_id, "nodeId": node_id}))
