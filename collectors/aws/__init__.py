"""The AWS collector: reads the configuration of S3, or of an S3-compatible server, and changes nothing.

`collector` is what the engine sees; `services` lists what can be read, one package each; `operations` and
`guard` keep it to a fixed list of reads; `clients`, `reader` and `errors` alone know botocore.
"""

from __future__ import annotations

from assay.collector import Collector


def __getattr__(name: str) -> Collector:
    """Make `COLLECTOR` when it is asked for: other modules of this package are of use without all of it."""
    if name != "COLLECTOR":
        raise AttributeError(name)
    from .collector import Aws

    return Aws()
