"""Calls that fail, and the errors that they raise.

In: an operation, a mode and where to call.  Out: the error, which must be one of the package's own.
"""

from __future__ import annotations

from typing import Any

import pytest

from .cases import CASES, Case
from .contracts import Operation, operation
from .providers import Mode, Provider, call

GET = {
    "loops": "loops-getCampaign",
    "batch": "batch-getOrchestration",
    "autosend": "autosend-getCampaign",
    "sendkit": "sendkit-getCampaign",
}
"""A read of each client."""
POST = {
    "loops": "loops-createCampaign",
    "batch": "batch-createCampaign",
    "autosend": "autosend-createCampaign",
    "sendkit": "sendkit-createCampaign",
}
"""A write of each client that is not idempotent."""


def errors(provider: Provider) -> Any:
    """The errors module of a package."""
    return provider.module("errors")


def case_of(name: str) -> Case:
    """A call of an operation, from the tables."""
    return next(case for case in CASES if case.operation == name)


def failure(each: Operation, mode: Mode, url: str, **options: Any) -> Any:
    """Make the call of the tables and give the error that it raises."""
    case = case_of(str(each))
    root = getattr(errors(each.provider), f"{each.provider.client}Error")
    with pytest.raises(root) as caught:
        call(each.provider, mode, url, case.call, *case.args, options=options, **case.kwargs)
    return caught.value


def get_failure(provider: Provider, mode: Mode, url: str, **options: Any) -> Any:
    """Fail at reading."""
    return failure(operation(GET[provider.name]), mode, url, **options)
