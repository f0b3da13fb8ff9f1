"""Read what the words of a page say: sentences, types, JSON examples and code samples.

In: a piece of a page's text, such as a description, the type of a field or a fenced sample.  Out: attributes and
values, types, statuses, JSON values.
Never: raises for any text; guesses.  A sentence that no pattern knows says nothing.  Everything is a pure function in
linear time.

`types` reads types, `wording` descriptions of a field, `rules` sentences about a whole body, `statuses` sentences
about answers, `examples` JSON in running text, `samples` code, and `names` finds the field that a noun means.
"""

from __future__ import annotations

from handbill_generator.docs.words.examples import FoundJson, echoes, facts_of, find_json, outline
from handbill_generator.docs.words.names import matching_name
from handbill_generator.docs.words.rules import read_rules
from handbill_generator.docs.words.samples import ABSENT, Absent, Sample, read_sample
from handbill_generator.docs.words.statuses import StatusSaid, read_statuses
from handbill_generator.docs.words.types import Typed, read_type
from handbill_generator.docs.words.wording import read_description

__all__ = [
    "ABSENT",
    "Absent",
    "FoundJson",
    "Sample",
    "StatusSaid",
    "Typed",
    "echoes",
    "facts_of",
    "find_json",
    "matching_name",
    "outline",
    "read_description",
    "read_rules",
    "read_sample",
    "read_statuses",
    "read_type",
]
