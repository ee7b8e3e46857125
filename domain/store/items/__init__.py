"""What hangs on an item of a subject: documents received, files, comments, assignments, and the trail of who did what."""
