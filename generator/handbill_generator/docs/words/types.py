"""Read types as pages write them.

In: a few words, such as `nullable string`, `array of objects`, `string<uuid>` or `"a" | "b"`.  Out: a `Typed`.
Never: takes a sentence for a type.  Each word must be known; text that is longer than `MAX_TYPE` is no type.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from handbill_generator.docs.words.type_tokens import Cursor, NoTypeError, Token, tokens
from handbill_generator.docs.words.type_words import IGNORED, NAMED, PLURALS, as_format, spelled
from handbill_generator.docs.words.typed import NULL, Typed, united, written

__all__ = ["MAX_DEPTH", "MAX_TYPE", "Typed", "read_type", "written"]

MAX_TYPE = 300
"""The most characters that a type has."""
MAX_DEPTH = 8
"""How deep types are inside of types."""

_LITERALS = frozenset({"string", "number"})
_BOOLEANS = frozenset({"true", "false"})
_NULL = frozenset({"null", "none", "nil"})
_ARRAYS = frozenset({"array", "list", "set", "sequence"})
_CLOSING = {"<": ">", "(": ")", "[": "]"}


@lru_cache(maxsize=4_000)
def read_type(text: str) -> Typed | None:
    """Read a type; None where *text* is none.

    >>> read_type("string<uuid> | null")
    Typed(types=('string',), nullable=True, items=None, format='uuid', values=())
    """
    text = text.strip().replace("`", "").rstrip(".,")
    if not text or len(text) > MAX_TYPE:
        return None
    found = tokens(text)
    if not found or _is_lone_value(found):
        return None
    reader = _Reader(found)
    try:
        typed = reader.whole()
    except NoTypeError:
        return None
    return typed if reader.is_at_end else None


def _is_lone_value(found: list[Token]) -> bool:
    """Tell whether the text is one value: `404` or `"draft"` stands in an example, not for a type."""
    return len(found) == 1 and (found[0].kind in _LITERALS or found[0].text.lower() in _BOOLEANS)


def _typed(meaning: tuple[str, str]) -> Typed:
    name, form = meaning
    return Typed(types=(name,), format=form)


class _Reader(Cursor):
    """Reads tokens from left to right; each method reads one thing or raises `NoTypeError`."""

    def __init__(self, found: list[Token]) -> None:
        super().__init__(found)
        self._depth = 0

    def whole(self) -> Typed:
        """Read a type and the words that may follow it: `string, required`, `string · date-time`."""
        typed = self.union()
        while self.take(",", "·", "•", ";", ":"):
            word = self.word()
            if word in ("nullable", *_NULL):
                typed = replace(typed, nullable=True)
            elif word == "enum" or word in IGNORED:
                continue
            elif as_format(word) and typed.types and not typed.format:
                typed = replace(typed, format=as_format(word))
            else:
                raise NoTypeError
        return typed

    def union(self) -> Typed:
        """Read terms with `|`, `or` or `/` between them."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise NoTypeError
        self.take("|")
        terms = [self._term()]
        while self.take("|", "/") or self.take_word("or"):
            terms.append(self._term())
        self._depth -= 1
        return united(terms)

    def _term(self) -> Typed:
        nullable: bool | None = None
        while self.peek_word() in ("nullable", "optional", "required", "non-null", "non-nullable", "a", "an"):
            word = self.word()
            if word == "nullable" and self.peek("<", "["):
                return replace(self._argument(), nullable=True)
            nullable = {"nullable": True, "non-null": False, "non-nullable": False}.get(word, nullable)
            if word == "optional" and self.peek("[", "<"):
                return replace(self._argument(), nullable=True)
        typed = self._atom()
        typed = self._followed(typed)
        return typed if nullable is None else replace(typed, nullable=nullable)

    def _argument(self) -> Typed:
        """Read `<type>` or `[type]`."""
        closing = _CLOSING[self.next().text]
        typed = self.union()
        self.expect(closing)
        return typed

    def _followed(self, typed: Typed) -> Typed:
        """Read what may stand behind a type: `[]`, `?`, ` (uuid)`, ` enum`, ` array`."""
        while True:
            if self.peek("[") and self.peek("]", ahead=1):
                self.at += 2
                typed = Typed(types=("array",), items=typed)
            elif self.peek("("):
                typed = self._noted(typed)
            elif self.take("?", "!"):
                continue
            elif self.peek_word() in ("array", "list") and typed.types:
                self.at += 1
                typed = Typed(types=("array",), items=typed)
            elif self.peek_word() == "object" and typed.types in ((), ("object",)):
                self.at += 1
                typed = Typed(types=("object",))
            elif self.peek_word() in ("enum", "value") and typed.types:
                self.at += 1
            else:
                return typed

    def _noted(self, typed: Typed) -> Typed:
        """Read what a type has in round brackets: a format, `nullable`, values, or a remark that says nothing here."""
        self.expect("(")
        words: list[Token] = []
        while not self.peek(")"):
            if self.is_at_end or self.peek("("):
                raise NoTypeError
            words.append(self.next())
        self.expect(")")
        for word in (token.text.lower() for token in words if token.kind == "word"):
            if word in ("nullable", *_NULL):
                typed = replace(typed, nullable=True)
            elif as_format(word) and not typed.format and typed.types != ("array",):
                typed = replace(typed, format=as_format(word))
        return typed

    def _atom(self) -> Typed:
        if self.take("("):
            typed = self.union()
            self.expect(")")
            return typed
        if self.peek("["):
            return self._bracketed()
        token = self.next()
        if token.kind == "string":
            return Typed(types=("string",), values=(token.text,))
        if token.kind == "number":
            return Typed(types=("number" if "." in token.text else "integer",), values=(token.text,))
        if token.kind != "word":
            raise NoTypeError
        return self._named(token.text)

    def _bracketed(self) -> Typed:
        """Read `[string]`, an array, or `[]string`, as Go writes it."""
        self.expect("[")
        if self.take("]"):
            return Typed(types=("array",), items=self._term())
        items = self.union()
        self.expect("]")
        return Typed(types=("array",), items=items)

    def _named(self, name: str) -> Typed:
        word = name.lower()
        if word in _NULL:
            return NULL
        if word in _BOOLEANS:
            return Typed(types=("boolean",), values=(word,))
        if word in _ARRAYS:
            return self._array()
        if word in ("map", "dict", "record", "dictionary", "hashmap"):
            return self._map(word)
        if word in ("union", "enum", "literal") and self.peek("[", "<", "("):
            return self._listed()
        if word in ("any", "enum", "mixed", "unknown"):
            return self._with_word_behind(Typed(types=()))
        if word in NAMED:
            return self._formatted(_typed(NAMED[word]))
        if name[0].isupper() and self.peek_word() in ("object", "objects"):
            self.at += 1
            return Typed(types=("object",))
        raise NoTypeError

    def _with_word_behind(self, typed: Typed) -> Typed:
        """Read `enum string` as `string`."""
        return self._named(self.word()) if self.peek_word() in NAMED else typed

    def _formatted(self, typed: Typed) -> Typed:
        """Read the format of a scalar: `string<uuid>`, `integer<int32>`."""
        if typed.types != ("object",) and self.peek("<"):
            self.expect("<")
            word = self.word()
            self.expect(">")
            return replace(typed, format=spelled(word))
        if self.peek("<"):
            self._skip_argument()
        return typed

    def _array(self) -> Typed:
        if self.peek("<") or (self.peek("[") and not self.peek("]", ahead=1)):
            return Typed(types=("array",), items=self._argument())
        if self.peek("(") and (word := self.peek_word(ahead=1)) and (word in NAMED or word in PLURALS):
            self.expect("(")
            items = self.union()
            self.expect(")")
            return Typed(types=("array",), items=items)
        if self.take_word("of"):
            return Typed(types=("array",), items=self._several())
        return Typed(types=("array",))

    def _several(self) -> Typed | None:
        """Read what an array is of: `strings`, `Order objects`, `Order`."""
        if self.peek("("):
            return self._atom()
        word = self.peek_word()
        if word in ("arrays", "lists"):
            self.at += 1
            return self._array()
        if word in PLURALS:
            self.at += 1
            typed = _typed(PLURALS[word])
        elif word in NAMED or word in _ARRAYS or word in ("any", "enum"):
            typed = self._atom()
        elif self.next().text[0].isupper():
            return Typed(types=("object",)) if self.take_word("objects", "object") else None
        else:
            raise NoTypeError
        if self.take_word("objects", "values", "enums"):
            return typed
        return self._noted(typed) if self.peek("(") else typed

    def _map(self, word: str) -> Typed:
        if self.peek("<", "["):
            self._skip_argument()
        elif self.take_word("of"):
            self._several()
        elif word == "record":
            raise NoTypeError
        return Typed(types=("object",))

    def _listed(self) -> Typed:
        """Read `enum<string>`, `Union[str, None]`, `Literal["a", "b"]`."""
        closing = _CLOSING[self.next().text]
        terms = [self.union()]
        while self.take(","):
            terms.append(self.union())
        self.expect(closing)
        return united(terms)

    def _skip_argument(self) -> None:
        """Skip the types between brackets: those of a map's keys and values are not kept."""
        closing = [_CLOSING[self.next().text]]
        while closing:
            token = self.next()
            if token.kind in _CLOSING:
                closing.append(_CLOSING[token.kind])
            elif token.kind == closing[-1]:
                closing.pop()
            elif token.kind not in ("word", ",", "|", ":"):
                raise NoTypeError
