"""The JSON objects that `bookshop` sends and receives.

A field that is `MISSING` was not there, or is not sent; `None` is null.  `MISSING` is true in a condition, so ask
`if x is not MISSING`.  What a response brings beyond these fields is kept in `model_extra`; an enum of a response takes
words that the contract does not know yet, and an unknown member of a union arrives as a plain dict.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import MISSING, Field, model_validator

from ._model import DateTime, Model


class Book(Model):
    """A book of the shop."""

    id: str
    """Given by the shop."""
    title: str
    """What stands on the cover. 1 to 200 characters."""
    subtitle: str | None | MISSING = MISSING
    genre: Genre
    authors: list[Author] | MISSING = MISSING
    price: int | float | MISSING = MISSING
    """At least 0. The server's default is `9.5`."""
    added_at: Annotated[DateTime | MISSING, Field(alias="addedAt")] = MISSING


class BookInput(Model):
    """A book of the shop."""

    title: Annotated[str, Field(max_length=200, min_length=1)]
    """What stands on the cover. 1 to 200 characters."""
    subtitle: str | None | MISSING = MISSING
    genre: Genre
    authors: list[Author] | MISSING = MISSING
    price: Annotated[int | float | MISSING, Field(ge=0.0)] = MISSING
    """At least 0. The server's default is `9.5`."""


class BookUpdate(Model):
    """At least 1 member."""

    title: Annotated[str | MISSING, Field(min_length=1)] = MISSING
    """At least 1 character."""
    subtitle: str | None | MISSING = MISSING
    """`null` takes it away."""
    genre: Genre | MISSING = MISSING

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.genre is not MISSING and self.title is MISSING:
            raise ValueError("title must be given where genre is given")
        if not self.model_dump():
            raise ValueError("at least one field must be given")
        return self


class BookList(Model):
    books: list[Book]
    next_cursor: Annotated[str | None, Field(alias="nextCursor")]
    """Null on the last page."""


class BookSold(Model):
    """A book left the shop."""

    event: Literal["book.sold"]
    book_id: Annotated[str, Field(alias="bookId")]
    price: int | float | MISSING = MISSING


class Author(Model):
    name: str
    born_on: Annotated[date | MISSING, Field(alias="bornOn")] = MISSING


Genre: TypeAlias = Literal["novel", "poetry", "cookery"] | str
"""Where it stands."""


class Problem(Model):
    """What went wrong."""

    error: ProblemError


class ProblemError(Model):
    code: str | MISSING = MISSING
    message: str
