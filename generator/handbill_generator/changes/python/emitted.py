"""One side of a comparison: an emitted package, in memory or on disk.

In: a contract, or the folder of a package.  Out: an `Emitted`.
Never: writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from handbill_generator.changes.python.reading import surface_of
from handbill_generator.changes.python.surface import Surface
from handbill_generator.contract import Contract, MediaType, Schema
from handbill_generator.diagnostics import OutputError, SpecError
from handbill_generator.load import pointer_of, tokens_of
from handbill_generator.locations import templates_folder
from handbill_generator.manifest import MANIFEST_NAME, read_manifest
from handbill_generator.plan import Package, plan_package
from handbill_generator.plan.directions import references
from handbill_generator.plan.method_names import error_name
from handbill_generator.plan.names import pointer_in
from handbill_generator.plan.operations import argument_key
from handbill_generator.plan.querystrings import spread
from handbill_generator.render import render_package


@dataclass(frozen=True, kw_only=True)
class Emitted:
    """A package: its *files* by relative path, and its *symbols*, as its manifest has them.

    *places* says more than a manifest can: by dotted symbol, the pointers that it comes from beside that of its key.
    """

    package: str
    files: Mapping[str, str]
    symbols: Mapping[str, str]
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def surface(self) -> Surface:
        """What its users can name; raises SpecError for files that are not as they were emitted."""
        return surface_of(self.files)

    @cached_property
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of the manifest by dotted symbol."""
        found: dict[str, list[str]] = {}
        for key, symbol in self.symbols.items():
            found.setdefault(symbol, []).append(key)
        return {symbol: tuple(keys) for symbol, keys in found.items()}

    def pointers(self, symbols: Iterable[str]) -> tuple[str, ...]:
        """Give the pointers that dotted symbols come from, each once."""
        return tuple(dict.fromkeys(pointer for symbol in symbols for pointer in self._pointers(symbol)))

    def _pointers(self, symbol: str) -> Iterator[str]:
        known = self.places.get(symbol, ())
        yield from known
        for key in map(pointer_in, self.keys.get(symbol, ())):
            if key.startswith("#") and not (known and "@" in key):
                # An argument stands inside of its operation; a component has a version for requests.
                yield key.rpartition("@")[0] or key


def emitted(contract: Contract, *, package: str, symbols: Mapping[str, str]) -> Emitted:
    """Emit in memory the package that *contract* becomes; *symbols* are those of the last run, or empty.

    Raises SpecError for a contract that cannot become a package.
    """
    planned = plan_package(contract, name=package, symbols=symbols)
    files = render_package(planned, templates_folder())
    places: dict[str, dict[str, None]] = {}
    for symbol, pointers in _places(contract, planned):
        places.setdefault(symbol, {}).update(dict.fromkeys(pointers))
    return Emitted(
        package=package,
        files=files,
        symbols=planned.symbols,
        places={symbol: tuple(pointers) for symbol, pointers in places.items()},
    )


def emitted_from(folder: Path) -> Emitted:
    """Read the package in *folder* by its manifest.

    Raises OutputError for a folder that has none or whose files cannot be read, SpecError for a manifest that is
    broken.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        raise OutputError(f"{folder}: has no {MANIFEST_NAME}: it is no emitted package")
    files = {}
    for path in manifest.files:
        if path.endswith(".py"):
            files[path] = _text(folder / path)
    return Emitted(package=manifest.package, files=files, symbols=manifest.symbols)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError:
        raise SpecError(f"{path}: is not UTF-8", hint="generate the package again") from None


def _places(contract: Contract, planned: Package) -> Iterator[tuple[str, list[str]]]:
    """Say where symbols come from that have no key of their own, or whose key is not where they stand."""
    named = planned.symbols
    for operation in contract.operations:
        method = named[operation.pointer]
        for parameter in spread(operation.parameters, contract.resolve):
            symbol = named[argument_key(operation.pointer, parameter.location, parameter.name)]
            schemas = (parameter.schema, *_schemas(parameter.content))
            yield symbol, [parameter.pointer, *_inlined(contract, named, schemas)]
        if body := operation.request_body:
            yield f"{method}.body", [body.pointer, *_inlined(contract, named, _schemas(body.content))]
        for response in operation.responses:
            places = [response.pointer, *_inlined(contract, named, _schemas(response.content))]
            # An answer by default may be either.
            if response.status[0] in "2d":
                yield f"{method}()", places
            if response.status[0] != "2":
                yield f"errors.{error_name(response.status)}", places
    for shape in planned.models.shapes:
        for member in shape.fields:
            schema = _resolved(contract, member.pointer.removesuffix("@request"))
            yield f"models.{shape.name}.{member.name}", [schema.pointer, *_inlined(contract, named, [schema])]
    for credential in planned.credentials:
        yield f"client.{planned.client}.{credential.argument}", [contract.security_schemes[credential.key.raw].pointer]
    default = [server.pointer for server in contract.servers[:1]] or ["#/servers"]
    yield "client.BASE_URL", default
    yield f"client.{planned.client}.base_url", default
    for address in planned.addresses:
        yield f"client.{address.constant}", ["#/servers"]
        yield f"client.{address.function}", ["#/servers"]
        for part in address.parts:
            yield f"client.{address.function}.{part.name}", ["#/servers"]
    yield f"client.{planned.client}", ["#/info/title"]
    yield f"errors.{planned.error_base}", ["#/info/title"]


def _resolved(contract: Contract, pointer: str) -> Schema:
    try:
        return contract.resolve(pointer)
    except (KeyError, ValueError, SpecError):
        # A field that stands in no single place, such as one of an alternative that was folded in.
        return Schema(keywords={}, pointer=pointer)


def _schemas(content: Iterable[MediaType]) -> tuple[Schema | None, ...]:
    return tuple(media_type.schema for media_type in content)


def _inlined(contract: Contract, named: Mapping[str, str], schemas: Iterable[Schema | None]) -> Iterator[str]:
    """Go through the components that have no name in Python: whoever refers to one shows what is in it."""
    waiting = [schema for schema in schemas if schema]
    seen = set()
    while waiting:
        for target in references(waiting.pop().keywords):
            pointer = pointer_of(tokens_of(target))
            if pointer not in named and pointer not in seen:
                seen.add(pointer)
                waiting.append(contract.resolve(pointer))
                yield pointer
