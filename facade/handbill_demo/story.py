"""One campaign on each provider: created, changed, scheduled, read and listed, through the same code.

In: where a sandbox listens.  Out: what each verb took, natively, emulated or refused.
Never: knows how a provider does it; what differs is whom each can address.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import islice
from typing import Any

import handbill
from handbill import Audience, Content, Draft, SendAt, Unsupported

_SUBJECT = "Spring is here"
_WHEN = SendAt(datetime(2035, 4, 1, 9, tzinfo=UTC))
# What differs: how an audience is named, and whether content of its own is needed.
_AUDIENCES = {
    "loops": Audience(),
    "batch": Audience(languages=("fr",)),
    "autosend": Audience(everyone=True),
    "sendkit": Audience(),
}
_KEYS = {"batch": {"api_key": "sandbox", "project_key": "sandbox"}}


def told(url: str) -> list[dict[str, Any]]:
    """Tell the story on every provider; a `CallFailed` goes up."""
    return [_of_one(provider, f"{url.rstrip('/')}/{provider}") for provider in handbill.PROVIDERS]


def _of_one(provider: str, base_url: str) -> dict[str, Any]:
    keys = _KEYS.get(provider, {"api_key": "sandbox"})
    draft = Draft(
        name="Spring sale",
        content=Content(subject="Spring", html="<p>Everything is 20 % off.</p>"),
        audience=_AUDIENCES[provider],
    )
    with handbill.connect_by_name(provider, base_url=base_url, **keys) as campaigns:
        made = campaigns.create(draft, on_unsupported="omit")
        subject = Content(subject=_SUBJECT)
        base = Draft(
            name=draft.name, content=Content(subject=_SUBJECT, html=draft.content.html), audience=draft.audience
        )
        steps = [
            _step(campaigns, "create", lambda verbs: verbs.create(draft, on_unsupported="omit"), made),
            _step(campaigns, "update", lambda verbs: verbs.update(made.id, content=subject, base=draft)),
            _step(campaigns, "schedule", lambda verbs: verbs.schedule(made.id, _WHEN, base=base)),
            _step(campaigns, "get", lambda verbs: verbs.get(made.id)),
        ]
        steps.append(_listed(campaigns))
    return {"provider": provider, "id": made.id, "steps": steps}


def _step(campaigns: Any, verb: str, call: Callable[[Any], Any], done: Any = None) -> dict[str, Any]:
    """Plan a verb, send the plan unless that is *done*, and tell what it took."""
    try:
        plan = call(campaigns.plan)
        campaign = done or campaigns.send(plan)
    except Unsupported as error:
        return {"verb": verb, "level": "refused", "reason": error.reason, "requests": []}
    return {
        "verb": verb,
        "level": campaigns.capabilities[verb].level,
        "requests": [f"{request.method} {request.url}" for request in plan.requests],
        "status": campaign.status,
        "losses": [f"{loss.field}: {loss.what}" for loss in campaign.losses],
        "omitted": list(campaign.omitted),
    }


def _listed(campaigns: Any) -> dict[str, Any]:
    plan = campaigns.plan.list()
    found = list(islice(campaigns.list(), 100))
    requests = [f"{request.method} {request.url}" for request in plan.requests]
    return {"verb": "list", "level": campaigns.capabilities["list"].level, "requests": requests, "found": len(found)}
