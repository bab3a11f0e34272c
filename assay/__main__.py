"""Run the command line with `python -m assay`."""

from assay.cli import main

main()
