"""Say in words what the keywords of a schema say: limits, formats and defaults, for docstrings.

In: the keywords of a `Flat`.  Out: one text, the description first.
Never: repeats what the annotated type already shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from handbill_generator.plan.scalars import is_literal
from handbill_generator.text import Text

_MOST_VALUES = 20


def documentation(keywords: Mapping[str, Any], *, description: object = None) -> Text:
    """Give the description and, behind it, a sentence for each limit that *keywords* sets."""
    said = keywords.get("description") if description is None else description
    opening = str(said).strip() if isinstance(said, str) else ""
    closing = " ".join(_sentences(keywords))
    # A list or a second paragraph in the description would swallow sentences put behind it.
    between = "\n\n" if "\n" in opening else " " if opening.endswith((".", "!", "?", ":")) else ". "
    return Text(f"{opening}{between}{closing}" if opening and closing else opening or closing)


def _sentences(keywords: Mapping[str, Any]) -> Iterator[str]:
    if keywords.get("deprecated") is True:
        yield "Deprecated."
    yield from _range(keywords, "minLength", "maxLength", "character")
    yield from _range(keywords, "minItems", "maxItems", "item")
    yield from _range(keywords, "minimum", "maximum", "")
    if (above := keywords.get("exclusiveMinimum")) is not None:
        yield f"More than {above}."
    if (below := keywords.get("exclusiveMaximum")) is not None:
        yield f"Less than {below}."
    if keywords.get("uniqueItems") is True:
        yield "Each item once."
    if isinstance(least := keywords.get("minProperties"), int):
        yield f"At least {least}{_plural('member', least)}."
    if (step := keywords.get("multipleOf")) is not None:
        yield f"A multiple of {step}."
    if isinstance(pattern := keywords.get("pattern"), str):
        yield f"Matches `{pattern}`."
    yield from _values(keywords)
    if "default" in keywords:
        yield f"The server's default is `{_json(keywords['default'])}`."


def _values(keywords: Mapping[str, Any]) -> Iterator[str]:
    """Name the values of a closed set that no type can say."""
    if "const" in keywords and not is_literal(keywords["const"]):
        yield f"Always `{_json(keywords['const'])}`."
    values = keywords.get("enum", []) if "const" not in keywords else []
    if isinstance(values, list) and len(values) <= _MOST_VALUES and not all(map(is_literal, values)):
        yield f"One of {', '.join(f'`{_json(value)}`' for value in values)}."


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _range(keywords: Mapping[str, Any], lowest: str, highest: str, unit: str) -> Iterator[str]:
    low, high = keywords.get(lowest), keywords.get(highest)
    if low is not None and low == high:
        yield f"Exactly {low}{_plural(unit, low)}."
    elif low is not None and high is not None:
        yield f"{low} to {high}{_plural(unit, high)}."
    elif low is not None:
        yield f"At least {low}{_plural(unit, low)}."
    elif high is not None:
        yield f"At most {high}{_plural(unit, high)}."


def _plural(unit: str, count: Any) -> str:
    return f" {unit}{'' if count == 1 else 's'}" if unit else ""
