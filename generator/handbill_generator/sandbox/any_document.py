"""Play any document, of whose provider we know nothing but its contract.

In: a `Service`.  Out: a `Provider` without state, and its problems in the contract's own error bodies.
Never: remembers anything, or asks for particular credentials: any that are not empty will do.
"""

from __future__ import annotations

from handbill_generator.contract import Operation, Response
from handbill_generator.diagnostics import one_line
from handbill_generator.sandbox.contracts import Service
from handbill_generator.sandbox.examples import Examples, number_of
from handbill_generator.sandbox.model import Answer, Kind, Problem, Provider

NAME = "api"
"""The prefix under which the document is served."""

_STATUSES: dict[Kind, tuple[int, ...]] = {
    "invalid": (400, 422),
    "unauthorized": (401, 403),
    "forbidden": (403,),
    "not_found": (404,),
    "no_route": (404,),
    "no_method": (405,),
    "conflict": (409,),
    "too_many": (429,),
    "failed": (500,),
    "down": (503,),
}


class Documented:
    """Words problems as the contract documents errors; why there is one stands in a header."""

    def __init__(self, service: Service) -> None:
        self._examples = Examples(service.contract, service.checker)

    def say(self, problem: Problem, operation: Operation | None) -> Answer:
        """Give the answer to a problem with *operation*, in plain words where nothing is documented."""
        reason = one_line(problem.message).encode("ascii", "backslashreplace").decode()
        headers = {"x-handbill-problem": reason}
        if problem.retry_after:
            headers["retry-after"] = f"{problem.retry_after:g}"
        wanted = _STATUSES[problem.kind]
        response = _error(operation, wanted) if operation else None
        if response is None:
            return Answer(status=wanted[0], body={"title": problem.kind, "detail": problem.message}, headers=headers)
        answer = self._examples.of(response, _number(response, wanted))
        return Answer(status=answer.status, body=answer.body, headers={**answer.headers, **headers})


def provider() -> Provider:
    """Give a provider that does nothing by itself."""
    return Provider(
        name=NAME,
        credentials={},
        handlers={},
        problem=lambda problem: Answer(status=_STATUSES[problem.kind][0], body={"detail": problem.message}),
        limits=(),
        limit_headers=lambda allowance: {},
        seed=lambda world: None,
        campaigns=lambda world: [],
        move=_refuse,
    )


def _refuse(world: object, id: str, status: str) -> None:
    raise Problem("not_found", "a document that is served from its examples has no campaigns")


def _error(operation: Operation, wanted: tuple[int, ...]) -> Response | None:
    """Find the response that is documented for one of the *wanted* statuses: itself, its range, `default`."""
    by_status = {response.status: response for response in operation.responses}
    keys = (*map(str, wanted), f"{wanted[0] // 100}XX", "default")
    return next((by_status[key] for key in keys if key in by_status), None)


def _number(response: Response, wanted: tuple[int, ...]) -> int:
    return number_of(response.status, wanted[0]) if response.status.isdecimal() else wanted[0]
