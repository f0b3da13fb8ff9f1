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


Chosen = tuple[tuple[Scheme, Secret], ...]


@dataclass(frozen=True, slots=True)
class Credentials:
    """The credentials of one client, by scheme; *given* are those that did not come from the environment."""

    schemes: Mapping[str, Scheme]
    secrets: Mapping[str, Secret]
    given: frozenset[str]

    @classmethod
    def of(cls, schemes: Mapping[str, Scheme], /, **arguments: str | None) -> Self:
        """Take what *arguments* hold, and from the environment what they do not."""
        secrets: dict[str, Secret] = {}
        for key, scheme in schemes.items():
            value = arguments[scheme.argument]
            if value is None:
                value = os.environ.get(scheme.variable)
            if value is not None:
                secrets[key] = Secret(value, scheme.argument)
        return cls(schemes, secrets, frozenset(k for k, s in schemes.items() if arguments[s.argument] is not None))

    def chosen(self, security: Security) -> Chosen:
        """Choose an alternative for which all credentials are there; raises `CredentialError` if there is none.

        What was given counts more than what the environment holds; then the fullest alternative is taken.
        """
        usable = [keys for keys in security if all(key in self.secrets for key in keys)]
        if not usable and security:
            raise CredentialError(f"give {' or '.join(self._wanted(keys) for keys in security)}")
        keys = max(usable, key=self._weight, default=())
        return tuple((self.schemes[key], self.secrets[key]) for key in keys)

    def _weight(self, keys: tuple[str, ...]) -> tuple[int, int]:
        given = len(self.given.intersection(keys))
        # Beside a credential that was given, the environment only fills in what is needed.
        return given, -len(keys) if given else len(keys)

    def _wanted(self, keys: tuple[str, ...]) -> str:
        schemes = [self.schemes[key] for key in keys]
        return " and ".join(f"{scheme.argument} (or set {scheme.variable})" for scheme in schemes)


def with_credentials(headers: Mapping[str, str], chosen: Chosen) -> dict[str, str]:
    """Give *headers* with the chosen credentials among them."""
    sent = dict(headers)
    for scheme, secret in chosen:
        if scheme.kind == "bearer":
            sent["authorization"] = f"Bearer {secret.reveal()}"
        elif scheme.kind == "header":
            sent[scheme.name.lower()] = secret.reveal()
    return sent
