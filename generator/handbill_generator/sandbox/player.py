"""Play one provider: what a request is answered with, step by step.

In: a `Request`, the fault that it meets, the way into the world of the provider.  Out: `Told`: the answer, and where it
comes from.
Never: knows a web framework, waits, or fails; a fault of ours is answered as the provider's own failure, and told.

The order: routing, an injected error, credentials, rate limits, parameters and body, then the provider's handler, or
the examples of the contract where it has none.  A path or a method that is not there is told to anybody, as a contract
says nothing of the credentials that it would need.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias
from urllib.parse import unquote

from handbill_generator.contract import Operation, Response
from handbill_generator.sandbox.bodies import TooLarge, invalid, is_json, read_body
from handbill_generator.sandbox.contracts import Service
from handbill_generator.sandbox.credentials import authenticate
from handbill_generator.sandbox.examples import Examples
from handbill_generator.sandbox.faults import Fault, Injected
from handbill_generator.sandbox.limits import Counter, TooMany
from handbill_generator.sandbox.model import Allowance, Answer, Asked, Problem, Provider, World
from handbill_generator.sandbox.outcome import Outcome, outcome_of
from handbill_generator.sandbox.parameters import Reader
from handbill_generator.sandbox.request import Request
from handbill_generator.sandbox.routes import Found, NoMethod

Say: TypeAlias = Callable[[Problem, Operation | None], Answer]
"""Puts a problem with an operation, if one was meant, into words."""

Enter: TypeAlias = Callable[[], World]
"""Begins a request and gives the world for it; like anything else it may fail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a request is answered with.

    *source* is `state` (a handler), `example`, `refused` or `fault`; *violations* says where the answer, or what made
    it, is not as the contract says, and *is_made_up* whether nobody wrote that answer.  *wait_s* is for how many
    seconds a rate limit turned it away.
    """

    operation: str
    outcome: Outcome
    source: str
    violations: tuple[str, ...]
    is_made_up: bool
    wait_s: float


@dataclass(slots=True)
class _Turn:
    """What is known of a request so far."""

    operation: Operation | None = None
    allowance: Allowance | None = None
    is_allowed: bool = False
    wait_s: float = 0.0
    violations: list[str] = field(default_factory=list[str])


class Player:
    """Plays *provider* from the contract of *service*; *say* words its problems."""

    def __init__(self, provider: Provider, service: Service, say: Say) -> None:
        self.service = service
        self._provider = provider
        self._say = say
        self._reader = Reader(service.contract, service.checker)
        self._examples = Examples(service.contract, service.checker)

    def answer(self, request: Request, fault: Fault | None, enter: Enter, counter: Counter | None) -> Told:
        """Answer a request; without a *counter* there are no rate limits."""
        turn = _Turn()
        breakage = fault.breakage if fault else None
        try:
            answer, source = self._decided(request, fault, enter, counter, turn)
            outcome = outcome_of(_marked(answer, source), breakage)
            is_made_up = source == "example" or not self._provider.handlers
        except Exception as error:  # noqa: BLE001  # whatever a handler does, the caller gets an answer
            turn.violations.append(_blamed(error))
            outcome = outcome_of(self._say(Problem("failed", "the sandbox has a fault"), turn.operation), breakage)
            source, is_made_up = "refused", False
        operation = _named(turn.operation) if turn.operation else ""
        where = f"{self._provider.name} {operation}".rstrip()
        return Told(
            operation=operation,
            outcome=outcome,
            source=source,
            violations=tuple(f"{where}: {how}" for how in turn.violations),
            is_made_up=is_made_up,
            wait_s=turn.wait_s,
        )

    def _decided(
        self, request: Request, fault: Fault | None, enter: Enter, counter: Counter | None, turn: _Turn
    ) -> tuple[Answer, str]:
        try:
            answer, source = self._success(request, fault, enter, counter, turn)
        except Problem as problem:
            answer, source = self._refusal(problem, turn)
        if source != "fault":
            turn.violations += self._wrong(turn, answer)
        if turn.allowance:
            limits = self._provider.limit_headers(turn.allowance)
            answer = replace(answer, headers={**answer.headers, **limits})
        return answer, source

    def _success(
        self, request: Request, fault: Fault | None, enter: Enter, counter: Counter | None, turn: _Turn
    ) -> tuple[Answer, str]:
        found = self._found(request)
        turn.operation = found.operation if isinstance(found, Found) else None
        world = enter()
        if fault and (fault.status or fault.breakage == "reset"):
            raise Injected(fault.status or 503)
        if isinstance(found, Problem):
            raise found
        contract = self.service.contract
        authenticate(found.operation, contract.security_schemes, self._provider.credentials, request)
        if counter:
            turn.allowance = counter.take(found.operation.id.raw, world.moment())
        asked = self._asked(found, request)
        turn.is_allowed = True
        return self._carried_out(found.operation, asked, world)

    def _found(self, request: Request) -> Found | Problem:
        try:
            return self.service.routes.find(request.method, request.segments)
        except Problem as problem:
            return problem

    def _asked(self, found: Found, request: Request) -> Asked:
        operation = found.operation
        query, wrong = self._reader.read(operation, found.path, request)
        if wrong:
            raise invalid(wrong)
        return Asked(
            operation=operation.id.raw,
            path={name: unquote(raw) for name, raw in found.path.items()},
            query=query,
            headers=dict(request.headers),
            body=read_body(operation.request_body, request, self.service.checker),
            address=request.address,
        )

    def _carried_out(self, operation: Operation, asked: Asked, world: World) -> tuple[Answer, str]:
        handler = self._provider.handlers.get(asked.operation)
        if handler is None:
            return self._examples.success(operation), "example"
        with world.store.together():
            return handler(asked, world), "state"

    def _refusal(self, problem: Problem, turn: _Turn) -> tuple[Answer, str]:
        problem.operation = turn.operation.id.raw if turn.operation else ""
        answer = self._say(problem, turn.operation)
        match problem:
            case Injected():
                return replace(answer, status=problem.status), "fault"
            case TooLarge():
                return replace(answer, status=413), "refused"
            case NoMethod():
                return replace(answer, headers={**answer.headers, "allow": problem.allow}), "refused"
            case TooMany():
                turn.allowance, turn.wait_s = problem.allowance, problem.retry_after
        return answer, "refused"

    def _wrong(self, turn: _Turn, answer: Answer) -> Iterator[str]:
        """Say where an answer is not what the contract documents."""
        response = _documented(turn.operation, answer.status) if turn.operation else None
        if response is None:
            # Contracts forget how a request is refused that they do not allow; a handler has no such excuse.
            if turn.is_allowed:
                yield f"the status {answer.status} is not documented"
            return
        media = next((media for media in response.content if is_json(media.name.raw)), None)
        if response.content and answer.body is None:
            yield f"the answer {answer.status} lacks its body"
        elif answer.body is not None and not response.content:
            yield f"the answer {answer.status} has a body, and none is documented"
        elif answer.body is not None and media and media.schema:
            for place, how in self.service.checker.wrong(media.schema, answer.body, "response"):
                yield f"{place or 'the body'} of the answer {answer.status}: {how}"


def _named(operation: Operation) -> str:
    return operation.id.raw or f"{operation.method} {operation.path.raw}"


def _marked(answer: Answer, source: str) -> Answer:
    if source not in ("state", "example"):
        return answer
    return replace(answer, headers={**answer.headers, "x-handbill-sandbox": source})


def _documented(operation: Operation, status: int) -> Response | None:
    by_status = {response.status: response for response in operation.responses}
    keys = (str(status), f"{status // 100}XX", "default")
    return next((by_status[key] for key in keys if key in by_status), None)


def _blamed(error: Exception) -> str:
    """Say what happened, and in which line of whose file."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({frame.filename}:{frame.lineno})"
