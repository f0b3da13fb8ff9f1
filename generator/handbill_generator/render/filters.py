"""What the templates ask of the plan: signatures, docstrings and lists of names.

In: parts of the plan.  Out: `Code`, or `Text` that a template still has to put through an exit.
Never: decides anything about names or types.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handbill_generator.plan.annotations import qualified, union
from handbill_generator.plan.error_classes import FIXED_ERRORS
from handbill_generator.plan.examples import example_name
from handbill_generator.plan.imports import model_imports, standard_imports
from handbill_generator.plan.model import Address, Argument, Body, ErrorClass, Method, Package, Resource, Result
from handbill_generator.render import docstrings
from handbill_generator.render.markup import readable
from handbill_generator.text import Code, Text, literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """The sync or the async side of an emitted class."""

    prefix: Code
    keyword: Code
    waiting: Code
    marker: Code


TWINS = (
    Twin(prefix=Code(""), keyword=Code(""), waiting=Code(""), marker=Code("")),
    Twin(prefix=Code("Async"), keyword=Code("async "), waiting=Code("await "), marker=Code("a")),
)

_KEYWORDS = {"path": Code("path"), "query": Code("query"), "header": Code("headers"), "cookie": Code("cookies")}


def signature(method: Method, form: str, resource: Resource, twin: Twin, other: Body | None = None) -> list[Code]:
    """Give the parameters of a method.

    *form* is `fields` (the body is given field by field), `whole` (it is given as `body=`), `first` (either) or `all`
    (either, or a body of another media type).  As `whole` it may be the one of another media type.
    """
    shown = [a for a in method.arguments if a.place not in ("body", "additional") or form != "whole"]
    positional = [_parameter(a, resource, required=True) for a in shown if a.place == "path"]
    # Where there is a choice, no field is required by itself: `body=` may hold it.
    forced = {"body"} if form == "all" and method.has_choice else set[str]()
    named = [_parameter(a, resource, required=a.required and a.place not in forced) for a in shown if a.place != "path"]
    body = other or method.body
    if body and form != "fields":
        bodies = method.bodies if form == "all" else (body,)
        named.append(_body_parameter(bodies, form, resource, twin))
    if method.content_type:
        named.append(_content_type_parameter(method, form, other))
    return [Code("self"), *positional, *([Code("*"), *named] if named else [])]


def _parameter(argument: Argument, resource: Resource, *, required: bool) -> Code:
    annotation = shown(argument.annotation, resource)
    return Code(f"{argument.name}: {annotation}" if required else f"{argument.name}: {annotation} | MISSING = MISSING")


def overloads(method: Method, resource: Resource, twin: Twin) -> list[list[Code]]:
    """Give the ways to call a method, where there are several that types can tell apart."""
    forms = ["fields", "whole"] if method.has_choice else ["first"] if method.others else []
    first = [signature(method, form, resource, twin) for form in forms]
    return first + [signature(method, "whole", resource, twin, other) for other in method.others]


def _body_parameter(bodies: tuple[Body, ...], form: str, resource: Resource, twin: Twin) -> Code:
    annotation = shown(union([_given(body, twin) for body in bodies]), resource)
    if form == "whole" or (bodies[0].required and not bodies[0].spread):
        return Code(f"body: {annotation}")
    return Code(f"body: {annotation} = None" if annotation.endswith("None") else f"body: {annotation} | None = None")


def _given(body: Body, twin: Twin) -> Code:
    """Give the type of a body; what is read while it is sent may come asynchronously, too."""
    if not twin.prefix or body.kind not in ("bytes", "lines"):
        return body.annotation
    return Code(f"{body.annotation} | Async{body.annotation.removeprefix('bytes | ')}")


def _content_type_parameter(method: Method, form: str, other: Body | None) -> Code:
    bodies = method.bodies if form == "all" else (other or method.bodies[0],)
    names = dict.fromkeys(literal(body.media_type) for body in bodies)
    annotation = "str" if any(body.range for body in bodies) else f"Literal[{', '.join(names)}]"
    # A body that is not the first choice says which one it is.
    default = "" if other else f" = {literal(method.bodies[0].media_type)}"
    return Code(f"{method.content_type}: {annotation}{default}")


def returned(method: Method, resource: Resource, twin: Twin) -> Code:
    """Give the return annotation."""
    if method.pages:
        return shown(Code(f"{twin.prefix}Pages[{method.pages.page}, {method.pages.item}]"), resource)
    return shown(twinned(method, twin), resource)


def twinned(method: Method, twin: Twin) -> Code:
    """Give the type of the result; streams have an async twin."""
    return Code(re.sub(r"\b(EventStream|JSONLines)(?=\[)", rf"{twin.prefix}\1", method.annotation))


def opening(method: Method, twin: Twin) -> Code:
    """Give what stands before `def`; a listing is not awaited itself, only its pages are."""
    return Code("") if method.pages else twin.keyword


def page_argument(method: Method, resource: Resource) -> Code:
    """Give the parameter of the function that fetches one page."""
    assert method.pages is not None
    found = next(a for a in method.at("query") if a.name == method.pages.argument)
    return Code(f"{found.name}: {shown(found.annotation, resource)} | MISSING")


def shown(annotation: Code, resource: Resource) -> Code:
    """Write `builtins.list` for `list` in a class that has a method of that name: there the method is meant."""
    return qualified(annotation, resource.hidden, "builtins")


def results(method: Method) -> Code:
    """Give the dictionary from status to type, or to the types by media type where there are several."""
    return Code("{" + ", ".join(f'"{status}": {_by_type(found)}' for status, found in method.answers.items()) + "}")


def _by_type(found: tuple[Result, ...]) -> Code:
    if len(found) == 1:
        return found[0].annotation
    return Code("{" + ", ".join(f"{literal(result.media_type)}: {result.annotation}" for result in found) + "}")


def places(method: Method) -> Iterator[tuple[Code, tuple[Argument, ...]]]:
    """Go through the places that have arguments, each with the keyword of `Arguments` that takes them."""
    for place, keyword in _KEYWORDS.items():
        if found := method.at(place):
            yield keyword, found


def public_names(package: Package) -> list[Code]:
    """Give what the package exports, sorted as linters sort `__all__`."""
    names = {"MISSING", str(package.client), f"Async{package.client}", *modules(package), *error_names(package)}
    if "credential:oauth2" in package.features:
        names.add("ClientCredentials")
    names |= {str(name) for found in body_types(package).values() for name in found}
    return [Code(name) for name in sorted(names, key=lambda name: (not name.isupper(), not name[0].isupper(), name))]


def body_types(package: Package) -> dict[Code, list[Code]]:
    """Give, by module, the types of bodies and results that a caller may want to name."""
    found: dict[str, dict[str, tuple[str, ...]]] = {
        "_events": {
            "events": ("AsyncEventStream", "EventStream", "ServerSentEvent"),
            "lines": ("AsyncJSONLines", "JSONLines"),
        },
        "_multipart": {"body:multipart": ("FileInput",)},
        "_operation": {"redirect": ("Redirect",)},
    }
    named = {
        Code(module): [Code(name) for feature, names in parts.items() if feature in package.features for name in names]
        for module, parts in found.items()
    }
    return {module: names for module, names in named.items() if names}


def modules(package: Package) -> list[Code]:
    """Give the modules that the package exports whole."""
    return [Code("errors"), Code("models"), *([Code("webhooks")] if package.webhooks else [])]


def error_names(package: Package) -> list[Code]:
    """Give the names of all error classes."""
    found = {*FIXED_ERRORS, str(package.error_base), *(str(e.name) for e in package.errors)}
    return [Code(name) for name in sorted(found)]


def tree_line(error: ErrorClass, last: bool) -> Code:
    """Give the line of an error class in the tree at the top of `errors.py`."""
    return Code(f"{'└' if last else '├'}── {error.name:<27} {error.status}")


def first_call(package: Package) -> Code:
    """Give a first program, from the import to the result."""
    keys = ", ".join(sample_arguments(package))
    call = package.first_call.replace("\n", "\n    ")
    return Code(
        f"from {package.name} import {package.client}\n\n"
        f"with {package.client}({keys}) as {receiver(package)}:\n    {call}"
    )


def receiver(package: Package) -> Code:
    """Give the name that a client has in examples."""
    return example_name(package.client)


def sample_arguments(package: Package) -> list[Code]:
    """Give what a client must be made with: an address where the contract has none, and one set of credentials."""
    keys = package.security[0] if package.security else ()
    given = [Code(f'{credential.argument}="..."') for credential in package.credentials if credential.key in keys]
    return given if package.base_url else [*given, Code('base_url="https://..."')]


def sample_method(package: Package) -> tuple[Resource, Method] | None:
    """Give the method of examples that are about no method: one that reads and asks for little."""
    found = [(r, m) for r in package.resources for m in r.methods if not m.deprecated and not m.pages]
    return min(found, key=lambda pair: (pair[1].http_method.raw != "GET", len(pair[1].arguments)), default=None)


def sample_call(package: Package) -> Code:
    """Give a call of that method; empty where there is none."""
    if (found := sample_method(package)) is None:
        return Code("")
    resource, method = found
    required = [a for a in method.arguments if a.required]
    given = ["..." if a.place == "path" else f"{a.name}=..." for a in required]
    return Code(f"{receiver(package)}.{resource.module}.{method.name}({', '.join(given)})")


def sample_operation(package: Package) -> Text:
    """Give the operationId of that method."""
    found = sample_method(package)
    others = (method.operation_id for resource in package.resources for method in resource.methods)
    return found[1].operation_id if found else next(others, Text(""))


def package_docstring(package: Package) -> Text:
    """Tell what the package is, with a first call, in the words of the contract."""
    call = first_call(package).replace("\n", "\n    ")
    said = docstrings.said(package.description)
    head = f"Calls the {docstrings.api_name(package)}, version {docstrings.line(package.version)}."
    tail = f"Emitted by Handbill: change the contract, not these files. `Async{package.client}` is the async twin."
    return Text("\n\n".join(block for block in (head, said, f"    {call}", tail) if block))


def payload(package: Package) -> Code:
    """Give the union of what the webhooks bring."""
    joined = union([webhook.annotation for webhook in package.webhooks])
    if joined.count(" | ") < _MOST_OPERATORS:
        return Code(f"({joined})")
    return Code(f"Union[{joined.replace(' | ', ', ')}]")


_MOST_OPERATORS = 500
"""Each operator stands inside of the next, and Python reads no more than some thousand levels."""


def webhook_imports(package: Package) -> list[tuple[Code, tuple[Code, ...]]]:
    """Give what the module of the webhooks imports."""
    annotations = [payload(package), Code("Any | TypeAlias")]
    imports = standard_imports(annotations, runtime=Code("._model"))
    imports[Code("pydantic")] = (Code("TypeAdapter"), Code("ValidationError"))
    if found := model_imports(annotations, package.models):
        imports[Code(".models")] = found
    return list(imports.items())


def address_signature(address: Address) -> list[Code]:
    """Give the parameters of the function that gives an address; those without a default come first."""
    found = [
        Code(f"{part.name}: {part.annotation}" + ("" if part.default is None else f" = {literal(part.default)}"))
        for part in sorted(address.parts, key=lambda part: part.default is not None)
    ]
    return [Code("*"), *found]


def query_keys(package: Package) -> tuple[Text, ...]:
    """Give the query parameters that are credentials."""
    return tuple(credential.wire_name for credential in package.credentials if credential.kind == "query")


FILTERS: Mapping[str, Callable[..., Any]] = {
    "address_docstring": docstrings.address_docstring,
    "address_call": lambda address: Code(", ".join(f"{part.name}=..." for part in address.parts)),
    "address_signature": address_signature,
    "client_docstring": lambda package, twin: docstrings.client_docstring(package, is_async=bool(twin.prefix)),
    "error_docstring": docstrings.error_docstring,
    "body_types": body_types,
    "error_names": error_names,
    "first_call": first_call,
    "twin_docstring": docstrings.twin_docstring,
    "modules": modules,
    "package_docstring": package_docstring,
    "opening": opening,
    "overloads": overloads,
    "page_argument": page_argument,
    "places": places,
    "query_keys": query_keys,
    "readable": lambda text: Text(readable(text.raw)),
    "receiver": receiver,
    "sample_call": sample_call,
    "sample_arguments": sample_arguments,
    "sample_operation": sample_operation,
    "quoted": lambda names: [literal(name) for name in names],
    "public_names": public_names,
    "resource_docstring": docstrings.resource_docstring,
    "results": results,
    "returned": returned,
    "signature": signature,
    "tree_line": tree_line,
    "twinned": twinned,
    "payload": payload,
    "webhook_imports": webhook_imports,
    "webhooks_docstring": docstrings.webhooks_docstring,
}
