"""The Python names of an emitted package that hang on an element of its contract.

In: a contract, the name of its package, the names of its manifest.  Out: dotted names, as `handbill docs` shows them.
Never: names what is not emitted, but that a name which the contract does not have yet shows its class or its method.

    handbill_choir.models.Song.title                      a property of a model
    handbill_choir.resources.songs.Songs.update(title=)   an argument
    handbill_choir.errors.NotFoundError                   a status

The names of asynchronous twins follow from these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from handbill_generator.contract import Contract, Operation
from handbill_generator.diagnostics import HandbillError
from handbill_generator.docs.grounding.matching import matched
from handbill_generator.load import Tokens, pointer_of, tokens_of
from handbill_generator.plan import plan_package
from handbill_generator.plan.method_names import error_name


class Symbols:
    """The names of *package*; *manifest* maps pointers to names, and is empty where nothing was emitted yet."""

    def __init__(self, contract: Contract, package: str, manifest: Mapping[str, str]) -> None:
        self.contract = contract
        self.package = package
        self._manifest = manifest

    def at(self, pointer: str, operation: str) -> tuple[str, ...]:
        """Give the names that hang on what stands at *pointer*, sorted; *operation* is written as a page has it.

        Nothing for a contract that cannot become a package.
        """
        found = matched(self.contract, operation) if operation else None
        names = {*self._of_schema(tokens_of(pointer)), *(self._of_operation(pointer, found) if found else ())}
        if not names and found and (method := self._keys.get(found.pointer)):
            names.add(method)
        return tuple(sorted(f"{self.package}.{name}" for name in names))

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        return self._manifest or self._planned()

    @cached_property
    def _arguments(self) -> Mapping[str, Mapping[str, tuple[str, str]]]:
        """The arguments by operation: what they are called on the wire and where they go, and their names."""
        found: dict[str, dict[str, tuple[str, str]]] = {}
        for key, symbol in self._keys.items():
            operation, mark, argument = key.rpartition("@")
            if mark and "/" in argument:
                method, _, name = symbol.rpartition(".")
                found.setdefault(operation, {})[argument] = (method, f"{method}({name}=)")
        return found

    def _planned(self) -> Mapping[str, str]:
        try:
            package = plan_package(self.contract, name=self.package, symbols={})
        except HandbillError:
            return {}
        return package.symbols

    def _of_schema(self, tokens: Tokens) -> Iterator[str]:
        """Give the models and their attributes at *tokens*, or at what is nearest above them."""
        for length in range(len(tokens), 1, -1):
            pointer = pointer_of(tokens[:length])
            names = [self._keys[key] for key in (pointer, f"{pointer}@request") if key in self._keys]
            names = [name for name in names if name.startswith(("models.", "webhooks."))]
            if names:
                yield from names
                return

    def _of_operation(self, pointer: str, operation: Operation) -> Iterator[str]:
        tokens = tokens_of(pointer)
        arguments = self._arguments.get(operation.pointer, {})
        for parameter in operation.parameters:
            if _is_at(tokens, parameter.pointer) and parameter.pointer != operation.pointer:
                yield from self._argument(arguments, f"{parameter.location}/{parameter.name.raw}")
        if name := self._body_field(tokens, operation):
            yield from self._argument(arguments, f"body/{name}")
        for response in operation.responses:
            slot = pointer_of((*tokens_of(operation.pointer), "responses", response.status))
            if tokens in (tokens_of(slot), tokens_of(response.pointer)):
                if method := self._keys.get(operation.pointer):
                    yield method
                if not response.status.startswith("2"):
                    yield f"errors.{error_name(response.status)}"

    def _argument(self, arguments: Mapping[str, tuple[str, str]], key: str) -> Iterator[str]:
        if key in arguments:
            yield arguments[key][1]

    def _body_field(self, tokens: Tokens, operation: Operation) -> str:
        """Give the name of the top property of the request that *tokens* lead to, empty where they lead elsewhere."""
        bodies = self._bodies(operation)
        for length in range(len(tokens), 1, -1):
            if tokens[length - 2] == "properties" and tokens[: length - 2] in bodies:
                return tokens[length - 1]
        return ""

    def _bodies(self, operation: Operation) -> frozenset[Tokens]:
        """Give the schemas of the request, references followed."""
        found: set[Tokens] = set()
        waiting = [
            m.schema.pointer for m in (operation.request_body.content if operation.request_body else ()) if m.schema
        ]
        while waiting:
            tokens = tokens_of(waiting.pop())
            if tokens in found:
                continue
            found.add(tokens)
            keywords = self.contract.resolve(pointer_of(tokens)).keywords
            if isinstance(keywords, dict):
                if isinstance(reference := keywords.get("$ref"), str):
                    waiting.append(reference)
                for keyword in ("allOf", "anyOf", "oneOf"):
                    members = keywords.get(keyword)
                    for index in range(len(members) if isinstance(members, list) else 0):
                        waiting.append(pointer_of((*tokens, keyword, str(index))))
        return frozenset(found)


def _is_at(tokens: Tokens, pointer: str) -> bool:
    own = tokens_of(pointer)
    return tokens[: len(own)] == own
