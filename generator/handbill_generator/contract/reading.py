"""A document that is being read.

In: a bundle, and what its readers find.  Out: the ledger of what was not taken as it stands, and lifted schemas.
Never: says a thing twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handbill_generator.bundle import Bundle
from handbill_generator.contract.lift import Lifter
from handbill_generator.contract.mend import Mender
from handbill_generator.diagnostics import Loss, SpecError
from handbill_generator.load import pointer_of


class Reading:
    """The *bundle* and the *ledger*, whose entries are in the order in which they were found."""

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        self.ledger: dict[Loss, None] = dict.fromkeys(bundle.losses)
        self._gaps = frozenset(loss.pointer for loss in bundle.losses)
        self._said: set[str] = set()
        self._schemas = _Schemas(self)

    def lose(self, pointer: str, what: str, became: str, why: str) -> None:
        """Write something into the ledger, but not if it only follows from a reference that leads nowhere."""
        if f"{pointer}/$ref" not in self._gaps:
            self.ledger[Loss(pointer=pointer, what=what, became=became, why=why)] = None

    def lose_once(self, pointer: str, what: str, became: str, why: str) -> None:
        """Write something into the ledger that is so in many places, at the first of them."""
        if what not in self._said:
            self._said.add(what)
            self.lose(pointer, what, became, why)

    def error(self, pointer: str, message: str, hint: str = "") -> SpecError:
        """Make the error that says *message* of what stands at *pointer*."""
        return SpecError(message, position=self.bundle.position(pointer), pointer=pointer, hint=hint)

    def lifted(self, schema: Any, pointer: str) -> Any:
        """Give the *schema* at *pointer* in the meaning of OpenAPI 3.1, a boolean or a mapping."""
        return self._schemas.lifted(schema, pointer)

    def references(self) -> Iterator[str]:
        """Go through what the lifted schemas refer to, those included that are lifted meanwhile."""
        seen = 0
        while seen < len(found := list(self._schemas.references)):
            yield from found[seen:]
            seen = len(found)


class _Schemas:
    """Mends and lifts schemas, and knows where the one is that is looked at."""

    def __init__(self, reading: Reading) -> None:
        is_3_0 = str(reading.bundle.tree.get("openapi")).startswith("3.0")
        self._reading = reading
        self._pointer = ""
        self._lifter = Lifter(Mender(self, is_3_0=is_3_0).mend)

    def lifted(self, schema: Any, pointer: str) -> Any:
        self._pointer = pointer
        self._lifter.path.clear()  # an error may have left a schema before its end
        return self._lifter.lift(schema)

    @property
    def references(self) -> Mapping[str, None]:
        return self._lifter.references

    @property
    def is_part(self) -> bool:
        return self._lifter.path[-2:-1] in (["allOf"], ["anyOf"], ["oneOf"])

    def lose(self, tokens: tuple[str, ...], what: str, became: str, why: str) -> None:
        self._reading.lose(self._at(tokens), what, became, why)

    def lose_once(self, tokens: tuple[str, ...], what: str, became: str, why: str) -> None:
        self._reading.lose_once(self._at(tokens), what, became, why)

    def error(self, tokens: tuple[str, ...], message: str, hint: str) -> SpecError:
        return self._reading.error(self._at(tokens), message, hint)

    def _at(self, tokens: tuple[str, ...]) -> str:
        return self._pointer + pointer_of((*self._lifter.path, *tokens))[1:]
