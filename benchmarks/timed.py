"""`assay audit` in a process of its own that tells peak memory (bytes) when it is done: of a worker, then its own."""

from __future__ import annotations

import resource
import sys

from assay.cli import cli


def main() -> None:
    """Audit SNAPSHOT into RUN with the options that follow; a run with gaps is a success here."""
    snapshot, run, *options = sys.argv[1:]
    cli.main(["audit", snapshot, "-o", run, "-f", f"ndjson={run}.ndjson", "-q", *options], standalone_mode=False)
    for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF):
        print(resource.getrusage(who).ru_maxrss * 1024)


if __name__ == "__main__":
    main()
