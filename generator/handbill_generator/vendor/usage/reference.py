"""A place in the source of a project that names something of a vendored package."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A place that names *symbol*, dotted in the package; `models.Campaign.status`, `client.Loops`.

    *arguments* are the names given to a call, None where it is no call; *is_open* tells that a call gives more than can
    be read (`**values`).  *is_certain* is false where only the name of an attribute is known: *symbol* is `.status`.
    *is_there* is false for a member that its class does not have.
    """

    symbol: str
    line: int
    column: int
    arguments: frozenset[str] | None = None
    is_open: bool = False
    is_certain: bool = True
    is_there: bool = True
