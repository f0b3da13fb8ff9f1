"""Read the parameters of an operation.

In: a path, its path item and its operation.  Out: the parameters of both, merged, style and explode decided.
Never: leaves out a parameter that the path names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from handbill_generator.contract.bodies import QUERY_STYLES, read_content, read_schema
from handbill_generator.contract.habits import PLACES, own_schema
from handbill_generator.contract.model import Lifecycle, MediaType, Parameter, Schema
from handbill_generator.contract.nodes import Node
from handbill_generator.text import Text

_LOCATIONS = ("path", "query", "header", "cookie")
WHOLE = "querystring"
"""The style of a parameter that is the whole query, which its content describes (OpenAPI 3.2.0, 4.12.1)."""
_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
_ALLOWED_STYLES = {
    "path": {"simple", "label", "matrix"},
    "query": QUERY_STYLES,
    "header": {"simple"},
    "cookie": {"form", "cookie"},
}
# OpenAPI 3.1.0, 4.8.12.1: header parameters of these names are described elsewhere and shall be ignored.
_IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})


def read_parameters(stated: str, item: Node, operation: Node) -> tuple[str, tuple[Parameter, ...]]:
    """Merge the parameters of path item and operation; the operation's wins (OpenAPI 3.1.0, 4.8.10.1).

    Gives them behind the path that was *stated*, with its variables spelt as the parameters are.
    """
    path = re.sub(r"\{[?&][^{}]*\}", "", stated)
    if path != stated:
        operation.lose(f'path "{stated}"', path, "variables of the query have no place in it")
    merged: dict[tuple[str, str], Parameter] = {}
    for owner in (item, operation):
        own: set[tuple[str, str]] = set()
        for node in listed_parameters(owner.get("parameters")):
            parameter = _parameter(node, path) if node.get("in").string().lower() not in PLACES else None
            if parameter is None or _is_ignored(parameter):
                continue
            key = parameter.location, _name(parameter)
            if key in own:
                node.lose(f'parameter "{key[1]}"', "the last of that name", "it stands in this list twice")
            own.add(key)
            merged[key] = parameter
    for name in re.findall(r"\{([^{}]*)\}", path):
        if ("path", name) not in merged and (spelt := _spelt_otherwise(name, path, merged.values())):
            path = path.replace(f"{{{name}}}", f"{{{spelt.name.raw}}}")
            operation.lose(f'path variable "{name}"', f'"{spelt.name.raw}"', "the one parameter it can be is called so")
        elif ("path", name) not in merged:
            why = "the path has it, and nobody declares it"
            operation.lose(f'path parameter "{name}"', "a string", why)
            merged["path", name] = _undeclared(name, operation)
    found = tuple(parameter for parameter in merged.values() if _is_in_path(parameter, path, operation))
    return path, tuple(_without_others(found, operation))


def _without_others(parameters: Iterable[Parameter], operation: Node) -> Iterator[Parameter]:
    """Leave out query parameters beside one that is the whole query, unless that is a form, which they can stand in."""
    whole = next((p for p in parameters if p.style == WHOLE and not any(map(is_form, p.content))), None)
    for parameter in parameters:
        if whole is None or parameter is whole or parameter.location != "query":
            yield parameter
        else:
            what = f'query parameter "{parameter.name.raw}"'
            operation.reading.lose(parameter.pointer, what, "nothing", "another parameter is the whole query")


def is_form(media_type: MediaType) -> bool:
    """Whether a media type is that of a form of names and values."""
    return media_type.name.raw.partition(";")[0].strip().lower() == "application/x-www-form-urlencoded"


def _name(parameter: Parameter) -> str:
    """Give what a parameter is known by: case does not tell headers apart (RFC 9110, section 5.1)."""
    return parameter.name.raw.lower() if parameter.location == "header" else parameter.name.raw


def _spelt_otherwise(name: str, path: str, declared: Iterable[Parameter]) -> Parameter | None:
    """Find the one parameter that is meant by a variable such as `{proxy+}` or `{petId}`, and is called otherwise."""
    found = [
        parameter
        for parameter in declared
        if parameter.location == "path"
        and f"{{{parameter.name.raw}}}" not in path
        and _letters(parameter.name.raw) == _letters(name)
    ]
    return found[0] if len(found) == 1 else None


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()


def _is_ignored(parameter: Parameter) -> bool:
    return parameter.location == "header" and parameter.name.raw.lower() in _IGNORED_HEADERS


def _is_in_path(parameter: Parameter, path: str, operation: Node) -> bool:
    if parameter.location != "path" or f"{{{parameter.name.raw}}}" in path:
        return True
    operation.reading.lose(parameter.pointer, f'path parameter "{parameter.name.raw}"', "nothing", "no path has it")
    return False


def _undeclared(name: str, operation: Node) -> Parameter:
    # Published documents forget these; the path says all that is needed to call the operation.
    return Parameter(
        name=Text(name),
        python_name=Text(""),
        location="path",
        description=Text(""),
        required=True,
        lifecycle=Lifecycle(deprecated=False, sunset="", stability=""),
        schema=Schema(keywords={"type": "string"}, pointer=f"{operation.pointer}/parameters"),
        content=(),
        style="simple",
        explode=False,
        allow_reserved=False,
        pointer=operation.pointer,
    )


def listed_parameters(node: Node) -> Iterator[Node]:
    """Go through a list of parameters; one that stands in place of a parameter, or by name, is gone through too."""
    stated = node.resolved()
    if isinstance(stated.value, dict) and not {"in", "name"} & stated.value.keys():
        if stated.value:
            stated.lose("a mapping where a list must be", "a list of its values", "nothing else can be meant")
        yield from (member.resolved() for _, member in stated.members())
        return
    for item in stated.items():
        found = item.resolved()
        if isinstance(found.value, list):
            yield from (inner.resolved() for inner in found.items())
        else:
            yield found


def _parameter(node: Node, path: str) -> Parameter | None:
    """Read a parameter, None where it does not say what it is called or where it goes."""
    name, stated = node.get("name"), node.get("in").string()
    if re.search(r"[\r\n\0]", name.string()):
        raise node.error("the parameter has no usable name", "give it a name of one line")
    location = stated.strip().lower()
    if location == WHOLE:
        return _whole(node)
    if not stated and name.string():
        location = "path" if f"{{{name.string()}}}" in path else "query"
        node.lose(f'parameter "{name.string()}" without a place', f"a {location} parameter", "the path tells")
    if location not in _LOCATIONS or not name.string():
        what = f'parameter in "{stated}"' if location not in _LOCATIONS else "parameter without a name"
        node.lose(what, "nothing", "where it goes, and as what, cannot be told")
        return None
    schema, content = node.get("schema"), read_content(node.get("content"))
    if not schema and not content and node.get("type"):
        node.lose(
            f'parameter "{name.string()}" without a schema', "its type beside its name", "Swagger 2.0 wrote it so"
        )
        schema = own_schema(node)
    elif not schema and not content:
        node.lose(f'parameter "{name.string()}" without a schema', "anything", "nothing is said of its value")
    style = _style(node.get("style"), location)
    return Parameter(
        name=name.text(),
        python_name=node.get("x-handbill-name").text(),
        location=location,
        description=node.get("description").text(),
        required=location == "path" or node.get("required").boolean(),
        lifecycle=read_lifecycle(node),
        schema=read_schema(schema) if schema else None,
        content=content,
        style=style,
        explode=node.get("explode").boolean(style in ("form", "cookie")),
        allow_reserved=node.get("allowReserved").boolean(),
        pointer=node.pointer,
    )


def _whole(node: Node) -> Parameter | None:
    """Read the parameter that is the whole query; nothing on the wire is called by its name."""
    content = read_content(node.get("content"))
    if not content:
        node.lose("querystring parameter", "nothing", "its content is not described")
        return None
    return Parameter(
        name=node.get("name").text() or Text("query"),
        python_name=node.get("x-handbill-name").text(),
        location="query",
        description=node.get("description").text(),
        required=node.get("required").boolean(),
        lifecycle=read_lifecycle(node),
        schema=None,
        content=content,
        style=WHOLE,
        explode=True,
        allow_reserved=False,
        pointer=node.pointer,
    )


def _style(node: Node, location: str) -> str:
    stated = node.string(_STYLES[location])
    if stated in _ALLOWED_STYLES[location]:
        return stated
    node.lose(f'style "{stated}"', _STYLES[location], f"a {location} parameter cannot have it")
    return _STYLES[location]


def read_lifecycle(node: Node) -> Lifecycle:
    """Read what an operation or a parameter says of its own future."""
    return Lifecycle(
        deprecated=node.get("deprecated").boolean(),
        sunset=node.get("x-sunset").text().raw,
        stability=node.get("x-stability-level").text().raw,
    )
