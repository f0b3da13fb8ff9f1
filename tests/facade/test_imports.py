"""The facade is small, rests on the clients alone, and costs nothing to import."""

from __future__ import annotations

import ast
import io
import subprocess
import sys
import tokenize
from pathlib import Path

import handbill
import pytest
from handbill import PROVIDERS

PACKAGE = Path(handbill.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 1500
HEAVY = ("httpx2", "pydantic", "asyncio", "ssl", *(f"handbill_{name}" for name in PROVIDERS))


def imported(module: Path) -> set[str]:
    """The packages that a module imports by their whole names, also inside of functions and for type checkers."""
    nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    return {name.partition(".")[0] for name in plain | named}


def code_lines(text: str) -> set[int]:
    """The numbers of the lines that hold code: no blanks, no comments, no docstrings."""
    passing = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    found = set[int]()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in passing:
            found |= set(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(text)):
        # A string that stands alone documents what stands before it.
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            found -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_a_module_imports_the_standard_library_and_the_clients(module: Path) -> None:
    """The facade needs nothing that is not in Python or emitted by us, not even for its types."""
    clients = {f"handbill_{name}" for name in PROVIDERS}
    assert imported(module) - clients - set(sys.stdlib_module_names) == set()


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_provider_imports_its_own_client_alone(provider: str) -> None:
    """The module of a provider knows one client; the others could be missing."""
    module = PACKAGE / "providers" / f"{provider}.py"
    assert {name for name in imported(module) if name.startswith("handbill")} == {f"handbill_{provider}"}


@pytest.mark.parametrize("module", [one for one in MODULES if one.parent == PACKAGE and one.name != "__init__.py"])
def test_what_is_common_knows_no_provider(module: Path) -> None:
    """What the providers share imports none of them, and none of their clients."""
    text = module.read_text(encoding="utf-8")
    assert not [name for name in imported(module) if name.startswith("handbill")]
    assert not [name for name in PROVIDERS if f"providers.{name}" in text or f"providers import {name}" in text]


def test_it_is_read_in_one_sitting() -> None:
    """All of the facade has fewer than 1500 lines of code."""
    counted = {str(one.relative_to(PACKAGE)): len(code_lines(one.read_text(encoding="utf-8"))) for one in MODULES}
    assert 500 < sum(counted.values()) < MOST_LINES, counted


def run(program: str) -> list[str]:
    """Run a program in a new interpreter; give the words that it prints."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.split()


def test_importing_it_loads_no_client() -> None:
    """`import handbill` loads no client and no HTTP library: they come with the first connection."""
    assert run(f"import handbill, sys; print(*[name for name in {HEAVY} if name in sys.modules])") == []


def test_connecting_loads_one_client() -> None:
    """Connecting loads the client of that provider, and no other."""
    program = (
        "import handbill, sys; handbill.connect('loops', api_key='k');"
        f"print(*[name for name in {HEAVY[4:]} if name in sys.modules])"
    )
    assert run(program) == ["handbill_loops"]


def test_everything_public_is_listed() -> None:
    """`__all__` has each public name once, in order, and all of them are there."""
    names = [name for name in handbill.__all__ if not name.isupper()]
    assert len(handbill.__all__) == len(set(handbill.__all__))
    assert [name for name in handbill.__all__ if not hasattr(handbill, name)] == []
    classes = [name for name in names if name[0].isupper()]
    assert classes == sorted(classes)


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    """Every error that `errors` draws exists, and every one that exists is drawn and public."""
    from handbill import errors

    drawn = {line.strip(" │├└─").split()[0] for line in (errors.__doc__ or "").splitlines() if line.startswith("    ")}
    kinds = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)}
    assert drawn == kinds
    assert kinds <= set(handbill.__all__)
