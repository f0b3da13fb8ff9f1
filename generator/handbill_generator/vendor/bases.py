"""Find the text that a vendored file had before somebody edited it.

In: an entry and a path.  Out: the bytes, or None.
Never: takes bytes whose digest is not the one in the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from handbill_generator import __version__
from handbill_generator.changes.repository import Repository
from handbill_generator.changes.revisions import Revision
from handbill_generator.diagnostics import HandbillError
from handbill_generator.manifest import Manifest, read_manifest
from handbill_generator.vendor.digests import digest, plain
from handbill_generator.vendor.facade import FACADE, fitted
from handbill_generator.vendor.record import Vendored
from handbill_generator.vendor.sources import again, emit
from handbill_generator.vendor.state import kept_files
from handbill_generator.vendor.together import facade_and_clients

MOST_STATES = 200
"""How many commits that changed a file are tried."""
_BASES = "base"


def kept_base(path: str) -> str:
    """Give where the base of a file is kept, below the kept folder."""
    return f"{_BASES}/{path}"


def base_of(root: Path, entry: Vendored, path: str) -> bytes | None:
    """Give the file *path* of *entry* as it was vendored, with plain newlines, or None where nobody has it.

    It is looked for among what is kept, in git, where the package came from, and by emitting the kept contract again.
    """
    kept = kept_files(root, entry).get(kept_base(path))
    for candidate in (*([kept] if kept is not None else ()), *_candidates(root, entry, path)):
        if digest(candidate) == entry.files[path]:
            return plain(candidate)
    return None


def _candidates(root: Path, entry: Vendored, path: str) -> Iterator[bytes]:
    yield from _in_git(root, f"{entry.path}/{path}")
    for files in _upstream(root, entry):
        if path in files:
            yield files[path]


def _in_git(root: Path, path: str) -> Iterator[bytes]:
    with suppress(HandbillError), Repository(root) as repository:
        inside = repository.prefix + path
        for commit in repository.history(repository.commit("HEAD"), inside, most=MOST_STATES):
            with suppress(HandbillError):  # a commit that removed it
                yield Revision(repository, commit.oid).read(inside)


def _upstream(root: Path, entry: Vendored) -> Iterator[dict[str, bytes]]:
    with suppress(HandbillError):
        yield dict(_again(root, entry))
    if entry.contract and entry.contract.document and entry.handbill == __version__:
        document = root / entry.kept_folder / entry.contract.document
        shown = entry.source.place or document.name
        with suppress(HandbillError):
            built = emit(document, shown=shown, package=entry.package, known=_known(root, entry))
            yield {path: text.encode("utf-8") for path, text in built.files.items()}


def _again(root: Path, entry: Vendored) -> dict[str, bytes]:
    if entry.package == FACADE and entry.clients:
        what = str(root / entry.source.place) if entry.source.place else ""
        files = dict(facade_and_clients(what, root=root)[0].files)
        return fitted(files) if entry.rewritten else files
    known = _known(root, entry)
    return dict(again(entry.source, root=root, name=entry.name, package=entry.package, known=known).files)


def _known(root: Path, entry: Vendored) -> Manifest | None:
    with suppress(HandbillError):
        return read_manifest(root / entry.path)
    return None
