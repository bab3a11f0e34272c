"""Names with values: tags, parameters."""

Pairs = tuple[tuple[str, str], ...]
