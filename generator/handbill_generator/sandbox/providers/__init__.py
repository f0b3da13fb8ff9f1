"""How each of the four providers behaves, beside what its contract says.

In: requests that passed the contract.  Out: `PROVIDERS`, by name.
Never: knows HTTP; where a provider documents nothing, a comment says what was chosen.

Comments cite the fact sheet of the provider by section: `3.2`, or `A2` for a row of its ambiguities.
"""

from __future__ import annotations

from collections.abc import Mapping

from handbill_generator.sandbox.model import Provider
from handbill_generator.sandbox.providers import autosend, batch, loops, sendkit

PROVIDERS: Mapping[str, Provider] = {
    module.PROVIDER.name: module.PROVIDER for module in (loops, batch, autosend, sendkit)
}
