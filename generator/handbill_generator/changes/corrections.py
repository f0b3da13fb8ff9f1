"""Read documents as the project corrects them: with the overlays of the clients that are emitted from them.

In: the folder that a comparison is seen from; then a document on the disk or at a revision.  Out: the `Document`.
Never: takes an overlay of today for a revision that does not have it; the contract of that day was the document alone.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath

from handbill_generator.changes.places import Tree
from handbill_generator.config import configured
from handbill_generator.diagnostics import ConfigError
from handbill_generator.load import Document


class Corrections:
    """The overlays of a project, by the document that they are for."""

    def __init__(self, overlays: Mapping[Path, Sequence[Path]]) -> None:
        self._overlays = overlays

    @classmethod
    def of_project(cls, root: Path) -> Corrections:
        """Give those that [tool.handbill] around *root* configures; none where it configures no client."""
        try:
            targets = configured(root, ())
        except ConfigError:
            targets = ()  # a project that emits no client has contracts all the same
        return cls({target.spec: [file.path for file in target.overlays] for target in targets if target.overlays})

    def concern(self, tree: Tree, path: str) -> bool:
        """Say whether the document at *path* of *tree* is corrected there."""
        return bool(self._files(tree, path))

    def document(self, tree: Tree, path: str, *, read: Document | None = None) -> Document:
        """Give the document at *path* of *tree*, which was *read* already or not, corrected; raises SpecError."""
        document = read or tree.document(path)
        files = self._files(tree, path)
        if not files:
            return document
        from handbill_generator.overlay import overlaid, read_overlay

        return overlaid(document, [read_overlay(tree.document(file)) for file in files]).document

    def _files(self, tree: Tree, path: str) -> list[str]:
        """Give the overlays for the document at *path* that *tree* has, as paths of *tree*."""
        location = tree.location(path) if self._overlays else None
        if location is None:
            return []
        spec = location.resolve()
        relative = [PurePath(os.path.relpath(file, spec.parent)) for file in self._overlays.get(spec, ())]
        beside = [posixpath.normpath(posixpath.join(posixpath.dirname(path), file.as_posix())) for file in relative]
        return [file for file in beside if tree.is_file(file)]


NO_CORRECTIONS = Corrections({})
