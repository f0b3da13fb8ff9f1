"""Judge what pages say: against a contract, against each other, and each against itself.

In: pages as facts, the facts of a contract with their pointers, docs.yaml.  Out: findings.
Never: reads a page or a contract; says anything that facts do not, so that a lock is judged as its page is.
"""

from handbill_generator.docs.judging.audit import audited
from handbill_generator.docs.judging.catalogue import IDS, explain
from handbill_generator.docs.judging.consistency import across, inconsistent
from handbill_generator.docs.judging.finding import fingerprint_of, found
from handbill_generator.docs.judging.grounds import grounds_of
from handbill_generator.docs.judging.held import Grounds
from handbill_generator.docs.judging.rulings import settled

__all__ = [
    "IDS",
    "Grounds",
    "across",
    "audited",
    "explain",
    "fingerprint_of",
    "found",
    "grounds_of",
    "inconsistent",
    "settled",
]
