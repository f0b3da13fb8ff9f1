"""Headers and other fields that are no parameters: credentials, and what says how a body is written.

In: a field as a page describes it.  Out: whether it is one, and its facts.
Never: keeps a value of a credential.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill_generator.docs.model import Attribute, Fact, Side
from handbill_generator.docs.pages.fields import Field
from handbill_generator.docs.pages.notes import about
from handbill_generator.docs.pages.sections import Section

_NAMES = frozenset({"authorization", "authorizations", "authentication", "proxy-authorization"})
_KEYS = re.compile(r"(?:x-)?[\w-]{0,40}?(?:api[-_]?key|auth[-_]?token|access[-_]?token|auth[-_]?key)", re.IGNORECASE)
_HEADER = re.compile(r"\bheader\b[^.]{0,60}?`?\b([A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+)`?", re.IGNORECASE)
_MEDIA_TYPE = re.compile(r"\b((?:application|multipart|text)/[\w.+-]{1,60})")
_NEGOTIATED = frozenset({"content-type", "accept"})
"""Headers that are no parameters in OpenAPI either."""


def is_credentials(location: str, name: str, section: Section) -> bool:
    """Whether a field is about credentials: by its name, or by the section that it is in."""
    if location == "body":
        return False
    if name.lower() in _NAMES:
        return True
    is_sent_beside = location in ("header", "cookie", "query")
    return is_sent_beside and (section.is_security or _KEYS.fullmatch(name) is not None)


def credentials(field: Field, location: str, name: str) -> Iterator[Fact]:
    """Give the security that a field describes, and that it is said to be where credentials cannot be."""
    security = _security(name, field, location)
    yield about(Side.neither, Attribute.security, security, line=field.line, source=field.source)
    if location == "path" or (location == "query" and name.lower() in _NAMES):
        path = (location, name)
        mislabelled = Attribute.mislabelled
        yield about(Side.request, mislabelled, location, line=field.line, source=field.source, path=path)


def is_negotiated(location: str, name: str) -> bool:
    """Whether a field is a header that says how bodies are written."""
    return location == "header" and name.lower() in _NEGOTIATED


def media_types(field: Field, name: str) -> Iterator[Fact]:
    """Give the media types that the description of `Content-Type` has."""
    if name.lower() != "content-type":
        return
    said = f"{field.default or ''} {field.description}"
    for media_type in dict.fromkeys(_MEDIA_TYPE.findall(said)):
        value = media_type.rstrip(".")
        yield about(Side.request, Attribute.media_type, value, line=field.line, source=field.source, path=("body",))


def _security(name: str, field: Field, location: str) -> str:
    """Say which security a field describes: `http bearer`, `http basic`, `oauth2`, or `apiKey header X-Api-Key`."""
    if name.lower() not in _NAMES:
        return f"apiKey {location} {name}"
    said = f"{field.type} {field.description}".lower()
    for word, security in (("bearer", "http bearer"), ("basic", "http basic"), ("oauth", "oauth2")):
        if word in said:
            return security
    header = _HEADER.search(field.description)
    return f"apiKey header {header[1] if header else 'Authorization'}"
