"""
Documents to ask for, to accept on request, and never to ask for.

Two confidences meet in a document: that it is on the list, and how it may be asked for. The rule takes the weaker one:
what is listed, but required by an older list only, is derived, and its note says so.

What is from memory names the text that should hold it, or says that no text was found.
"""
