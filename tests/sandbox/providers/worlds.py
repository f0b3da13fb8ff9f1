"""A provider of the sandbox without its HTTP engine.

In: the name of a provider, then requests as the engine passes them on.  Out: the bodies of answers, or problems.
Never: lets an answer pass that the contract does not document, be it a success or a refusal.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import pytest
from handbill_generator.bundle import Bundle, bundle
from handbill_generator.contract import Contract, Operation, Response, read_contract
from handbill_generator.load import load
from handbill_generator.sandbox.model import Answer, Asked, Problem, World
from handbill_generator.sandbox.providers import PROVIDERS
from handbill_generator.sandbox.store import Store
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

JSON: TypeAlias = dict[str, Any]

NOW = datetime(2026, 3, 28, 15, tzinfo=UTC)
"""When every world begins."""

_SPECS = Path(__file__).parents[3] / "specs"
_CONTRACT = "urn:contract"


class Play:
    """One provider on an empty store; each request comes a second after the last one."""

    def __init__(self, name: str) -> None:
        self.provider = PROVIDERS[name]
        self.moment = NOW
        random = Random(name)  # noqa: S311  # ids that repeat
        self.world = World(provider=name, store=Store(), random=random, moment=lambda: self.moment)
        self.provider.seed(self.world)

    def answer(
        self, operation: str, body: Any = None, /, path: Mapping[str, str] | None = None, **query: Any
    ) -> Answer:
        """Answer a request as the engine does: all or nothing; *query* names end in _ where Python has the name."""
        self.moment += timedelta(seconds=1)
        asked = Asked(
            operation=operation,
            path=path or {},
            query={name.rstrip("_"): value for name, value in query.items()},
            headers={},
            body=body,
            address="http://sandbox.test/api",
        )
        try:
            with self.world.store.together():
                answer = self.provider.handlers[operation](asked, self.world)
        except Problem as problem:
            problem.operation = operation
            check(self.provider.name, operation, self.provider.problem(problem))
            raise
        check(self.provider.name, operation, answer)
        return answer

    def ask(self, operation: str, body: Any = None, /, path: Mapping[str, str] | None = None, **query: Any) -> Any:
        """Give the body of a success."""
        answer = self.answer(operation, body, path, **query)
        assert answer.status < 300, answer
        return answer.body

    def refused(
        self, operation: str, body: Any = None, /, path: Mapping[str, str] | None = None, **query: Any
    ) -> Answer:
        """Give the answer to a request that must meet a problem."""
        with pytest.raises(Problem) as caught:
            self.answer(operation, body, path, **query)
        return self.provider.problem(caught.value)

    def stored(self, id: str, collection: str = "campaigns") -> Any:
        """Give what is stored."""
        return self.world.collection(collection).get(id)


@cache
def contract(name: str) -> Contract:
    """Give the contract of a provider."""
    return read_contract(_bundled(name))


@cache
def operations(name: str) -> Mapping[str, Operation]:
    """Give the operations of a contract by their operationId."""
    return {operation.id.raw: operation for operation in contract(name).operations}


def documented(operation: Operation, status: int) -> Response | None:
    """Give the response of a status, as OpenAPI looks it up: exact, by range, `default`."""
    by_status = {response.status: response for response in operation.responses}
    return next((by_status[key] for key in (str(status), f"{status // 100}XX", "default") if key in by_status), None)


def check(name: str, operation: str, answer: Answer) -> None:
    """Hold an answer against what the contract documents of the operation."""
    response = documented(operations(name)[operation], answer.status)
    assert response is not None, f"{operation} does not document {answer.status}"
    assert (answer.body is None) == (not response.content), f"{operation} {answer.status}: body or no body"
    for media in response.content:
        assert media.schema is not None
        errors = list(_validator(name, media.schema.pointer).iter_errors(answer.body))
        assert not errors, f"{operation} {answer.status}: {[(error.json_path, error.message) for error in errors]}"


def allowed(name: str, operation: str, body: Any) -> bool:
    """Whether the contract allows a body."""
    request = operations(name)[operation].request_body
    assert request is not None
    schema = request.content[0].schema
    assert schema is not None
    return _validator(name, schema.pointer).is_valid(body)


@cache
def _bundled(name: str) -> Bundle:
    return bundle(load(_SPECS / name / "openapi.yaml"))


@cache
def _validator(name: str, pointer: str) -> Draft202012Validator:
    whole = DRAFT202012.create_resource(_bundled(name).tree)
    registry: Registry[Any] = Registry().with_resource(_CONTRACT, whole)
    formats = FormatChecker(["date", "date-time"])
    return Draft202012Validator({"$ref": f"{_CONTRACT}{pointer}"}, registry=registry, format_checker=formats)
