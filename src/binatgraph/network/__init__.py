"""Links as a networkx graph, with measures, and positions to draw it."""

from binatgraph.network.build import network
from binatgraph.network.layout import placed

__all__ = ["network", "placed"]
