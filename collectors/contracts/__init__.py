"""Contracts and agreements of confidentiality as PDF and DOCX: what they say, each fact with the words that prove it.

`extraction` reads files, each of them untrusted, in a limited child; `reading` makes blocks and sentences of their
text; `words` is the vocabulary; `sides` says who the parties are, writes every word for them alike and tells whom a
sentence binds; `clauses` and `facts` answer one question each; `detect` puts the answers together, `detecting` does so
in a limited child, and `collector` is what the engine sees.
"""

from __future__ import annotations

from assay.collector import Collector


def __getattr__(name: str) -> Collector:
    """Make `COLLECTOR` when it is asked for: other modules of this package are of use without all of it."""
    if name != "COLLECTOR":
        raise AttributeError(name)
    from .collector import Contracts

    return Contracts()
