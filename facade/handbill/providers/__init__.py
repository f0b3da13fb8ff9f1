"""One module a provider, all in one order: native arguments, table, adapter, what is written, what is read."""
