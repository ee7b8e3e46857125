"""From declarations to a plan, and from a plan to Python functions."""
