"""Keys of the key service: one module per group of facts."""
