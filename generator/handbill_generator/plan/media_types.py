"""Say what bodies of a media type become, and which media types of one body are worth having.

In: the `content` of a request body or a response.  Out: its media types, each with its kind.
Never: types a schema.

The kinds are `json`, `form`, `multipart`, `events`, `lines` (of JSON), `text`, `xml` and `bytes`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from handbill_generator.contract import MediaType, RequestBody, Response
from handbill_generator.text import Text

_KINDS = {
    "application/x-www-form-urlencoded": "form",
    "multipart/form-data": "multipart",
    "text/event-stream": "events",
    **dict.fromkeys(
        (
            "application/json-lines",
            "application/json-seq",
            "application/jsonl",
            "application/jsonlines",
            "application/ndjson",
            "application/x-jsonlines",
            "application/x-ndjson",
        ),
        "lines",
    ),
}
STREAMS = frozenset({"events", "lines"})

Typed = tuple[MediaType, str]


def essence(media_type: MediaType | Text) -> str:
    """Give a media type without its parameters, in lower case."""
    name = media_type.name if isinstance(media_type, MediaType) else media_type
    return name.raw.partition(";")[0].strip().lower()


def kind_of(media_type: MediaType) -> str:
    """Give the kind of a media type; ranges that take everything are JSON, unless the schema speaks of bytes."""
    found = essence(media_type)
    if found in ("*/*", "application/*"):
        return "bytes" if is_binary(media_type) else "json"
    if is_json(found):
        return "json"
    if is_xml(found):
        # What is XML says itself in which encoding it is written (RFC 7303, section 3).
        return "xml"
    if found.endswith("+json-seq"):
        return "lines"  # RFC 8091
    return _KINDS.get(found, "text" if found.startswith("text/") else "bytes")


def is_json(found: str) -> bool:
    """Whether the essence of a media type says that it is JSON."""
    return found.endswith(("/json", "+json"))


def is_xml(found: str) -> bool:
    """Whether the essence of a media type says that it is XML."""
    return found.endswith(("/xml", "+xml"))


def is_binary(media_type: MediaType) -> bool:
    """Whether the schema of a media type speaks of bytes."""
    keywords = media_type.schema.keywords if media_type.schema else {}
    return isinstance(keywords, Mapping) and keywords.get("format") == "binary"


def chosen(content: tuple[MediaType, ...]) -> tuple[MediaType | None, str]:
    """Choose the one media type that can be typed best: JSON, then text, then whatever is first."""
    found = {kind: media_type for media_type in reversed(content) for kind in [kind_of(media_type)]}
    kind = next((kind for kind in ("json", "text") if kind in found), kind_of(content[0]) if content else "none")
    return found.get(kind), kind


def worth_having(
    content: tuple[MediaType, ...], *, has_files: Callable[[MediaType], bool] = lambda _: False
) -> list[Typed]:
    """Choose the media types that carry something of their own: JSON first, the others in document order, ranges last.

    Several that have one schema are the same thing written in several ways, of which one is enough: JSON, except for
    what *has_files*, which JSON cannot hold.
    """
    kept: list[Typed] = []
    for media_type in sorted(content, key=_place):
        kind = kind_of(media_type)
        twin = next((i for i, (known, _) in enumerate(kept) if _is_same(known, media_type)), None)
        if twin is None or (kind in STREAMS and essence(kept[twin][0]) != essence(media_type)):
            kept.append((media_type, kind))
        elif kind == "multipart" and kept[twin][1] != "multipart" and has_files(media_type):
            kept[twin] = (media_type, kind)
    return kept


def holds_nothing(body: RequestBody) -> bool:
    """Whether a body may be left out and could only be an empty object, so that there is nothing to send.

    Converters from older formats write such a body to every GET.
    """
    return bool(body.content) and not body.required and all(map(_is_closed_and_empty, body.content))


def _is_closed_and_empty(media_type: MediaType) -> bool:
    keywords = media_type.schema.keywords if media_type.schema else {}
    if not isinstance(keywords, Mapping) or keywords.keys() - {"type", "properties", "additionalProperties"}:
        return False
    return keywords.get("additionalProperties") is False and not keywords.get("properties")


def _place(media_type: MediaType) -> tuple[bool, bool]:
    is_json = kind_of(media_type) == "json"
    return not is_json, not is_json and "*" in media_type.name.raw


def accepted(answers: Iterable[Response]) -> Text:
    """Write the Accept header: the media types of successes, and behind them those of errors that they do not cover."""
    successes: dict[str, None] = {}
    errors: dict[str, None] = {}
    for answer in answers:
        found = errors if answer.status[0] in "45" else successes
        kept = (media_type for media_type, _ in worth_having(answer.content))
        found |= {name: None for name in map(_acceptable, kept) if name}
    # Where nothing is documented, errors are JSON more often than not.
    names = list(successes) or ["application/json"]
    covered = {name.partition(";")[0] for name in names}
    others = [f"{name};q=0.5" for name in errors if name.partition(";")[0] not in covered and "*/*" not in covered]
    return Text(", ".join([*names, *others]))


def _acceptable(media_type: MediaType) -> str:
    name = media_type.name.raw.strip()
    if not name.isascii() or not name.isprintable() or "," in name:
        return ""
    if kind_of(media_type) == "json" and "*" in name:
        return "application/json"
    # An encoding of characters is no matter of Accept (RFC 9110, section 12.5.1).
    parts = [part for part in map(str.strip, name.split(";")) if not part.lower().startswith("charset=")]
    return ";".join(parts)


def _is_same(one: MediaType, other: MediaType) -> bool:
    # That two pictures are both bytes does not make them the same.
    is_structured = one.schema is not None and kind_of(one) in ("json", "form", "multipart")
    return essence(one) == essence(other) or (is_structured and _says(one) == _says(other))


def _says(media_type: MediaType) -> object:
    return (media_type.schema and media_type.schema.keywords, media_type.items and media_type.items.keywords)
