"""
The legal texts, each named once, by subject.

``version`` says which version was read, or that the text itself was not: then what stands in a rule rests on official
pages that repeat it, and a jurist should hold it against the text.
"""
