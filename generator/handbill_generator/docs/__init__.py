"""Hold contracts against the pages that document them.

In: documentation pages, as files or fetched.  Out: facts, the lock that keeps them, and findings.
Never: stores a sentence of a page; makes a request that nobody asked for.
"""
