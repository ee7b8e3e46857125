"""What a run says: outcomes and their reasons, what is missing, what is not yet, and when it changes."""
