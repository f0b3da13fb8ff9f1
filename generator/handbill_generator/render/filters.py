"""What the templates ask of the plan: signatures, docstrings and lists of names.

In: parts of the plan.  Out: `Code`, or `Text` that a template still has to put through an exit.
Never: decides anything about names or types.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handbill_generator.plan.error_classes import FIXED_ERRORS
from handbill_generator.plan.imports import model_imports, qualified, standard_imports
from handbill_generator.plan.methods import union
from handbill_generator.plan.model import Argument, ErrorClass, Method, Package, Resource
from handbill_generator.render import docstrings
from handbill_generator.text import TYPE_NAMES, Code, Text, literal


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


def signature(method: Method, form: str, resource: Resource) -> list[Code]:
    """Give the parameters of a method.

    *form* is `fields` (the body is given field by field), `whole` (it is given as `body=`) or `all` (either).
    """
    shown = [a for a in method.arguments if a.place != "body" or form != "whole"]
    positional = [_parameter(a, resource, required=True) for a in shown if a.place == "path"]
    # Where there is a choice, no field is required by itself: `body=` may hold it.
    forced = {"body"} if form == "all" and method.has_choice else set[str]()
    named = [_parameter(a, resource, required=a.required and a.place not in forced) for a in shown if a.place != "path"]
    if method.body and form != "fields":
        named.append(_body_parameter(method, form, resource))
    return [Code("self"), *positional, *([Code("*"), *named] if named else [])]


def _parameter(argument: Argument, resource: Resource, *, required: bool) -> Code:
    annotation = shown(argument.annotation, resource)
    return Code(f"{argument.name}: {annotation}" if required else f"{argument.name}: {annotation} | MISSING = MISSING")


def _body_parameter(method: Method, form: str, resource: Resource) -> Code:
    assert method.body is not None
    annotation = shown(method.body.annotation, resource)
    if form == "whole" or (method.body.required and not method.body.spread):
        return Code(f"body: {annotation}")
    return Code(f"body: {annotation} = None" if annotation.endswith("None") else f"body: {annotation} | None = None")


def returned(method: Method, resource: Resource, twin: Twin) -> Code:
    """Give the return annotation."""
    if method.pages:
        return shown(Code(f"{twin.prefix}Pages[{method.pages.page}, {method.pages.item}]"), resource)
    return shown(method.annotation, resource)


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
    return qualified(annotation, {str(method.name) for method in resource.methods} & TYPE_NAMES, "builtins")


def results(method: Method) -> Code:
    """Give the dictionary from status to type."""
    return Code("{" + ", ".join(f'"{result.status}": {result.annotation}' for result in method.results) + "}")


def places(method: Method) -> Iterator[tuple[Code, tuple[Argument, ...]]]:
    """Go through the places that have arguments, each with the keyword of `Arguments` that takes them."""
    for place, keyword in _KEYWORDS.items():
        if found := method.at(place):
            yield keyword, found


def public_names(package: Package) -> list[Code]:
    """Give what the package exports, sorted as linters sort `__all__`."""
    names = {"MISSING", str(package.client), f"Async{package.client}", *modules(package), *error_names(package)}
    return [Code(name) for name in sorted(names, key=lambda name: (not name.isupper(), not name[0].isupper(), name))]


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
    receiver = package.client.lower()
    keys = ", ".join(f'{credential.argument}="..."' for credential in package.credentials[:1])
    call = package.first_call.replace("\n", "\n    ")
    return Code(
        f"from {package.name} import {package.client}\n\nwith {package.client}({keys}) as {receiver}:\n    {call}"
    )


def package_docstring(package: Package) -> Text:
    """Tell what the package is, with a first call, in the words of the contract."""
    call = first_call(package).replace("\n", "\n    ")
    said = docstrings.filled(package.description)
    head = f"Calls the {docstrings.api_name(package)}, version {docstrings.line(package.version)}."
    tail = f"Emitted by Handbill: change the contract, not these files. `Async{package.client}` is the async twin."
    return Text("\n\n".join(block for block in (head, said, f"    {call}", tail) if block))


def payload(package: Package) -> Code:
    """Give the union of what the webhooks bring."""
    return Code(f"({union([*(webhook.annotation for webhook in package.webhooks), Code('dict[str, Any]')])})")


def webhook_imports(package: Package) -> list[tuple[Code, tuple[Code, ...]]]:
    """Give what the module of the webhooks imports."""
    annotations = [payload(package), Code("TypeAlias")]
    imports = standard_imports(annotations, runtime=Code("._model"))
    imports[Code("pydantic")] = (Code("TypeAdapter"),)
    if found := model_imports(annotations, package.models):
        imports[Code(".models")] = found
    return list(imports.items())


def method_docstring(method: Method, resource: Resource, twin: Twin) -> Text:
    """Tell all of a method, or of its async twin only where the rest is told."""
    return docstrings.twin_docstring(method, resource) if twin.prefix else docstrings.method_docstring(method)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "client_docstring": lambda package, twin: docstrings.client_docstring(package, is_async=bool(twin.prefix)),
    "error_docstring": docstrings.error_docstring,
    "error_names": error_names,
    "first_call": first_call,
    "method_docstring": method_docstring,
    "modules": modules,
    "package_docstring": package_docstring,
    "opening": opening,
    "page_argument": page_argument,
    "places": places,
    "quoted": lambda names: [literal(name) for name in names],
    "public_names": public_names,
    "resource_docstring": docstrings.resource_docstring,
    "results": results,
    "returned": returned,
    "signature": signature,
    "tree_line": tree_line,
    "payload": payload,
    "webhook_imports": webhook_imports,
    "webhooks_docstring": docstrings.webhooks_docstring,
}
