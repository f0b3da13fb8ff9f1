"""What a verb will do: its requests in order, shown before they are sent.

A plan is made without I/O, and is what is sent.  A step calls the generated client, sync or async alike; for a plan,
a client whose transport catches each request.
"""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from inspect import isawaitable
from typing import Any, Generic, NoReturn, TypeAlias, TypeVar

from .errors import CallFailed, Failure, Malformed, NotFound, Reading, Refused
from .model import Loss

Result = TypeVar("Result", covariant=True)
Answers: TypeAlias = tuple[Any, ...]

_SHOWN_HEADERS = frozenset({"accept", "content-type", "user-agent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One call of the generated client.

    *does* says it in words, after "could not".  *call* gets the client and the answers so far, and gives the answer, or
    None where the step is not needed.  *stands_in* takes the place of the answer in a plan.  For a listing, *items* is
    the dotted place of the items in a page, and *finds* accepts one; of a step that is no listing, that is the answer.
    With *optional* classes of errors the step's answer is None instead.
    *made* gives the id of the campaign that an answer tells of for the first time.
    """

    does: str
    call: Callable[[Any, Answers], Any]
    writes: bool = False
    stands_in: Any = None
    items: str = ""
    finds: Callable[[Any], bool] | None = None
    optional: tuple[type[CallFailed], ...] = ()
    made: Callable[[Any], str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Script(Generic[Result]):
    """The steps of a verb, and what their answers become.

    *needs* is what must be so, *reaches* whom or what it touches, *may_send* that mail can leave because of it.
    """

    steps: tuple[Step, ...] = field(repr=False)
    result: Callable[[Answers], Result] = field(repr=False)
    needs: tuple[str, ...] = ()
    reaches: tuple[str, ...] = ()
    may_send: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRequest:
    """A request as it will go out; credentials are `***`, and `{name}` is what an earlier request will bring."""

    does: str
    method: str
    url: str
    headers: Mapping[str, str]
    body: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Script[Result]):
    """What a verb will do: its script, and what that comes to.

    *losses* and *omitted* come back with the result: what is done less exactly, and what is left out.
    """

    provider: str
    verb: str
    id: str
    requests: tuple[PlannedRequest, ...]
    losses: tuple[Loss, ...]
    omitted: tuple[str, ...]

    def __str__(self) -> str:
        lines = [f"{self.provider}: {self.verb}{' (mail may leave)' if self.may_send else ''}"]
        for request in self.requests:
            lines.append(f"  {request.method} {request.url}  # {request.does}")
            lines += [f"    {json.dumps(request.body, ensure_ascii=False)}"] if request.body is not None else []
        notes = (("needs", self.needs), ("reaches", self.reaches), ("omits", self.omitted))
        lines += [f"  {word}: {text}" for word, texts in notes for text in texts]
        return "\n".join([*lines, *(f"  loses: {loss.field}: {loss.what}" for loss in self.losses)])


class _Caught(Exception):
    """Carries a request, its one argument, out of the client that was about to send it."""


class Catcher:
    """A transport that sends nothing: what was about to be sent is caught instead."""

    def send(self, request: Any, /) -> NoReturn:
        """Catch it."""
        raise _Caught(request)

    def close(self) -> None:
        """Nothing is open."""


def requests_of(script: Script[Any], client: Any, reading: Reading, **known: str) -> tuple[PlannedRequest, ...]:
    """Give the requests of a script; *client* is a sync one whose transport is a `Catcher`, *known* goes into errors.

    Raises what sending would raise before anything has left: InvalidRequest or Unauthorized.
    """
    found: list[PlannedRequest] = []
    answers: Answers = ()
    for step in script.steps:
        try:
            # A listing calls only when it is gone through.
            next(iter(step.call(client, answers) or ()), None)
        except _Caught as caught:
            found.append(_shown(step, caught.args[0]))
        except reading.raised as error:
            raise reading.error(error, writes=False, step=step.does, **known) from error
        answers = (*answers, step.stands_in)
    return tuple(found)


def _shown(step: Step, request: Any) -> PlannedRequest:
    return PlannedRequest(
        does=step.does,
        method=request.method,
        # What an earlier request will bring stands as `{name}`, which the client has escaped.
        url=re.sub("%7B([A-Za-z]+)%7D", r"{\1}", request.url),
        headers={name: text if name in _SHOWN_HEADERS else "***" for name, text in request.headers.items()},
        body=json.loads(request.content) if request.content else None,
    )


def run(plan: Plan[Result], client: Any, reading: Reading) -> Result:
    """Send a plan, and wait."""
    progress = _Progress(plan, reading)
    for step in plan.steps:
        try:
            answer = step.call(client, progress.answers)
            if step.finds:
                answer = next(filter(step.finds, answer), None)
        except reading.raised as error:
            progress.failed(step, error)
        else:
            progress.came(step, answer)
    return plan.result(progress.answers)


async def arun(plan: Plan[Result], client: Any, reading: Reading) -> Result:
    """Send a plan, and await."""
    progress = _Progress(plan, reading)
    for step in plan.steps:
        try:
            answer = step.call(client, progress.answers)
            if step.finds:
                answer = await anext((item async for item in answer if step.finds(item)), None)
            elif isawaitable(answer):
                answer = await answer
        except reading.raised as error:
            progress.failed(step, error)
        else:
            progress.came(step, answer)
    return plan.result(progress.answers)


def items(plan: Plan[Any], client: Any, reading: Reading) -> Iterator[Any]:
    """Give what a plan makes of the items of its listing, page after page as they are asked for."""
    progress, (step,) = _Progress(plan, reading), plan.steps
    try:
        for page in step.call(client, ()).pages():
            yield from map(plan.result, progress.items(step, page))
    except reading.raised as error:
        progress.failed(step, error)


async def aitems(plan: Plan[Any], client: Any, reading: Reading) -> AsyncIterator[Any]:
    """Go through the listing of a plan; see `items`."""
    progress, (step,) = _Progress(plan, reading), plan.steps
    try:
        async for page in step.call(client, ()).pages():
            for item in progress.items(step, page):
                yield plan.result(item)
    except reading.raised as error:
        progress.failed(step, error)


class _Progress:
    """How far a plan has come, and what stands in the error if it comes no further."""

    def __init__(self, plan: Plan[Any], reading: Reading) -> None:
        if plan.provider != reading.provider:
            raise ValueError(f"this is a plan for {plan.provider}, not for {reading.provider}")
        self._known: dict[str, Any] = {"verb": plan.verb, "id": plan.id, "done": ()}
        self._reading = reading
        self.answers: Answers = ()

    def came(self, step: Step, answer: Any) -> None:
        self.answers = (*self.answers, answer)
        if step.finds and answer is None:
            raise self._error(NotFound, step, "no page of the listing has it")
        self._accepted(step, answer)
        self._known["id"] = step.made(answer) if step.made else self._known["id"]
        if step.made and not self._known["id"]:
            raise self._error(Malformed, step, "the answer does not say the id of the campaign")
        self._known["done"] += (step.does,) if step.writes else ()

    def failed(self, step: Step, error: Exception) -> None:
        normalised = self._reading.error(error, writes=step.writes, step=step.does, **self._known)
        if not isinstance(normalised, step.optional):
            raise normalised from error
        self.answers = (*self.answers, None)

    def _error(self, kind: type[CallFailed], step: Step, message: str) -> CallFailed:
        return kind(Failure(provider=self._reading.provider, step=step.does, message=message, **self._known))

    def items(self, step: Step, page: Any) -> Iterator[Any]:
        self._accepted(step, page)
        for name in step.items.split("."):
            page = getattr(page, name)
        return filter(step.finds, page if isinstance(page, list) else ())

    def _accepted(self, step: Step, answer: Any) -> None:
        if getattr(answer, "success", True) is False:
            raise self._error(Refused, step, "the answer says success: false")
