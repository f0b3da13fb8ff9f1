"""\\\"\"\" print(1)"""

from __future__ import annotations

from typing import Any, Literal, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, optional_body_of
from ..models import EVil, EVilPrint1OsSystem, EVilValue77

_X_IMPORT_OS: Operation[EVil] = Operation(
    id="x(); import os #",
    method="POST",
    path='/a"/{id}/..%2f{{7*7}}"',
    results={"200": EVil},
)


class EtcPasswd:
    """\\\"\"\" print(1)"""

    def __init__(self, client: Client) -> None:
        self._client = client

    @overload
    def x_import_os(
        self,
        id: str,
        parameter_7_7: str,
        *,
        a_b: str,
        q_1: str | MISSING = MISSING,
        x_evil: str | MISSING = MISSING,
        c: Literal['"', "'''", "\\", "\u202e", "{{ x }}"] | MISSING = MISSING,
        ab: Literal['"]; import os #'] | str | MISSING = MISSING,
        class_: Literal['"""', "\n", "\x00", "\\", "'"] | str | MISSING = MISSING,
        model_config_field: str | MISSING = MISSING,
        field_7_7: EVilValue77 | MISSING = MISSING,
        print_1: EVilPrint1OsSystem | str | dict[str, Any] | MISSING = MISSING,
    ) -> EVil: ...

    @overload
    def x_import_os(
        self,
        id: str,
        parameter_7_7: str,
        *,
        q_1: str | MISSING = MISSING,
        x_evil: str | MISSING = MISSING,
        c: Literal['"', "'''", "\\", "\u202e", "{{ x }}"] | MISSING = MISSING,
        body: EVil,
    ) -> EVil: ...

    def x_import_os(
        self,
        id: str,
        parameter_7_7: str,
        *,
        a_b: str | MISSING = MISSING,
        q_1: str | MISSING = MISSING,
        x_evil: str | MISSING = MISSING,
        c: Literal['"', "'''", "\\", "\u202e", "{{ x }}"] | MISSING = MISSING,
        ab: Literal['"]; import os #'] | str | MISSING = MISSING,
        class_: Literal['"""', "\n", "\x00", "\\", "'"] | str | MISSING = MISSING,
        model_config_field: str | MISSING = MISSING,
        field_7_7: EVilValue77 | MISSING = MISSING,
        print_1: EVilPrint1OsSystem | str | dict[str, Any] | MISSING = MISSING,
        body: EVil | None = None,
    ) -> EVil:
        """\"\"\"; import os.

        trailing backslash \\

        Args:
            id: \"\"\". The server's default is `"\\""`.
            a_b: \"\"\" import os The server's default is `"\\"\\"\\""`.
            q_1: import os. Matches `\"\"\"'\\\\`.
            model_config_field: \\. Matches `^["'\\\\]+$`.
            body: All fields of the body at once, instead of one by one.

        Returns:
            ends in a quote"

        Raises:
            NotFoundError: \"\"\" raise SystemExit \"\"\"
        """
        return self._client.send(
            _X_IMPORT_OS,
            Arguments(
                path={"id": id, "7*7": parameter_7_7},
                query={'q"]=1;': q_1},
                headers={'X-"Evil': x_evil},
                cookies={'c;"': c},
                body=optional_body_of(
                    EVil,
                    body,
                    a_b=a_b,
                    ab=ab,
                    class_=class_,
                    model_config_field=model_config_field,
                    field_7_7=field_7_7,
                    print_1=print_1,
                ),
            ),
        )


class AsyncEtcPasswd:
    """\\\"\"\" print(1)"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @overload
    async def x_import_os(
        self,
        id: str,
        parameter_7_7: str,
        *,
        a_b: str,
        q_1: str | MISSING = MISSING,
        x_evil: str | MISSING = MISSING,
        c: Literal['"', "'''", "\\", "\u202e", "{{ x }}"] | MISSING = MISSING,
        ab: Literal['"]; import os #'] | str | MISSING = MISSING,
        class_: Literal['"""', "\n", "\x00", "\\", "'"] | str | MISSING = MISSING,
        model_config_field: str | MISSING = MISSING,
        field_7_7: EVilValue77 | MISSING = MISSING,
        print_1: EVilPrint1OsSystem | str | dict[str, Any] | MISSING = MISSING,
    ) -> EVil: ...

    @overload
    async def x_import_os(
        self,
        id: str,
        parameter_7_7: str,
        *,
        q_1: str | MISSING = MISSING,
        x_evil: str | MISSING = MISSING,
        c: Literal['"', "'''", "\\", "\u202e", "{{ x }}"] | MISSING = MISSING,
        body: EVil,
    ) -> EVil: ...

    async def x_import_os(
        self,
        id: str,
        parameter_7_7: str,
        *,
        a_b: str | MISSING = MISSING,
        q_1: str | MISSING = MISSING,
        x_evil: str | MISSING = MISSING,
        c: Literal['"', "'''", "\\", "\u202e", "{{ x }}"] | MISSING = MISSING,
        ab: Literal['"]; import os #'] | str | MISSING = MISSING,
        class_: Literal['"""', "\n", "\x00", "\\", "'"] | str | MISSING = MISSING,
        model_config_field: str | MISSING = MISSING,
        field_7_7: EVilValue77 | MISSING = MISSING,
        print_1: EVilPrint1OsSystem | str | dict[str, Any] | MISSING = MISSING,
        body: EVil | None = None,
    ) -> EVil:
        """\"\"\"; import os.

        Arguments, result and errors are those of `EtcPasswd.x_import_os`.
        """
        return await self._client.send(
            _X_IMPORT_OS,
            Arguments(
                path={"id": id, "7*7": parameter_7_7},
                query={'q"]=1;': q_1},
                headers={'X-"Evil': x_evil},
                cookies={'c;"': c},
                body=optional_body_of(
                    EVil,
                    body,
                    a_b=a_b,
                    ab=ab,
                    class_=class_,
                    model_config_field=model_config_field,
                    field_7_7=field_7_7,
                    print_1=print_1,
                ),
            ),
        )
