"""Write what the commands of `handbill vendor` have to say: for people, programs and the hosts of code.

In: findings, entries, plans.  Out: text.
Never: prints, or lets text of a document begin a line.
"""
