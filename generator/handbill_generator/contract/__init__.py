"""The contract: one model of an OpenAPI document that every command reads."""

from handbill_generator.contract.model import (
    Contract,
    Encoding,
    Header,
    MediaType,
    Operation,
    Pagination,
    Parameter,
    RequestBody,
    Response,
    Retries,
    Schema,
    SecurityScheme,
    Server,
    ServerVariable,
    Tag,
    Webhook,
)
from handbill_generator.contract.read import read_contract

__all__ = [
    "Contract",
    "Encoding",
    "Header",
    "MediaType",
    "Operation",
    "Pagination",
    "Parameter",
    "RequestBody",
    "Response",
    "Retries",
    "Schema",
    "SecurityScheme",
    "Server",
    "ServerVariable",
    "Tag",
    "Webhook",
    "read_contract",
]
