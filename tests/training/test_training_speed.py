"""How fast a pipeline is."""

from __future__ import annotations

from training.speed import ROUNDS, in_turn


def test_two_pieces_of_work_are_timed_in_turn_and_the_best_round_of_each_counts() -> None:
    done: list[str] = []
    one, other = in_turn(lambda: done.append("one"), lambda: done.append("other"))
    assert done == ["one", "other"] * ROUNDS
    assert 0 < one < 1
    assert 0 < other < 1
