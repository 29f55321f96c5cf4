"""Actors known beforehand: `load` reads them, `names` offers their names to recognise, `link` finds them in what was read."""

from binatgraph.register.index import Register, entries_for
from binatgraph.register.load import load_register

__all__ = ["Register", "entries_for", "load_register"]
