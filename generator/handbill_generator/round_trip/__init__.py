"""Change a JSON or YAML file and keep everything else in it as its authors wrote it.

In: a file, and its tree changed in memory.  Out: the file, other only where the trees differ; written in one step.
Never: reflows, reorders or reformats what did not change; writes what does not read back as the changed tree.

    original = read(path)
    tree = original.tree()             # plain mappings and lists, to be changed in place
    del tree["components"]["schemas"]["Unused"]
    save([original.changed(tree)])

Comments, blank lines, quotes, folds, indentation, line ends, the byte order mark and a missing last line end survive;
JSON has no comments, and keeps the rest.  What `load` refuses is refused here: text that is not UTF-8, several
documents in one file, a key twice, tags.  So is a change that aliases or merge keys would carry to other places.

`spans` knows where values stand, `lines` what is around them, `writing` how new ones are written, `splice` the rest.
"""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import unified_diff
from functools import lru_cache
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path
from typing import Any

from handbill_generator.diagnostics import OutputError, SpecError, one_line
from handbill_generator.load import JSON, Document, load, load_bytes
from handbill_generator.load.source import Source
from handbill_generator.round_trip.lines import Lines
from handbill_generator.round_trip.replace import replace
from handbill_generator.round_trip.spans import Span, is_json, json_spans, yaml_spans
from handbill_generator.round_trip.splice import Unplaceable, canonical, spliced
from handbill_generator.round_trip.writing import WrittenFloat, WrittenInt

__all__ = ["Change", "Original", "original_of", "read", "save", "written"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file as it was read to be changed."""

    document: Document
    content: bytes = field(repr=False)

    def tree(self) -> dict[str, Any]:
        """Give a copy of the values that is nobody else's: aliases share nothing, numbers know how they were written.

        >>> original.tree()["info"]["version"].text  # doctest: +SKIP
        '1.10'
        """
        text = _text(self.content)
        tree = _copy(self.document.tree, _spans(text), text)
        assert isinstance(tree, dict)
        return tree

    def changed(self, tree: dict[str, Any]) -> Change:
        """Give the change that makes the file say *tree*; raises SpecError where the text cannot be kept around it."""
        name, text = self.document.name, _text(self.content)
        if canonical(tree) == canonical(self.document.tree):
            return Change(original=self, content=self.content)
        source = Source(name, text)
        try:
            new = spliced(Lines(text, is_json=is_json(text)), _spans(text), self.document.tree, tree)
        except Unplaceable as error:
            raise _refusal(source, error.offset) from error
        except RecursionError:
            raise source.error(
                "the document is nested too deeply to be changed", 0, "use $ref instead of nesting"
            ) from None
        bom = codecs.BOM_UTF8 if self.content.startswith(codecs.BOM_UTF8) else b""
        content = bom + new.encode("utf-8")
        try:
            reread = load_bytes(content, path=self.document.path, name=name)
        except SpecError as error:
            raise _refusal(source, 0) from error
        if canonical(reread.tree) != canonical(tree):
            raise _refusal(source, 0)
        return Change(original=self, content=content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A file and what it is to hold."""

    original: Original
    content: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """What messages call the file."""
        return self.original.document.name

    def after(self) -> Original:
        """Give the file as it will have been read, for the next change."""
        document = load_bytes(self.content, path=self.original.document.path, name=self.name)
        return Original(document=document, content=self.content)

    @property
    def diff(self) -> str:
        """Give the change as a unified diff, empty where there is none; control characters are escaped."""
        before, after = (_text(content).splitlines(keepends=True) for content in (self.original.content, self.content))
        name = one_line(self.name)
        return "".join(map(_diff_line, unified_diff(before, after, f"a/{name}", f"b/{name}")))


def read(path: Path, *, name: str | None = None) -> Original:
    """Read the file at *path*; raises SpecError as `load` does, OutputError where somebody is just writing it."""
    return original_of(load(path, name=name))


def original_of(document: Document) -> Original:
    """Give the file that *document* was read from; raises OutputError where it is another by now."""
    try:
        content = document.path.read_bytes()
    except OSError as error:
        raise OutputError(f"{document.name}: {error.strerror or error}") from error
    if sha256(content).hexdigest() != document.content_sha256:
        raise OutputError(f"{document.name}: changed while it was read; run again")
    return Original(document=document, content=content)


def save(changes: Sequence[Change]) -> None:
    """Write every change, each file in one step; on any error before the first of these steps nothing is written.

    Raises OutputError where a file is not what was read any more, or cannot be written.
    """
    replace([(change.original.document.path, change.original.content, change.content) for change in changes])


def written(number: object) -> str | None:
    """Give how a number of `Original.tree` was written (`1.10`), None for everything else."""
    return number.text if isinstance(number, (WrittenInt, WrittenFloat)) else None


def _diff_line(line: str) -> str:
    shown = "\t".join(map(one_line, line.rstrip("\r\n").split("\t")))
    return f"{shown}\n" if line.endswith(("\r", "\n")) else f"{shown}\n\\ No newline at end of file\n"


def _text(content: bytes) -> str:
    return content.decode("utf-8").removeprefix("\ufeff")


@lru_cache(maxsize=2)  # to read a tree and to change it takes the same spans
def _spans(text: str) -> Span:
    return json_spans(text) if is_json(text) else yaml_spans(text)


def _refusal(source: Source, offset: int) -> SpecError:
    message = "this cannot be changed without changing more: an alias, a merge key or an unusual notation is in the way"
    return source.error(message, offset, "write it out, or make the change by hand")


def _copy(value: JSON, span: Span | None, text: str) -> JSON:
    """Copy *value*; *span* is where it is written, None below aliases and merge keys."""
    match value:
        case dict():
            written = {member.name: member.value for member in span.members} if span else {}
            return {name: _copy(item, written.get(name), text) for name, item in value.items()}
        case list():
            items = span.members if span else []
            return [_copy(item, member.value if member else None, text) for item, member in zip_longest(value, items)]
        case int() | float() if span and not span.style and not isinstance(value, bool):
            number: WrittenInt | WrittenFloat = (WrittenInt if isinstance(value, int) else WrittenFloat)(value)
            number.text = text[span.start : span.end].split()[-1]  # an anchor or a tag may stand before it
            return number
        case _:
            return value
