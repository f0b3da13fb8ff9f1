"""How credentials are kept, chosen and put into requests."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NoReturn, Self

from .errors import CredentialError

Security = tuple[tuple[str, ...], ...]
"""Alternatives, each naming the schemes that go together.  An empty alternative needs no credential."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A security scheme of the contract, and where the caller gives its credential."""

    kind: Literal["bearer", "basic", "header", "query", "cookie"]
    name: str
    argument: str
    variable: str


class Secret:
    """A credential that is never shown: not printed, not logged, not pickled."""

    __slots__ = ("_value",)

    def __init__(self, value: str, argument: str) -> None:
        if not value or not value.isprintable() or not value.isascii() or value != value.strip():
            raise CredentialError(f"{argument} must be printable ASCII without spaces around it")
        self._value = value

    def reveal(self) -> str:
        """Give the credential, to put it into a request."""
        return self._value

    def __repr__(self) -> str:
        return "Secret('***')"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a credential cannot be pickled")


@dataclass(frozen=True, slots=True)
class Credentials:
    """The credentials of one client, by scheme."""

    schemes: Mapping[str, Scheme]
    secrets: Mapping[str, Secret]

    @classmethod
    def of(cls, schemes: Mapping[str, Scheme], **given: str | None) -> Self:
        """Take what was *given*, by argument, and from the environment what was not."""
        secrets: dict[str, Secret] = {}
        for key, scheme in schemes.items():
            value = given[scheme.argument]
            if value is None:
                value = os.environ.get(scheme.variable)
            if value is not None:
                secrets[key] = Secret(value, scheme.argument)
        return cls(schemes, secrets)

    def chosen(self, security: Security) -> tuple[tuple[Scheme, Secret], ...]:
        """Choose the fullest alternative for which all credentials are there; raises `CredentialError` if none is."""
        usable = [keys for keys in security if all(key in self.secrets for key in keys)]
        if not usable and security:
            raise CredentialError(f"give {' or '.join(self._wanted(keys) for keys in security)}")
        keys = max(usable, key=len, default=())
        return tuple((self.schemes[key], self.secrets[key]) for key in keys)

    def _wanted(self, keys: tuple[str, ...]) -> str:
        schemes = [self.schemes[key] for key in keys]
        return " and ".join(f"{scheme.argument} (or set {scheme.variable})" for scheme in schemes)


def credential_headers(chosen: tuple[tuple[Scheme, Secret], ...]) -> dict[str, str]:
    """Give the headers that carry the chosen credentials."""
    headers: dict[str, str] = {}
    for scheme, secret in chosen:
        if scheme.kind == "bearer":
            headers["Authorization"] = f"Bearer {secret.reveal()}"
        elif scheme.kind == "header":
            headers[scheme.name] = secret.reveal()
    return headers
