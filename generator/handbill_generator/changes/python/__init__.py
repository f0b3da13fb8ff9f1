"""Say which Python symbols of an emitted package change between two contracts, and prove it.

In: two packages, in memory or on disk.  Out: `Consequence`s, each with its verdicts, and witnesses that a type checker
accepts before and refuses after.
Never: imports or runs a package.
"""

from __future__ import annotations

from handbill_generator.changes.python.clients import compare_clients
from handbill_generator.changes.python.comparison import Comparison, Consequence
from handbill_generator.changes.python.definitions import compare_definitions
from handbill_generator.changes.python.emitted import Emitted, emitted, emitted_from
from handbill_generator.changes.python.packages import compare_errors, compare_exports, compare_webhooks
from handbill_generator.changes.python.pairing import paired
from handbill_generator.changes.python.resources import compare_resources
from handbill_generator.changes.python.witness import with_witness

__all__ = ["Consequence", "Emitted", "emitted", "emitted_from", "symbol_changes", "with_witness"]


def symbol_changes(old: Emitted, new: Emitted) -> tuple[Consequence, ...]:
    """Give what changes for those who use the package *old* and get *new*, in the order of its files.

    Raises SpecError for files that are not as they were emitted.
    """
    if old.files == new.files:
        return ()
    at = Comparison(old=old, new=new, pairs=paired(old, new))
    compare_definitions(at)
    compare_resources(at)
    compare_clients(at)
    compare_errors(at)
    compare_webhooks(at)
    compare_exports(at)
    return tuple(at.found)
