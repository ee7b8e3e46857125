"""Rules, values and reasons in French and English."""
