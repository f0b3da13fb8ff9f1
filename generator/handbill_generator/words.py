"""openapi-python-client's rules for names and docstrings, without the rest of openapi-python-client.

In: the module `openapi_python_client.strings` as it is installed.  Out: that module, loaded by itself.
Never: copies or changes a rule.

Imported the usual way it brings an HTTP client, a command line and some two hundred pydantic models, which take longer
to load than a small package takes to generate.  What its rules need of them is two names, which are for signatures.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

_PACKAGE = "openapi_python_client"
_ALONE = "handbill_generator_openapi_python_client"


class _Nothing:
    """Stands for a class of which the rules only ask whether a text is one."""


def _loaded() -> Any:
    if full := sys.modules.get(f"{_PACKAGE}.strings"):
        return full
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise ImportError(f"{_PACKAGE} is not installed")
    _stand_in(_ALONE).__path__ = []
    _stand_in(f"{_ALONE}.config").__dict__["Config"] = _Nothing
    _stand_in(f"{_ALONE}.schema").__path__ = []
    _stand_in(f"{_ALONE}.schema.untrusted_string").__dict__["UntrustedString"] = _Nothing
    name = f"{_ALONE}.strings"
    spec = importlib.util.spec_from_file_location(name, Path(found.origin).with_name("strings.py"))
    assert spec is not None
    assert spec.loader is not None
    sys.modules[name] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _stand_in(name: str) -> ModuleType:
    sys.modules[name] = module = ModuleType(name)
    return module


strings = _loaded()
