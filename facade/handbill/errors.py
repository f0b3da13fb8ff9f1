"""What can go wrong, drawn as a tree; the same for every provider.

    HandbillError
    ├── Unsupported             refused here, before anything is changed: the provider cannot do it, or not without harm
    └── CallFailed              a call did not end well; the provider's own exception is the cause
        ├── InvalidRequest      the request is not as the provider wants it; `fields` where it names them
        ├── Unauthorized        the credential is missing or wrong
        ├── Forbidden           the credential, or the plan that is paid for, does not allow it
        ├── NotFound            there is no such campaign, list, segment or template
        ├── NotEditable         the state of the campaign does not allow it, or somebody else was faster
        ├── RateLimited         too many calls; `retry_after` in seconds where it is known
        ├── ProviderDown        the provider failed, and did not do it
        ├── Refused             a success that says `success: false`
        ├── Unreachable         never sent
        ├── OutcomeUnknown      may have been sent, and done: look before you repeat it
        ├── Malformed           the answer is not what the contract says
        └── Unexpected          a status that no row of the provider's table has, such as a route that is gone

Which class an answer becomes is decided by its status and machine code, never by the text of its message.
"""

from __future__ import annotations

import email.utils
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import ModuleType
from typing import Any, TypeAlias


class HandbillError(Exception):
    """Anything that goes wrong in the facade, but for wrong arguments: those raise TypeError or ValueError."""


class Unsupported(HandbillError):
    """Refused before anything is changed: *provider* does not do *what*, a verb or a field, for *reason*.

    That is before any request, unless a campaign that had to be read first turned out not to tell what must be kept.
    """

    def __init__(self, provider: str, what: str, reason: str) -> None:
        super().__init__(provider, what, reason)
        self.provider, self.what, self.reason = provider, what, reason

    def __str__(self) -> str:
        return f"{self.provider}: {self.what}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What is known of a call that failed.

    *id* is the campaign's, also of one that this verb has just made.  *step* is what failed, and *done* what had been
    carried out before it, in words.  *status_code*, machine *code* and *request_id* are those of the answer.
    """

    provider: str
    verb: str
    step: str
    id: str = ""
    done: tuple[str, ...] = ()
    message: str
    status_code: int | None = None
    code: str = ""
    request_id: str | None = None
    fields: tuple[str, ...] = ()
    retry_after: float | None = None


class CallFailed(HandbillError):
    """A call did not end well; *failure* says all that is known of it.

    *fields* are what the provider, or the contract, complains of, by the provider's names; *retry_after* is the seconds
    to wait, where they are known.
    """

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure = failure
        self.fields, self.retry_after = failure.fields, failure.retry_after

    def __str__(self) -> str:
        known = self.failure
        done = f"; done before: {', '.join(known.done)}" if known.done else ""
        whose = f"{known.verb} {known.id}".strip()
        return f"{known.provider}: {whose}: could not {known.step}: {known.message}{done}"


class InvalidRequest(CallFailed):
    """The request is not as the provider wants it."""


class Unauthorized(CallFailed):
    """The credential is missing or wrong."""


class Forbidden(CallFailed):
    """The credential, or the plan that is paid for, does not allow it."""


class NotFound(CallFailed):
    """There is no such thing."""


class NotEditable(CallFailed):
    """The state of the campaign does not allow it, or somebody else changed it in between.  Never repeated."""


class RateLimited(CallFailed):
    """Too many calls."""


class ProviderDown(CallFailed):
    """The provider failed, and did not do it."""


class Refused(CallFailed):
    """A success whose body says that it was none."""


class Unreachable(CallFailed):
    """The request never left."""


class OutcomeUnknown(CallFailed):
    """The request may have been carried out, and its answer is missing: look before you repeat it."""


class Malformed(CallFailed):
    """The answer is not what the contract says; the cause has its bytes."""


class Unexpected(CallFailed):
    """A status that no row of the provider's table has."""


Failures: TypeAlias = Mapping[tuple[int, str], type[CallFailed]]

COMMON: Failures = {
    **{(status, ""): InvalidRequest for status in (400, 413, 422)},
    (401, ""): Unauthorized,
    **{(status, ""): Forbidden for status in (402, 403)},
    (404, ""): NotFound,
    (409, ""): NotEditable,
    (429, ""): RateLimited,
}
"""What statuses mean where a provider's own table says nothing else; from 500 on they are `ProviderDown`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the errors of *provider*, whose generated client is *package*, are read.

    *failures* comes before `COMMON`.  *code_at* and *fields_at* lead to the machine code and to the list of wrong
    fields in an error body; *pause* is the least time in seconds to wait after a 429.
    """

    provider: str
    package: ModuleType
    failures: Failures
    code_at: tuple[tuple[str, ...], ...] = ()
    fields_at: tuple[str, ...] = ()
    pause: float = 0.0

    @property
    def raised(self) -> tuple[type[Exception], ...]:
        """What the generated client raises; ValueError is for what it refuses to send."""
        return (self.package.APIError, self.package.CredentialError, ValueError)

    def error(self, error: Exception, *, writes: bool, **known: Any) -> CallFailed:
        """Give the one error that stands for *error*; *known* are fields of `Failure`."""
        body = _json(getattr(error, "content", None))
        status = getattr(error, "status_code", None)
        code = next((str(found) for at in self.code_at if (found := _at(body, *at)) is not None), "")
        faults = _faults(error)
        wrong = _at(body, *self.fields_at) if self.fields_at else None
        named = [_at(one, "field") for one in wrong] if isinstance(wrong, list) else [place for place, _ in faults]
        failure = Failure(
            provider=self.provider,
            message="; ".join(": ".join(filter(None, fault)) for fault in faults) or str(error),
            status_code=status,
            code=code,
            request_id=getattr(error, "request_id", None),
            fields=tuple(str(name) for name in named if name),
            retry_after=self._pause(getattr(error, "headers", {}), body) if status == 429 else None,
            **known,
        )
        if isinstance(error, self.package.ResponseValidationError):
            # A success that says it is none may lack all that a success has.
            return (Refused if _at(body, "success") is False else Malformed)(failure)
        return self._kind(error, status, code, writes=writes)(failure)

    def _kind(self, error: Exception, status: int | None, code: str, *, writes: bool) -> type[CallFailed]:
        if isinstance(error, self.package.CredentialError):
            return Unauthorized
        if isinstance(error, self.package.APIConnectionError):
            return Unreachable if getattr(error, "delivery", "") == "not_sent" else OutcomeUnknown
        if status is None:
            return InvalidRequest
        # After a failure a write may have been done all the same; a 503 is an answer.
        if writes and (status == 408 or (status >= 500 and status != 503)):
            return OutcomeUnknown
        rows, other = {**COMMON, **self.failures}, ProviderDown if status >= 500 else Unexpected
        return rows.get((status, code)) or rows.get((status, "")) or other

    def _pause(self, headers: Mapping[str, str], body: Any) -> float | None:
        found = (headers.get("retry-after"), _at(body, "error", "retryAfter"), _at(body, "retryAfter"))
        seconds = next((one for value in found if (one := _seconds(value)) is not None), None)
        return seconds if seconds is None and not self.pause else max(seconds or 0.0, self.pause)


def _faults(error: Exception) -> list[tuple[str, str]]:
    """Give the places and faults of a body that the contract refuses before it is sent."""
    # The ValueError of the models knows them; their library is not this package's to import.
    found: Any = getattr(error, "errors", None)
    return [(".".join(map(str, fault["loc"])), fault["msg"]) for fault in found()] if found else []


def _json(content: Any) -> Any:
    try:
        return json.loads(content)
    except (ValueError, TypeError, RecursionError):
        return None


def _at(value: Any, *path: str) -> Any:
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _seconds(value: Any) -> float | None:
    """Read seconds, or the date of a Retry-After header (RFC 9110, section 10.2.3); None for anything else."""
    try:
        seconds = float(value)
    except (TypeError, ValueError, OverflowError):
        try:
            seconds = (email.utils.parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds()
        except (TypeError, ValueError, OverflowError, AttributeError):
            return None
    return max(seconds, 0.0) if math.isfinite(seconds) else None
