"""Read every emitted file again and compare it with the plan.

In: the rendered texts, the same texts rendered with all text of the document blanked, and the plan.
Out: nothing, or an `EmissionError`, which is a fault of ours.
Never: knows what an attack looks like.  Text of a document may stand in strings and nowhere else; so when the strings
are taken out, both renderings are the same text.  Where a string ends is what Python's grammar says.

The texts are read by the grammar's few rules for strings and comments, not parsed to trees: that takes a tenth of the
time, and that they are programs is what the formatter finds out.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator, Mapping

from handbill_generator.plan import Package
from handbill_generator.text import Text, plain

ALLOWED_IMPORTS = frozenset(
    "__future__ asyncio base64 builtins codecs collections contextlib contextvars copy dataclasses datetime email "
    "functools http httpx2 importlib io json logging math mimetypes os pydantic random re threading time types "
    "typing typing_extensions urllib uuid".split()
)
"""Top-level modules that emitted code may import, everything else is relative; pydantic brings typing_extensions."""

# Python's lexical analysis, sections 2.4.1 and 2.1.3: short and long strings, and comments.
_STRING = re.compile(
    r'''"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|'''
    r"""'''(?:[^'\\]|\\.|'(?!''))*'''|'(?:[^'\\\n]|\\.)*'|#[^\n]*""",
    re.DOTALL,
)
_PREFIX = re.compile(r"(?:^|\W)[A-Za-z]?[fF][A-Za-z]?$")
_TAKEN_OUT = "\N{DOUBLE DAGGER}"
_IMPORT = re.compile(r"^[ \t]*(?:from[ \t]+(?P<source>[\w.]+)[ \t]+)?import\b(?P<names>[^\n]*)", re.MULTILINE)
_CLASS = re.compile(r"^class (\w+)|^(\w+): TypeAlias = |^(\w+) = TypeAliasType\(", re.MULTILINE)
_METHOD = re.compile(
    r"^    (?:async )?def (\w+)\((?:[^\n]*):(?: \.\.\.)?\n(?:        (\N{DOUBLE DAGGER}))?", re.MULTILINE
)


class EmissionError(Exception):
    """What was rendered is not what was planned: a fault of ours, to be reported."""


def verify(
    texts: Mapping[str, str],
    blanked: Mapping[str, str],
    package: Package,
    docstrings: Mapping[str, Mapping[str, Text]],
) -> None:
    """Check all Python files among *texts*; *docstrings* are those of the methods, by module and name."""
    bare = {path: without_strings(path, text) for path, text in texts.items() if path.endswith(".py")}
    for path, program in bare.items():
        if program != without_strings(path, blanked[path]):
            raise EmissionError(f"{path}: text of the document changes what the program does")
        _check_imports(path, program)
    _check_models(bare["models.py"], package)
    for resource in package.resources:
        path = f"resources/{resource.module}.py"
        _check_class(path, texts[path], resource.class_name, docstrings[resource.module])


def without_strings(path: str, text: str) -> str:
    """Give a program with a mark for each of its strings; raises EmissionError where one has no end.

    What stands in an f-string is a program, too, and stays.
    """
    program = _STRING.sub(lambda found: found[0] if _is_program(found) else _TAKEN_OUT, text)
    # Only f-strings still have their quotes.
    left = _STRING.sub("", program) if '"' in program or "'" in program else program
    if '"' in left or "'" in left or "\0" in left:
        raise EmissionError(f"{path}: does not parse: a string has no end")
    return program


def _is_program(found: re.Match[str]) -> bool:
    start = found.start()
    return found.string[start - 1 : start].isalpha() and bool(_PREFIX.search(found.string[max(start - 3, 0) : start]))


def _check_imports(path: str, program: str) -> None:
    for module in _imported(program):
        if module.partition(".")[0] not in ALLOWED_IMPORTS:
            raise EmissionError(f"{path}: imports {module}, which is not on the list")


def _imported(program: str) -> Iterator[str]:
    found = list(_IMPORT.finditer(program))
    if len(found) != len(re.findall(r"\bimport\b", program)):
        yield "something in a way that is not looked for"
    for statement in found:
        if statement["source"] is None:
            yield from (name.split()[0] for name in statement["names"].split(","))
        elif not statement["source"].startswith("."):
            yield statement["source"]


def _check_models(program: str, package: Package) -> None:
    found = {name for names in _CLASS.findall(program) for name in names if name}
    planned = {str(shape.name) for shape in package.models.shapes}
    if found != planned:
        raise EmissionError(f"models.py: defines {sorted(found ^ planned)} otherwise than planned")


def _check_class(path: str, text: str, name: str, planned: Mapping[str, Text]) -> None:
    """Compare the methods of a class with the plan, and what their docstrings say."""
    _, opening, rest = text.partition(f"\nclass {name}:\n")
    body = re.split(r"^(?=\S)", rest, maxsplit=1, flags=re.MULTILINE)[0] if opening else ""
    strings = [found[0] for found in _STRING.finditer(body) if not _is_program(found)]
    program = without_strings(path, body)
    said: dict[str, str] = {}
    for method in _METHOD.finditer(program):
        if method[1] != "__init__" and method[2]:
            said[method[1]] = strings[program.count(_TAKEN_OUT, 0, method.start(2))]
    if said.keys() != planned.keys():
        raise EmissionError(f"{name}: has the methods {sorted(said)} and not {sorted(planned)}")
    for method_name, docstring in planned.items():
        if inspect.cleandoc(ast.literal_eval(said[method_name])).split() != plain(docstring).split():
            raise EmissionError(f"{name}.{method_name}: its docstring is not the one that was planned")
