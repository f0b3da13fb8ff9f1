"""The JSON objects that `hostile` sends and receives.

A field that is `MISSING` was not there, or is not sent; `None` is null.  `MISSING` is true in a condition, so ask
`if x is not MISSING`.  What a response brings beyond these fields is kept in `model_extra`; an enum of a response takes
words that the contract does not know yet, and an unknown member of a union arrives as a plain dict.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import MISSING, Field

from ._model import Model


class EVil(Model):
    """\"\"\"
    import os
    \"\"\"\\
    """

    a_b: Annotated[str, Field(alias='a"b')]
    """\"\"\"
        import os

    The server's default is `"\\"\\"\\""`.
    """
    ab: Annotated[Literal['"]; import os #'] | str | MISSING, Field(alias="a\nb")] = MISSING
    class_: Annotated[Literal['"""', "\n", "\x00", "\\", "'"] | str | MISSING, Field(alias="__class__")] = MISSING
    model_config_field: Annotated[str | MISSING, Field(alias="model_config")] = MISSING
    """\\. Matches `^["'\\\\]+$`."""
    field_7_7: Annotated[EVilValue77 | MISSING, Field(alias="{{ 7*7 }}")] = MISSING
    print_1: Annotated[EVilPrint1OsSystem | str | dict[str, Any] | MISSING, Field(alias="print(1)")] = MISSING


class EVilValue77(Model):
    x: Annotated[str | MISSING, Field(alias="#{x}")] = MISSING
    """{% endraw %}"""


class EVilPrint1OsSystem(Model):
    t: Literal['"'] | MISSING = MISSING


class XImportOsResponse404(Model):
    a: str | MISSING = MISSING
