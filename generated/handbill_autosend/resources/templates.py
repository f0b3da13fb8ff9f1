"""The subject and content of an email, kept to be sent by campaigns and single emails."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from .._pages import AsyncPages, Pages, Paging
from ..models import (
    MessageResponse,
    TemplateCreate,
    TemplateListItem,
    TemplateResponse,
    TemplateSearchResponse,
    TemplateType,
    TemplateUpdate,
)

_CREATE: Operation[TemplateResponse] = Operation(
    id="createTemplate",
    method="POST",
    path="/templates",
    results={"2XX": TemplateResponse},
)

_SEARCH: Operation[TemplateSearchResponse] = Operation(
    id="searchTemplates",
    method="GET",
    path="/templates/search",
    results={"200": TemplateSearchResponse},
)
_SEARCH_PAGES = Paging(
    style="page",
    items=("data", "templates"),
    following=("data", "pagination", "pages"),
)

_GET: Operation[TemplateResponse] = Operation(
    id="getTemplate",
    method="GET",
    path="/templates/{templateId}",
    results={"200": TemplateResponse},
)

_UPDATE: Operation[TemplateResponse] = Operation(
    id="updateTemplate",
    method="PUT",
    path="/templates/{templateId}",
    results={"200": TemplateResponse},
)

_DELETE: Operation[MessageResponse] = Operation(
    id="deleteTemplate",
    method="DELETE",
    path="/templates/{templateId}",
    results={"200": MessageResponse},
)


class Templates:
    """The subject and content of an email, kept to be sent by campaigns and single emails."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def create(
        self,
        *,
        template_name: str | MISSING = MISSING,
        subject: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        preview_text: str | MISSING = MISSING,
        email_template: str | MISSING = MISSING,
        template_type: TemplateType | MISSING = MISSING,
        builder_type: Literal["code", "visual"] | MISSING = MISSING,
        body: TemplateCreate | None = None,
    ) -> TemplateResponse:
        """Create a template.

        Creates a template from HTML, in which Handlebars expressions may stand. Their values are
        given when an email is sent. Which fields a template needs is not documented.

        Args:
            template_name: The name of the template. At most 90 characters.
            subject: The subject line, in which Handlebars expressions may stand. At most 988
                characters.
            description: What the template is for. At most 140 characters.
            preview_text: The text that email programs show next to the subject. At most 140
                characters.
            email_template: The content as HTML, in which Handlebars expressions may stand.
            template_type: What the template is for. The server's default is `"transactional"`.
            builder_type: How the template is built. The server's default is `"code"`.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The template exists.

        Raises:
            BadRequestError: The request is malformed: broken JSON, a missing field, a wrong type or
                a value beyond its limit.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    TemplateCreate,
                    body,
                    template_name=template_name,
                    subject=subject,
                    description=description,
                    preview_text=preview_text,
                    email_template=email_template,
                    template_type=template_type,
                    builder_type=builder_type,
                )
            ),
        )

    def search(
        self,
        *,
        query: str | MISSING = MISSING,
        template_type: TemplateType | MISSING = MISSING,
        template_name: str | MISSING = MISSING,
        page: int | MISSING = MISSING,
        limit: int | MISSING = MISSING,
    ) -> Pages[TemplateSearchResponse, TemplateListItem]:
        """Search templates.

        Lists templates page by page, all of them or those that match. Items are shorter than a
        template read on its own: the content is not part of them.

        Args:
            query: A text to look for in the name, the subject and the ID of templates.
            template_type: Keeps only templates of this type.
            template_name: Keeps only templates of this name. Whether a part of the name is enough
                is not documented.
            page: The page to read. The first page is 1.
            limit: How many templates a page holds at most.

        Returns:
            The items, page after page as they are asked for; its `pages()` gives the pages
            themselves.

        Raises:
            BadRequestError: The request is malformed: broken JSON, a missing field, a wrong type or
                a value beyond its limit.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """

        def fetch(page: int | MISSING) -> TemplateSearchResponse:
            return self._client.send(
                _SEARCH,
                Arguments(
                    query={
                        "query": query,
                        "templateType": template_type,
                        "templateName": template_name,
                        "page": page,
                        "limit": limit,
                    }
                ),
            )

        return Pages(fetch, page, _SEARCH_PAGES)

    def get(self, template_id: str) -> TemplateResponse:
        """Get a template.

        Reads one template with its content as HTML and as text, and with the variables that stand
        in it.

        Args:
            template_id: The ID of the template.

        Returns:
            The template.

        Raises:
            BadRequestError: The request is malformed: broken JSON, a missing field, a wrong type or
                a value beyond its limit.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            NotFoundError: The ID is unknown, deleted or part of another project.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(_GET, Arguments(path={"templateId": template_id}))

    def update(
        self,
        template_id: str,
        *,
        template_name: str | MISSING = MISSING,
        subject: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        preview_text: str | MISSING = MISSING,
        email_template: str | MISSING = MISSING,
        template_type: TemplateType | MISSING = MISSING,
        body: TemplateUpdate | None = None,
    ) -> TemplateResponse:
        """Update a template.

        Changes the fields that are sent and leaves every other field as it is, although the method
        is PUT. The builder type cannot be changed. No field is documented to take null.

        Args:
            template_id: The ID of the template.
            template_name: The name of the template. At most 90 characters.
            subject: The subject line, in which Handlebars expressions may stand. At most 988
                characters.
            description: What the template is for. At most 140 characters.
            preview_text: The text that email programs show next to the subject. At most 140
                characters.
            email_template: The content as HTML, in which Handlebars expressions may stand.
            template_type: What the template is for.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The template has been changed.

        Raises:
            BadRequestError: The request is malformed: broken JSON, a missing field, a wrong type or
                a value beyond its limit.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            NotFoundError: The ID is unknown, deleted or part of another project.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(
            _UPDATE,
            Arguments(
                path={"templateId": template_id},
                body=body_of(
                    TemplateUpdate,
                    body,
                    template_name=template_name,
                    subject=subject,
                    description=description,
                    preview_text=preview_text,
                    email_template=email_template,
                    template_type=template_type,
                ),
            ),
        )

    def delete(self, template_id: str) -> MessageResponse:
        """Delete a template.

        Deletes a template. Whether one that a campaign uses can be deleted is not documented. A
        template that does not exist is refused with 400, not with 404.

        Args:
            template_id: The ID of the template.

        Returns:
            The template is gone.

        Raises:
            BadRequestError: The template does not exist, or deleting it failed.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(_DELETE, Arguments(path={"templateId": template_id}))


class AsyncTemplates:
    """The subject and content of an email, kept to be sent by campaigns and single emails."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        template_name: str | MISSING = MISSING,
        subject: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        preview_text: str | MISSING = MISSING,
        email_template: str | MISSING = MISSING,
        template_type: TemplateType | MISSING = MISSING,
        builder_type: Literal["code", "visual"] | MISSING = MISSING,
        body: TemplateCreate | None = None,
    ) -> TemplateResponse:
        """Create a template.

        Arguments, result and errors are those of `Templates.create`.
        """
        return await self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    TemplateCreate,
                    body,
                    template_name=template_name,
                    subject=subject,
                    description=description,
                    preview_text=preview_text,
                    email_template=email_template,
                    template_type=template_type,
                    builder_type=builder_type,
                )
            ),
        )

    def search(
        self,
        *,
        query: str | MISSING = MISSING,
        template_type: TemplateType | MISSING = MISSING,
        template_name: str | MISSING = MISSING,
        page: int | MISSING = MISSING,
        limit: int | MISSING = MISSING,
    ) -> AsyncPages[TemplateSearchResponse, TemplateListItem]:
        """Search templates.

        Arguments, result and errors are those of `Templates.search`.
        """

        async def fetch(page: int | MISSING) -> TemplateSearchResponse:
            return await self._client.send(
                _SEARCH,
                Arguments(
                    query={
                        "query": query,
                        "templateType": template_type,
                        "templateName": template_name,
                        "page": page,
                        "limit": limit,
                    }
                ),
            )

        return AsyncPages(fetch, page, _SEARCH_PAGES)

    async def get(self, template_id: str) -> TemplateResponse:
        """Get a template.

        Arguments, result and errors are those of `Templates.get`.
        """
        return await self._client.send(_GET, Arguments(path={"templateId": template_id}))

    async def update(
        self,
        template_id: str,
        *,
        template_name: str | MISSING = MISSING,
        subject: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        preview_text: str | MISSING = MISSING,
        email_template: str | MISSING = MISSING,
        template_type: TemplateType | MISSING = MISSING,
        body: TemplateUpdate | None = None,
    ) -> TemplateResponse:
        """Update a template.

        Arguments, result and errors are those of `Templates.update`.
        """
        return await self._client.send(
            _UPDATE,
            Arguments(
                path={"templateId": template_id},
                body=body_of(
                    TemplateUpdate,
                    body,
                    template_name=template_name,
                    subject=subject,
                    description=description,
                    preview_text=preview_text,
                    email_template=email_template,
                    template_type=template_type,
                ),
            ),
        )

    async def delete(self, template_id: str) -> MessageResponse:
        """Delete a template.

        Arguments, result and errors are those of `Templates.delete`.
        """
        return await self._client.send(_DELETE, Arguments(path={"templateId": template_id}))
