"""A contract beside what pages say: its facts, and where they stand.

In: a contract.  Out: facts with pointers, the operation that a page means, the place of an element, what to edit.
Never: judges who is right.
"""

from handbill_generator.docs.grounding.facts import Grounded, grounded
from handbill_generator.docs.grounding.matching import matched
from handbill_generator.docs.grounding.places import Place, Places

__all__ = ["Grounded", "Place", "Places", "grounded", "matched"]
