"""`python -m wirediff`."""

from wirediff.cli import main

main()
