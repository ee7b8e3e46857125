"""What clients send as a revision: the changed document, the reasons, the problems that are told."""
