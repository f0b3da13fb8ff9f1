"""What both the tests of errors and those of faults check of every error.

In: an error, and the verb that raised it.  Out: nothing, or an assertion that fails.
Never: knows which class it should be; the tests do.
"""

from __future__ import annotations

import pickle
from importlib import import_module
from typing import Any

import pytest
from handbill import CallFailed

from .calling import Caller
from .stage import SECRET, Stage


def caught(caller: Caller, verb: str, *args: Any, **kwargs: Any) -> CallFailed:
    """Call a verb, and give the error that it must raise."""
    with pytest.raises(CallFailed) as found:
        caller(verb, *args, **kwargs)
    return found.value


def check(stage: Stage, error: CallFailed, verb: str) -> None:
    """Check what holds for each error: it says who and what, hides the keys, keeps its cause, and can be pickled."""
    failure = error.failure
    assert (failure.provider, failure.verb) == (stage.provider, verb)
    assert failure.step
    assert failure.message
    text = str(error)
    assert text.startswith(f"{stage.provider}: {verb}")
    assert "\n" not in text
    shown = [text, repr(error), repr(failure), str(pickle.dumps(error)), str(error.__cause__), repr(error.__cause__)]
    assert not [one for one in shown if SECRET in one or "Bearer" in one]
    twin = pickle.loads(pickle.dumps(error))  # noqa: S301  # what we have just pickled ourselves
    assert (type(twin), twin.failure, str(twin)) == (type(error), failure, text)


def check_cause(stage: Stage, error: CallFailed) -> None:
    """Check that the exception of the provider's client is the cause."""
    assert isinstance(error.__cause__, import_module(f"handbill_{stage.provider}").APIError)
