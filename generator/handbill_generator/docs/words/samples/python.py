"""Read a Python sample.

In: code that calls requests, httpx or http.client.  Out: the request; `is_broken` where it is no Python, or uses
`true`, `false` and `null`, which Python does not have.
Never: runs the code; it is parsed, and only literals are read.
"""

from __future__ import annotations

import ast
import json
import re
import textwrap
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import replace

from handbill_generator.docs.words.samples import code as other
from handbill_generator.docs.words.samples.sample import ABSENT, METHODS, Absent, Sample, sample
from handbill_generator.load import JSON

MAX_NESTING = 60
"""How deep brackets are in code that is parsed."""
MAX_STEPS = 20
"""How many names and operators are followed to a value."""

_BRACKET = re.compile(r"[(\[{]|[)\]}]")
_WORDS = {"true": True, "false": False, "null": None}
_ADDRESS = re.compile(r"https?://|/|\{")


def read(code: str) -> Sample | None:
    """Read the first call of *code* that sends a request; None where there is none.

    Code that has lost its indentation cannot be told from broken code: it is read as other languages are.
    """
    tree, is_broken = _parsed(textwrap.dedent(code))
    if tree is None:
        found = other.read(code, "python")
        return replace(found, is_broken=is_broken) if found else None
    module = _Module(tree)
    return next(filter(None, map(module.request, module.calls)), None)


def _parsed(code: str) -> tuple[ast.Module | None, bool]:
    """Parse *code*; where that fails, say whether it is broken rather than without its indentation or too deep."""
    if _is_deep(code):
        return None, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(code), False
    except IndentationError:
        return None, False
    except (SyntaxError, ValueError):
        return None, True
    except (MemoryError, RecursionError):
        return None, False


def _is_deep(code: str) -> bool:
    depth = 0
    for match in _BRACKET.finditer(code):
        depth = depth + 1 if match[0] in "([{" else max(0, depth - 1)
        if depth > MAX_NESTING:
            return True
    return False


class _Module:
    """The names and the calls of a parsed sample."""

    def __init__(self, tree: ast.Module) -> None:
        nodes = list(ast.walk(tree))
        self._values = {
            target.id: node.value
            for node in nodes
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        self._is_broken = any(
            isinstance(node, ast.Name) and node.id in _WORDS and node.id not in self._values for node in nodes
        )
        calls = [node for node in nodes if isinstance(node, ast.Call)]
        self.calls = sorted(calls, key=lambda call: (call.lineno, call.col_offset))

    def request(self, call: ast.Call) -> Sample | None:
        """Read *call*; None where it sends no request."""
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        arguments = list(call.args)
        method = name.upper()
        if name == "request" and arguments:
            method = self._text(arguments.pop(0)).upper()
        named = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
        address = arguments[0] if arguments else named.get("url")
        url = self._text(address) if address else ""
        if method not in METHODS or not _ADDRESS.match(url):
            return None
        return sample(
            "python",
            method=method,
            url=self._base(url),
            headers=self._headers(named.get("headers") or (arguments[2] if len(arguments) > 2 else None)),
            body=self._body([*(named.get(key) for key in ("json", "data", "content", "body")), *arguments[1:2]]),
            is_broken=self._is_broken,
            has_user=isinstance(named.get("auth"), ast.Tuple),
        )

    def _base(self, url: str) -> str:
        """Give *url* with the host of an `HTTPSConnection`, where there is one."""
        if not url.startswith("/"):
            return url
        for call in self.calls:
            name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            if name in ("HTTPSConnection", "HTTPConnection") and call.args:
                return f"https://{self._text(call.args[0])}{url}"
        return url

    def _headers(self, node: ast.expr | None) -> list[tuple[str, str]]:
        found = self._literal(node) if node else ABSENT
        if not isinstance(found, dict):
            return []
        return [(name, value if isinstance(value, str) else "") for name, value in found.items()]

    def _body(self, nodes: list[ast.expr | None]) -> JSON | Absent:
        for node in nodes:
            value = self._literal(node) if node else ABSENT
            if isinstance(value, str):
                value = _read_json(value)
            if isinstance(value, dict | list):
                return value
        return ABSENT

    def _text(self, node: ast.expr, steps: int = 0) -> str:
        """Give the text that *node* is, names in braces for what is put into it; empty where it is no text."""
        if steps > MAX_STEPS:
            return ""
        if isinstance(node, ast.Constant):
            return node.value if isinstance(node.value, str) else ""
        if isinstance(node, ast.Name):
            value = self._values.get(node.id)
            return (self._text(value, steps + 1) if value else "") or f"{{{node.id}}}"
        if isinstance(node, ast.JoinedStr):
            return "".join(self._text(part, steps + 1) for part in node.values)
        if isinstance(node, ast.FormattedValue):
            return self._text(node.value, steps + 1)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            return self._text(node.left, steps + 1) + self._text(node.right, steps + 1)
        return f"{{{node.attr}}}" if isinstance(node, ast.Attribute) else ""

    def _literal(self, node: ast.expr, steps: int = 0) -> JSON | Absent:
        """Give the value that *node* is; members whose value is no literal are left out."""
        if steps > MAX_NESTING:
            return ABSENT
        if isinstance(node, ast.Constant):
            return node.value if isinstance(node.value, str | int | float | bool | None) else ABSENT
        if isinstance(node, ast.Name):
            value = self._values.get(node.id)
            return self._literal(value, steps + 1) if value else _WORDS.get(node.id, ABSENT)
        if isinstance(node, ast.Dict):
            members = zip(node.keys, node.values, strict=True)
            return dict(self._members(members, steps))
        if isinstance(node, ast.List | ast.Tuple):
            items = [self._literal(item, steps + 1) for item in node.elts]
            return [item for item in items if item is not ABSENT]
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "dumps"
            and node.args
        ):
            return self._literal(node.args[0], steps + 1)
        return self._text(node, steps) or ABSENT if isinstance(node, ast.JoinedStr | ast.BinOp) else ABSENT

    def _members(self, members: Iterable[tuple[ast.expr | None, ast.expr]], steps: int) -> Iterator[tuple[str, JSON]]:
        for key, node in members:
            value = self._literal(node, steps + 1)
            if isinstance(key, ast.Constant) and isinstance(key.value, str) and value is not ABSENT:
                yield key.value, value


def _read_json(text: str) -> JSON | Absent:
    try:
        value: JSON = json.loads(text)
    except (ValueError, RecursionError):
        return ABSENT
    return value
