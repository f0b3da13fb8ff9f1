"""Decide what a client is made with: an argument and an environment variable for each security scheme.

In: a `Contract`, the name of the client, the schemes that its operations use.  Out: `Credential`s.
Never: sends one.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbill_generator.contract import Contract, SecurityScheme
from handbill_generator.plan.model import Credential
from handbill_generator.plan.names import CLIENT_KEY, LastRun, Scope
from handbill_generator.text import Code, Text, identifier

_CREDENTIAL_ARGUMENTS = frozenset("self super base_url timeout total_timeout max_retries http_client transport".split())


def credentials_of(contract: Contract, client: Code, used: set[str], last: LastRun) -> Iterator[Credential]:
    """Give a credential for each scheme that is *used*, in the order of the contract."""
    pointers = {contract.security_schemes[key].pointer for key in used}
    locked = last.names_in(f"client.{client}", pointers.__contains__, key=CLIENT_KEY)
    names = Scope(reserved=_CREDENTIAL_ARGUMENTS, locked=locked, spelt=identifier)
    for key, scheme in contract.security_schemes.items():
        if key in used:
            argument = names.give(scheme.pointer, identifier(key, fallback="credential"))
            yield Credential(
                key=Text(key),
                argument=argument,
                variable=Code(f"{client}_{argument.strip('_')}".upper()),
                kind=_credential_kind(scheme),
                wire_name=scheme.token_url or scheme.name or Text("Authorization"),
                scopes=scheme.scopes,
                documentation=scheme.description,
            )


def _credential_kind(scheme: SecurityScheme) -> Code:
    if scheme.type == "apiKey":
        return Code(scheme.location)
    if scheme.type == "http" and scheme.scheme == "basic":
        return Code("basic")
    if scheme.type == "oauth2" and scheme.token_url:
        return Code("oauth2")
    return Code("bearer")
