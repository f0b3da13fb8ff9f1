"""What an overlay was written for (Overlay 1.2.0, `extends`).

In: an overlay.  Out: the document that it extends, or what to say of it and another document.
Never: fetches.  An absolute address may be the one that a copy was once fetched from, so only a path tells anything.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from urllib.parse import unquote

from handbill_generator.bundle.where import Where
from handbill_generator.load import Document, pointer_of
from handbill_generator.load.source import shown
from handbill_generator.overlay.model import Notice, Overlay


def extended(overlay: Overlay) -> tuple[Path, str]:
    """Give the path of the document that *overlay* extends, and what messages call it.

    Raises SpecError where it does not say, or says no relative path.
    """
    path = _path(overlay)
    if path is None:
        at = Where(overlay.document, ("extends",) if overlay.extends else ())
        raise at.error("the overlay names no file that it extends", "give the document on the command line")
    name = os.path.normpath(PurePath(overlay.document.name).parent / _relative(overlay))
    return path, PurePath(name).as_posix()


def mismatch(overlay: Overlay, document: Document) -> list[Notice]:
    """Tell where *overlay* was written for another document than the one it is applied to."""
    path = _path(overlay)
    if path is None or path == document.path:
        return []
    pointer = pointer_of(("extends",))
    wanted, given = shown(overlay.extends, 200), shown(document.name, 200)
    return [
        Notice(
            position=overlay.document.position(pointer),
            pointer=pointer,
            message=f'the overlay was written for "{wanted}", not for "{given}"',
            hint="correct extends, or remove it",
        )
    ]


def _relative(overlay: Overlay) -> str:
    return unquote(overlay.extends.partition("#")[0])


def _path(overlay: Overlay) -> Path | None:
    """Give the path that `extends` is, links followed; None where it is none or no relative one."""
    if not overlay.extends or ":" in overlay.extends or overlay.extends.startswith("/"):
        return None
    try:
        return (overlay.document.path.parent / _relative(overlay)).resolve()
    except (OSError, ValueError, RuntimeError):
        return None
