"""The gate: the same checks before deployment, on what the code declares."""
