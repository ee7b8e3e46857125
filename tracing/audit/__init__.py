"""The decision record: committed before any answer leaves, and read back years later."""
