"""What the rules found: documents, calculations, tasks, each with its reasons and what hangs on it."""
