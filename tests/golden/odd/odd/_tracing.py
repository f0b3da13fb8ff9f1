"""Spans of OpenTelemetry, where its API package is installed, and nothing where it is not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any

from .errors import APIError


@contextmanager
def span(operation: str, method: str, host: str) -> Iterator[None]:
    """Record one call, with all its tries, as a client span (OpenTelemetry's conventions for HTTP clients)."""
    trace = _trace()
    if trace is None:
        yield
        return
    facts = {"http.request.method": method, "server.address": host, "handbill.operation": operation}
    tracer = trace.get_tracer("odd")
    with tracer.start_as_current_span(f"{method} {operation}", kind=trace.SpanKind.CLIENT, attributes=facts) as current:
        try:
            yield
        except APIError as error:
            current.set_attribute("error.type", type(error).__name__)
            raise


@cache
def _trace() -> Any:
    try:
        return import_module("opentelemetry.trace")
    except ImportError:
        return None
