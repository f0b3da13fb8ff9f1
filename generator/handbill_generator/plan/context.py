"""From where a schema is looked at, on the way down through a document.

In: the context of a whole.  Out: the context of its part.
Never: looks at a schema.
"""

from __future__ import annotations

from dataclasses import dataclass

from handbill_generator.text import class_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """From where a schema is looked at: its side, whether it is tolerated, and the name of what it stands in.

    *variant* marks the request version of a component that became two; it goes into the keys of the manifest, as does
    *key* where it is not the pointer.  *checked* says that limits hold here: directly at a field of a request.
    *composed* is the key of what stands nowhere as it is, because `allOf` put it together, for what is inside.
    """

    direction: str
    lenient: bool
    parent: str
    variant: str = ""
    key: str = ""
    checked: bool = False
    composed: str = ""

    def below(self, part: str, *, key: str = "") -> Context:
        """Give the context of a part, whose class would be named after the way there.

        *key* is what the manifest knows it by, where its pointer says only its place among others.
        """
        return Context(
            direction=self.direction,
            lenient=self.lenient,
            parent=f"{self.parent}{class_name(part, fallback='Value')}",
            variant=self.variant,
            key=key,
            composed=self.composed,
        )
