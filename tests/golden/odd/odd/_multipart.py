"""Bodies of multipart/form-data (RFC 7578)."""

from __future__ import annotations

import mimetypes
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import BaseModel, PlainSerializer, PlainValidator

from ._forms import USUAL, Encoding, Encodings, pairs_of, plain_of, text_of
from ._uploads import BinaryFile, chunks_of, is_file, joined

if TYPE_CHECKING:
    from ._transport import Content

Piece: TypeAlias = bytes | Iterable[bytes]


def _checked(value: object) -> object:
    try:
        if _is_upload(value) and not isinstance(value, list):
            return value
    except TypeError as error:
        raise ValueError(str(error)) from None
    raise ValueError("a file is bytes, a file open in binary mode, or (name, file) or (name, file, media type)")


def _refused(value: object) -> None:
    raise ValueError("a file can be sent in a multipart body only")


FileInput = Annotated[
    bytes | BinaryFile | tuple[str, bytes | BinaryFile] | tuple[str, bytes | BinaryFile, str],
    PlainValidator(_checked),
    PlainSerializer(_refused, when_used="json"),
]
"""A file to send: bytes, a file open in binary mode, or a tuple of file name, one of these, and maybe a media type."""


def multipart_of(body: object, encodings: Encodings) -> tuple[Content, dict[str, str]]:
    """Write a form, what is no file first; raises TypeError for what is no object."""
    if not isinstance(body, BaseModel | Mapping):
        raise TypeError(f"a form is an object and not {type(body).__name__}")
    boundary = os.urandom(16).hex()
    pieces: list[Piece] = []
    for head, piece in _parts(body, encodings):
        pieces += [f"--{boundary}\r\n{head}\r\n\r\n".encode(), piece, b"\r\n"]
    content, headers = joined([*pieces, f"--{boundary}--\r\n".encode()])
    return content, {"content-type": f"multipart/form-data; boundary={boundary}"} | headers


def _parts(body: BaseModel | Mapping[str, Any], encodings: Encodings) -> Iterator[tuple[str, Piece]]:
    plain, files = _sorted(body)
    for name, value in plain.items():
        encoding = encodings.get(name, USUAL)
        if encoding.style:
            yield from ((_head(key), text.encode()) for key, text in pairs_of(name, value, encoding, str))
        else:
            for item in value if isinstance(value, list) else [value]:
                kind = _stated(encoding) or ("application/json" if isinstance(item, dict | list) else "")
                yield _head(name, kind=kind), text_of(item).encode()
    for name, value in files.items():
        for item in value if isinstance(value, list) else [value]:
            yield _file_part(name, item, encodings.get(name, USUAL))


def _sorted(body: BaseModel | Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give what is no file as JSON has it, and the files, by the names of the contract."""
    if isinstance(body, BaseModel):
        files = {name: value for name, value in body if _is_upload(value)}
        fields = type(body).model_fields
        plain = body.model_dump(mode="json", by_alias=True, exclude=set(files))
        return plain, {(name in fields and fields[name].alias) or name: value for name, value in files.items()}
    files = {name: value for name, value in body.items() if _is_upload(value)}
    return {name: plain_of(value) for name, value in body.items() if name not in files}, files


def _file_part(name: str, value: Any, encoding: Encoding) -> tuple[str, Piece]:
    filename, file, *rest = value if isinstance(value, tuple) else ("", value)
    stated = getattr(file, "name", "")
    filename = filename or (os.path.basename(stated) if isinstance(stated, str) else "") or "upload"
    kind = "".join(rest) or _stated(encoding) or mimetypes.guess_type(filename)[0] or "application/octet-stream"
    return _head(name, filename=filename, kind=kind), file if isinstance(file, bytes) else chunks_of(file)


def _stated(encoding: Encoding) -> str:
    # Several media types, or a range of them, leave the choice to whoever sends the part.
    return "" if {*encoding.content_type} & {"*", ","} else encoding.content_type


def _head(name: str, *, filename: str = "", kind: str = "") -> str:
    if not kind.isprintable():
        raise ValueError(f"{kind!r} is not a media type")
    head = f'Content-Disposition: form-data; name="{_escaped(name)}"'
    head += f'; filename="{_escaped(filename)}"' if filename else ""
    return f"{head}\r\nContent-Type: {kind}" if kind else head


def _escaped(text: str) -> str:
    # As browsers do (WHATWG HTML, section 4.10.21.8); a backslash would be read as itself.
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _is_upload(value: object) -> bool:
    match value:
        case list():
            return bool(value) and all(map(_is_upload, value))
        case (str(), file) | (str(), file, str()):
            return isinstance(file, bytes) or is_file(file)
    return isinstance(value, bytes) or is_file(value)
