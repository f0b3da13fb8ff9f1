"""Types are read as pages write them, and no sentence is a type."""

from __future__ import annotations

import pytest
from handbill_generator.docs.words.types import Typed, read_type, written
from hypothesis import given
from hypothesis import strategies as st

_FORMATS = {
    "string": ("date-time", "uuid", "email", "uri", "date"),
    "integer": ("int32", "int64"),
    "number": ("double",),
}
_values = st.lists(st.text("abcXYZ _-19.", min_size=1, max_size=8), min_size=2, max_size=4, unique=True)


@st.composite
def _scalars(draw: st.DrawFn) -> Typed:
    name = draw(st.sampled_from(["string", "integer", "number", "boolean", "object", "array"]))
    nullable = draw(st.sampled_from([None, True, False]))
    return Typed(types=(name,), nullable=nullable, format=draw(st.sampled_from(("", *_FORMATS.get(name, ())))))


_types = st.recursive(
    _scalars()
    | st.builds(
        lambda values, nullable: Typed(types=("string",), values=tuple(values), nullable=nullable),
        _values,
        st.sampled_from([None, True]),
    ),
    lambda inner: st.builds(lambda items: Typed(types=("array",), items=items), inner),
    max_leaves=4,
)


@given(_types)
def test_a_written_type_is_read_back(typed: Typed) -> None:
    """Reading undoes writing."""
    assert read_type(written(typed)) == typed


@given(st.text(max_size=400) | st.text("<>[]()|,\"'` stringarof?-0", max_size=60))
def test_any_text_is_a_type_or_none(text: str) -> None:
    """No text raises, and what is read can be written."""
    typed = read_type(text)
    assert typed is None or written(typed)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("nullable string", "string | null"),
        ("string or null", "string | null"),
        ("Optional[str]", "string | null"),
        ("Union[str, None]", "string | null"),
        ("nullable<string>", "string | null"),
        ("string (nullable)", "string | null"),
        ("non-null string", "non-null string"),
        ("`bool`", "boolean"),
        ("float", "number"),
        ("datetime", "string<date-time>"),
        ("string (uuid)", "string<uuid>"),
        ("string · date-time", "string<date-time>"),
        ("string(date-time)", "string<date-time>"),
        ("string, required", "string"),
        ("integer (1-100)", "integer"),
        ("enum<string>", "string"),
        ("string enum", "string"),
        ("enum", "any"),
        ("List[str]", "array<string>"),
        ("string[]", "array<string>"),
        ("[]string", "array<string>"),
        ("[string]", "array<string>"),
        ("array of objects", "array<object>"),
        ("Array of strings or null", "array<string> | null"),
        ("array of arrays", "array<array>"),
        ("array of Shelf objects", "array<object>"),
        ("array of Shelf", "array"),
        ("int[][]", "array<array<integer>>"),
        ("array of (string | null)", "array<string | null>"),
        ("dict[str, Any]", "object"),
        ("map<string, integer>", "object"),
        ("Record<string, unknown>", "object"),
        ("object (Shelf)", "object"),
        ("Shelf object", "object"),
        ("Literal['a', 'b']", '"a" | "b"'),
        ('enum["a", "b"]', '"a" | "b"'),
        ('"a" | "b" | null', '"a" | "b" | null'),
        ('("a" | "b")[]', 'array<"a" | "b">'),
        ("1 | 2", "1 | 2"),
        ("number/string", "number | string"),
    ],
)
def test_spellings(text: str, same: str) -> None:
    """Each spelling means one type."""
    typed = read_type(text)
    assert typed is not None
    assert typed == read_type(same)
    assert written(typed) == same


@pytest.mark.parametrize(
    "text",
    [
        "",
        "--",
        "404",
        "true",
        '"a"',
        "The name",
        "required",
        "string | header",
        "a string that names",
        "text of it",
        "Array of books or shelves to sort.",
        "list of things",
        "number of books",
        "object when open",
        "The shelf object.",
        "email address",
        "string, maybe",
        "<string>",
        "(" * 100 + "string" + ")" * 100,
        "string " * 1_000,
    ],
)
def test_what_is_no_type(text: str) -> None:
    """A sentence, a value, and what is too deep or too long are no types."""
    assert read_type(text) is None
