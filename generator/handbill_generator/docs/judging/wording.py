"""Words for elements of messages, as findings use them.

In: a side, a status and a path.  Out: a few words on one line.
Never: lets a name of a page start a line of its own, or be longer than a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handbill_generator.docs.model import ERROR, SUCCESS, Attribute, Path, Side, Value, written_path
from handbill_generator.evidence import text_of
from handbill_generator.load.source import shown

_LONGEST = 200


def element(side: Side, status: str, path: Path) -> str:
    """Name an element.

    >>> element(Side.request, "", ("body", "from", "email")), element(Side.response, "404", ())
    ('the property "from/email" of the request', 'the response 404')
    """
    if not path:
        return message(side, status)
    if path == ("body",):
        return f"the body of {message(side, status)}"
    if path[0] == "body":
        return f'the property "{name(path)}" of {message(side, status)}'
    kind = f"{path[0]} parameter" if side is not Side.response else "header"
    return f'the {shown(kind)} "{name(path)}" of {message(side, status)}'


def message(side: Side, status: str) -> str:
    """Name a message, or the operation itself."""
    if side is Side.neither:
        return "the operation"
    if side is Side.request:
        return "the request"
    if status in ("", SUCCESS):
        return "the response"
    return "the responses of errors" if status == ERROR else f"the response {shown(status)}"


def name(path: Path) -> str:
    """Give the names of *path* below its location."""
    return shown(written_path(path[1:]), _LONGEST)


def words(attribute: Attribute, values: Sequence[Value]) -> str:
    """Say what one side says of an attribute.

    >>> words(Attribute.required, (False,)), words(Attribute.min_length, (1,)), words(Attribute.type, ("string",))
    ('optional', 'minLength 1', 'type "string"')
    """
    if not values:
        return "nothing"
    if attribute in _SAID and len(values) == 1 and isinstance(values[0], bool):
        return _SAID[attribute][values[0]]
    if attribute is Attribute.required_together:
        return f"one of {quoted(name for value in values for name in str(value).split(' | '))}"
    if all(isinstance(value, int | float) for value in values):
        return f"{attribute} {', '.join(text_of(value) for value in values)}"
    return f"{attribute} {quoted(values)}"


_SAID = {
    Attribute.required: ("optional", "required"),
    Attribute.nullable: ("never null", "null or a value"),
    Attribute.deprecated: ("not deprecated", "deprecated"),
    Attribute.read_only: ("not only read", "only read"),
    Attribute.write_only: ("not only written", "only written"),
}
"""Words for false and for true."""


def quoted(values: Iterable[Value]) -> str:
    """Give *values* in quotes, commas between them."""
    return shown(", ".join(f'"{text_of(value)}"' for value in values), _LONGEST)
