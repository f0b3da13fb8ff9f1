"""Correct a document from outside, by overlays (OpenAPI Overlay Specification 1.0, 1.1 and 1.2).

In: the main `Document` of a contract, and overlays.  Out: the document that they make of it; each value has the place
where it was written, in the document or in an overlay.
Never: changes a tree that was read, fetches what an overlay extends, runs a target without an end.

`read` knows what an overlay looks like, `queries` finds what a target selects, `parts` changes trees with their places,
`apply` does one action after the other, `extending` knows which document an overlay was written for, `suggest` writes
the overlay that corrects what is wrong.
"""

from handbill_generator.overlay.apply import Overlaid, overlaid
from handbill_generator.overlay.model import Action, Notice, Overlay
from handbill_generator.overlay.read import read_overlay

__all__ = ["Action", "Notice", "Overlaid", "Overlay", "overlaid", "read_overlay"]
