"""Policy engines: one protocol, two independent implementations, canaries for both."""
