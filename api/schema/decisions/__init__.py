"""How a decision is told: its catalogue, what is masked, its trace."""
