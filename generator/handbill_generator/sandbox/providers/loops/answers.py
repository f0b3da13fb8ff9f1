"""How Loops words its answers: errors, headers of rate limits, and pages.

In: a `Problem`, an `Allowance`, or the objects of a listing.  Out: what goes over the wire.
Never: knows what the objects are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from handbill_generator.sandbox.model import Allowance, Answer, Asked, Limit, Problem
from handbill_generator.sandbox.providers.paging import Stored, count_of_pages, page_after
from handbill_generator.sandbox.providers.stored import STATUSES

_CONTENT = frozenset(
    """
    listCampaigns createCampaign getCampaign updateCampaign getCampaignMetrics
    listCampaignGroups createCampaignGroup getCampaignGroup updateCampaignGroup
    getEmailMessage updateEmailMessage previewEmailMessage getEmailMessageGuardian
    listComponents createComponent getComponent updateComponent
    listThemes createTheme getTheme updateTheme
    listTransactionalEmails createTransactionalEmail getTransactionalEmail updateTransactionalEmail
    ensureTransactionalDraft publishTransactionalEmail getTransactionalEmailMetrics
    listTransactionalGroups createTransactionalGroup getTransactionalGroup updateTransactionalGroup
    createUpload completeUpload
    listWorkflows createWorkflow getWorkflow updateWorkflowProperties deleteWorkflow changeWorkflowMailingList
    createWorkflowNode getWorkflowNode updateWorkflowNode deleteWorkflowNode deleteWorkflowNodeRecursively
    addWorkflowBranch rerouteNodeConnection getWorkflowNodeMetrics
    """.split()
)
"""Section 2 names the families of the second limit; segments and event patterns are not among them."""

_WITH_SUCCESS = frozenset(
    """
    createContact updateContact findContact deleteContact getContactSuppression removeContactSuppression
    createContactProperty sendEvent sendTransactionalEmail
    """.split()
)
_WORDED = ("invalid", "not_found", "conflict")

LIMITS = (Limit(requests=10, seconds=1), Limit(requests=60, seconds=60, operations=_CONTENT))


def problem(problem: Problem) -> Answer:
    """Put *problem* into the envelope of section 2.1, which has no machine code; no source documents Retry-After."""
    # Section 2.1: calls for contacts and events, and of idempotent sends, have `success` too.
    failed = {"success": False} if problem.operation in _WITH_SUCCESS and problem.kind in _WORDED else {}
    return Answer(status=STATUSES[problem.kind], body={**failed, "message": problem.message})


def limit_headers(allowance: Allowance) -> Mapping[str, str]:
    """Tell what is left of a limit; no header for the moment of the reset is documented."""
    return {
        "x-ratelimit-limit": str(allowance.limit.requests),
        "x-ratelimit-remaining": str(allowance.remaining),
    }


def listing(asked: Asked, newest_first: Sequence[Stored], path: str) -> Answer:
    """Give one page of objects; *path* is where the listing is."""
    # A cursor that is not known gives 400, which section 2 says of some listings and the contract allows for all.
    size = int(asked.query.get("perPage", "20"))
    page = page_after(asked.query.get("cursor"), newest_first, size=size)
    next_cursor = page.items[-1]["id"] if page.more else None
    next_query = urlencode({"cursor": next_cursor, "perPage": size})
    pagination = {
        "totalResults": page.total,
        "returnedResults": len(page.items),
        "perPage": size,
        "totalPages": count_of_pages(page.total, size),
        "nextCursor": next_cursor,
        "nextPage": f"{asked.address}{path}?{next_query}" if page.more else None,
    }
    return Answer(body={"pagination": pagination, "data": page.items})
