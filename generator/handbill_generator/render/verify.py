"""Read every emitted file again and compare it with the plan.

In: the rendered texts, the same texts rendered with all text of the document blanked, and the plan.
Out: nothing, or an `EmissionError`, which is a fault of ours.
Never: knows what an attack looks like.  Whatever text of a document may do, it must not change the structure of the
program; if it does, the two renderings differ.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from handbill_generator.plan import Package
from handbill_generator.render.docstrings import method_docstring
from handbill_generator.render.prose import python_names, pythonic
from handbill_generator.text import Text, plain

ALLOWED_IMPORTS = frozenset(
    "__future__ asyncio base64 builtins codecs collections contextlib contextvars copy dataclasses datetime email "
    "functools http httpx2 importlib io json logging math mimetypes os pydantic random re threading time types "
    "typing urllib uuid".split()
)
"""Top-level modules that emitted code may import; everything else is relative."""


class EmissionError(Exception):
    """What was rendered is not what was planned: a fault of ours, to be reported."""


def verify(texts: Mapping[str, str], blanked: Mapping[str, str], package: Package) -> None:
    """Check all Python files among *texts*."""
    trees = {path: _parsed(path, text) for path, text in texts.items() if path.endswith(".py")}
    for path, tree in trees.items():
        _check_imports(path, tree)
        if not _alike(tree, _parsed(path, blanked[path])):
            raise EmissionError(f"{path}: text of the document changes what the program does")
    _check_models(trees["models.py"], package)
    names = python_names(package)
    for resource in package.resources:
        tree = trees[f"resources/{resource.module}.py"]
        planned = {str(method.name): pythonic(method_docstring(method), names) for method in resource.methods}
        _check_class(tree, resource.class_name, planned)


def _parsed(path: str, text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError) as error:
        raise EmissionError(f"{path}: does not parse: {error}") from None


def _alike(one: object, other: object) -> bool:
    """Whether two trees are the same program but for the text of their strings."""
    if isinstance(one, str) and isinstance(other, str):
        return one == other
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    if type(one) is not type(other):
        return False
    if isinstance(one, ast.Constant) and isinstance(other, ast.Constant):
        both_text = isinstance(one.value, str) and isinstance(other.value, str)
        return both_text or (type(one.value) is type(other.value) and one.value == other.value)
    if isinstance(one, ast.AST):
        return all(_alike(getattr(one, field, None), getattr(other, field, None)) for field in one._fields)
    return one == other


def _check_imports(path: str, tree: ast.Module) -> None:
    for module in _imported(tree):
        if module.partition(".")[0] not in ALLOWED_IMPORTS:
            raise EmissionError(f"{path}: imports {module}, which is not on the list")


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or ""


def _check_models(tree: ast.Module, package: Package) -> None:
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    aliases = {
        node.target.id for node in tree.body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    planned = {str(shape.name) for shape in package.models.shapes}
    if classes.keys() | aliases != planned:
        raise EmissionError(f"models.py: defines {sorted((classes.keys() | aliases) ^ planned)} otherwise than planned")


def _check_class(tree: ast.Module, name: str, planned: Mapping[str, Text]) -> None:
    found = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name]
    methods = [node for node in found[0].body if isinstance(node, ast.FunctionDef)] if found else []
    docstrings = {m.name: ast.get_docstring(m) or "" for m in methods if not m.decorator_list and m.name != "__init__"}
    if docstrings.keys() != planned.keys():
        raise EmissionError(f"{name}: has the methods {sorted(docstrings)} and not {sorted(planned)}")
    for method, text in planned.items():
        if docstrings[method].split() != plain(text).split():
            raise EmissionError(f"{name}.{method}: its docstring is not the one that was planned")
