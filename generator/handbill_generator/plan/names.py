"""Give every thing of one scope its own Python name, and keep the names that were given before.

In: wanted names in document order, and the names that the manifest of the last run recorded.
Out: a mapping that is total, injective (also after casefolding) and stable: adding a thing renames no other.
Never: looks at types, touches files, or renames what the manifest knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from handbill_generator.text import Code

CLIENT_KEY = "#/info/title"
"""The manifest's key for the name of the client: an API that changes its title keeps the class."""


class Scope:
    """Names of one module, class or signature, given one by one.

    *reserved* holds the names that the emitted text needs for itself; *locked* maps the pointer of a thing to the name
    it had in the last run.  Locked names are set aside first, so that whoever comes new has to give way.  A locked name
    that *spelt* would write otherwise is not one of ours: the manifest could be anybody's.
    """

    def __init__(
        self,
        *,
        reserved: Iterable[str] = (),
        locked: Mapping[str, str] | None = None,
        spelt: Callable[[str], str] = str,
    ) -> None:
        self._locked = {pointer: name for pointer, name in (locked or {}).items() if spelt(name) == name}
        self._taken = {name.casefold() for name in reserved}
        self._set_aside = {name.casefold(): pointer for pointer, name in self._locked.items()}
        self._tried: dict[Code, int] = {}

    def give(self, pointer: str, *wanted: Code, explicit: Code | None = None) -> Code:
        """Give the thing at *pointer* its name: the *explicit* one, the locked one, or the first free one of *wanted*.

        A number is put behind the last one where even that is taken.
        """
        locked = self._locked.get(pointer)
        if explicit is not None:
            wanted = (explicit,)
        elif locked is not None and locked.casefold() not in self._taken:
            wanted = (Code(locked),)
        name = next((name for name in wanted if self._free(name, pointer)), None)
        number = self._tried.get(wanted[-1], 2)
        while name is None:
            candidate = _numbered(wanted[-1], number)
            name = candidate if self._free(candidate, pointer) else None
            number += 1
            # Thousands may want one name.  What is only set aside may yet be free for another.
            if candidate.casefold() in self._taken and self._tried.get(wanted[-1], 2) == number - 1:
                self._tried[wanted[-1]] = number
        self._taken.add(name.casefold())
        return name

    def _free(self, name: str, pointer: str) -> bool:
        folded = name.casefold()
        return folded not in self._taken and self._set_aside.get(folded, pointer) == pointer


def _numbered(name: Code, number: int) -> Code:
    if not name[-1].isdecimal():
        return Code(f"{name}{number}")
    # A class name has no underscores: datamodel-code-generator would take them out.
    return Code(f"{name}No{number}" if name[0].isupper() else f"{name}_{number}")


_CLASS = "class:"


def class_key(pointer: str) -> str:
    """Give the manifest's key for the class of what stands at *pointer*: a property's own key is that of its field."""
    tokens = pointer.rsplit("/", 2)
    return f"{_CLASS}{pointer}" if len(tokens) == 3 and tokens[1] == "properties" else pointer


def pointer_in(key: str) -> str:
    """Give the pointer in a key of the manifest."""
    return key.removeprefix(_CLASS)


class LastRun:
    """The names of the last run: the manifest's *symbols* (pointer to dotted symbol), by the scope they are in."""

    def __init__(self, symbols: Mapping[str, str]) -> None:
        self.symbols = symbols
        self._scopes: dict[str, dict[str, str]] = {}
        for key, symbol in symbols.items():
            scope, _, name = symbol.rpartition(".")
            self._scopes.setdefault(scope, {})[key] = name

    def keys_in(self, scope: str) -> Iterable[str]:
        """Go through the keys of what was directly in *scope*."""
        return self._scopes.get(scope, {})

    def names_in(self, scope: str, exists: Callable[[str], bool], *, key: str = "") -> dict[str, str]:
        """Give the names directly in *scope*, such as `models.Pet`; what no longer *exists* frees its name.

        *key* is that of the scope itself: where that is called otherwise now, its members were in the scope of the
        old name.
        """
        found = self._scopes.get(self.symbols.get(key, scope), {})
        return {key: name for key, name in found.items() if exists(key)}
