"""Edits of OpenAPI documents that should rename nothing: another order, something more, something less.

In: a document as plain values, and a seeded `random.Random`.  Out: an edited copy, and in words what was done.
Never: knows how names are given; that is for what is tested with it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Any
from zlib import crc32

JSON = dict[str, Any]
Edit = Callable[[JSON, Random], str]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_SETS = frozenset({"anyOf", "enum", "oneOf", "parameters", "required", "tags", "type"})
"""Lists whose order says nothing.  That of `allOf` does: where its members disagree, a later one refines."""

STRING: JSON = {"type": "string"}


def seeded(seed: int) -> Random:
    """Give what chooses; the same for the same seed."""
    return Random(seed)  # noqa: S311


def own(document: Mapping[str, Any]) -> JSON:
    """Give a copy in which no two places share a value, as they would not in a file."""
    return dict(json.loads(json.dumps(document)))


def permuted(value: Any, random: Random) -> Any:
    """Give a document with the members of every mapping, and of every list that is a set, in another order."""
    return _permuted(value, str(random.random()))


def _permuted(value: Any, salt: str) -> Any:
    if isinstance(value, Mapping):
        return {key: _permuted_list(key, value[key], salt) for key in sorted(value, key=lambda k: _rank(k, salt))}
    return [_permuted(item, salt) for item in value] if isinstance(value, list) else value


def _permuted_list(key: str, value: Any, salt: str) -> Any:
    if isinstance(value, list) and key in _SETS:
        # What was equal stays equal: two media types that have the same schema, for example.
        return sorted((_permuted(item, salt) for item in value), key=lambda item: _rank(item, salt))
    return _permuted(value, salt)


def _rank(item: Any, salt: str) -> int:
    return crc32((salt + json.dumps(item, sort_keys=True)).encode())


# Places


def operations(document: JSON) -> Iterator[JSON]:
    """Go through the operations of a document."""
    for item in document.get("paths", {}).values():
        yield from (item[method] for method in METHODS if isinstance(item, dict) and isinstance(item.get(method), dict))


def schemas(document: JSON) -> Iterator[JSON]:
    """Go through everything that is a schema with members, wherever it stands."""
    roots = [document.get("components", {}), document.get("paths", {}), document.get("webhooks", {})]
    yield from _schemas(roots)


def _schemas(value: Any) -> Iterator[JSON]:
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, list):
            waiting += here
        elif isinstance(here, dict):
            waiting += [v for k, v in here.items() if k not in ("example", "examples", "default", "enum", "const")]
            if any(
                isinstance(here.get(key), kind)
                for key, kind in (("properties", dict), ("oneOf", list), ("anyOf", list))
            ):
                yield here


def _listed(document: JSON) -> list[list[Any]]:
    return [schema[key] for schema in schemas(document) for key in ("oneOf", "anyOf") if _is_union(schema.get(key))]


def _is_union(value: Any) -> bool:
    # `required` alone is a rule between properties, and null is no type of its own.
    return isinstance(value, list) and all(isinstance(m, dict) and m.keys() - {"required", "not"} for m in value)


def _with_properties(document: JSON) -> list[JSON]:
    return [s for s in schemas(document) if isinstance(s.get("properties"), dict) and s["properties"]]


def _enums(document: JSON) -> list[list[Any]]:
    members = (m for s in _with_properties(document) for m in s["properties"].values() if isinstance(m, dict))
    return [m["enum"] for m in members if isinstance(m.get("enum"), list) and len(m["enum"]) > 1]


def _first(mapping: JSON, key: str, value: Any) -> None:
    """Put a member in front of all others: who comes first would take a name if order decided."""
    rest = dict(mapping)
    mapping.clear()
    mapping[key] = value
    mapping.update(rest)


def _choice(random: Random, places: list[Any]) -> Any:
    return random.choice(places) if places else None


def _colliding(name: str) -> str:
    """Give another spelling that comes out as the same Python name."""
    return f"{name}_" if name.islower() else name.lower() if name.upper() == name else name.swapcase()


def _inline(random: Random) -> JSON:
    return {"type": "object", "properties": {f"new{random.randrange(3)}": STRING, "id": STRING, "name": STRING}}


# More


def add_property(document: JSON, random: Random) -> str:
    """Add a property that is an object, with a name like that of another."""
    if (schema := _choice(random, _with_properties(document))) is None:
        return ""
    name = _colliding(random.choice(list(schema["properties"])))
    if name in schema["properties"]:
        return ""
    _first(schema["properties"], name, _inline(random))
    return f"property {name}"


def add_plain_property(document: JSON, random: Random) -> str:
    """Add a property that many alternatives have, to one that may have been told apart by its lack."""
    if (schema := _choice(random, _with_properties(document))) is None:
        return ""
    name = random.choice(["id", "name", "type", "value", "object"])
    if name in schema["properties"]:
        return ""
    _first(schema["properties"], name, STRING)
    return f"property {name}"


def add_enum_value(document: JSON, random: Random) -> str:
    """Add a value to an enum, or to what was the single value of one."""
    if (values := _choice(random, _enums(document))) is None:
        return ""
    values.insert(0, f"value {random.randrange(10**6)}" if isinstance(values[0], str) else random.randrange(10**6))
    return f"enum value {values[0]}"


def add_member(document: JSON, random: Random) -> str:
    """Add an alternative with the properties of one that is there, in front of it."""
    if (members := _choice(random, _listed(document))) is None:
        return ""
    known = [m for m in members if isinstance(m.get("properties"), dict)]
    like = random.choice(known)["properties"] if known else {}
    properties = {**dict.fromkeys(like, STRING), f"own{random.randrange(10**6)}": STRING}
    members.insert(0, {"type": "object", "properties": properties})
    return f"alternative with {', '.join(properties)}"


def add_array_member(document: JSON, random: Random) -> str:
    """Add alternatives of other types."""
    if (members := _choice(random, _listed(document))) is None:
        return ""
    members[:0] = [
        {"type": "array", "items": _inline(random)},
        {"type": "object", "additionalProperties": _inline(random)},
    ]
    return "alternatives that are an array and a map"


def add_parameter(document: JSON, random: Random) -> str:
    """Add a parameter that is called like another one of the operation."""
    if (operation := _choice(random, list(operations(document)))) is None:
        return ""
    named = [p["name"] for p in operation.get("parameters", []) if "name" in p]
    name = _colliding(random.choice(named)) if named else "limit"
    if name.lower() in {n.lower() for n in named} and name in named:
        return ""
    added = {"name": name, "in": "query", "schema": _inline(random)}
    operation["parameters"] = [added, *operation.get("parameters", [])]
    return f"parameter {name}"


def add_response(document: JSON, random: Random) -> str:
    """Add a response that is an object of its own."""
    if (operation := _choice(random, list(operations(document)))) is None:
        return ""
    status = next((s for s in ("206", "201", "203", "418") if s not in operation.get("responses", {})), "299")
    content = {"application/json": {"schema": _inline(random)}}
    _first(operation.setdefault("responses", {}), status, {"description": "d", "content": content})
    return f"response {status} of {operation.get('operationId')}"


def add_media_type(document: JSON, random: Random) -> str:
    """Add a media type to a body or a response, before those that are there."""
    found = [operation.get("requestBody") for operation in operations(document)]
    found += [response for operation in operations(document) for response in operation.get("responses", {}).values()]
    contents = [each["content"] for each in found if isinstance(each, dict) and each.get("content")]
    if (content := _choice(random, contents)) is None:
        return ""
    _first(content, "application/vnd.new+json", {"schema": _inline(random)})
    return "media type"


def add_operation(document: JSON, random: Random) -> str:
    """Add an operation that is like another one in everything, its name too."""
    items = [(path, item) for path, item in document.get("paths", {}).items() if isinstance(item, dict)]
    items = [(path, item) for path, item in items if any(isinstance(item.get(method), dict) for method in METHODS)]
    if not items:
        return ""
    path, item = random.choice(items)
    method = next(m for m in METHODS if isinstance(item.get(m), dict))
    copied = own({"get": item[method]} | ({"parameters": item["parameters"]} if "parameters" in item else {}))
    copied["get"].pop("requestBody", None)
    if identifier := copied["get"].get("operationId"):
        copied["get"]["operationId"] = _colliding(identifier)
    _first(document["paths"], f"/added{path}", copied)
    return f"operation like {method} {path}"


def add_schema(document: JSON, random: Random) -> str:
    """Add a component that is called like another one, and one that is called like an inline class could be."""
    known = document.get("components", {}).get("schemas", {})
    if not known:
        return ""
    name = random.choice(list(known))
    members = list(known[name].get("properties", {})) if isinstance(known[name], dict) else []
    for added in (_colliding(name), f"{name}{random.choice(members).capitalize()}" if members else f"{name}Item"):
        if added not in known:
            _first(known, added, _inline(random))
    return f"schema like {name}"


def add_tag(document: JSON, random: Random) -> str:
    """Add an operation under a tag that is called like another one."""
    tags = sorted({tag for operation in operations(document) for tag in operation.get("tags", [])[:1]})
    if not tags:
        return ""
    tag = _colliding(random.choice(tags))
    _first(document["paths"], "/tagged", {"get": {"tags": [tag], "responses": {"200": {"description": "d"}}}})
    return f"tag {tag}"


ADDITIONS: tuple[Edit, ...] = (
    add_property,
    add_plain_property,
    add_enum_value,
    add_member,
    add_array_member,
    add_parameter,
    add_response,
    add_media_type,
    add_operation,
    add_schema,
    add_tag,
)


# Less


def remove_property(document: JSON, random: Random) -> str:
    """Remove a property."""
    places = [s for s in _with_properties(document) if len(s["properties"]) > 1]
    if (schema := _choice(random, places)) is None:
        return ""
    name = random.choice(list(schema["properties"]))
    del schema["properties"][name]
    schema["required"] = [n for n in schema.get("required", []) if n != name]
    return f"property {name}"


def remove_enum_value(document: JSON, random: Random) -> str:
    """Remove a value of an enum, all but one perhaps."""
    if (values := _choice(random, _enums(document))) is None:
        return ""
    return f"enum value {values.pop(random.randrange(len(values)))}"


def remove_member(document: JSON, random: Random) -> str:
    """Remove an alternative of three or more."""
    if (members := _choice(random, [m for m in _listed(document) if len(m) > 2])) is None:
        return ""
    return f"alternative {json.dumps(members.pop(random.randrange(len(members))))[:80]}"


def remove_parameter(document: JSON, random: Random) -> str:
    """Remove a parameter."""
    if (operation := _choice(random, [o for o in operations(document) if o.get("parameters")])) is None:
        return ""
    parameters = operation["parameters"]
    return f"parameter {json.dumps(parameters.pop(random.randrange(len(parameters))))[:80]}"


def remove_response(document: JSON, random: Random) -> str:
    """Remove a response."""
    places = [o for o in operations(document) if len(o.get("responses", {})) > 1]
    if (operation := _choice(random, places)) is None:
        return ""
    status = random.choice(list(operation["responses"]))
    del operation["responses"][status]
    return f"response {status} of {operation.get('operationId')}"


def remove_operation(document: JSON, random: Random) -> str:
    """Remove an operation."""
    paths = document.get("paths", {})
    places = [(p, m) for p, item in paths.items() for m in METHODS if isinstance(item, dict) and m in item]
    if len(places) < 2:
        return ""
    path, method = random.choice(places)
    del paths[path][method]
    return f"operation {method} {path}"


def remove_schema(document: JSON, random: Random) -> str:
    """Remove a component; where it was used, anything goes."""
    known = document.get("components", {}).get("schemas", {})
    if not known:
        return ""
    name = random.choice(list(known))
    del known[name]
    _unrefer(document, f"#/components/schemas/{name}")
    return f"schema {name}"


def _unrefer(value: Any, target: str) -> None:
    if isinstance(value, dict):
        if isinstance(reference := value.get("$ref"), str) and (reference + "/").startswith(target + "/"):
            value.clear()
        # A mapping of a discriminator refers by plain strings.
        mapping = value.get("mapping")
        if isinstance(mapping, dict):
            for key in [k for k, v in mapping.items() if v == target]:
                del mapping[key]
        for member in value.values():
            _unrefer(member, target)
    elif isinstance(value, list):
        for member in value:
            _unrefer(member, target)


REMOVALS: tuple[Edit, ...] = (
    remove_property,
    remove_enum_value,
    remove_member,
    remove_parameter,
    remove_response,
    remove_operation,
    remove_schema,
)
