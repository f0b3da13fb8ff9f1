"""What commands say of overlays: the options, and the suggestion of one that corrects a document.

In: options, a target, what is wrong with its document.  Out: files of overlays, hints, and the text of an overlay.
Never: emits anything.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handbill_generator.config import OverlayFile, Target
from handbill_generator.diagnostics import ConfigError, OutputError, SpecError
from handbill_generator.load import JSON, load

if TYPE_CHECKING:
    from handbill_generator.overlay.suggest import Suggestion
    from handbill_generator.pipeline import Build


def extended_document(files: tuple[OverlayFile, ...]) -> tuple[Path, str]:
    """Give the document that the first of some overlays extends, and what messages call it; raises SpecError."""
    from handbill_generator.overlay import read_overlay
    from handbill_generator.overlay.extending import extended

    return extended(read_overlay(load(files[0].path, name=files[0].shown)))


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong at *pointer*, as one line, and what to write in words."""

    pointer: str
    said: str
    hint: str = ""


def of_error(error: SpecError, target: Target) -> Wrong | None:
    """Give what an error says of the document of *target*; None where it is about another file or about no place."""
    if error.position is None or error.position.file != target.shown or error.pointer in ("", "#"):
        return None
    return Wrong(error.pointer, str(error), error.hint)


def of_losses(built: Build) -> list[Wrong]:
    """Give what the losses say that stand in the document itself."""
    return [
        Wrong(loss["pointer"], f"{loss['what']} became {loss['became']}: {loss['why']}")
        for loss in built.manifest.losses
        if built.contract.position(loss["pointer"]).file == built.target.shown
    ]


def with_suggestion(error: SpecError, target: Target) -> SpecError:
    """Give *error* with the target of an overlay action that corrects it, where one can."""
    wrong = of_error(error, target)
    found = suggestions([wrong], _tree(target)) if wrong else []
    if not found:
        return error
    hint = f"or correct it by an overlay action with the target {found[0].target} (see --suggest-overlay)"
    hint = f"{error.hint}, {hint}" if error.hint else hint
    return SpecError(error.message, position=error.position, pointer=error.pointer, hint=hint)


def suggestions(wrongs: Iterable[Wrong], tree: JSON) -> list[Suggestion]:
    """Give the actions that correct what is wrong in *tree*, those of the same place once."""
    from handbill_generator.overlay.suggest import suggested

    found = (suggested(tree, wrong.pointer, why=wrong.said, hint=wrong.hint) for wrong in wrongs)
    return list({suggestion.target: suggestion for suggestion in found if suggestion}.values())


def loss_entries(built: Build) -> list[dict[str, Any]]:
    """Give the losses as the manifest has them, each with the action that may correct it."""
    from handbill_generator.overlay.suggest import suggested

    entries: list[dict[str, Any]] = []
    tree = built.read.bundled.bundle.tree
    for loss in built.manifest.losses:
        entry: dict[str, Any] = dict(loss)
        is_own = built.contract.position(loss["pointer"]).file == built.target.shown
        if is_own and (suggestion := suggested(tree, loss["pointer"], why=loss["why"])):
            entry["overlay"] = suggestion.actions[0]
        entries.append(entry)
    return entries


def write_suggestion(path: Path, target: Target, wrongs: Iterable[Wrong], tree: JSON = None) -> str:
    """Write the overlay that is to correct the document of *target*, and say so in one line.

    Raises ConfigError where *path* is there, OutputError where it cannot be written.
    """
    from handbill_generator.overlay.suggest import overlay_text

    found = suggestions(wrongs, _tree(target) if tree is None else tree)
    if not found:
        return f"{path}: not written, as there is nothing that an overlay would correct"
    extends = os.path.relpath(target.spec.resolve(), path.resolve().parent)
    text = overlay_text(found, extends=Path(extends).as_posix(), title=target.shown)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise ConfigError(f"{path}: is there already; give --suggest-overlay another name") from None
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from error
    known = sum(suggestion.is_known for suggestion in found)
    return f"{path}: {len(found)} to correct, {known} of them filled in; edit it, and give it as --overlay"


def _tree(target: Target) -> JSON:
    """Give the tree of the document as it is with its overlays."""
    from handbill_generator.overlay import overlaid, read_overlay

    document = load(target.spec, name=target.shown)
    return overlaid(
        document, [read_overlay(load(file.path, name=file.shown)) for file in target.overlays]
    ).document.tree
