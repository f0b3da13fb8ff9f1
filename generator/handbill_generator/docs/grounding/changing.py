"""Make edits in the tree of one file.

In: a tree to be changed in place, and edits with their places in it.  Out: what could not be made.
Never: takes an item of a list for another one because its number is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from handbill_generator.bundle.where import Where
from handbill_generator.diagnostics import SpecError
from handbill_generator.docs.findings import Edit
from handbill_generator.load import value_at
from handbill_generator.load.pointer import index_of


@dataclass(frozen=True, slots=True)
class Placed:
    """An edit and the place in a file that it is for; the file is as it was when the edit was suggested."""

    edit: Edit
    where: Where

    @property
    def is_appended(self) -> bool:
        """Whether the edit adds to the end of a list."""
        return self.edit.action == "add" and self.where.tokens[-1:] == ("-",)

    @property
    def was(self) -> Any:
        """What stands at the place, None where nothing does."""
        try:
            return self.where.value
        except KeyError:
            return None


def made(tree: dict[str, Any], edits: Sequence[Placed]) -> Iterator[SpecError]:
    """Make *edits* in *tree*, and say which do not fit what stands there."""
    # Items of lists are found before any of them moves; what is added to a list comes first, so that no list is
    # taken for one that ends empty, and what is taken out of a list is taken last.
    taken: list[tuple[list[Any], Any, Placed]] = []
    for placed in sorted(edits, key=lambda placed: not placed.is_appended):
        *above, last = placed.where.tokens
        try:
            holder: Any = value_at(tree, above)
        except KeyError:
            yield placed.where.error("what is to be edited is not there any more", "run again")
            continue
        match holder:
            case dict():
                yield from _in_mapping(holder, last, placed)
            case list() if placed.edit.action == "add":
                if not _holds(holder, placed.edit.value):
                    holder.append(deepcopy(placed.edit.value))
            case list() if index_of(last) is not None and _holds(holder, placed.was):
                if placed.edit.action == "remove":
                    taken.append((holder, placed.was, placed))
                else:
                    holder[_index(holder, placed.was)] = deepcopy(placed.edit.value)
            case _:
                yield placed.where.error("what is to be edited is not there any more", "run again")
    for holder, value, placed in taken:
        if len(holder) > 1 and _holds(holder, value):
            del holder[_index(holder, value)]
        elif _holds(holder, value):
            yield from _emptied(tree, placed)


def _in_mapping(holder: dict[str, Any], key: str, placed: Placed) -> Iterator[SpecError]:
    edit = placed.edit
    known = holder.get(key)
    match edit.action:
        case "add" if key not in holder:
            holder[key] = deepcopy(edit.value)
        case "add" if isinstance(known, list) and isinstance(edit.value, list):
            known += [deepcopy(value) for value in edit.value if not _holds(known, value)]
        case "add" if isinstance(known, dict) and isinstance(edit.value, dict) and not known.keys() & edit.value.keys():
            known |= deepcopy(edit.value)
        case "remove" if isinstance(known, list) and (kept := [item for item in known if not _holds(placed.was, item)]):
            known[:] = kept  # another edit added to it
        case "remove" if key in holder:
            del holder[key]
        case "replace" if key in holder and (known == placed.was or known == edit.value):
            holder[key] = deepcopy(edit.value)
        case _ if known == edit.value:
            return  # another edit did the same
        case _:
            yield placed.where.error("this was edited in another way already", "make the change by hand")


def _emptied(tree: dict[str, Any], placed: Placed) -> Iterator[SpecError]:
    """Remove a list of what is required with its last name; other lists are not to be empty."""
    *above, key, _ = placed.where.tokens
    if key == "required":
        holder: Any = value_at(tree, above)
        del holder[key]
    else:
        yield placed.where.error("this is the last item of its list", "make the change by hand")


def _holds(items: list[Any], value: Any) -> bool:
    return any(_plain(item) == _plain(value) for item in items)


def _index(items: list[Any], value: Any) -> int:
    return next(index for index, item in enumerate(items) if _plain(item) == _plain(value))


def _plain(value: Any) -> tuple[bool, Any]:
    # `true` is not 1; a number of a tree knows how it was written, and equals one that does not.
    return isinstance(value, bool), value
