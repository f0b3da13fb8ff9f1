"""Hold the example of an answer against that of its request.

In: two JSON values.  Out: the members of the request that the answer shows with another value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill_generator.docs.model import Path
from handbill_generator.load import JSON

MAX_DEPTH = 32
"""How deep members are compared."""

_PLACEHOLDER = re.compile(r"<[^<>\n]{1,60}>")


def echoes(request: JSON, response: JSON) -> tuple[Path, ...]:
    """Give the paths of the scalars of *request*, without `body`, that *response* shows with another value.

    The answer may be inside of an envelope (`data`), and may call a member by a longer name (`billingAddress` for
    `address`) where both have the same members.  A request of placeholders (`<string>`) was never sent: it gives
    nothing.
    """
    if not isinstance(request, dict) or any(_is_placeholder(value) for value in _scalars(request)):
        return ()
    sent = _inside(response, request)
    return tuple(_differing(request, sent)) if sent is not None else ()


def _inside(response: JSON, request: dict[str, JSON]) -> dict[str, JSON] | None:
    """Give the object of *response*, itself or a member, that shares the most names with *request*."""
    if not isinstance(response, dict):
        return None
    objects = [response, *(value for value in response.values() if isinstance(value, dict))]
    best = max(objects, key=lambda value: len(value.keys() & request.keys()))
    return best if best.keys() & request.keys() else None


def _differing(request: dict[str, JSON], response: dict[str, JSON]) -> Iterator[Path]:
    stack: list[tuple[Path, dict[str, JSON], dict[str, JSON]]] = [((), request, response)]
    while stack:
        path, sent, shown = stack.pop()
        for name, value in sent.items():
            answer = _counterpart(name, value, shown)
            if isinstance(value, dict) and isinstance(answer, dict):
                if len(path) < MAX_DEPTH:
                    stack.append(((*path, name), value, answer))
            elif _is_scalar(value) and _is_scalar(answer) and type(value) is type(answer) and value != answer:
                yield (*path, name)


def _counterpart(name: str, value: JSON, response: dict[str, JSON]) -> JSON:
    if name in response:
        return response[name]
    if not isinstance(value, dict):
        return None
    longer = [
        answer
        for other, answer in response.items()
        if other.lower().endswith(name.lower()) and isinstance(answer, dict) and answer.keys() & value.keys()
    ]
    return longer[0] if len(longer) == 1 else None


def _is_scalar(value: JSON) -> bool:
    return isinstance(value, str | int | float)


def _is_placeholder(value: JSON) -> bool:
    return isinstance(value, str) and _PLACEHOLDER.fullmatch(value) is not None


def _scalars(value: JSON) -> Iterator[JSON]:
    stack = [value]
    while stack:
        found = stack.pop()
        if isinstance(found, dict):
            stack.extend(found.values())
        elif isinstance(found, list):
            stack.extend(found)
        else:
            yield found
