"""Plan the whole package.

In: a `Contract`, the name of the package, the names of the last run.
Out: a `Package`, in which nothing is left to decide.
Never: renders or writes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from handbill_generator.contract import Contract
from handbill_generator.plan.aliases import OldName, with_old_names
from handbill_generator.plan.certificates import without_certificates
from handbill_generator.plan.credentials import credentials_of
from handbill_generator.plan.drafts import Draft
from handbill_generator.plan.error_classes import ERRORS_KEY, FIXED_ERRORS, error_base, error_classes
from handbill_generator.plan.examples import first_call
from handbill_generator.plan.features import features_of
from handbill_generator.plan.imports import Imports, model_imports, standard_imports
from handbill_generator.plan.method_names import AVOIDED_METHODS, method_names, resource_name
from handbill_generator.plan.methods import MethodBuilder, PagesDraft, draft_pages
from handbill_generator.plan.model import Method, Models, Package, Resource, Webhook
from handbill_generator.plan.models import write_models
from handbill_generator.plan.names import CLIENT_KEY, LastRun, Scope, class_key
from handbill_generator.plan.operations import Drafts, argument_key, content_type_key, resources
from handbill_generator.plan.servers import absolute, addresses, base_server
from handbill_generator.plan.shapes import RESERVED_CLASSES, ShapeBuilder
from handbill_generator.plan.webhooks import draft_webhooks, plan_webhooks
from handbill_generator.text import TYPE_NAMES, Code, Text, class_name, identifier, path_part

_RESERVED_ATTRIBUTES = frozenset("aclose base_url close httpx2 property raw request send stream with_options".split())
_RESERVED_CLASSES = RESERVED_CLASSES | set(
    "AsyncTransport ClientCredentials Credentials HTTPX2AsyncTransport HTTPX2Transport Scheme Settings "
    "TYPE_CHECKING Transport".split()
)


def plan_package(
    contract: Contract, *, name: str, symbols: Mapping[str, str], old_names: Iterable[OldName] | None = None
) -> Package:
    """Plan the package *name*; *symbols* come from the manifest of the last run, or are empty.

    *old_names* come from there too, or are None where what is renamed shall not be kept under its old name.
    """
    last = LastRun(symbols)
    contract, certificates = without_certificates(contract)
    # A schema that comes new must not take the name of a class of operations.
    shapes = ShapeBuilder(contract, symbols, reserved=_known_classes(contract, symbols).values())
    drafts = Drafts(contract, shapes)
    drafted = [drafts.draft(operation) for operation in contract.operations]
    pages = {draft.operation.pointer: draft_pages(draft, shapes, drafts.use) for draft in drafted}
    webhooks = tuple(draft_webhooks(contract.webhooks, shapes, drafts.use))
    written = write_models(shapes.built(), drafts.uses)
    received = tuple(plan_webhooks(webhooks, written.uses))
    for operation in contract.operations:
        if operation.servers and not absolute(operation.servers):
            why = "a relative address says nothing to who did not fetch the document"
            shapes.lose(operation.servers[0].pointer, "a server of its own", "the server of the API", why)
    security = _common_security(contract)
    server = base_server(contract)
    base_url, served = server.url if server else Text(""), tuple(addresses(contract, server))
    builder = MethodBuilder(uses=written.uses, fields=written.fields, last=last, security=security, base_url=base_url)
    client = _client(contract, name, last)
    planned = _resources(contract, drafted, pages, builder, last, written.models, client)
    errors = error_classes(drafted, written.uses, written.models)
    base = error_base(client, errors, last)
    used = {key for operation in contract.operations for alternative in operation.security for key in alternative}
    credentials = tuple(credentials_of(contract, client, used, last))
    package = Package(
        name=Code(name),
        client=client,
        title=contract.title,
        version=contract.version,
        description=contract.description,
        base_url=base_url,
        server_documentation=server.description if server else Text(""),
        addresses=served,
        error_base=base,
        credentials=credentials,
        security=tuple(tuple(Text(key) for key in alternative) for alternative in security),
        resources=planned,
        webhooks=received,
        models=written.models,
        errors=errors,
        error_imports=standard_imports([e.annotation for e in errors if e.annotation], runtime=Code("._model")),
        error_message=tuple(tuple(Text(token) for token in path) for path in contract.error_message),
        retries=contract.retries,
        first_call=first_call(client, planned),
        features=features_of(planned, credentials)
        | ({"addresses"} if any(address.function for address in served) else set())
        | ({"webhooks"} if webhooks else set())
        | ({"error_bodies"} if any(error.annotation for error in errors) else set()),
        symbols=dict(
            sorted(
                {
                    CLIENT_KEY: f"client.{client}",
                    ERRORS_KEY: f"errors.{base}",
                    **{
                        contract.security_schemes[c.key.raw].pointer: f"client.{client}.{c.argument}"
                        for c in credentials
                    },
                    **_symbols(planned, written.models, received),
                }.items()
            )
        ),
        losses=tuple(sorted({*contract.losses, *certificates, *shapes.losses})),
    )
    if old_names is None:
        return package
    reserved = {"models": RESERVED_CLASSES, "resources": _RESERVED_ATTRIBUTES}
    return with_old_names(package, last, old_names, reserved=reserved)


def _client(contract: Contract, name: str, last: LastRun) -> Code:
    """Name the client after the API, or otherwise where a part of the runtime is called like it."""
    wanted = class_name(contract.title or Text(name), fallback="Api")
    explicit = class_name(contract.python_name, fallback="Api") if contract.python_name else None
    locked = last.names_in("client", lambda key: key == CLIENT_KEY)
    names = Scope(reserved=_RESERVED_CLASSES | FIXED_ERRORS, locked=locked, spelt=class_name)
    return names.give(CLIENT_KEY, wanted, Code(f"{wanted}Client"), explicit=explicit)


def _common_security(contract: Contract) -> tuple[tuple[str, ...], ...]:
    counted = Counter(operation.security for operation in contract.operations)
    return counted.most_common(1)[0][0] if counted else ()


def _known_classes(contract: Contract, symbols: Mapping[str, str]) -> dict[str, str]:
    """Give the class names of the last run, of those resources that there still are."""
    keys = {f"class:tag:{resource_name(operation, symbols)}" for operation in contract.operations}
    return {key: symbols[key].rpartition(".")[2] for key in sorted(keys & symbols.keys())}


def _resources(
    contract: Contract,
    drafted: list[Draft],
    pages: Mapping[str, PagesDraft | None],
    builder: MethodBuilder,
    last: LastRun,
    models: Models,
    client: Code,
) -> tuple[Resource, ...]:
    documented = {tag.name.raw: tag for tag in contract.tags}
    grouped = resources(drafted, last.symbols)
    tags = {f"tag:{tag}" for tag in grouped}
    operations = {draft.operation.pointer for draft in drafted}
    modules = Scope(
        reserved=_RESERVED_ATTRIBUTES, locked=last.names_in("resources", tags.__contains__), spelt=path_part
    )
    planned: list[Resource] = []
    # The async twin of a class needs a name that is free, too.
    taken = {name for shape in models.shapes for name in (shape.name, shape.name.removeprefix("Async"))}
    classes = Scope(
        reserved=[*taken, *_RESERVED_CLASSES, client], locked=_known_classes(contract, last.symbols), spelt=class_name
    )
    for tag, drafts in grouped.items():
        explicit = documented[tag].python_name if tag in documented else Text("")
        module = modules.give(
            f"tag:{tag}", path_part(tag, fallback="resource"), explicit=path_part(explicit) if explicit else None
        )
        name = class_name(tag, fallback="Resource")
        name = Code(f"Resource{name}") if name.startswith("Async") else name
        name = classes.give(f"class:tag:{tag}", name, Code(f"{name}Resource"), Code(f"{name}Operations"))
        scope = f"resources.{module}.{name}"
        locked = last.names_in(scope, operations.__contains__, key=f"class:tag:{tag}")
        names = Scope(locked=locked, spelt=_method_spelling)
        named = [(draft, _method_name(draft, names)) for draft in drafts]
        constants = {f"_{method.strip('_').upper()}" for _, method in named}
        methods = []
        for draft, method in named:
            constant = Code(f"_{method.strip('_').upper()}")
            paging = Code(f"{constant}_PAGES")
            while paging in constants:
                paging = Code(f"{paging}_PAGES")
            constants.add(paging)
            methods.append(builder.method(draft, method, constant, paging, scope, pages[draft.operation.pointer]))
        planned.append(
            Resource(
                tag=Text(tag),
                module=module,
                class_name=name,
                documentation=documented[tag].description if tag in documented else Text(""),
                methods=tuple(methods),
                hidden=frozenset(str(method.name) for method in methods) & TYPE_NAMES,
                imports=_imports(methods, models),
            )
        )
    return tuple(planned)


def _method_name(draft: Draft, names: Scope) -> Code:
    explicit = draft.operation.python_name
    return names.give(
        draft.operation.pointer,
        *method_names(draft.operation),
        explicit=_method_spelling(explicit) if explicit else None,
    )


def _method_spelling(name: Text | str) -> Code:
    return identifier(name, avoid=AVOIDED_METHODS)


def _imports(methods: list[Method], models: Models) -> Imports:
    """Give what a resource module imports for its annotations."""
    annotations = [m.annotation for m in methods] + [a.annotation for m in methods for a in m.arguments]
    annotations += [body.annotation for m in methods for body in m.bodies]
    annotations += [m.pages.item for m in methods if m.pages]
    imports = standard_imports(annotations, runtime=Code(".._model"))
    if found := model_imports(annotations, models):
        imports[Code("..models")] = found
    return imports


def _symbols(planned: tuple[Resource, ...], models: Models, webhooks: tuple[Webhook, ...]) -> dict[str, str]:
    """Map each pointer to the Python symbol it became, for the manifest and for the next run."""
    symbols = {
        webhook.pointer: f"webhooks.{webhook.annotation if webhook.annotation.isidentifier() else 'Known'}"
        for webhook in webhooks
    }
    for shape in models.shapes:
        symbols[class_key(shape.pointer)] = f"models.{shape.name}"
        symbols |= {field.pointer: f"models.{shape.name}.{field.name}" for field in shape.fields}
    for resource in planned:
        symbols[f"tag:{resource.tag.raw}"] = f"resources.{resource.module}"
        symbols[f"class:tag:{resource.tag.raw}"] = f"resources.{resource.module}.{resource.class_name}"
        for method in resource.methods:
            symbol = f"resources.{resource.module}.{resource.class_name}.{method.name}"
            symbols[method.pointer] = symbol
            for argument in method.arguments:
                symbols[argument_key(method.pointer, argument.place, argument.wire)] = f"{symbol}.{argument.name}"
            if method.content_type:
                symbols[content_type_key(method.pointer)] = f"{symbol}.{method.content_type}"
    return symbols
