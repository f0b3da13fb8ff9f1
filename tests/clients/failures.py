"""Calls by name, and the errors that they raise.

In: an operation, a mode and where to call.  Out: what the call gives, or its error, which must be of the package.
Never: chooses what to send; that is the bare call of the contract's examples.
"""

from __future__ import annotations

from typing import Any

import pytest

from .calls import call_of
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


def make(name: str, mode: Mode, url: str, **options: Any) -> Any:
    """Make the bare call of an operation with a client of its own."""
    made = call_of(name)
    each = made.operation
    return call(each.provider, mode, url, each.call, *made.args, options=options, **made.kwargs)


def failure(each: Operation, mode: Mode, url: str, **options: Any) -> Any:
    """Make the bare call of an operation and give the error that it raises."""
    with pytest.raises(getattr(errors(each.provider), f"{each.provider.client}Error")) as caught:
        make(str(each), mode, url, **options)
    return caught.value


def get_failure(provider: Provider, mode: Mode, url: str, **options: Any) -> Any:
    """Fail at reading."""
    return failure(operation(GET[provider.name]), mode, url, **options)
