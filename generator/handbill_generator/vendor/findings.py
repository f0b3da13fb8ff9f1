"""What `handbill vendor check` finds.

In: nothing.  Out: `Finding`, and what each id means.
Never: knows how it is found or written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handbill_generator.diagnostics import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that is not as the record says: a word of `IDS`, the entry *name*, where, what, and what to do."""

    id: str
    name: str
    position: Position
    message: str
    hint: str = ""


IDS: Mapping[str, str] = {
    "file-edited": "A vendored file is not as it was vendored, and no patch declares the edit.",
    "patch-edited": "A file with a declared patch is not as it was when the patch was declared.",
    "file-missing": "A vendored file is not there.",
    "file-extra": "A file that was not vendored lies in the folder of a vendored package.",
    "file-irregular": "A symlink, or something else that is no plain file, lies in the folder of a vendored package.",
    "kept-missing": "A file of .handbill-vendor, which an update needs, is not there or not as it was kept.",
    "manifest-differs": "The manifest of a vendored package is not the one that the record tells of.",
    "contract-newer": "The contract at the source of a package is not the one that the package was emitted from.",
    "dependency-missing": "The project does not require what a vendored package imports.",
    "dependency-range": "The project allows versions that a vendored package does not work with.",
    "run-interrupted": "A run of handbill vendor was killed or is at work; the project may hold parts of two states.",
}


def explain(id: str) -> str:
    """Give what an id means, empty for one that there is not."""
    return IDS.get(id, "")
