"""Report formats: one module each; they render a run and never decide."""

#: The names that `--format` may take; the module of a name with hyphens has underscores.
NAMES = (
    "github",
    "gitlab-codequality",
    "gitlab-sast",
    "html",
    "html-assets",
    "json",
    "junit",
    "markdown",
    "markdown-comment",
    "ndjson",
    "sarif",
    "text",
)
