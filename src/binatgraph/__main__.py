"""`python -m binatgraph` is `binatgraph`."""

from binatgraph.cli import main

main()
