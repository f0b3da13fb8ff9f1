"""Compare schemas as sets of the values that they accept.

In: the schemas of two contracts, place by place.  Out: what narrows or widens a set, with where it stands.
Never: says whether that is bad.

`view` reads a schema into a `Node`, one spelling for each set (`merging`, `unions`, `ranges`); `compare` holds two
nodes side by side (`scalars`, `members`, `alternatives`); `graph` goes from pair to pair; `ids` and `facets` hold the
words.
"""

from handbill_generator.changes.schemas.facets import FACETS
from handbill_generator.changes.schemas.graph import SchemaDifference, SchemaGraph
from handbill_generator.changes.schemas.ids import Place, schema_ids

__all__ = ["FACETS", "Place", "SchemaDifference", "SchemaGraph", "schema_ids"]
