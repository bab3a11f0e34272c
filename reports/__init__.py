"""Report formats: one module each; they render a run and never decide."""

#: The names that `--format` may take.
NAMES = ("html", "json", "ndjson", "text")
