"""Plan the error classes: one for each status that any operation documents as an error.

In: the drafts of the operations and the annotations of their types.  Out: `ErrorClass`es, by status.
Never: makes two classes of one status; where operations give it different bodies, its body is a union.
"""

from __future__ import annotations

from collections.abc import Mapping

from handbill_generator.plan.annotations import qualified, union
from handbill_generator.plan.drafts import Draft
from handbill_generator.plan.imports import model_names
from handbill_generator.plan.method_names import error_name
from handbill_generator.plan.model import ErrorClass, Models
from handbill_generator.text import Code, Text

FIXED_ERRORS = frozenset(
    "APIConnectionError APIError APIStatusError APITimeoutError CredentialError ResponseValidationError".split()
)
"""Error classes that every package has."""


def error_classes(drafted: list[Draft], uses: Mapping[str, Code], models: Models) -> tuple[ErrorClass, ...]:
    """Give a class for each documented error status, in the order of the statuses."""
    bodies: dict[str, list[Code]] = {}
    said: dict[str, dict[str, None]] = {}
    known = model_names(models)
    for draft in drafted:
        for error in draft.errors:
            found = bodies.setdefault(error.response.status, [])
            if error.type:
                found.append(qualified(uses[error.type.use], known, "models"))
            said.setdefault(error.response.status, {})[error.response.description.raw] = None
    return tuple(
        ErrorClass(
            name=error_name(status),
            status=Code(status),
            annotation=union(bodies[status]) if bodies[status] else None,
            # What one operation means by a status may be wrong for another; then the method's docstring tells.
            documentation=Text(next(iter(said[status])) if len(said[status]) == 1 else ""),
        )
        for status in sorted(bodies)
    )


def error_base(client: Code, errors: tuple[ErrorClass, ...]) -> Code:
    """Give the name of the class that all errors of a package derive from."""
    taken = FIXED_ERRORS | {str(error.name) for error in errors}
    return Code(f"{client}ClientError" if f"{client}Error" in taken else f"{client}Error")
