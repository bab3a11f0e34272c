"""Endpoints of each service that answers TLS: one module per sort."""
