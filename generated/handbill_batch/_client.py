"""Sending requests, reading answers, and trying again where that is safe."""

from __future__ import annotations

import asyncio
import copy
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from typing import Any, Self, cast

import httpx2
from pydantic import TypeAdapter, ValidationError

from ._credentials import Credentials, Security, add_credentials
from ._operation import Arguments, Operation, Result, content_of, path_of, query_of, texts_of
from ._retries import after_answer, after_failure
from .errors import APIConnectionError, APIError, APITimeoutError, ResponseValidationError, error_class

_USER_AGENT = "handbill_batch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a client calls: *timeout* is in seconds, for each phase of a request; *headers* go with every call."""

    base_url: str
    security: Security
    credentials: Credentials
    timeout: float
    max_retries: int
    headers: Mapping[str, str]

    def __post_init__(self) -> None:
        if not self.base_url.startswith(("http://", "https://")):
            raise ValueError("base_url must begin with http:// or https://")


class _Client:
    """What the sync and the async client share: all but waiting."""

    _settings: Settings
    _owns_http: bool

    def with_options(
        self,
        *,
        timeout: float | None = None,
        max_retries: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """Give a client that calls with other settings, over the connections of this one, which closes them.

        Args:
            timeout: Seconds to wait for each phase of a request.
            max_retries: How often a request that failed is sent again, where that is safe.
            headers: Headers to send beside those that this client sends already.
        """
        settings = self._settings
        clone = copy.copy(self)
        clone._owns_http = False
        clone._settings = replace(
            settings,
            timeout=settings.timeout if timeout is None else timeout,
            max_retries=settings.max_retries if max_retries is None else max_retries,
            headers={**settings.headers, **(headers or {})},
        )
        return clone

    def _request(
        self, http: httpx2.Client | httpx2.AsyncClient, operation: Operation[Any], given: Arguments
    ) -> httpx2.Request:
        settings = self._settings
        security = settings.security if operation.security is None else operation.security
        chosen = settings.credentials.chosen(security)
        headers = httpx2.Headers({"Accept": operation.accepted, "User-Agent": _USER_AGENT})
        content = content_of(given.body, operation.media_type)
        if content is not None:
            headers["Content-Type"] = operation.media_type
        headers.update(texts_of(given.headers))
        headers.update(settings.headers)
        add_credentials(headers, chosen)
        return http.build_request(
            operation.method,
            settings.base_url.rstrip("/") + path_of(operation, given),
            params=query_of(operation, given),
            headers=headers,
            content=content,
            timeout=settings.timeout,
        )

    def _pause_after_failure(self, operation: Operation[Any], error: httpx2.RequestError, attempt: int) -> float:
        pause = after_failure(error, idempotent=operation.idempotent, attempt=attempt)
        if pause is None or attempt >= self._settings.max_retries:
            raise _no_answer(operation, error) from error
        return pause

    def _pause_after_answer(self, operation: Operation[Any], response: httpx2.Response, attempt: int) -> float | None:
        if attempt >= self._settings.max_retries:
            return None
        return after_answer(response.status_code, response.headers, idempotent=operation.idempotent, attempt=attempt)


class Client(_Client):
    """Sends requests and waits for the answers."""

    def __init__(self, settings: Settings, http_client: httpx2.Client | None) -> None:
        self._settings = settings
        self._http = http_client or httpx2.Client(cookies=_no_cookies())
        self._owns_http = http_client is None

    def send(self, operation: Operation[Result], given: Arguments) -> Result:
        """Send one call, again where that is safe, and read the answer."""
        request = self._request(self._http, operation, given)
        attempt = 0
        while True:
            try:
                response = self._http.send(request, follow_redirects=False)
            except httpx2.RequestError as error:
                pause = self._pause_after_failure(operation, error, attempt)
            else:
                found = self._pause_after_answer(operation, response, attempt)
                if found is None:
                    return _result(operation, response)
                pause = found
            time.sleep(pause)
            attempt += 1

    def close(self) -> None:
        """Close the connections, unless they belong to an `http_client` of the caller's."""
        if self._owns_http:
            self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient(_Client):
    """Sends requests and awaits the answers."""

    def __init__(self, settings: Settings, http_client: httpx2.AsyncClient | None) -> None:
        self._settings = settings
        self._http = http_client or httpx2.AsyncClient(cookies=_no_cookies())
        self._owns_http = http_client is None

    async def send(self, operation: Operation[Result], given: Arguments) -> Result:
        """Send one call, again where that is safe, and read the answer."""
        request = self._request(self._http, operation, given)
        attempt = 0
        while True:
            try:
                response = await self._http.send(request, follow_redirects=False)
            except httpx2.RequestError as error:
                pause = self._pause_after_failure(operation, error, attempt)
            else:
                found = self._pause_after_answer(operation, response, attempt)
                if found is None:
                    return _result(operation, response)
                pause = found
            await asyncio.sleep(pause)
            attempt += 1

    async def aclose(self) -> None:
        """Close the connections, unless they belong to an `http_client` of the caller's."""
        if self._owns_http:
            await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()


def _no_cookies() -> CookieJar:
    # A cookie that one answer sets must not ride with the calls of another user of the client.
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


def _result(operation: Operation[Result], response: httpx2.Response) -> Result:
    """Read an answer as the type that the contract gives for its status, or raise the error of the status."""
    status = str(response.status_code)
    content = response.content
    if response.is_success:
        # A success that the contract does not number is still one: it is read like the first that it does.
        first = next(iter(operation.results.values()))
        kind = operation.results.get(status, operation.results.get(f"{status[0]}XX", first))
    else:
        raise error_class(response.status_code)(
            f"the server answered {status}", *_facts(operation, response.request), *_answer(response)
        )
    if kind is bytes or kind is None:
        return cast("Result", content if kind is bytes else None)
    if kind is str:
        return cast("Result", response.text)
    try:
        return cast("Result", _adapter(kind).validate_json(content))
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        place = _place(fault["loc"], fault["type"] == "missing", content)
        raise ResponseValidationError(
            f"the {status} answer does not follow the contract at {place}: {fault['msg']}",
            *_facts(operation, response.request),
            *_answer(response),
        ) from None


def _place(location: tuple[int | str, ...], is_missing: bool, content: bytes) -> str:
    """Give a place as a JSON pointer; pydantic also names the members of unions that it tried on the way."""
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return "/"
    path = ""
    for part in location:
        if isinstance(value, list) and isinstance(part, int):
            value = value[part]
        elif isinstance(value, dict) and part in value:
            value = value[part]
        else:
            continue
        path = f"{path}/{part}"
    return f"{path}/{location[-1]}" if is_missing else path or "/"


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _no_answer(operation: Operation[Any], error: httpx2.RequestError) -> APIError:
    kind = APITimeoutError if isinstance(error, httpx2.TimeoutException) else APIConnectionError
    said = str(error) or type(error).__name__
    return kind(said, *_facts(operation, error.request))


def _facts(operation: Operation[Any], request: httpx2.Request) -> tuple[str, str, str]:
    # The query is left out: a parameter may be personal, and some APIs put their key there; so is user:password@.
    return operation.id, operation.method, str(request.url.copy_with(query=None, userinfo=b""))


def _answer(response: httpx2.Response) -> tuple[int, dict[str, str], bytes]:
    return response.status_code, dict(response.headers), response.content
