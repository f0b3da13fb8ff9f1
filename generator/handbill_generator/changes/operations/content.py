"""Compare what a body carries: its media types.

In: the `content` of both sides.  Out: findings about media types and the writing of forms, schemas handed over.
Never: takes a charset or capitals for another media type.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from handbill_generator.changes.model import Direction, Effect
from handbill_generator.changes.operations.place import Spotted, by_essence
from handbill_generator.changes.schemas import Place
from handbill_generator.contract import Encoding, MediaType


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Whose content it is: the *word* that ids of media types begin with, who sends it, and the place in words."""

    word: str
    direction: Direction
    where: str

    @property
    def body(self) -> str:
        """The word that ids of a body begin with."""
        return f"{self.word.removesuffix('-body')}-body"


def compare_content(
    at: Spotted, old: tuple[MediaType, ...], new: tuple[MediaType, ...], carried: Carried, *, gone_to: str
) -> None:
    """Find what changed; *gone_to* is the place in the new document of a content that lacks a media type."""
    before, after = by_essence(old), by_essence(new)
    is_sent = carried.direction is Direction.request
    for name, media in after.items():
        if name in before:
            where = f"{carried.where} {name}"
            _compare_media_type(at, before[name], media, replace(carried, where=where))
        else:
            at.report(
                f"{carried.word}-media-type-added",
                "media-type",
                # A client says in Accept which media types it reads, and is not sent another.
                Effect.widens if is_sent else Effect.none,
                f"the media type {name} was added",
                direction=carried.direction,
                old=None,
                new=(media.pointer, name),
                where=carried.where,
            )
    for name, media in before.items():
        if name not in after:
            at.report(
                f"{carried.word}-media-type-removed",
                "media-type",
                Effect.narrows if is_sent else Effect.widens,
                f"the media type {name} was removed",
                direction=carried.direction,
                old=(media.pointer, name),
                new=(gone_to, list(after)),
                where=carried.where,
                key=name,
            )


def _compare_media_type(at: Spotted, old: MediaType, new: MediaType, carried: Carried) -> None:
    for before, after in ((old.schema, new.schema), (old.items, new.items)):
        if before and after:
            at.compare(before, after, Place.body, direction=carried.direction, where=carried.where)
        elif before or after:
            action = "added" if after else "removed"
            at.report(
                f"{carried.body}-media-type-schema-{action}",
                "media-type",
                Effect.narrows if after else Effect.widens,
                f"the schema of the body was {action}",
                direction=carried.direction,
                old=((before or old).pointer, None),
                new=((after or new).pointer, None),
                where=carried.where,
            )
    for name in [*new.encoding, *(name for name in old.encoding if name not in new.encoding)]:
        _compare_encoding(at, old, new, name, carried)


def _compare_encoding(at: Spotted, old: MediaType, new: MediaType, name: str, carried: Carried) -> None:
    before, after = old.encoding.get(name), new.encoding.get(name)
    if _told(before) == _told(after):
        return
    at.report(
        f"{carried.body}-encoding-changed",
        "encoding",
        Effect.both,
        f'the property "{name}" of the form is written otherwise',
        direction=carried.direction,
        old=((before or old).pointer, _told(before)),
        new=((after or new).pointer, _told(after)),
        where=carried.where,
        key=name,
    )


def _told(encoding: Encoding | None) -> list[object]:
    """Give what decides how a property is written; what is not said is as usual."""
    if encoding is None:
        return ["", "", True, False]
    return [encoding.content_type.raw, encoding.style, encoding.explode, encoding.has_headers]
