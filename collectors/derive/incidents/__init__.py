"""What the derived facts of incidents, and of the messages about them, are made of."""
