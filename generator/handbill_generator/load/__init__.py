"""Read one file of a contract.

In: a path or bytes, JSON or YAML.  Out: a `Document`: plain values, and file:line:column for each of them.
Never: follows a `$ref`, fetches, constructs what a YAML tag names, answers a bad file with anything but SpecError.

`pointer` knows JSON pointers, `source` text and positions; `json_*` and `yaml_*` know one syntax each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from ..diagnostics import Position, SpecError
from . import json_reader, yaml_reader
from .json_places import JSONPlaces
from .pointer import JSON, Tokens, pointer_of, tokens_of, value_at
from .source import STANDARD, Limits, Places, Source

__all__ = [
    "JSON",
    "STANDARD",
    "Document",
    "Limits",
    "Places",
    "Tokens",
    "load",
    "load_bytes",
    "pointer_of",
    "tokens_of",
    "value_at",
]


# What such a file begins with: a byte order mark, or a character of ASCII (YAML 1.2.2, section 5.2).
# UTF-32 goes first, because its mark begins with that of UTF-16.
_OTHER_ENCODINGS = {b"\xff\xfe\0\0": "UTF-32", b"\0\0\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_OTHER_ENCODINGS |= {bytes((code, 0)): "UTF-16" for code in range(1, 128)}
_OTHER_ENCODINGS |= {bytes((0, code)): "UTF-16" for code in range(1, 128)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file as it was read.  Nobody changes *tree*: aliases share their values."""

    path: Path
    """Where the file is, absolute, symbolic links resolved."""
    name: str
    """What messages call it: the path as the user gave it."""
    content_sha256: str
    tree: dict[str, JSON] = field(repr=False)
    place: Callable[[Tokens], Position] = field(repr=False, compare=False)
    """Where something begins: a member of a mapping at its key; what is not there, where its nearest ancestor does."""

    def position(self, pointer: str) -> Position:
        """Give the place of *pointer* (`#/info/title`): of the key in a mapping, of the item in a list.

        Where the pointer leads nowhere it is the place of what it still reaches.
        """
        return self.place(tokens_of(pointer))


def load(path: Path, *, name: str | None = None, limits: Limits = STANDARD) -> Document:
    """Read the file at *path*; raises SpecError where it cannot be read or is not one JSON or YAML mapping."""
    name = str(path) if name is None else name
    try:
        with path.open("rb") as file:
            content = file.read(limits.bytes + 1)
        resolved = path.resolve()
    except (OSError, ValueError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        message = f'"{name}" cannot be read: {(reason or str(error)).lower()}'
        raise SpecError(message, hint="give the path of an OpenAPI file, JSON or YAML") from error
    return load_bytes(content, path=resolved, name=name, limits=limits)


def load_bytes(content: bytes, *, path: Path, name: str, limits: Limits = STANDARD) -> Document:
    """Read *content* as the file at *path* (absolute); raises SpecError as `load` does."""
    if len(content) > limits.bytes:
        message = f'"{name}" has more than {limits.bytes} bytes (limit "bytes")'
        raise SpecError(message, hint="split the document")
    source = Source(name, _text(content, name))
    tree, places = _read(source, path, limits)
    if not isinstance(tree, dict):
        kind = {list: "a list", str: "a string", type(None): "empty"}.get(type(tree), "a scalar")
        raise source.error(f"the document is {kind}, not a mapping", 0, "begin with a key such as openapi: 3.1.0")
    if len(content) > limits.text and (long := _too_long(tree, limits.text)):
        message = f'more than {limits.text} characters in one string (limit "text")'
        raise SpecError(message, position=source.position(places.offset(long)), hint="shorten the text")
    digest = sha256(content).hexdigest()
    return Document(
        path=path,
        name=name,
        content_sha256=digest,
        tree=tree,
        place=lambda tokens: source.position(places.offset(tokens)),
    )


def _too_long(tree: JSON, most: int) -> Tokens:
    """Give where a string or key of more than *most* characters stands, or ()."""
    return _way_to_long(tree, most) if _has_long(tree, most) else ()


def _has_long(tree: JSON, most: int) -> bool:
    waiting: list[dict[str, JSON] | list[JSON]] = [[tree]]
    while waiting:
        inside = waiting.pop()
        if isinstance(inside, dict):
            if any(len(key) > most for key in inside):
                return True
            inside = list(inside.values())
        for value in inside:
            if isinstance(value, str):
                if len(value) > most:
                    return True
            elif value and isinstance(value, dict | list):
                waiting.append(value)
    return False


def _way_to_long(tree: JSON, most: int) -> Tokens:
    waiting: list[tuple[Tokens, JSON]] = [((), tree)]
    while waiting:
        tokens, value = waiting.pop()
        members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, member in members:
            if isinstance(member, dict | list):
                waiting.append(((*tokens, str(key)), member))
            if (isinstance(member, str) and len(member) > most) or (isinstance(key, str) and len(key) > most):
                return (*tokens, str(key))
    return ()


def _text(content: bytes, name: str) -> str:
    for mark, encoding in _OTHER_ENCODINGS.items():
        if content.startswith(mark):
            raise Source(name, "").error(f"the file is {encoding}, not UTF-8", 0, "save the file as UTF-8")
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = Source(name, content[: error.start].decode("utf-8").removeprefix("\ufeff"))
        message = f"not UTF-8: the byte 0x{content[error.start]:02X} begins no character"
        raise before.error(message, len(before.text), "save the file as UTF-8") from error


def _read(source: Source, path: Path, limits: Limits) -> tuple[JSON, Places]:
    """Read JSON where the name or the first character says so; what only looks like it may be YAML's `{a: b}`."""
    is_json = path.suffix.lower() == ".json"
    if not source.text.strip():
        raise source.error("the file is empty", 0, "write an OpenAPI document into it")
    if is_json or source.text.lstrip().startswith("{"):
        try:
            tree = json_reader.read(source, limits)
        except json_reader.NotJSON as error:
            if is_json:
                raise error.problem from error.__cause__
        else:
            return tree, JSONPlaces(source.text)
    return yaml_reader.read(source, limits)
