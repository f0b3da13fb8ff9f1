"""Answer an operation without knowing what it does: by the examples of its contract.

In: an operation and a contract.  Out: an `Answer` as the contract documents it.
Never: remembers anything, or says that a listing goes on: a caller who follows the pages would follow them for ever.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

from handbill_generator.contract import Contract, Operation, Pagination, Response
from handbill_generator.sandbox.bodies import is_json
from handbill_generator.sandbox.checks import Checker
from handbill_generator.sandbox.model import Answer
from handbill_generator.sandbox.synthesis import synthesise


class Examples:
    """Answers made from one contract."""

    def __init__(self, contract: Contract, checker: Checker) -> None:
        self._contract = contract
        self._checker = checker

    def success(self, operation: Operation) -> Answer:
        """Give the lowest documented success, with its first example."""
        response = min(operation.responses, key=_rank, default=None)
        if response is None:
            return Answer(status=204)
        answer = self.of(response, number_of(response.status, 200))
        if operation.pagination and isinstance(answer.body, dict):
            return Answer(status=answer.status, body=self._last_page(operation.pagination, response, answer.body))
        return answer

    def of(self, response: Response, status: int) -> Answer:
        """Give a documented response with its first example, as *status*."""
        media = next((media for media in response.content if is_json(media.name.raw)), None)
        media = media or next(iter(response.content), None)
        headers = {"location": "https://example.com/"} if 300 <= status < 400 else dict[str, str]()
        if media is None:
            return Answer(status=status, headers=headers)
        if not is_json(media.name.raw):
            headers["content-type"] = media.name.raw
        return Answer(status=status, body=self._example(media.examples, media.schema), headers=headers)

    def _example(self, examples: Any, schema: Any) -> Any:
        for value in examples.values():
            return copy.deepcopy(value)
        return synthesise(schema.keywords, self._contract.resolve) if schema else {}

    def _last_page(self, pagination: Pagination, response: Response, body: dict[str, Any]) -> Any:
        if pagination.style == "page":
            return _with(body, pagination.next, 1)
        if pagination.more:
            return _with(body, pagination.more, False)
        ended = _with(body, pagination.next, None)
        schema = next((media.schema for media in response.content if is_json(media.name.raw)), None)
        is_allowed = schema is None or not self._checker.wrong(schema, ended, "response")
        return ended if is_allowed else _without(body, pagination.next)


def number_of(status: str, otherwise: int) -> int:
    """Give the number of a documented status: of a range its first, of `default` *otherwise*."""
    if status == "default":
        return otherwise
    return int(status.replace("X", "0"))


def _rank(response: Response) -> tuple[int, str]:
    """Order responses: successes, redirects, `default`, which is a success only where there is no other, errors."""
    return {"2": 0, "3": 1, "d": 2}.get(response.status[0], 3), response.status


def _with(body: dict[str, Any], tokens: Sequence[str], value: Any) -> dict[str, Any]:
    """Give a copy of *body* in which *value* stands at *tokens*, if there is a place for it."""
    changed = copy.deepcopy(body)
    if (owner := _owner(changed, tokens)) is not None:
        owner[tokens[-1]] = value
    return changed


def _without(body: dict[str, Any], tokens: Sequence[str]) -> dict[str, Any]:
    changed = copy.deepcopy(body)
    if (owner := _owner(changed, tokens)) is not None:
        owner.pop(tokens[-1], None)
    return changed


def _owner(body: Any, tokens: Sequence[str]) -> dict[str, Any] | None:
    for token in tokens[:-1]:
        body = body.get(token) if isinstance(body, dict) else None
    return body if isinstance(body, dict) else None
