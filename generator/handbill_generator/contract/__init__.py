"""The contract: one model of an OpenAPI document that every command reads."""

from handbill_generator.contract.model import (
    Contract,
    Encoding,
    Flow,
    Header,
    Lifecycle,
    MediaType,
    Operation,
    Pagination,
    Parameter,
    RequestBody,
    Response,
    Retries,
    Schema,
    SecurityRequirement,
    SecurityScheme,
    Server,
    ServerVariable,
    Tag,
    Webhook,
)
from handbill_generator.contract.read import read_contract
from handbill_generator.diagnostics import Loss

__all__ = [
    "Contract",
    "Encoding",
    "Flow",
    "Header",
    "Lifecycle",
    "Loss",
    "MediaType",
    "Operation",
    "Pagination",
    "Parameter",
    "RequestBody",
    "Response",
    "Retries",
    "Schema",
    "SecurityRequirement",
    "SecurityScheme",
    "Server",
    "ServerVariable",
    "Tag",
    "Webhook",
    "read_contract",
]
