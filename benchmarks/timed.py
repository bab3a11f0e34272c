"""A command of `assay` in a process of its own that tells peak memory (bytes) in the end: of a worker, then its own."""

from __future__ import annotations

import resource
import sys

from assay.cli import cli


def main() -> None:
    """Run the command; a run with gaps is a success here."""
    cli.main(sys.argv[1:], standalone_mode=False)
    for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF):
        print(resource.getrusage(who).ru_maxrss * 1024)


if __name__ == "__main__":
    main()
