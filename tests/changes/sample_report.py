"""Reports as a comparison makes them, with text in them that no format may fall for."""

from __future__ import annotations

from datetime import date
from typing import Any

from handbill_generator.changes.model import (
    Acceptance,
    Change,
    Direction,
    Effect,
    FacadeCell,
    Level,
    Pair,
    Problem,
    Report,
    Side,
    SymbolChange,
    Versions,
)
from handbill_generator.diagnostics import Position

LOOPS = "specs/loops/openapi.yaml"
OLD_LOOPS = f"HEAD~1:{LOOPS}"
BATCH = "specs/batch/openapi.json"
GONE = "specs/gone/openapi.yaml"
REPOSITORY = "/srv/shop"

HOSTILE = (
    "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    "`code` ``` | a | b | @octocat #1 [link](https://evil.invalid/) ![pixel](https://evil.invalid/p.png) "
    "https://evil.invalid/raw www.evil.invalid \r\n::error file=x::forged\n::set-output name=a::b\x1b[31mred\x1b[0m "
    "\x07\x00\ufffe]]> </details> <!-- --> {{ 7 * 7 }} {% raw %} %0A 100% \u202egnp.exe \ud800 *bold* _it_ ~~s~~ \\"
)
"""Breaks out of HTML, Markdown, XML, a terminal, a workflow command or a template, if anything does."""


def side(file: str, line: int, pointer: str, value: Any = None, *, column: int = 9) -> Side:
    """Give a side of a change."""
    return Side(pointer=pointer, position=Position(file=file, line=line, column=column), value=value)


def change(id: str, fingerprint: str, **given: Any) -> Change:
    """Give a change of the sample's first pair; what is not given is as harmless as can be."""
    settings: dict[str, Any] = {
        "contract": LOOPS,
        "direction": Direction.response,
        "effect": Effect.widens,
        "wire": Level.compatible,
        "message": "something changed",
        "where": "POST /v1/campaigns · response 200",
        "operations": ("POST /v1/campaigns",),
    }
    return Change(id=id, fingerprint=fingerprint, **{**settings, **given})


def sample() -> Report:
    """Give a report of four pairs: one with all kinds of changes, one added, one removed, one without a change."""
    return Report(pairs=_pairs(), changes=_changes(), problems=_problems())


def many(count: int) -> Report:
    """Give a report of *count* changes."""
    levels = (Level.breaking, Level.risky, Level.compatible)
    changes = [
        change(
            "response-property-enum-value-added",
            f"{number:012x}",
            wire=levels[number * 3 // count],
            types=levels[number * 3 // count],
            message=f'the value "number-{number}" may come in things.{number}.status',
            where=f"schema Thing{number} · status",
            operations=tuple(f"GET /things/{number}/part-{part}" for part in range(number % 7)),
            old=side(OLD_LOOPS, number + 10, f"#/components/schemas/Thing{number}/properties/status", ["a", "b"]),
            new=side(LOOPS, number + 12, f"#/components/schemas/Thing{number}/properties/status", ["a", "b", "c"]),
            symbols=(
                SymbolChange(
                    symbol=f"handbill_loops.models.Thing{number}.status",
                    kind="retyped",
                    old='Literal["a", "b"] | str',
                    new='Literal["a", "b", "c"] | str',
                    call=Level.compatible,
                    types=levels[number * 3 // count],
                    imports=Level.compatible,
                    generated=f"models.py:{number + 40}",
                ),
            ),
        )
        for number in range(count)
    ]
    return Report(pairs=_pairs()[:1], changes=tuple(changes))


def hostile() -> Report:
    """Give a report in which every text that a document or a project supplies is `HOSTILE`."""
    symbol = SymbolChange(
        symbol=HOSTILE,
        kind="retyped",
        old=HOSTILE,
        new=HOSTILE,
        call=Level.breaking,
        types=Level.breaking,
        imports=Level.compatible,
        generated=HOSTILE,
        witness=HOSTILE,
    )
    common: dict[str, Any] = {
        "contract": HOSTILE,
        "wire": Level.breaking,
        "message": HOSTILE,
        "where": f"{HOSTILE} · {HOSTILE}",
        "hint": HOSTILE,
        "operations": (HOSTILE, f"2{HOSTILE}"),
        "tags": (HOSTILE,),
        "symbols": (symbol,),
        "facade": (FacadeCell(provider=HOSTILE, cell=HOSTILE, level=HOSTILE),),
        "policy": HOSTILE,
        "old": side(f"HEAD:{HOSTILE}", 1, f"#/{HOSTILE}", HOSTILE),
        "new": side(f"specs/{HOSTILE}", 2, f"#/{HOSTILE}", {HOSTILE: [HOSTILE]}),
    }
    accepted = Acceptance(fingerprint="bbbbbbbbbbbb", reason=HOSTILE, owner=HOSTILE, expires=date(2027, 1, 1))
    versions = Versions(old=HOSTILE, new=HOSTILE, given="unknown", api="major", package="major", enough=False)
    pair = Pair(name=HOSTILE, old=HOSTILE, new=HOSTILE, package=HOSTILE, versions=versions, notes=(HOSTILE,))
    return Report(
        pairs=(pair,),
        changes=(
            change("request-property-removed", "aaaaaaaaaaaa", **common),
            change("request-property-removed", "bbbbbbbbbbbb", **common, accepted=accepted),
        ),
        problems=(Problem(id="acceptance-unused", message=HOSTILE, position=Position(HOSTILE, 1, 1)),),
    )


def empty() -> Report:
    """Give the report of a contract in which nothing changed."""
    return Report(pairs=_pairs()[3:], changes=())


def nothing() -> Report:
    """Give the report of no contracts at all."""
    return Report(pairs=(), changes=())


def _pairs() -> tuple[Pair, ...]:
    none = Versions(old="", new="", given="unknown", api="none", package="none", enough=True)
    return (
        Pair(
            name=LOOPS,
            old=OLD_LOOPS,
            new=LOOPS,
            package="handbill_loops",
            versions=Versions(old="1.21.6", new="1.21.7", given="patch", api="major", package="major", enough=False),
            notes=("the package of HEAD~1 cannot be planned: specs/loops/openapi.yaml:88:5: no such component",),
        ),
        Pair(
            name=BATCH,
            old="",
            new=BATCH,
            package="handbill_batch",
            versions=Versions(old="", new="0.9.0", given="unknown", api="none", package="minor", enough=True),
        ),
        Pair(
            name=GONE,
            old=f"HEAD~1:{GONE}",
            new="",
            package="handbill_gone",
            versions=Versions(old="2.0.0", new="", given="unknown", api="major", package="major", enough=False),
        ),
        Pair(
            name="specs/sendkit/openapi.yaml",
            old="HEAD~1:specs/sendkit/openapi.yaml",
            new="specs/sendkit/openapi.yaml",
            package="handbill_sendkit",
            versions=none,
        ),
    )


def _changes() -> tuple[Change, ...]:
    body = "#/components/schemas/CampaignUpdate"
    status = "#/components/schemas/Campaign/properties/status"
    operations = (
        "DELETE /v1/campaigns/{campaignId}",
        "GET /v1/campaigns",
        "GET /v1/campaigns/{campaignId}",
        "GET /v1/campaigns/{campaignId}/metrics",
        "POST /v1/campaigns",
        "POST /v1/campaigns/{campaignId}",
        "POST /v1/campaigns/{campaignId}/cancel",
        "POST /v1/campaigns/{campaignId}/schedule",
        "POST /v1/campaigns/{campaignId}/send",
        "webhook campaign.sent",
    )
    return (
        change(
            "request-property-became-required",
            "1a6f0c3b9d52",
            direction=Direction.request,
            effect=Effect.narrows,
            wire=Level.breaking,
            call=Level.breaking,
            types=Level.breaking,
            message="the property mailingListId of the request body is required now",
            where="schema CampaignUpdate · mailingListId",
            hint="Keep it optional and let the server fill in the list that the account sends to by default",
            old=side(OLD_LOOPS, 412, f"{body}/required", ["name"], column=7),
            new=side(LOOPS, 418, f"{body}/required", ["name", "mailingListId"], column=7),
            operations=("POST /v1/campaigns/{campaignId}",),
            tags=("Campaigns",),
            symbols=(
                SymbolChange(
                    symbol="handbill_loops.resources.campaigns.Campaigns.update(mailing_list_id=)",
                    kind="became-required",
                    old="str | None | MISSING = MISSING",
                    new="str | None",
                    call=Level.breaking,
                    types=Level.breaking,
                    imports=Level.compatible,
                    generated="resources/campaigns.py:88",
                    witness="from handbill_loops import Loops\n\n\ndef use(loops: Loops) -> None:\n"
                    '    loops.campaigns.update("c1", name="Spring")\n',
                ),
                SymbolChange(
                    symbol="handbill_loops.models.CampaignUpdate.mailing_list_id",
                    kind="became-required",
                    old="str | None | MISSING",
                    new="str | None",
                    call=Level.breaking,
                    types=Level.breaking,
                    imports=Level.compatible,
                    generated="models.py:212",
                ),
            ),
            facade=(
                FacadeCell(provider="loops", cell="audience.list_id", level="native"),
                FacadeCell(provider="loops", cell="update", level="emulated"),
            ),
        ),
        change(
            "response-property-removed",
            "5be2a8d40f17",
            effect=Effect.both,
            wire=Level.risky,
            types=Level.breaking,
            message="the property recipientCount is gone from the response",
            where="schema CampaignMetrics · recipientCount",
            old=side(
                OLD_LOOPS,
                640,
                "#/components/schemas/CampaignMetrics/properties/recipientCount",
                {"type": "integer", "minimum": 0, "description": "How many people it went to."},
            ),
            new=None,
            operations=("GET /v1/campaigns/{campaignId}/metrics",),
            symbols=(
                SymbolChange(
                    symbol="handbill_loops.models.CampaignMetrics.recipient_count",
                    kind="removed",
                    old="int | MISSING",
                    new="",
                    call=Level.compatible,
                    types=Level.breaking,
                    imports=Level.compatible,
                    generated="models.py:301",
                    witness="from handbill_loops.models import CampaignMetrics\n\n\n"
                    "def use(metrics: CampaignMetrics) -> object:\n    return metrics.recipient_count\n",
                ),
            ),
        ),
        change(
            "api-operation-id-changed",
            "c07d11e2f9a8",
            direction=Direction.neither,
            effect=Effect.none,
            call=Level.breaking,
            types=Level.breaking,
            message='the operation is called "duplicateCampaign" now, no longer "cloneCampaign"',
            where="POST /v1/campaigns/{campaignId}/clone",
            old=side(OLD_LOOPS, 300, "#/paths/~1v1~1campaigns~1{campaignId}~1clone/post/operationId", "cloneCampaign"),
            new=side(LOOPS, 303, "#/paths/~1v1~1campaigns~1{campaignId}~1clone/post/operationId", "duplicateCampaign"),
            operations=("POST /v1/campaigns/{campaignId}/clone",),
            hint="Write `x-handbill-name: clone` beside it, and the method keeps its name",
            symbols=(
                SymbolChange(
                    symbol="handbill_loops.resources.campaigns.Campaigns.clone",
                    kind="renamed",
                    old="clone",
                    new="duplicate",
                    call=Level.breaking,
                    types=Level.breaking,
                    imports=Level.compatible,
                    generated="resources/campaigns.py:140",
                ),
            ),
        ),
        change(
            "webhook-removed",
            "f4e3d2c1b0a9",
            contract=GONE,
            direction=Direction.neither,
            effect=Effect.narrows,
            wire=Level.breaking,
            imports=Level.breaking,
            message="the whole contract is gone",
            where="webhook bounced",
            old=side(f"HEAD~1:{GONE}", 31, "#/webhooks/bounced", column=3),
            new=None,
            operations=("webhook bounced",),
        ),
        change(
            "response-property-enum-value-added",
            "90ab34cd56ef",
            wire=Level.risky,
            types=Level.risky,
            message='the value "Paused" may come in status',
            where="schema Campaign · status",
            hint="Readers that know only the old values must expect it",
            old=side(OLD_LOOPS, 500, f"{status}/enum", ["Draft", "Scheduled", "Sending", "Sent"]),
            new=side(LOOPS, 508, f"{status}/enum", ["Draft", "Scheduled", "Sending", "Sent", "Paused"]),
            operations=operations,
            tags=("Campaigns", "Metrics"),
            policy="severity of tag Campaigns: risky",
            symbols=(
                SymbolChange(
                    symbol="handbill_loops.models.Campaign.status",
                    kind="retyped",
                    old='Literal["Draft", "Scheduled", "Sending", "Sent"] | str',
                    new='Literal["Draft", "Scheduled", "Sending", "Sent", "Paused"] | str',
                    call=Level.compatible,
                    types=Level.risky,
                    imports=Level.compatible,
                    generated="models.py:64",
                ),
            ),
            facade=(FacadeCell(provider="loops", cell="status", level="lossy"),),
        ),
        change(
            "endpoint-added",
            "77aa00bb11cc",
            direction=Direction.neither,
            message="the operation is new",
            where="POST /v1/campaigns/{campaignId}/pause",
            old=None,
            new=side(LOOPS, 330, "#/paths/~1v1~1campaigns~1{campaignId}~1pause/post", column=5),
            operations=("POST /v1/campaigns/{campaignId}/pause",),
            symbols=(
                SymbolChange(
                    symbol="handbill_loops.resources.campaigns.Campaigns.pause",
                    kind="added",
                    old="",
                    new="(campaign_id: str) -> Campaign",
                    call=Level.compatible,
                    types=Level.compatible,
                    imports=Level.compatible,
                    generated="resources/campaigns.py:166",
                ),
            ),
        ),
        change(
            "request-parameter-max-increased",
            "0011aa22bb33",
            direction=Direction.request,
            message="the parameter perPage of the query may be up to 100, no longer only 50",
            where="GET /v1/campaigns · query perPage",
            old=side(OLD_LOOPS, 120, "#/paths/~1v1~1campaigns/get/parameters/1/schema/maximum", 50),
            new=side(LOOPS, 120, "#/paths/~1v1~1campaigns/get/parameters/1/schema/maximum", 100),
            operations=("GET /v1/campaigns",),
        ),
        change(
            "response-property-became-optional",
            "deadbeef0123",
            wire=Level.breaking,
            types=Level.breaking,
            message="the property sentAt of the response may be left out",
            where="schema Campaign · sentAt",
            old=side(OLD_LOOPS, 520, "#/components/schemas/Campaign/required", ["id", "sentAt"]),
            new=side(LOOPS, 530, "#/components/schemas/Campaign/required", ["id"]),
            operations=operations,
            accepted=Acceptance(
                fingerprint="deadbeef0123",
                reason="The provider has left it out since spring; nobody of us reads it",
                owner="platform@shop.example",
                expires=date(2027, 3, 31),
            ),
        ),
        change(
            "endpoint-added",
            "88bb11cc22dd",
            contract=BATCH,
            direction=Direction.neither,
            message="the contract is new",
            where="POST /campaigns",
            old=None,
            new=side(BATCH, 12, "#/paths/~1campaigns/post", column=7),
            operations=("POST /campaigns",),
        ),
    )


def _problems() -> tuple[Problem, ...]:
    position = Position(file="handbill-accepted.toml", line=14, column=1)
    return (
        Problem(
            id="acceptance-unused",
            message="no change has the fingerprint 4d5e6f708192; remove the entry",
            position=position,
        ),
    )
