"""A contract beside what pages say: its facts, and where they stand.

In: a contract.  Out: facts with pointers, the operation that a page means, the place of an element, what to edit.
Never: judges who is right.

`reader` and `seen` look at schemas, `stating` at keywords, `messages` at what an operation sends; `facts`, `places`,
`matching` and `published` stand on these; `edits` suggests what `applying` makes; `symbols` knows the emitted names.
"""

from handbill_generator.docs.grounding.applying import Applied, applied
from handbill_generator.docs.grounding.edits import suggested
from handbill_generator.docs.grounding.facts import Grounded, grounded
from handbill_generator.docs.grounding.matching import key_of, matched
from handbill_generator.docs.grounding.outranking import is_outranked
from handbill_generator.docs.grounding.places import Place, Places
from handbill_generator.docs.grounding.published import page_of_document, page_of_text
from handbill_generator.docs.grounding.symbols import Symbols

__all__ = [
    "Applied",
    "Grounded",
    "Place",
    "Places",
    "Symbols",
    "applied",
    "grounded",
    "is_outranked",
    "key_of",
    "matched",
    "page_of_document",
    "page_of_text",
    "suggested",
]
