"""An OpenAPI document as a page.

In: a document, or the text of one.  Out: a `Page` with what it states of its operations.
Never: reads another file: what a page refers to outside of itself is refused.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath

from handbill_generator.bundle import bundle
from handbill_generator.contract import Contract, Operation, read_contract
from handbill_generator.diagnostics import SpecError
from handbill_generator.docs.grounding.facts import MAX_OPENED, Grounded, grounded
from handbill_generator.docs.grounding.matching import matched
from handbill_generator.docs.model import Fact, Format, Page, SourceKind, sorted_facts
from handbill_generator.load import Document, Limits, load_bytes

_MOST = 20_000
"""How many objects of a whole document are opened: its operations share them."""
_FEWEST = 20
"""How many objects of one message are opened in any case."""


def page_of_document(
    document: Document, *, url: str = "", source: SourceKind = SourceKind.published, operation: str | None = None
) -> Page:
    """Give what *document* states, of all its operations, or of *operation* where it has that.

    *url* is where the document was found; a page needs it for nothing but its name.
    Raises SpecError for what is no OpenAPI 3 document, and for references to other files.
    """
    contract = read_contract(bundle(document, reader=_Nothing()).whole())
    one = matched(contract, operation) if operation else None
    operations = (one,) if one else contract.operations
    most = max(_FEWEST, min(MAX_OPENED, _MOST // max(len(operations), 1)))
    facts = (fact for each in operations for fact in _facts(contract, each, source, most))
    return Page(name=document.name or url, format=Format.openapi, facts=sorted_facts(facts))


def page_of_text(
    text: str,
    *,
    name: str,
    url: str = "",
    source: SourceKind = SourceKind.published,
    operation: str | None = None,
) -> Page:
    """Read *text*, JSON or YAML, which messages call *name*, and give it as `page_of_document` does."""
    # The file that the text stands for need not be there; its name says whether it can be anything but JSON.
    path = Path("/") / (PurePath(name).name or "page")
    document = load_bytes(text.encode("utf-8", "surrogatepass"), path=path, name=name)
    return page_of_document(document, url=url, source=source, operation=operation)


class _Nothing:
    """No files beside a page."""

    def resolve(self, path: Path) -> Path:
        """Give *path* as it is: nothing is looked up."""
        return path

    def load(self, path: Path, *, name: str, limits: Limits) -> Document:
        """Refuse *path*."""
        raise SpecError(f'"{name}" is another file; a page must be whole', hint="save the document as one file")


def _facts(contract: Contract, operation: Operation, source: SourceKind, most: int) -> list[Fact]:
    lines: dict[str, int] = {}
    return [_with_line(ground, contract, lines) for ground in grounded(contract, operation, source=source, most=most)]


def _with_line(ground: Grounded, contract: Contract, lines: dict[str, int]) -> Fact:
    if ground.pointer not in lines:
        lines[ground.pointer] = contract.position(ground.pointer).line
    return replace(ground.fact, line=lines[ground.pointer])
