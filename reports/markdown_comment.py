"""The run as Markdown that fits into a comment on a pull request."""

from __future__ import annotations

import functools

from assay.report import Format

from .markdown import Extent, render

COMMENT = Extent(limit=65_536, shown=5, fixes=False)
"""GitHub counts characters; as many bytes are never more."""

FORMAT = Format("markdown-comment", functools.partial(render, COMMENT), file="comment.md")
