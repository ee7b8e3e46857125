"""What can be followed: subscriptions, their events, and why each came."""
