"""Make one document of many files.

In: the main document.  Out: a `Bundle`: one tree in which every `$ref` points inside, where each part came from, and
what led nowhere.
Never: fetches, leaves the root folder, takes for a reference what OpenAPI calls data, changes an internal pointer.

What a reference pulls in becomes a component.  Where OpenAPI has no component for it (a whole paths map, one
operation: other bundlers allow `$ref` there), the text itself stands in.

`rewriting` goes through the document.  `grammar` knows what is a reference, `files` and `identifiers` what it means,
`where` what to say about it, `ends` what becomes of one that leads nowhere, `settled` which documents need none of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from ..diagnostics import Loss, Position, SpecError
from ..load import JSON, STANDARD, Document, Limits, Tokens, pointer_of, tokens_of
from .files import DISK, Reader
from .rewriting import Bundling
from .settled import is_settled
from .where import Where, origin

__all__ = ["DISK", "Bundle", "Reader", "bundle"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """One document without outside references.  Nobody changes *tree*."""

    name: str
    """What messages call the main document."""
    tree: dict[str, JSON] = field(repr=False)
    sources: tuple[Document, ...] = field(repr=False)
    """The files it was made of, the main one first."""
    sha256: str
    """Over the contents of all sources in the order of their names."""
    origins: dict[Tokens, Where] = field(repr=False, compare=False)
    """Where the parts were written that stand elsewhere in their file, or in another."""
    losses: tuple[Loss, ...] = ()
    """The references that lead nowhere or not where they say, and what stands there now."""

    def position(self, pointer: str) -> Position:
        """Give the place of *pointer* in the file it was written in, as `Document.position` does."""
        where = origin(self.origins, tokens_of(pointer))
        return where.document.position(pointer_of(where.tokens))

    def whole(self) -> Bundle:
        """Give itself; raises SpecError where a reference leads nowhere.

        For whoever compares: what is missing would count as what allows anything.
        """
        for loss in self.losses:
            message, hint = f"the {loss.what} leads nowhere: {loss.why}", "correct the reference"
            raise SpecError(message, position=self.position(loss.pointer), pointer=loss.pointer, hint=hint)
        return self


def bundle(document: Document, *, root: Path | None = None, limits: Limits = STANDARD, reader: Reader = DISK) -> Bundle:
    """Pull into *document* what it refers to in files below *root*, by default the folder it is in.

    *reader* has these files.  A reference that leads nowhere or in a circle is among the losses.  Raises SpecError for
    a reference that is refused, for a file that is there and cannot be read, and for files past *limits*.
    """
    if is_settled(document.tree):
        whole: dict[Tokens, Where] = {(): Where(document, ())}
        content = sha256(document.content_sha256.encode()).hexdigest()
        return Bundle(name=document.name, tree=document.tree, sources=(document,), sha256=content, origins=whole)
    work = Bundling(document, root, limits, reader)
    work.run()
    sources = tuple(work.files.loaded.values())
    digests = "".join(source.content_sha256 for source in sorted(sources, key=lambda source: source.name))
    return Bundle(
        name=document.name,
        tree=work.tree,
        sources=sources,
        sha256=sha256(digests.encode()).hexdigest(),
        origins=work.origins,
        losses=tuple(work.ends.losses.values()),
    )
