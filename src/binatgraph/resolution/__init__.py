"""Which actors as read are one: a map made from judgements, automatic and human, that can be taken back."""

from binatgraph.resolution.actors import canonical_actors
from binatgraph.resolution.clusters import resolve
from binatgraph.resolution.judgements import read_judgements, write_judgement

__all__ = ["canonical_actors", "read_judgements", "resolve", "write_judgement"]
