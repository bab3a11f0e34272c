"""`assay audit` in a process of its own that tells its peak memory (bytes) when it is done."""

from __future__ import annotations

import resource
import sys

from assay.cli import cli


def main() -> None:
    """Audit SNAPSHOT into RUN with the options that follow; a run with gaps is a success here."""
    snapshot, run, *options = sys.argv[1:]
    cli.main(["audit", snapshot, "-o", run, "-f", f"ndjson={run}.ndjson", "-q", *options], standalone_mode=False)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


if __name__ == "__main__":
    main()
