"""An emitted package as a thing to copy: what it imports, when, and under which name it works."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .calls import call_of
from .contracts import ROOT, operation
from .examples import bodies_of
from .failures import GET
from .providers import PROVIDERS, Provider
from .server import Server

GENERATED = ROOT / "generated"
ALLOWED = {"httpx2", "pydantic", "__future__"} | set(sys.stdlib_module_names)


def run(program: str, *paths: Path) -> str:
    """Run a program in a fresh interpreter that sees *paths*, with warnings as errors; give what it prints."""
    environment = {"PYTHONPATH": ":".join(map(str, paths)), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def sources(provider: Provider) -> list[Path]:
    return sorted((GENERATED / provider.package).rglob("*.py"))


@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_importing_costs_nothing(provider: Provider) -> None:
    """Importing a package loads neither pydantic nor httpx2 nor any module of its own."""
    program = f"import sys, {provider.package}; print('\\n'.join(sys.modules))"
    loaded = set(run(program, GENERATED).split())
    assert not {name for name in loaded if name.split(".")[0] in ("pydantic", "pydantic_core", "httpx2", "httpcore2")}
    assert {name for name in loaded if name.startswith(provider.package)} == {provider.package}


@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_a_client_loads_no_resource_until_it_is_used(provider: Provider) -> None:
    """Making a client loads no module of a resource; the first use of one loads that one."""
    resource = operation(GET[provider.name]).call.split(".")[0]
    program = f"""
import sys
from {provider.package} import {provider.client}
def loaded():
    return sorted(name.split(".")[-1] for name in sys.modules if name.startswith("{provider.package}.resources."))
client = {provider.client}(api_key="k")
before = loaded()
client.{resource}
print(before, loaded())
client.close()
"""
    assert run(program, GENERATED).strip() == f"[] ['{resource}']"


@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_it_imports_nothing_but_its_two_dependencies(provider: Provider) -> None:
    """Every import is relative, of the standard library, of httpx2 or of pydantic."""
    for path in sources(provider):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [str(node.module)]
            assert {name.split(".")[0] for name in names} <= ALLOWED, path


@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_everything_it_names_is_there(provider: Provider) -> None:
    """Every name of `__all__` can be had, and `dir` lists them; another name is an AttributeError."""
    program = f"""
import {provider.package} as package
missing = [name for name in package.__all__ if getattr(package, name, None) is None]
print(missing, sorted(dir(package)) == sorted(package.__all__), hasattr(package, "Nonsense"))
from {provider.package} import *
print({provider.client}.__name__, errors.__name__, models.__name__)
"""
    first, second = run(program, GENERATED).splitlines()
    assert first == "[] True False"
    assert second == f"{provider.client} {provider.package}.errors {provider.package}.models"


@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_it_works_under_another_name(provider: Provider, tmp_path: Path, server: Server) -> None:
    """Copied into another project, below a package of that project and beside nothing else, it calls all the same."""
    home = tmp_path / "vendored" / "mail"
    home.mkdir(parents=True)
    (tmp_path / "vendored" / "__init__.py").touch()
    (home / "__init__.py").touch()
    shutil.copytree(GENERATED / provider.package, home / "client", ignore=shutil.ignore_patterns("__pycache__"))
    name = GET[provider.name]
    case = call_of(name)
    server.answer(200, bodies_of(operation(name), "200")[0])
    program = f"""
import json, sys
from vendored.mail.client import {provider.client}
with {provider.client}(base_url={server.url!r}, **{dict(provider.credentials)!r}) as client:
    result = client.{case.operation.call}(*{case.args!r}, **{dict(case.kwargs)!r})
print(json.dumps([type(result).__module__, result.model_dump(mode="json")]))
print([name for name in sys.modules if name.startswith("handbill")])
"""
    first, second = run(program, tmp_path).splitlines()
    module, dumped = json.loads(first)
    assert module == "vendored.mail.client.models"
    assert dumped == bodies_of(operation(name), "200")[0]
    assert second == "[]"


@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_it_says_that_it_is_typed(provider: Provider) -> None:
    """A `py.typed` is beside the code, and empty (PEP 561)."""
    assert (GENERATED / provider.package / "py.typed").read_bytes() == b""


@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_it_compiles_without_a_warning(provider: Provider) -> None:
    """No file of a package makes the compiler warn."""
    for path in sources(provider):
        compile(path.read_text(), str(path), "exec", dont_inherit=True)
