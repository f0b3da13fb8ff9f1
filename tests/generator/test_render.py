"""Laws of `render`: nothing is printed that took no exit, and what comes out is Python that says what was planned."""

from __future__ import annotations

import ast
from pathlib import Path

import jinja2
import pytest
from handbill_generator.plan import Package
from handbill_generator.render.environment import environment
from handbill_generator.render.format import formatted
from handbill_generator.render.prose import python_names, pythonic
from handbill_generator.text import Code, Text
from hypothesis import given
from hypothesis import strategies as st

from .documents import JSON, both_ways, call, document, plan, render


def printed(template: str, **values: object) -> str:
    return environment(Path("/nowhere")).from_string(template).render({"names": {}, "blank": False, **values})


def test_what_is_undefined_is_an_error() -> None:
    """A misspelt name in a template is a fault, never an empty text."""
    with pytest.raises((jinja2.UndefinedError, TypeError)):
        printed("{{ nope }}")
    with pytest.raises(jinja2.UndefinedError):
        printed("{% if nope %}x{% endif %}")
    with pytest.raises((jinja2.UndefinedError, TypeError)):
        printed("{{ it.nope }}", it=Text("x"))


@pytest.mark.parametrize("value", ["plain", Text("x"), True, None, 1.5, ["a"], {"a": 1}, b"x"])
def test_only_code_is_printed(value: object) -> None:
    """A string, a text, or anything else that took no exit cannot be printed."""
    with pytest.raises(TypeError, match="took no exit"):
        printed("{{ value }}", value=value)


@pytest.mark.parametrize(
    "template", ["{{ value ~ 'x' }}", "{{ value | upper }}", "{{ [value] | join }}", "{{ value.raw }}"]
)
@pytest.mark.parametrize("value", [Code("x"), Text("x")])
def test_code_loses_its_mark_in_any_change(template: str, value: object) -> None:
    """What a template makes of code is a plain string again, and is refused."""
    with pytest.raises((TypeError, jinja2.UndefinedError)):
        printed(template, value=value)


def test_exits_print() -> None:
    """Code, whole numbers, and what went through a filter are printed."""
    assert (
        printed("{{ a }} {{ b | literal }} {{ c }} {{ [a] | codes }}", a=Code("x"), b=Text('"\n'), c=3)
        == 'x "\\"\\n" 3 x'
    )


def test_a_blank_rendering_has_no_text() -> None:
    """Rendered blank, text of the document stands nowhere, and the structure is the same."""
    template = "{{ t | literal }} {{ {t: (t, 1)} | literal }} {{ t | docstring(4) }} {{ t | prose }}"
    assert printed(template, t=Text("secret"), blank=True) == '"" {"": ("", 1)} """.""" '
    assert printed(template, t=Text("secret")).count("secret") == 5


def test_a_list_of_strings_is_not_code() -> None:
    """Joining checks each part."""
    with pytest.raises(TypeError, match="took no exit"):
        printed("{{ parts | codes }}", parts=[Code("x"), "y"])


@given(st.text(max_size=200).filter(lambda text: not text.rstrip().endswith('"')), st.sampled_from([0, 4, 8]))
def test_a_docstring_stands_where_it_is_put(text: str, indent: int) -> None:
    """At any indent a docstring is one statement, which begins and ends with its quotes."""
    source = printed(f"{' ' * indent}{{{{ text | docstring({indent}) }}}}", text=Text(text))
    (statement,) = ast.parse(f"if 1:\n{source}" if indent else source).body
    inner = statement.body[0] if isinstance(statement, ast.If) else statement
    assert isinstance(inner, ast.Expr)
    assert isinstance(inner.value, ast.Constant)


PET = {
    "type": "object",
    "properties": {"petName": {"type": "string", "description": "See `petName` and `other.petName`."}},
}


def test_prose_speaks_python() -> None:
    """What stands in backquotes and has one Python name is called by it."""
    assert (
        pythonic(Text("`petName` petName `x.petName` `a-b`"), {"petName": "pet_name"}).raw
        == "`pet_name` petName `x.petName` `a-b`"
    )
    assert "See `pet_name` and `other.petName`." in render(both_ways({"Pet": PET}, gives="Pet"))["models.py"]


def test_a_wire_name_of_two_python_names_is_left() -> None:
    """Where it is not clear which one is meant, the words of the document stay."""
    schemas = {
        "A": {"type": "object", "properties": {"x": {"x-handbill-name": "one"}}},
        "B": {"type": "object", "properties": {"x": {}}},
    }
    assert "x" not in python_names(plan(both_ways(schemas, takes="A", gives="B")))


def test_formatting_looks_at_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A configuration of the machine or the project does not change what comes out."""
    text = "import os\nimport ast\nx = {  'a':1 }\nprint(ast)\n"
    expected = formatted({"a.py": text, "b.md": text})
    (tmp_path / "pyproject.toml").write_text(
        '[tool.ruff]\nline-length = 20\n[tool.ruff.format]\nquote-style = "single"\n'
    )
    monkeypatch.chdir(tmp_path)
    assert formatted({"a.py": text, "b.md": text}) == expected
    assert expected == {"a.py": 'import ast\n\nx = {"a": 1}\nprint(ast)\n', "b.md": text}


@pytest.fixture(scope="module")
def package() -> Package:
    return plan(both_ways({"Pet": PET}, takes="Pet", gives="Pet"))


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return render(both_ways({"Pet": PET}, takes="Pet", gives="Pet"))


def test_every_file_is_well_kept(texts: dict[str, str]) -> None:
    """Each file ends with one line end, has no trailing space or tab, and is UTF-8 without a carriage return."""
    for path, text in texts.items():
        assert text == "" or (text.endswith("\n") and not text.endswith("\n\n")), path
        assert not [line for line in text.split("\n") if line != line.rstrip() or "\t" in line], path
        assert "\r" not in text, path


def test_only_relative_imports_of_its_own(texts: dict[str, str], package: Package) -> None:
    """A package can be copied under another name: nothing imports it by name."""
    for path, text in texts.items():
        for node in ast.walk(ast.parse(text)) if path.endswith(".py") else ():
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                assert str(package.name) not in (node.module or "")
                assert "handbill" not in (node.module or "")


def test_the_package_is_marked_as_typed(texts: dict[str, str]) -> None:
    """PEP 561: `py.typed` is there."""
    assert texts["py.typed"] == ""


def test_what_is_not_needed_is_not_emitted(texts: dict[str, str]) -> None:
    """A contract without listings has no code for pages, and one without basic authentication none for it."""
    assert "_pages.py" not in texts
    assert "base64" not in texts["_credentials.py"]


def test_what_a_caller_may_want_to_name_is_exported() -> None:
    """The type of a result that is where a redirect leads is found in the package."""
    moved = {"get": {"operationId": "find", "responses": {"302": {"description": "There."}}}}
    exports = render(document(paths={"/find": moved}))["__init__.py"]
    assert '"Redirect": "._operation"' in exports


def test_a_docstring_says_what_a_body_may_be() -> None:
    """Bytes may come piece by piece, and beside fields there may be a body of another media type."""
    pet = {"schema": {"type": "object", "properties": {"name": {"type": "string"}}}}

    def said(**content: JSON) -> str:
        pets = {"post": {**call(), "requestBody": {"content": content}}}
        return " ".join(render(document(paths={"/pets": pets}))["resources/pets.py"].split())

    assert "body: The body of the request. Bytes, or what gives them piece by piece" in said(**{"image/png": {}})
    assert "instead of one by one. " in said(**{"application/json": pet})
    assert "instead of one by one, or a body of another" in said(**{"application/json": pet, "image/png": {}})
