"""The groups of kinds that are told apart in the drawing: each has a colour and a shape, so that either alone will do.

The colours are those of Okabe and Ito (2008), which colour-blind people tell apart; groups that share one differ in shape.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Kinds that look the same. `shape` is a name of vis-network's; `line` is the colour of the outline."""

    id: str
    kinds: tuple[str, ...]
    shape: str
    color: str
    line: str


_GREEN = {"color": "#009E73", "line": "#00614A"}
_YELLOW = {"color": "#F0E442", "line": "#7A7200"}

GROUPS = (
    Group(id="people", kinds=("Person", "Official"), shape="dot", color="#0072B2", line="#004D7A"),
    Group(id="government", kinds=("GovernmentBody",), shape="square", color="#D55E00", line="#8F3F00"),
    Group(id="commissions", kinds=("Commission",), shape="diamond", color="#CC79A7", line="#8C3F69"),
    Group(id="companies", kinds=("Company",), shape="triangle", color="#E69F00", line="#8A5F00"),
    Group(id="education", kinds=("EducationalInstitution",), shape="triangleDown", color="#56B4E9", line="#1F6E9C"),
    Group(id="organizations", kinds=("Organization",), shape="hexagon", color="#5C6670", line="#23282D"),
    Group(id="initiatives", kinds=("Initiative", "Agreement"), shape="star", **_YELLOW),
    Group(id="events", kinds=("Event",), shape="diamond", **_YELLOW),
    Group(id="countries", kinds=("Country",), shape="hexagon", **_GREEN),
    Group(id="states", kinds=("State", "County"), shape="square", **_GREEN),
    Group(id="cities", kinds=("City",), shape="dot", **_GREEN),
    Group(id="ports", kinds=("PortOfEntry",), shape="triangleDown", **_GREEN),
    Group(id="places", kinds=("Place", "Region"), shape="diamond", **_GREEN),
)

GROUP_OF = {kind: group.id for group in GROUPS for kind in group.kinds}
