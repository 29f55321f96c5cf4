from __future__ import annotations

import re
from importlib.resources import files
from itertools import pairwise

from binatgraph.model import Kind
from binatgraph.page.groups import GROUPS


def luminance(color: str) -> float:
    """Relative luminance, as the Web Content Accessibility Guidelines define it."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_kind_is_in_one_group() -> None:
    assert sorted(kind for group in GROUPS for kind in group.kinds) == sorted(Kind)


def test_no_two_groups_look_the_same() -> None:
    assert len({(group.shape, group.color) for group in GROUPS}) == len(GROUPS)


def test_groups_of_one_shape_differ_in_lightness_and_not_in_hue_alone() -> None:
    by_shape: dict[str, list[float]] = {}
    for group in GROUPS:
        by_shape.setdefault(group.shape, []).append(luminance(group.color))
    for shape, shades in by_shape.items():
        shades.sort()
        assert all(b - a > 0.03 for a, b in pairwise(shades)), shape


def test_the_outline_of_every_group_stands_out_from_the_page() -> None:
    assert all(1.05 / (luminance(group.line) + 0.05) >= 3 for group in GROUPS)


def test_the_legend_can_draw_every_shape() -> None:
    script = files("binatgraph.page").joinpath("script", "data.js").read_text("utf-8")
    outlines = set(re.findall(r"^  (\w+): \"M", script, re.MULTILINE))
    assert {group.shape for group in GROUPS} <= outlines
