"""Find patterns of a document in texts of a document.

In: a pattern and a text.  Out: whether it is found, None where that cannot be told.
Never: runs a pattern anywhere but in pydantic's engine, which is linear.
"""

from __future__ import annotations

from functools import lru_cache

from pydantic_core import SchemaError, SchemaValidator, core_schema


def matches(pattern: str, text: str) -> bool | None:
    """Whether *pattern* is found in *text*; None for one that the engine does not take."""
    engine = _engine(pattern)
    return None if engine is None else engine.isinstance_python(text)


@lru_cache(maxsize=1024)
def _engine(pattern: str) -> SchemaValidator | None:
    try:
        return SchemaValidator(core_schema.str_schema(pattern=pattern))
    except SchemaError:
        return None
