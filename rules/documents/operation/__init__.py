"""
What the file of an operation holds, phase by phase.

A document belongs to a phase and to kinds of operations, and is due once the phase has begun; where its condition is the
very event that opens the phase (works started, works completed), the event says so by itself.
"""
