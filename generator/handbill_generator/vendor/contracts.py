"""The documents of a contract, kept with what was emitted from it.

In: a document on the disk.  Out: its bytes and those of the files it refers to; later, the contract again.
Never: takes documents for a contract whose hash is another.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from handbill_generator.bundle import Bundle, bundle
from handbill_generator.contract import Contract, read_contract
from handbill_generator.diagnostics import SpecError
from handbill_generator.load import load
from handbill_generator.vendor.project import KEPT_FOLDER
from handbill_generator.vendor.record import ContractKept, Vendored

_FOLDER = "contract"


@dataclass(frozen=True, kw_only=True)
class Documents:
    """A contract with its *files*, by path below the folder they share; *main* is the one that is the contract.

    *bundle* is what they make together, *shown* what messages call it.
    """

    shown: str
    main: str
    files: Mapping[str, bytes]
    bundle: Bundle

    @property
    def sha256(self) -> str:
        """The hash of the contract."""
        return self.bundle.sha256

    @cached_property
    def contract(self) -> Contract:
        """The contract that the documents are; raises SpecError where they are none."""
        return read_contract(self.bundle)

    @property
    def kept(self) -> dict[str, bytes]:
        """The files by the path that they are kept at."""
        return {f"{_FOLDER}/{path}": raw for path, raw in self.files.items()}

    def told(self) -> ContractKept:
        """Give the line of the record."""
        return ContractKept(
            title=self.contract.title.raw,
            version=self.contract.version.raw,
            sha256=self.sha256,
            document=f"{_FOLDER}/{self.main}",
        )


def documents(spec: Path, *, shown: str) -> Documents:
    """Read the document *spec* and what it refers to; raises SpecError where that cannot be done."""
    made = bundle(load(spec, name=shown))
    paths = [source.path for source in made.sources]
    # All of them lie below the folder of the main one: bundling refuses others.
    top = Path(os.path.commonpath([path.parent for path in paths]))
    files = {}
    for source in made.sources:
        raw = source.path.read_bytes()
        if sha256(raw).hexdigest() != source.content_sha256:
            raise SpecError(f'"{source.name}" changed while it was read', hint="run again")
        files[source.path.relative_to(top).as_posix()] = raw
    main = paths[0].relative_to(top).as_posix()
    return Documents(shown=shown, main=main, files=files, bundle=made)


def is_alone(spec: Path, wanted: str) -> bool:
    """Say whether *spec* is, without any other file, the contract whose hash is *wanted*."""
    try:
        return sha256(sha256(spec.read_bytes()).hexdigest().encode()).hexdigest() == wanted
    except OSError:
        return False


def kept_contract(root: Path, entry: Vendored) -> Contract | None:
    """Give the contract that *entry* was emitted from, None where none is kept; raises SpecError for a broken one."""
    if entry.contract is None or not entry.contract.document:
        return None
    shown = f"{KEPT_FOLDER}/{entry.name}/{entry.contract.document}"
    return read_contract(bundle(load(root / shown, name=shown)))
