"""Read schemas that are a little wrong as they are evidently meant.

In: what stands where a schema must be.  Out: a schema whose keywords are of the types that JSON Schema 2020-12 gives
them; in the ledger, what was wrong and what was taken for it.
Never: touches a schema that is right; guesses at text that stands where a number must be, which is refused.

A null is as if the keyword was not there, everywhere but in the values of a type.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

from handbill_generator.contract.formats import FORMATS
from handbill_generator.contract.wording import described
from handbill_generator.diagnostics import SpecError

_COUNTS = frozenset("maxLength minLength maxItems minItems maxProperties minProperties maxContains minContains".split())
_EXCLUSIVE = frozenset({"exclusiveMaximum", "exclusiveMinimum"})
_NUMBERS = _COUNTS | _EXCLUSIVE | {"maximum", "minimum", "multipleOf"}
_BOOLEANS = frozenset("deprecated nullable readOnly uniqueItems writeOnly x-nullable".split())
_STRINGS = frozenset("$ref contentEncoding contentMediaType description format pattern title".split())
_MAPS = frozenset("$defs definitions dependentSchemas patternProperties properties".split())
_LISTS = frozenset("allOf anyOf oneOf prefixItems".split())
_SCHEMAS = frozenset(
    "additionalProperties contains contentSchema else if items not propertyNames then unevaluatedItems "
    "unevaluatedProperties".split()
)
_RIGHT: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(_NUMBERS, (int, float)),
    **dict.fromkeys(_COUNTS, (int,)),
    **dict.fromkeys(_BOOLEANS, (bool,)),
    **dict.fromkeys(_STRINGS, (str,)),
    **dict.fromkeys(_MAPS | {"discriminator"}, (dict,)),
    **dict.fromkeys(_LISTS | {"enum", "required"}, (list,)),
    **dict.fromkeys(_SCHEMAS, (dict, bool)),
}
_TYPES = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})
_OTHER_TYPES: dict[str, Mapping[str, Any]] = {
    "any": {},
    "bool": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "date-time": {"type": "string", "format": "date-time"},
    "datetime": {"type": "string", "format": "date-time"},
    "dict": {"type": "object"},
    "double": {"type": "number"},
    "file": {"type": "string", "format": "binary"},
    "float": {"type": "number"},
    "int": {"type": "integer"},
    "list": {"type": "array"},
    "long": {"type": "integer"},
    "map": {"type": "object"},
    "none": {"type": "null"},
    "str": {"type": "string"},
    "text": {"type": "string"},
    "uuid": {"type": "string", "format": "uuid"},
}
_ONLY = "JSON Schema has no other use for it"


class Notes(Protocol):
    """Where a mender says what it found, at *tokens* below the schema it was given."""

    @property
    def is_part(self) -> bool:
        """Whether the schema is one of several that say together what a value is."""
        ...

    def lose(self, tokens: tuple[str, ...], what: str, became: str, why: str) -> None:
        """Write an entry into the ledger."""
        ...

    def lose_once(self, tokens: tuple[str, ...], what: str, became: str, why: str) -> None:
        """Write an entry into the ledger if there is none of this *what*."""
        ...

    def error(self, tokens: tuple[str, ...], message: str, hint: str) -> SpecError:
        """Give the error to raise."""
        ...


class _Gone:
    """Says that a keyword is as if it was not there."""


_GONE = _Gone()


class _Meaning(NamedTuple):
    """What was meant: the *value*, and what of it the ledger says; nothing where that is empty."""

    value: Any
    became: str = ""
    why: str = ""


class Mender:
    """Mends schemas and says so in *notes*; *is_3_0* says whose habits are right."""

    def __init__(self, notes: Notes, *, is_3_0: bool) -> None:
        self._notes = notes
        self._is_3_0 = is_3_0

    def mend(self, schema: Any) -> Any:
        """Give *schema* as it is meant, which is the same object where there is nothing wrong."""
        if not isinstance(schema, dict):
            self._notes.lose(
                (), f"{described(schema)} where a schema must be", "anything", "it says nothing of a value"
            )
            return {}
        wrong = [
            key
            for key, value in schema.items()
            if (right := _RIGHT.get(key)) is not None and value.__class__ not in right
        ]
        mended = self._mend_keywords(schema, wrong) if wrong else schema
        if "type" in mended and (not isinstance(mended["type"], str) or mended["type"] not in _TYPES):
            mended = self._mend_type(mended)
        self._note(mended)
        return mended

    def _mend_keywords(self, schema: dict[str, Any], wrong: list[str]) -> dict[str, Any]:
        mended = dict(schema)
        for key in wrong:
            value = mended.pop(key)
            meaning = _Meaning(_GONE) if value is None else self._meant(key, value)
            if meaning.became:
                self._notes.lose((key,), f"{described(value)} as {key}", meaning.became, meaning.why)
            if meaning.value is not _GONE:
                mended[key] = meaning.value
        if isinstance(items := schema.get("items"), list) and items and "prefixItems" not in schema:
            mended["prefixItems"] = items
            if "additionalItems" in schema:
                mended["items"] = schema["additionalItems"]
        # The order of keywords is that of the document: what was changed stays in its place.
        order = {key: place for place, key in enumerate(schema)}
        return dict(sorted(mended.items(), key=lambda member: order.get(member[0], len(order))))

    def _meant(self, key: str, value: Any) -> _Meaning:
        for keywords, meaning in _MEANINGS:
            if key in keywords and (found := meaning(key, value)) is not None:
                return found
        if key in _NUMBERS and isinstance(value, str):
            raise self._notes.error((key,), f"{described(value)} stands where a number must be", "write a number")
        return _Meaning(_GONE, "nothing", _ONLY)

    def _mend_type(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Read the name of a type as another language, or another version of OpenAPI, would have it."""
        stated = schema["type"]
        rest = {key: value for key, value in schema.items() if key != "type"}
        if isinstance(stated, list) and stated and all(isinstance(name, str) and name in _TYPES for name in stated):
            return schema
        if isinstance(stated, list):
            found = [_type(name) for name in stated]
            names = list(dict.fromkeys(one["type"] for one in found if one and "type" in one))
            self._notes.lose(("type",), "list of types", " or ".join(names) or "anything", "not all of them are names")
            return {**schema, "type": names} if names else rest
        if stated is None and rest.keys() - {"description", "title"}:
            return rest
        meant = _type(stated)
        if meant is None:
            if not isinstance(stated, str):
                self._notes.lose(("type",), f"{described(stated)} as type", "anything", "a type is a name")
                return rest
            return schema  # what becomes of it is for the plan to say
        became = " ".join(str(value) for value in meant.values()) or "anything"
        self._notes.lose(("type",), f"type {stated or 'null'}", became, "JSON Schema calls it so")
        return {**rest, **{key: value for key, value in meant.items() if key == "type" or key not in rest}}

    def _note(self, schema: Mapping[str, Any]) -> None:
        """Write down what is read as it is meant without a change."""
        if not self._is_3_0:
            for key in ("nullable", "exclusiveMinimum", "exclusiveMaximum"):
                if schema.get(key) is True:
                    became = (
                        "null as one more type" if key == "nullable" else f"the {key[9:].lower()} itself is not allowed"
                    )
                    self._notes.lose((key,), key, became, "it is of OpenAPI 3.0, and this is a later one")
        form = schema.get("format")
        if isinstance(form, str) and form not in FORMATS:
            self._notes.lose_once(("format",), f'format "{form}"', "its type alone", "no registry of formats has it")
        self._note_required(schema)

    def _note_required(self, schema: Mapping[str, Any]) -> None:
        required, properties = schema.get("required"), schema.get("properties")
        if not isinstance(required, list):
            return
        names = [name for name in required if not isinstance(name, str)]
        is_whole = not self._notes.is_part and not {"$ref", "allOf", "anyOf", "oneOf"} & schema.keys()
        if isinstance(properties, Mapping) and is_whole:
            names += [name for name in required if isinstance(name, str) and name not in properties]
        if names:
            what = ", ".join(f'"{name}"' if isinstance(name, str) else described(name) for name in names)
            self._notes.lose(("required",), f"required {what}", "nothing", "this schema has no property of that name")


def _type(stated: Any) -> Mapping[str, Any] | None:
    if stated is None:
        return {"type": "null"}
    if not isinstance(stated, str):
        return None
    name = stated.strip().lower()
    return {"type": name} if name in _TYPES else _OTHER_TYPES.get(name)


def _count(key: str, value: Any) -> _Meaning | None:
    return _Meaning(int(value)) if isinstance(value, float) and value.is_integer() else None


def _exclusive(key: str, value: Any) -> _Meaning | None:
    return _Meaning(value) if isinstance(value, bool) else None


def _boolean(key: str, value: Any) -> _Meaning | None:
    if isinstance(value, str) and value.strip().lower() in ("true", "false"):
        meant = value.strip().lower() == "true"
        return _Meaning(meant, str(meant).lower(), "a boolean is written without quotes")
    return None


def _string(key: str, value: Any) -> _Meaning | None:
    if key in ("description", "title") and isinstance(value, int | float) and not isinstance(value, bool):
        return _Meaning(str(value))
    return None


def _schemas(key: str, value: Any) -> _Meaning | None:
    return _Meaning([value], "a list of it alone", "it must be a list") if isinstance(value, dict) else None


def _items(key: str, value: Any) -> _Meaning | None:
    return _Meaning(_GONE, "prefixItems", "draft 4 wrote tuples so") if isinstance(value, list) else None


def _other_schema(key: str, value: Any) -> _Meaning | None:
    return _Meaning({}, "anything", "it says nothing of a value")


def _values(key: str, value: Any) -> _Meaning | None:
    is_one = isinstance(value, str | int | float)
    return _Meaning([value], "the only value", "an enum must be a list") if is_one else None


def _names(key: str, value: Any) -> _Meaning | None:
    if isinstance(value, bool):
        return _Meaning(_GONE, "nothing", "the object that has the property says what is required")
    return _Meaning([value], "the only name", "required must be a list") if isinstance(value, str) else None


def _discriminator(key: str, value: Any) -> _Meaning | None:
    is_name = isinstance(value, str)
    return _Meaning({"propertyName": value}, "its propertyName", "Swagger 2.0 wrote it so") if is_name else None


_MEANINGS: tuple[tuple[frozenset[str], Callable[[str, Any], _Meaning | None]], ...] = (
    (_COUNTS, _count),
    (_EXCLUSIVE, _exclusive),
    (_BOOLEANS, _boolean),
    (_STRINGS, _string),
    (_LISTS, _schemas),
    (frozenset({"items"}), _items),
    (_SCHEMAS, _other_schema),
    (frozenset({"enum"}), _values),
    (frozenset({"required"}), _names),
    (frozenset({"discriminator"}), _discriminator),
)
"""The keywords, and what a value of another type means there; None where it means nothing."""
