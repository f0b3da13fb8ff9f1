"""The emitted runtime against a server that misbehaves."""
