"""Join the lines of a flattened page that are one paragraph, and cut the page where the answers begin.

In: pieces.  Out: `Paragraph`s of each side.
Never: joins a run of values to the text before it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from handbill_generator.docs.pages.flattened_interface import Heading, heading_of, is_noise
from handbill_generator.docs.pages.flattened_pieces import Piece, Sort
from handbill_generator.docs.pages.reference_runs import Run, is_glued, run_of

WRAPPED = 50
"""The fewest characters of a line that was wrapped rather than ended."""
MAX_PARAGRAPH = 20_000
"""The most characters of one paragraph."""

_ENDS = (".", "!", "?", ":", ";", ")")
_RESPONSES = "Responses"


@dataclass(slots=True, kw_only=True)
class Paragraph:
    """A paragraph: *text* is without the *run* at its front."""

    text: str
    line: int
    run: Run | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The text of a page: the *summary* above the samples, then what describes each side.

    *request* is all of it, *body* what describes the fields of the body, the last time that it is printed.
    """

    summary: tuple[Paragraph, ...]
    request: tuple[Paragraph, ...]
    body: tuple[Paragraph, ...]
    response: tuple[Paragraph, ...]


def texts(pieces: Sequence[Piece], names: Collection[str]) -> Texts:
    """Cut *pieces* into the texts of a reference; *names* are names of fields."""
    first = next((at for at, piece in enumerate(pieces) if piece.sort is not Sort.text), 0)
    summary, rest = pieces[:first], [piece for piece in pieces[first:] if piece.sort is Sort.text]
    cut = next((at + 1 for at, piece in enumerate(rest) if is_glued(piece.text, _RESPONSES)), len(rest))
    request, response = rest[:cut], rest[cut:]
    bodies = [at + 1 for at, piece in enumerate(request) if heading_of(piece.text) is Heading.body]
    return Texts(
        summary=tuple(_paragraphs(summary, names)),
        request=tuple(_paragraphs(request, names)),
        body=tuple(_paragraphs(request[bodies[-1] if bodies else 0 :], names)),
        response=tuple(_paragraphs(response, names)),
    )


def _paragraphs(pieces: Sequence[Piece], names: Collection[str]) -> Iterator[Paragraph]:
    open_one: Paragraph | None = None
    for piece in pieces:
        if heading_of(piece.text) or is_noise(piece.text):
            continue
        is_open = open_one is not None and _is_wrapped(open_one)
        run = None if is_open else run_of(piece.text, names)
        goes_on = is_open or (run is None and not _begins(piece.text))
        if open_one is not None and goes_on and len(open_one.text) < MAX_PARAGRAPH:
            open_one.text += f" {piece.text}"
            continue
        if open_one is not None:
            yield open_one
        open_one = Paragraph(text=run.behind if run else piece.text, line=piece.line, run=run)
    if open_one is not None:
        yield open_one


def _is_wrapped(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph goes on in the next line: it is long and does not end as a sentence does."""
    text = paragraph.text
    return len(text) >= WRAPPED and " " in text and not text.endswith(_ENDS)


def _begins(line: str) -> bool:
    return not line[:1].islower() and not line.startswith(("(", ",", ";"))
