"""Laws of the four over the wire, as an independent reader of the contracts checks them: schemathesis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.contract import Contract, Operation
from handbill_generator.sandbox import Sandbox, serve
from handbill_generator.sandbox.contracts import specs_folder
from handbill_generator.sandbox.credentials import presentation
from handbill_generator.sandbox.providers import PROVIDERS
from hypothesis import HealthCheck, Phase, given, seed, settings

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
pytestmark = pytest.mark.filterwarnings("ignore")  # what schemathesis warns of in its own engines

EXAMPLES = 3
"""Of each operation and mode; all of it together takes half a minute on two cores."""

CHECKS = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
]
UNDOCUMENTED = {"listContactProperties", "listPublishedTransactionalEmails"}
"""Operations whose parameters can be wrong, and whose contracts do not say what then happens."""


@pytest.mark.parametrize("mode", schemathesis.GenerationMode)
@pytest.mark.parametrize("name", PROVIDERS)
def test_every_answer_is_what_the_contract_says(name: str, mode: schemathesis.GenerationMode) -> None:
    """What the contract allows is answered as it documents, what it does not allow is refused, and nothing is a 500."""
    with Sandbox(seed=7) as sandbox, serve(sandbox) as running:
        contract = sandbox.player(name).service.contract
        known = {operation.id.raw: operation for operation in contract.operations}
        statuses = Counter[int]()
        for operation in _operations(specs_folder() / name / "openapi.yaml"):
            meant = known[operation.definition.raw["operationId"]]
            if mode is schemathesis.GenerationMode.POSITIVE or _can_be_wrong(meant):
                headers = _headers(contract, meant, sandbox.providers[name].credentials)
                statuses.update(_call(operation, mode, running.url_of(name), headers))
        assert sandbox.violations == []
    assert not {401, 405, 500} & set(statuses)
    assert 400 in statuses if mode is schemathesis.GenerationMode.NEGATIVE else min(statuses) < 300


def _call(
    operation: schemathesis.APIOperation, mode: schemathesis.GenerationMode, url: str, headers: dict[str, str]
) -> list[int]:
    """Call an operation some times and check what comes back; gives the statuses."""
    schemathesis.checks.load_all_checks()
    checks = schemathesis.checks.CHECKS.get_by_names(CHECKS)
    is_open = operation.definition.raw["operationId"] in UNDOCUMENTED
    statuses: list[int] = []

    @seed(7)
    @settings(
        max_examples=EXAMPLES,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(generation_mode=mode))
    def call(case: schemathesis.Case) -> None:
        response = case.call(base_url=url, headers=headers)
        statuses.append(response.status_code)
        case.validate_response(response, checks=checks[:1] if is_open and response.status_code == 400 else checks)

    call()
    return statuses


def _operations(document: Path) -> list[schemathesis.APIOperation]:
    """Read a contract; unknown parameters are tolerated and credentials are ours, so neither is generated."""
    generation = {"allow-extra-parameters": False, "with-security-parameters": False}
    config = schemathesis.Config.from_dict({"generation": generation})
    schema = schemathesis.openapi.from_path(document, config=config)
    return [found.ok() for found in schema.get_all_operations()]


def _can_be_wrong(operation: Operation) -> bool:
    """Whether there is a body, or a parameter that not every text fits; for others schemathesis seeks for long."""
    schemas = [parameter.schema.keywords for parameter in operation.parameters if parameter.schema]
    return bool(operation.request_body) or any({"enum", "pattern"} & set(each) or _is_typed(each) for each in schemas)


def _is_typed(keywords: Mapping[str, Any]) -> bool:
    return keywords.get("type", "string") != "string"


def _headers(contract: Contract, operation: Operation, credentials: Mapping[str, str]) -> dict[str, str]:
    """Give the credentials of the shortest alternative that an operation takes."""
    keys = min(operation.security, key=len, default=())
    return dict(presentation(contract.security_schemes[key], credentials[key]) for key in keys)
