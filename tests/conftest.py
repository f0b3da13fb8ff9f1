"""What all tests share: how hypothesis searches, and a cache of their own."""

from __future__ import annotations

import os
import tempfile

from hypothesis import HealthCheck, settings

# What is kept between runs is kept for the tests alone, and for all of their processes.
os.environ["XDG_CACHE_HOME"] = os.environ.setdefault("HANDBILL_TESTS_CACHE", tempfile.mkdtemp(prefix="handbill-tests-"))

# A machine that gates a change must say the same twice; people's machines look for new examples each time.
settings.register_profile("gate", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", deadline=None)
settings.load_profile("gate" if os.environ.get("CI") else "search")
