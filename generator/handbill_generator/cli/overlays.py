"""What commands say of overlays: the options, and the suggestion of one that corrects a document.

In: options, a target, what is wrong with its document.  Out: files of overlays, hints, and the text of an overlay.
Never: emits anything.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handbill_generator.config import OverlayFile, Target
from handbill_generator.diagnostics import ConfigError, OutputError, SpecError, one_line
from handbill_generator.load import JSON, load

if TYPE_CHECKING:
    from handbill_generator.overlay.suggest import Suggestion, Wrong
    from handbill_generator.pipeline import Build


def extended_document(files: tuple[OverlayFile, ...]) -> tuple[Path, str]:
    """Give the document that the first of some overlays extends, and what messages call it; raises SpecError."""
    from handbill_generator.overlay import read_overlay
    from handbill_generator.overlay.extending import extended

    return extended(read_overlay(load(files[0].path, name=files[0].shown)))


def of_error(error: SpecError, target: Target) -> Wrong | None:
    """Give what an error says of the document of *target*; None where it is about another file or about no place."""
    from handbill_generator.overlay.suggest import Wrong

    if error.position is None or error.position.file != target.shown or error.pointer in ("", "#"):
        return None
    return Wrong(pointer=error.pointer, said=str(error), told=error.hint)


def of_losses(built: Build) -> list[Wrong]:
    """Give what the losses say that stand in the document itself."""
    from handbill_generator.overlay.suggest import Wrong

    return [
        Wrong(
            pointer=loss["pointer"],
            said=one_line("{position}: {what} became {became}: {why} [{pointer}]".format_map(loss)),
            told=loss["why"],
            what=loss["what"],
            became=loss["became"],
        )
        for loss in built.manifest.losses
        if built.contract.position(loss["pointer"]).file == built.target.shown
    ]


def with_suggestion(error: SpecError, target: Target) -> SpecError:
    """Give *error* with the target of an overlay action that corrects it, where one can."""
    wrong = of_error(error, target)
    found = _suggestions([wrong], _tree(target)) if wrong else []
    if not found:
        return error
    hint = f"or correct it by an overlay action with the target {found[0].target} (see --suggest-overlay)"
    hint = f"{error.hint}, {hint}" if error.hint else hint
    return SpecError(error.message, position=error.position, pointer=error.pointer, hint=hint)


def loss_entries(built: Build) -> list[dict[str, Any]]:
    """Give the losses as the manifest has them, each with the actions that may correct it."""
    found = {suggestion.wrong.pointer: suggestion for suggestion in _suggestions(of_losses(built), _tree_of(built))}
    entries: list[dict[str, Any]] = []
    for loss in built.manifest.losses:
        entry: dict[str, Any] = dict(loss)
        if suggestion := found.get(loss["pointer"]):
            entry["overlay"] = {"actions": list(suggestion.actions), "is_known": suggestion.is_known}
        entries.append(entry)
    return entries


def write_suggestion(path: Path, target: Target, found: Build | SpecError) -> str:
    """Write the overlay that is to correct what was *found* in the document of *target*, and say so in one line.

    Raises ConfigError where *path* is there, OutputError where it cannot be written.
    """
    from handbill_generator.overlay.suggest import overlay_text

    if isinstance(found, SpecError):
        wrong = of_error(found, target)
        suggestions = _suggestions([wrong], _tree(target)) if wrong else []
    else:
        suggestions = _suggestions(of_losses(found), _tree_of(found))
    if not suggestions:
        return f"{path}: not written, as there is nothing that an overlay would correct"
    extends = os.path.relpath(target.spec.resolve(), path.resolve().parent)
    text = overlay_text(suggestions, extends=Path(extends).as_posix(), title=target.shown)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise ConfigError(f"{path}: is there already; give --suggest-overlay another name") from None
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from error
    known = sum(suggestion.is_known for suggestion in suggestions)
    return f"{path}: {len(suggestions)} to correct, {known} of them filled in; edit it, and give it as --overlay"


def _suggestions(wrongs: Iterable[Wrong], tree: JSON) -> list[Suggestion]:
    """Give the actions that correct what is wrong in *tree*, those of the same place once, and those that move last."""
    from handbill_generator.overlay.suggest import suggested

    found = (suggested(tree, wrong) for wrong in wrongs)
    once = {(suggestion.target, suggestion.is_known): suggestion for suggestion in found if suggestion}
    return sorted(once.values(), key=lambda suggestion: len(suggestion.actions))


def _tree_of(built: Build) -> JSON:
    """Give the tree of the document, with its overlays, as it was before references were followed."""
    return built.read.bundled.bundle.sources[0].tree


def _tree(target: Target) -> JSON:
    """Give the tree of a document that could not be read to its end, as it is with its overlays."""
    from handbill_generator.overlay import overlaid, read_overlay

    document = load(target.spec, name=target.shown)
    return overlaid(
        document, [read_overlay(load(file.path, name=file.shown)) for file in target.overlays]
    ).document.tree
