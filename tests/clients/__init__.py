"""Tests of the emitted packages: what goes over the wire, what comes back, and what never leaves."""
