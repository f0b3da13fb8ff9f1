"""What moved on a page since it was locked.

In: what was said and what is said.  Out: one draft of a finding a cause.
Never: takes another place, another order or another example for another API.

`statements` holds what a page says by element, `operations` and `renaming` know an element under its new name,
`elements` and `attributes` compare, `parts` sees when a whole part of a page came or went, `telling` has the words.
"""
