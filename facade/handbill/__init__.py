"""One campaign API over four providers.

The facade is not here yet; until it is, call a provider through its own client: `from handbill_loops import Loops`.
"""
