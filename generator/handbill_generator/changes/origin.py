"""Find the contract that a package was emitted from.

In: its manifest, and the documents that it may come from.  Out: the contract and where it was found, or why it was not.
Never: takes a contract whose hash is not the manifest's.

The manifest has the hash of the contract and not its text; a repository has the text.  So the states of a document are
tried, the one on the disk first, then those of git's history from the newest on.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Generator, Iterable
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from handbill_generator.bundle import Bundle, bundle
from handbill_generator.changes.corrections import NO_CORRECTIONS, Corrections
from handbill_generator.changes.places import AtRevision, Tree
from handbill_generator.changes.repository import Repository
from handbill_generator.changes.revisions import Revision
from handbill_generator.config import configured
from handbill_generator.contract import Contract, read_contract
from handbill_generator.diagnostics import ConfigError, SpecError
from handbill_generator.manifest import Manifest

MOST_STATES = 500
"""How many commits that changed a document, or a file beside it, are tried."""

_OUTWARD = re.compile(rb"\$ref[\"']?\s*:\s*[\"']?[^#\"'\s]")
_HASH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What was found: the contract, how it is called (`1a2b3c4d5e:specs/loops/openapi.yaml`), or why there is none."""

    contract: Contract | None
    note: str


def configured_spec(manifest: Manifest, root: Path) -> Path | None:
    """Give the document that [tool.handbill] around *root* emits the package of *manifest* from, if it does."""
    try:
        targets = configured(root, ())
    except ConfigError:
        return None
    return next((target.spec for target in targets if target.package == manifest.package), None)


def origin(manifest: Manifest, places: Iterable[tuple[Tree, str]], corrections: Corrections = NO_CORRECTIONS) -> Origin:
    """Look for the contract of *manifest* among the states of the documents at *places*, in their order.

    They are read with the *corrections* that they had.
    """
    package = manifest.package
    why = ""
    for tree, path in places:
        try:
            with closing(_states(tree, path)) as states:
                for state, inside in states:
                    made = _bundled(state, inside, manifest.contract_sha256, corrections)
                    if made:
                        note = f"{package} was emitted from {made.name}"
                        return Origin(contract=read_contract(made), note=note)
        except ConfigError as error:
            why = f" ({error})"
    note = f"the contract that {package} was emitted from was not found{why}; only its Python names are compared"
    return Origin(contract=None, note=note)


def _states(tree: Tree, path: str) -> Generator[tuple[Tree, str], None, None]:
    """Give a document as it is, and then, the newest first, as it was; raises ConfigError where git cannot say."""
    yield tree, path
    with ExitStack() as stack:
        if isinstance(tree, AtRevision):
            repository, inside, start = tree.repository, path, tree.revision.name
        else:
            file = (tree.location(path) or Path(path)).resolve()
            repository = stack.enter_context(Repository(file.parent))
            inside, start = repository.prefix + file.name, "HEAD"
        folder = posixpath.dirname(inside)
        seen: set[str] = set()
        for commit in repository.history(repository.commit(start), folder, most=MOST_STATES):
            revision = Revision(repository, commit.oid[:_HASH])
            state = revision.oid(folder or inside)
            if state and state not in seen:
                seen.add(state)
                yield AtRevision(repository, revision), inside


def _bundled(tree: Tree, path: str, wanted: str, corrections: Corrections) -> Bundle | None:
    """Give the bundle of a document if its hash is *wanted*; it is only made where the document alone cannot tell."""
    with suppress(SpecError):  # a state that is no contract is not the one
        content = tree.content(path)
        alone = sha256(sha256(content).hexdigest().encode()).hexdigest()
        if alone == wanted or _OUTWARD.search(content) or corrections.concern(tree, path):
            made = bundle(corrections.document(tree, path), reader=tree.reader)
            return made if made.sha256 == wanted else None
    return None
