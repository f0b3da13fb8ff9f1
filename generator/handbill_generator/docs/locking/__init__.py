"""The file that says what pages said when they were last looked at: `docs.lock.json`.

In: pages, or the file.  Out: the other of the two.
Never: has a sentence of a page; answers a malformed file with anything but SpecError.
"""
