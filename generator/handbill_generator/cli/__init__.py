"""The command line: `handbill COMMAND`."""
