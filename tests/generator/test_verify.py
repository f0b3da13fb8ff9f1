"""Laws of `verify`: whatever else fails, text that became code is noticed before a file is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from handbill_generator.pipeline import templates_folder
from handbill_generator.plan import Package
from handbill_generator.render import EmissionError, environment, files, render_package
from handbill_generator.render import verify as verify_module
from handbill_generator.render.docstrings import method_docstring
from handbill_generator.text import Code, Text, literal

from .documents import body, document, plan, query

HOSTILE = '"""\nimport os\nos.environ["CANARY"] = "1"\n"""'
INLINE = '" + str(print(1)) + "'


def package_of(text: str, **changes: Any) -> Package:
    """Plan a document that says *text* everywhere."""
    parameter = query("q", description=text)
    operation = {
        "operationId": "run",
        "description": text,
        "summary": "S",
        "responses": {"200": body({})},
        "parameters": [parameter],
    }
    schemas = {"Pet": {"type": "object", "description": text, "properties": {"a": {"description": text}}}}
    info = {"title": "Shop", "version": "1", "description": text}
    paths = {f"/{text}": {"get": operation | changes}}
    return plan(document(paths=paths, schemas=schemas, info=info))


def naive_docstring(text: Text, *, width: int = 0) -> Code:
    return Code(text.raw)


def naive_literal(value: object) -> Code:
    return Code(f'"{value.raw}"') if isinstance(value, Text) else literal(value)


@pytest.mark.parametrize(
    ("name", "naive", "text"), [("docstring", naive_docstring, HOSTILE), ("literal", naive_literal, INLINE)]
)
def test_a_breakout_is_noticed(
    name: str, naive: Callable[..., Code], text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An exit that does not escape changes the program, and the second reading sees it."""
    package = package_of(text)
    monkeypatch.setattr(environment, name, naive)
    with pytest.raises(EmissionError):
        render_package(package, templates_folder())


def test_a_quiet_change_of_words_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A docstring that is not the one planned is noticed, although the program is the same."""
    package = package_of("harmless")
    monkeypatch.setattr(environment, "docstring", lambda *_, **__: Code("Something else."))
    with pytest.raises(EmissionError, match="docstring"):
        render_package(package, templates_folder())


def test_the_same_package_passes() -> None:
    """With exits that escape, the same hostile text is only text."""
    for text in (f"{HOSTILE}.", INLINE):
        assert render_package(package_of(text), templates_folder())


@pytest.fixture(scope="module")
def plain() -> tuple[Callable[[dict[str, str]], None], dict[str, str]]:
    """Give what verifies changed texts of a harmless package, and these texts as they are."""
    package = package_of("harmless")
    docstrings = {str(r.module): {str(m.name): method_docstring(m) for m in r.methods} for r in package.resources}
    texts, blanked = (
        dict(files._rendered(package, templates_folder(), {}, docstrings, blank=blank)) for blank in (False, True)
    )
    return lambda changed: verify_module.verify(changed, blanked, package, docstrings), texts


@pytest.mark.parametrize(
    ("path", "added"),
    [
        ("client.py", "import subprocess\n"),
        ("client.py", "from socket import socket\n"),
        ("client.py", "def f():\n    import ctypes\n"),
        ("client.py", "import os.path, sys\n"),
        ("client.py", "import handbill_generator\n"),
        ("_client.py", "print(1)\n"),
        ("client.py", "x = 1\n"),
        ("models.py", "class Other: ...\n"),
        ("models.py", "Other: int = 1\n"),
        ("errors.py", "raise SystemExit\n"),
        ("errors.py", "(\n"),
        ("errors.py", "\0"),
    ],
)
def test_whatever_is_added_is_noticed(plain: Any, path: str, added: str) -> None:
    """An import that is not on the list, a statement too many, a class nobody planned, a file that does not parse."""
    verify, texts = plain
    verify(texts)
    with pytest.raises(EmissionError, match=path):
        verify({**texts, path: texts[path] + added})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("def run(", "def ran("),
        ("return self._client.send", "return print"),
        ('path="/harmless"', "path=open"),
        ("async def run", "def run"),
    ],
)
def test_whatever_is_changed_is_noticed(plain: Any, before: str, after: str) -> None:
    """A method of another name, another call or another value is not what was planned."""
    verify, texts = plain
    path = next(path for path in texts if path.startswith("resources/") and "__init__" not in path)
    changed = texts[path].replace(before, after)
    assert changed != texts[path]
    with pytest.raises(EmissionError):
        verify({**texts, path: changed})


def test_the_list_of_imports_is_short() -> None:
    """Nothing that starts processes, opens sockets, or evaluates may be imported by what is emitted."""
    banned = {
        "subprocess",
        "socket",
        "ctypes",
        "pickle",
        "marshal",
        "shutil",
        "runpy",
        "code",
        "sys",
        "builtins_",
        "tempfile",
    }
    assert not verify_module.ALLOWED_IMPORTS & banned
