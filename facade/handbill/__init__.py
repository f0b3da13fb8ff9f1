"""One campaign API over four providers.

    import handbill
    from handbill import Audience, Content, Draft, SendAt

    with handbill.connect("autosend", api_key="...") as campaigns:  # or AUTOSEND_API_KEY in the environment
        content = Content(subject="Hello", html="<p>Hello</p>")
        spring = campaigns.create(Draft(name="Spring", content=content, audience=Audience(lists=("list-1",))))
        campaigns.update(spring.id, content=Content(subject="Hello again"))  # what is not named stays
        print(campaigns.plan.start(spring.id))  # what it would send, without sending it

Every provider has the same verbs and the same `Campaign`; what it cannot do raises `Unsupported` before any request.
`aconnect` is the async twin.
"""

from __future__ import annotations

# Names that are only passed on stand closer together than code does.
# fmt: off
# isort: skip_file
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, Unpack, cast, overload

from .campaigns import AsyncCampaigns, Campaigns, Planner
from .capabilities import FIELDS, VERBS, Capabilities, Capability, Level
from .errors import (
    CallFailed, Failure, Forbidden, HandbillError, InvalidRequest, Malformed, NotEditable, NotFound, OutcomeUnknown,
    ProviderDown, RateLimited, Refused, Unauthorized, Unexpected, Unreachable, Unsupported,
)
from .model import (
    UNKNOWN, Audience, Campaign, Content, Draft, Email, Gradual, Loss, SendAt, Sender, SendNow, Stats, Status,
    Throttle, Tracking, Unknown, Variant, Wait, Window,
)
from .plans import Plan, PlannedRequest

__all__ = [
    "FIELDS", "PROVIDERS", "UNKNOWN", "VERBS", "AsyncCampaigns", "Audience", "CallFailed", "Campaign", "Campaigns",
    "Capabilities", "Capability", "Content", "Draft", "Email", "Failure", "Forbidden", "Gradual", "HandbillError",
    "InvalidRequest", "Level", "Loss", "Malformed", "NotEditable", "NotFound", "OutcomeUnknown", "Plan",
    "PlannedRequest", "Planner", "ProviderDown", "RateLimited", "Refused", "SendAt", "SendNow", "Sender", "Stats",
    "Status", "Throttle", "Tracking", "Unauthorized", "Unexpected", "Unknown", "Unreachable", "Unsupported",
    "Variant", "Wait", "Window", "aconnect", "aconnect_by_name", "capabilities",
    "connect", "connect_by_name",
]
# fmt: on

if TYPE_CHECKING:
    from handbill_autosend import AsyncAutoSend, AutoSend
    from handbill_batch import AsyncBatch, Batch
    from handbill_loops import AsyncLoops, Loops
    from handbill_sendkit import AsyncSendKit, SendKit

    from .providers import autosend, batch, loops, sendkit

PROVIDERS = {name: f"{__name__}.providers.{name}" for name in ("loops", "batch", "autosend", "sendkit")}
"""The modules of the providers by name; each is imported when it is first asked for."""


@overload
def connect(
    provider: Literal["loops"], **options: Unpack[loops.Options]
) -> Campaigns[Loops, loops.Native, loops.Raw]: ...


@overload
def connect(
    provider: Literal["batch"], **options: Unpack[batch.Options]
) -> Campaigns[Batch, batch.Native, batch.Raw]: ...


@overload
def connect(
    provider: Literal["autosend"], **options: Unpack[autosend.Options]
) -> Campaigns[AutoSend, autosend.Native, autosend.Raw]: ...


@overload
def connect(
    provider: Literal["sendkit"], **options: Unpack[sendkit.Options]
) -> Campaigns[SendKit, sendkit.Native, sendkit.Raw]: ...


def connect(provider: str, **options: Any) -> Campaigns[Any, Any, Any]:
    """Open the campaigns of a provider.

    *options* are its credentials, taken from the environment where they are not given, and how to call: `base_url`,
    `timeout` and `total_timeout` in seconds, `max_retries`, `http_client`, `transport`, as its generated client has it.

    Raises ValueError for a provider that there is not, TypeError for a credential that it does not have, Unauthorized
    for one that cannot be sent.  For a name that is not known when the code is written there is `connect_by_name`.
    """
    return connect_by_name(provider, **options)


def connect_by_name(provider: str, **options: Any) -> Campaigns[Any, Any, Any]:
    """Open the campaigns of any provider; see `connect`."""
    adapter = adapter_of(provider)
    return Campaigns(adapter, adapter.open(0, options), options)


@overload
def aconnect(
    provider: Literal["loops"], **options: Unpack[loops.Options]
) -> AsyncCampaigns[AsyncLoops, loops.Native, loops.Raw]: ...


@overload
def aconnect(
    provider: Literal["batch"], **options: Unpack[batch.Options]
) -> AsyncCampaigns[AsyncBatch, batch.Native, batch.Raw]: ...


@overload
def aconnect(
    provider: Literal["autosend"], **options: Unpack[autosend.Options]
) -> AsyncCampaigns[AsyncAutoSend, autosend.Native, autosend.Raw]: ...


@overload
def aconnect(
    provider: Literal["sendkit"], **options: Unpack[sendkit.Options]
) -> AsyncCampaigns[AsyncSendKit, sendkit.Native, sendkit.Raw]: ...


def aconnect(provider: str, **options: Any) -> AsyncCampaigns[Any, Any, Any]:
    """Open the campaigns of a provider, to be awaited; see `connect`."""
    return aconnect_by_name(provider, **options)


def aconnect_by_name(provider: str, **options: Any) -> AsyncCampaigns[Any, Any, Any]:
    """Open the campaigns of any provider, to be awaited; see `connect`."""
    adapter = adapter_of(provider)
    return AsyncCampaigns(adapter, adapter.open(1, options), options)


def capabilities(provider: str) -> Capabilities:
    """Give what a provider can do: a row for each verb and field, with the reason and the evidence."""
    return cast("Capabilities", adapter_of(provider).table)


def adapter_of(provider: str) -> Any:
    """Give the adapter of a provider; raises ValueError where there is none."""
    if provider not in PROVIDERS:
        raise ValueError(f"there is no provider {provider!r}; there are {', '.join(PROVIDERS)}")
    return import_module(PROVIDERS[provider]).ADAPTER
