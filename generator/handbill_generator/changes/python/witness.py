"""Prove that a change breaks code: source that type-checks against the old package and not against the new one.

In: a `Consequence` and both packages.  Out: the same with its witness.
Never: proves what a type checker cannot see, such as another address or another default.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from handbill_generator.changes.model import Level
from handbill_generator.changes.python.comparison import Consequence, Subject
from handbill_generator.changes.python.emitted import Emitted
from handbill_generator.changes.python.snippets import Snippet, Unknown, call_of
from handbill_generator.changes.python.surface import Class, Form, Function


def with_witness(consequence: Consequence, old: Emitted, new: Emitted) -> Consequence:
    """Add the witness of a change that breaks types; any other one is given back as it is.

    The witness is valid under `mypy --strict` and pyright with the package *old*, and refused with *new*.
    """
    if consequence.change.types is not Level.breaking:
        return consequence
    snippet = Snippet(old)
    try:
        _WRITERS[consequence.subject.kind](snippet, old, consequence)
    except Unknown:
        return consequence
    return replace(consequence, change=replace(consequence.change, witness=snippet.text))


# The package gives what is asked for on first use, so a type checker takes any name of it for an object.


def _exported(snippet: Snippet, old: Emitted, consequence: Consequence) -> None:
    """Use what the package exports: as a type, or for what a module has."""
    name = snippet.use("", consequence.subject.old[0])
    if name in old.surface.modules:
        snippet.give("object", f"{name}.read({snippet.take('body', 'bytes')})")
    else:
        snippet.give(name, snippet.take("value", name))


def _imported(snippet: Snippet, old: Emitted, consequence: Consequence) -> None:
    """Name what stands beside the client."""
    snippet.give("object", snippet.use("client", consequence.subject.old[-1]))


def _model(snippet: Snippet, old: Emitted, consequence: Consequence) -> None:
    """Name a class or an alias; where it became something else, use it as what it was."""
    name = consequence.subject.old[0]
    subject, models = consequence.subject, old.surface.models
    if consequence.change.kind != "retyped":
        shown = snippet.use("models", name)
        snippet.give(shown, snippet.take("value", shown))
    elif name in models.classes:
        fields = models.classes[name].fields
        if not fields:
            raise Unknown(name)
        _read(snippet, name, next(iter(fields.values())).name, old)
    else:
        _use_alias(snippet, old, name, subject)


def _use_alias(snippet: Snippet, old: Emitted, name: str, subject: Subject) -> None:
    """Give a value as the alias, and get one, as far as anybody does."""
    bare = snippet.type(old.surface.models.aliases[name].annotation)
    shown = snippet.use("models", name)
    if subject.written and subject.read:
        given, got = snippet.take("given", bare), snippet.take("got", shown)
        snippet.give(f"tuple[{shown}, {bare}]", f"{given}, {got}")
    elif subject.written:
        snippet.give(shown, snippet.take("given", bare))
    else:
        snippet.give(bare, snippet.take("got", shown))


def _field(snippet: Snippet, old: Emitted, consequence: Consequence) -> None:
    """Make such an object, and read the field, as far as anybody does."""
    subject, kind = consequence.subject, consequence.change.kind
    name = subject.old[0]
    field = subject.old[1] if len(subject.old) > 1 else ""
    if subject.written and kind not in ("removed", "renamed", "became-optional"):
        _make(snippet, old.surface.models.classes[name], "" if kind in ("added", "became-required") else field)
    if field and (subject.read or kind in ("removed", "renamed")):
        _read(snippet, name, field, old)


def _read(snippet: Snippet, name: str, field: str, old: Emitted) -> None:
    value = snippet.take("value", snippet.use("models", name))
    snippet.give(snippet.type(old.surface.models.classes[name].fields[field].annotation), f"{value}.{field}")


def _make(snippet: Snippet, model: Class, field: str) -> None:
    wanted = [f for f in model.fields.values() if f.required or f.name == field]
    given = [(f.name, snippet.take(f.name, snippet.type(f.annotation))) for f in wanted]
    snippet.line(call_of(snippet.use("models", model.name), [], given))


def _method(snippet: Snippet, old: Emitted, consequence: Consequence) -> None:
    _call(snippet, old, consequence.subject.old, "")


def _argument(snippet: Snippet, old: Emitted, consequence: Consequence) -> None:
    """Give the argument in each way that takes it; what only the new package asks for is left out."""
    path, kind = consequence.subject.old, consequence.change.kind
    function = path if kind == "added" else path[:-1]
    _call(snippet, old, function, "" if kind in ("added", "became-required") else path[-1])


def _call(snippet: Snippet, old: Emitted, path: tuple[str, ...], argument: str) -> None:
    function, called = _called(snippet, old, path)
    forms = [form for form in function.forms if argument in form] if argument else function.forms[:1]
    for form in forms:
        snippet.line(_written(snippet, form, called, argument))


def _called(snippet: Snippet, old: Emitted, path: tuple[str, ...]) -> tuple[Function, str]:
    """Find a function by its path, and say how it is called."""
    match path:
        case ("resources", module, owner, name):
            found = old.surface.resources[module]
            if found.name != owner:
                raise Unknown(owner)
            return found.functions[name], f"{_client(snippet, old)}.{module}.{name}"
        case ("client", name, "__init__"):
            return old.surface.client.functions["__init__"], snippet.use("", name)
        case _:
            return old.surface.modules["client"].functions[path[1]], snippet.use("client", path[1])


def _client(snippet: Snippet, old: Emitted) -> str:
    name = old.surface.client.name
    return snippet.take(name.lower(), snippet.use("", name))


def _written(snippet: Snippet, form: Form, called: str, argument: str) -> str:
    given = [
        (a, snippet.take(a.name, snippet.type(a.annotation)))
        for a in form.arguments
        if a.positional or a.required or a.name == argument
    ]
    # An argument that is meant is given by its name; then those by position are, too.
    by_name = any(a.positional and a.name == argument for a, _ in given)
    positional = [value for a, value in given if a.positional and not by_name]
    named = [(a.name, value) for a, value in given if not a.positional or by_name]
    return call_of(called, positional, named)


def _result(snippet: Snippet, old: Emitted, consequence: Consequence) -> None:
    function, called = _called(snippet, old, consequence.subject.old)
    form = function.forms[0]
    snippet.give(snippet.type(form.result), _written(snippet, form, called, ""))


def _resource(snippet: Snippet, old: Emitted, consequence: Consequence) -> None:
    module, name = consequence.subject.old
    snippet.give(snippet.use(f"resources.{module}", name), f"{_client(snippet, old)}.{module}")


def _error(snippet: Snippet, old: Emitted, consequence: Consequence) -> None:
    name = snippet.use("", consequence.subject.old[0])
    snippet.give("bool", f"isinstance({snippet.take('error', 'Exception')}, {name})")


def _error_body(snippet: Snippet, old: Emitted, consequence: Consequence) -> None:
    name = snippet.use("", consequence.subject.old[0])
    found = old.surface.modules["errors"].classes[name].functions["body"].whole.result
    snippet.give(snippet.type(found), f"{snippet.take('error', name)}.body")


_WRITERS: Mapping[str, Callable[[Snippet, Emitted, Consequence], None]] = {
    "class": _model,
    "alias": _model,
    "field": _field,
    "method": _method,
    "result": _result,
    "method-argument": _argument,
    "client-argument": _argument,
    "function-argument": _argument,
    "method-order": _method,
    "function-order": _method,
    "resource": _resource,
    "client": _exported,
    "constant": _imported,
    "function": _imported,
    "export": _exported,
    "error": _error,
    "error-body": _error_body,
}
