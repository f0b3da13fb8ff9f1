"""Find what a JSONPath (RFC 9535) selects.

In: the text of a query, and a tree.  Out: the tokens of each place that it selects, in the order of the RFC.
Never: changes the tree, looks at more values than allowed, or runs a regular expression anywhere but in pydantic's
engine, which is linear.

jsonpath-rfc9535 parses and evaluates.  It has no limits of its own, and `$..*..*..*` or a filter that searches the
whole document at each value of it would not end; so it is given views of the tree, which count how often they are
looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cached_property, lru_cache
from typing import Any

from iregexp_check import check
from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError, JSONPathQuery
from jsonpath_rfc9535.function_extensions import ExpressionType, FilterFunction
from jsonpath_rfc9535.selectors import IndexSelector, NameSelector
from pydantic_core import SchemaError, SchemaValidator, core_schema

from handbill_generator.bundle.where import Where
from handbill_generator.load import JSON, Limits, Tokens, value_at
from handbill_generator.load.source import shown
from handbill_generator.overlay.parts import Steps

_LONGEST = 2000
_TEXT_OF_A_STEP = 1000
"""How many characters a regular expression reads in the time of a few steps."""


class Query:
    """A JSONPath that stands at *at*."""

    def __init__(self, text: str, at: Where) -> None:
        """Parse *text*; raises SpecError where it is no JSONPath."""
        if len(text) > _LONGEST:
            raise at.error(f"a JSONPath of more than {_LONGEST} characters", "select by fewer conditions")
        self.text = text
        self.at = at
        self._parsed = self._parse(JSONPathEnvironment())

    def _parse(self, environment: JSONPathEnvironment) -> JSONPathQuery:
        try:
            return environment.compile(self.text)
        except JSONPathError as error:
            said = error.args[0] if error.args else "not a query"
            column = f", at its character {error.token.index + 1}" if error.token else ""
            message = f'"{shown(self.text, 200)}" is not a JSONPath: {said}{column}'
            raise self.at.error(message, _hint(self.text)) from None
        except (RecursionError, ValueError, OverflowError):
            message = f'"{shown(self.text, 200)}" is not a JSONPath that can be read'
            raise self.at.error(message, "nest less in it") from None

    @cached_property
    def _names(self) -> tuple[str | int, ...] | None:
        """The names and indexes of a query that can select one value only; None of any other."""
        if not self._parsed.singular_query():
            return None
        selectors = [segment.selectors[0] for segment in self._parsed.segments]
        return tuple(
            selector.name if isinstance(selector, NameSelector) else selector.index
            for selector in selectors
            if isinstance(selector, NameSelector | IndexSelector)
        )

    def select(self, tree: JSON, steps: Steps, limits: Limits) -> tuple[Tokens, ...]:
        """Give the places that are selected, each once; raises SpecError where to look takes too many *steps*."""
        if self._names is not None:
            steps.spend()
            found = _walk(tree, self._names)
            return (found,) if len(found) == len(self._names) else ()
        # A filter is evaluated anew at each value, and a long one does more there.
        counted = _Counted(steps, 1 + len(self.text) // 50)
        query = self._parse(_Environment(counted, limits))
        try:
            nodes = [node.location for node in query.finditer(counted.view(tree))]
        except (JSONPathError, RecursionError):
            raise self.at.error("the target goes too deep into the document", "select less with ..") from None
        return tuple(dict.fromkeys(tuple(map(str, location)) for location in nodes))

    def nearest(self, tree: JSON) -> str:
        """Say what may be meant where nothing is selected; empty where that cannot be told."""
        if self._names is None:
            return ""
        found = _walk(tree, self._names)
        wanted = self._names[len(found)] if len(found) < len(self._names) else ""
        here = value_at(tree, found)
        if not isinstance(here, dict) or not isinstance(wanted, str):
            return ""
        close = get_close_matches(wanted[:100], [name for name in here if len(name) <= 100], n=1)
        return normalised(tree, (*found, close[0])) if close else ""


def normalised(tree: JSON, tokens: Tokens) -> str:
    """Give the normalised path (RFC 9535, section 2.7) of what stands at *tokens* of *tree*.

    >>> normalised({"paths": {"/it's": [1]}}, ("paths", "/it's", "0"))
    "$['paths']['/it\\\\'s'][0]"
    """
    parts = []
    for token in tokens:
        parts.append(f"[{token}]" if isinstance(tree, list) else f"['{_escaped(token)}']")
        tree = value_at(tree, (token,))
    return "$" + "".join(parts)


_ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", "'": "\\'", "\\": "\\\\"}


def _escaped(name: str) -> str:
    return re.sub(r"[\x00-\x1f'\\]", lambda found: _ESCAPES.get(found[0], f"\\u{ord(found[0]):04x}"), name)


def _walk(tree: JSON, names: tuple[str | int, ...]) -> Tokens:
    """Give the tokens of *names* as far as they lead anywhere."""
    found: list[str] = []
    for name in names:
        if isinstance(tree, dict) and isinstance(name, str) and name in tree:
            tree = tree[name]
        elif isinstance(tree, list) and isinstance(name, int) and -len(tree) <= name < len(tree):
            name %= len(tree)
            tree = tree[name]
        else:
            break
        found.append(str(name))
    return tuple(found)


def _hint(text: str) -> str:
    if not text.startswith("$"):
        return 'begin it with "$", the whole document'
    return "write names with other characters than letters, digits and _ in brackets, as $.paths['/users']"


class _Counted:
    """Views of a tree that count; each look costs *price* steps."""

    def __init__(self, steps: Steps, price: int) -> None:
        self.steps = steps
        self._price = price

    def view(self, value: JSON) -> Any:
        """Give *value* as it may be looked at once."""
        self.steps.spend(self._price)
        if isinstance(value, dict):
            return _Members(value, self)
        return _Items(value, self) if isinstance(value, list) else value


class _Members(dict[str, Any]):
    """A mapping that is looked at through its owner; as a dict it is empty."""

    def __init__(self, held: dict[str, JSON], owner: _Counted) -> None:
        super().__init__()
        self.held, self._owner = held, owner

    def __len__(self) -> int:
        return len(self.held)

    def __getitem__(self, name: str) -> Any:
        return self._owner.view(self.held[name])

    def items(self) -> Iterator[tuple[str, Any]]:  # type: ignore[override]  # all that is asked of it is to be gone through
        return ((name, self._owner.view(value)) for name, value in self.held.items())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Members) or self.held.keys() != other.held.keys():
            return False
        return self.held is other.held or all(_is_same(value, other[name]) for name, value in self.items())


class _Items(list[Any]):
    """A list that is looked at through its owner; as a list it is empty."""

    def __init__(self, held: list[JSON], owner: _Counted) -> None:
        super().__init__()
        self.held, self._owner = held, owner

    def __len__(self) -> int:
        return len(self.held)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self._owner.view(value) for value in self.held[index]]
        return self._owner.view(self.held[index])

    def __iter__(self) -> Iterator[Any]:
        return map(self._owner.view, self.held)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Items) or len(self.held) != len(other.held):
            return False
        return self.held is other.held or all(map(_is_same, self, other))


def _is_same(left: object, right: object) -> bool:
    """Compare as JSON does, where 1 is not true."""
    return isinstance(left, bool) == isinstance(right, bool) and left == right


class _Environment(JSONPathEnvironment):
    """The functions of the RFC, the two that take regular expressions in linear time."""

    def __init__(self, counted: _Counted, limits: Limits) -> None:
        super().__init__()
        self.max_recursion_depth = limits.depth + 1
        self.function_extensions["match"] = _Regular(counted.steps, r"\A(?:{})\z")
        self.function_extensions["search"] = _Regular(counted.steps, "{}")


class _Regular(FilterFunction):
    """`match` or `search` (RFC 9535, sections 2.4.6 and 2.4.7): whether an I-Regexp (RFC 9485) is in a text."""

    def __init__(self, steps: Steps, form: str) -> None:
        self._steps, self._form = steps, form

    @property
    def arg_types(self) -> list[ExpressionType]:
        """A text and a pattern."""
        return [ExpressionType.VALUE, ExpressionType.VALUE]

    @property
    def return_type(self) -> ExpressionType:
        """Yes or no."""
        return ExpressionType.LOGICAL

    def __call__(self, text: object, pattern: object) -> bool:
        """What is no text matches nothing, and what is no pattern is not found."""
        if not isinstance(text, str) or not isinstance(pattern, str):
            return False
        self._steps.spend(1 + len(text) // _TEXT_OF_A_STEP)
        engine = _engine(self._form, pattern)
        return engine is not None and engine.isinstance_python(text)


# In an I-Regexp a dot is neither end of a line (RFC 9485, section 5.3).
_DOT = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\.", re.DOTALL)


@lru_cache(maxsize=256)
def _engine(form: str, pattern: str) -> SchemaValidator | None:
    if len(pattern) > _LONGEST or not check(pattern):
        return None
    inner = _DOT.sub(lambda found: r"[^\n\r]" if found[0] == "." else found[0], pattern)
    try:
        return SchemaValidator(core_schema.str_schema(pattern=form.replace("{}", inner)))
    except SchemaError:
        return None
