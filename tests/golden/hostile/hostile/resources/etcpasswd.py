"""\\\"\"\" print(1)"""

from __future__ import annotations

from typing import Any, Literal, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, optional_body_of
from ..models import Evil, EvilPrint1OsSystem, EvilValue77

_X_IMPORT_OS: Operation[Evil] = Operation(
    id="x(); import os #",
    method="POST",
    path='/a"/{id}/..%2f{{7*7}}"',
    results={"200": Evil},
)


class Etcpasswd:
    """\\\"\"\" print(1)"""

    def __init__(self, client: Client) -> None:
        self._client = client

    @overload
    def x_import_os(
        self,
        id: str,
        parameter_77: str,
        *,
        ab: str,
        q1: str | MISSING = MISSING,
        x_evil: str | MISSING = MISSING,
        c: Literal['"', "'''", "\\", "\u202e", "{{ x }}"] | MISSING = MISSING,
        ab_field: Literal['"]; import os #'] | str | MISSING = MISSING,
        class_: Literal['"""', "\n", "\x00", "\\", "'"] | str | MISSING = MISSING,
        model_config_field: str | MISSING = MISSING,
        field_77: EvilValue77 | MISSING = MISSING,
        print1: EvilPrint1OsSystem | str | dict[str, Any] | MISSING = MISSING,
    ) -> Evil: ...

    @overload
    def x_import_os(
        self,
        id: str,
        parameter_77: str,
        *,
        q1: str | MISSING = MISSING,
        x_evil: str | MISSING = MISSING,
        c: Literal['"', "'''", "\\", "\u202e", "{{ x }}"] | MISSING = MISSING,
        body: Evil,
    ) -> Evil: ...

    def x_import_os(
        self,
        id: str,
        parameter_77: str,
        *,
        ab: str | MISSING = MISSING,
        q1: str | MISSING = MISSING,
        x_evil: str | MISSING = MISSING,
        c: Literal['"', "'''", "\\", "\u202e", "{{ x }}"] | MISSING = MISSING,
        ab_field: Literal['"]; import os #'] | str | MISSING = MISSING,
        class_: Literal['"""', "\n", "\x00", "\\", "'"] | str | MISSING = MISSING,
        model_config_field: str | MISSING = MISSING,
        field_77: EvilValue77 | MISSING = MISSING,
        print1: EvilPrint1OsSystem | str | dict[str, Any] | MISSING = MISSING,
        body: Evil | None = None,
    ) -> Evil:
        """\"\"\"; import os.

        trailing backslash \\

        Args:
            id: \"\"\". The server's default is `"\\""`.
            parameter_77: Not described.
            ab: \"\"\" import os The server's default is `"\\"\\"\\""`.
            q1: import os. Matches `\"\"\"'\\\\`.
            x_evil: Not described.
            c: Not described.
            ab_field: Not described.
            class_: Not described.
            model_config_field: \\. Matches `^["'\\\\]+$`.
            field_77: Not described.
            print1: Not described.
            body: All fields of the body at once, instead of one by one.

        Returns:
            ends in a quote"

        Raises:
            NotFoundError: \"\"\" raise SystemExit \"\"\"
        """
        return self._client.send(
            _X_IMPORT_OS,
            Arguments(
                path={"id": id, "7*7": parameter_77},
                query={'q"]=1;': q1},
                headers={'X-"Evil': x_evil},
                cookies={'c;"': c},
                body=optional_body_of(
                    Evil,
                    body,
                    ab=ab,
                    ab_field=ab_field,
                    class_=class_,
                    model_config_field=model_config_field,
                    field_77=field_77,
                    print1=print1,
                ),
            ),
        )


class AsyncEtcpasswd:
    """\\\"\"\" print(1)"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @overload
    async def x_import_os(
        self,
        id: str,
        parameter_77: str,
        *,
        ab: str,
        q1: str | MISSING = MISSING,
        x_evil: str | MISSING = MISSING,
        c: Literal['"', "'''", "\\", "\u202e", "{{ x }}"] | MISSING = MISSING,
        ab_field: Literal['"]; import os #'] | str | MISSING = MISSING,
        class_: Literal['"""', "\n", "\x00", "\\", "'"] | str | MISSING = MISSING,
        model_config_field: str | MISSING = MISSING,
        field_77: EvilValue77 | MISSING = MISSING,
        print1: EvilPrint1OsSystem | str | dict[str, Any] | MISSING = MISSING,
    ) -> Evil: ...

    @overload
    async def x_import_os(
        self,
        id: str,
        parameter_77: str,
        *,
        q1: str | MISSING = MISSING,
        x_evil: str | MISSING = MISSING,
        c: Literal['"', "'''", "\\", "\u202e", "{{ x }}"] | MISSING = MISSING,
        body: Evil,
    ) -> Evil: ...

    async def x_import_os(
        self,
        id: str,
        parameter_77: str,
        *,
        ab: str | MISSING = MISSING,
        q1: str | MISSING = MISSING,
        x_evil: str | MISSING = MISSING,
        c: Literal['"', "'''", "\\", "\u202e", "{{ x }}"] | MISSING = MISSING,
        ab_field: Literal['"]; import os #'] | str | MISSING = MISSING,
        class_: Literal['"""', "\n", "\x00", "\\", "'"] | str | MISSING = MISSING,
        model_config_field: str | MISSING = MISSING,
        field_77: EvilValue77 | MISSING = MISSING,
        print1: EvilPrint1OsSystem | str | dict[str, Any] | MISSING = MISSING,
        body: Evil | None = None,
    ) -> Evil:
        """\"\"\"; import os.

        Arguments, result and errors are those of `Etcpasswd.x_import_os`.
        """
        return await self._client.send(
            _X_IMPORT_OS,
            Arguments(
                path={"id": id, "7*7": parameter_77},
                query={'q"]=1;': q1},
                headers={'X-"Evil': x_evil},
                cookies={'c;"': c},
                body=optional_body_of(
                    Evil,
                    body,
                    ab=ab,
                    ab_field=ab_field,
                    class_=class_,
                    model_config_field=model_config_field,
                    field_77=field_77,
                    print1=print1,
                ),
            ),
        )
