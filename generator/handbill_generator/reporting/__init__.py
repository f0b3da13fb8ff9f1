"""What the reports of all commands have in common: where files are, Markdown, annotations, SARIF.

Never: knows what is reported.
"""
