"""Near-duplicates made of made texts: what is found of them, and what is taken for one and is none."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from binatgraph.reading.likeness import alike, likeness, sketch

WORDS = [
    "agua",
    "acuerdo",
    "puerto",
    "comercio",
    "frontera",
    "gobierno",
    "valle",
    "río",
    "puente",
    "consejo",
    "ciudad",
    "datos",
    "visita",
    "obra",
    "plan",
    "fondo",
    "mesa",
    "oficina",
    "camión",
    "empresa",
    "región",
    "salud",
    "escuela",
    "vecino",
    "justicia",
    "energía",
    "campo",
    "mina",
    "turismo",
    "vuelo",
    "carril",
    "aduana",
    "cruce",
    "mercado",
]
SMALL = ["de", "la", "el", "en", "que", "y", "con", "para", "por", "los", "las", "un", "una", "se", "a", "del"]
SIZE = 200


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  (nothing secret)


def sentence(dice: random.Random) -> str:
    words = [dice.choice(SMALL if at % 2 else WORDS) + ("" if at % 2 else str(dice.randrange(40))) for at in range(18)]
    return " ".join(words).capitalize() + "."


def article(dice: random.Random) -> list[str]:
    return [sentence(dice) for _ in range(17)]


def words_replaced(text: list[str], dice: random.Random) -> list[str]:
    return [" ".join("otro" if dice.random() < 0.1 else word for word in one.split()) for one in text]


def paragraph_less(text: list[str], dice: random.Random) -> list[str]:
    at = dice.randrange(len(text) - 4)
    return text[:at] + text[at + 4 :]


def head_and_foot(text: list[str], dice: random.Random) -> list[str]:
    return [sentence(dice), sentence(dice), *text, sentence(dice), sentence(dice)]


def other_order(text: list[str], dice: random.Random) -> list[str]:
    return dice.sample(text, len(text))


CHANGES: tuple[Callable[[list[str], random.Random], list[str]], ...] = (
    words_replaced,
    paragraph_less,
    head_and_foot,
    other_order,
)


def corpus(dice: random.Random) -> dict[str, str]:
    """Make articles, a changed one of each in turn, and as many that share a third of their text, as those of one office do."""
    about = article(dice)[:5]
    texts: dict[str, str] = {}
    for number in range(SIZE):
        first = article(dice)
        texts[f"{number:03}"] = " ".join(first)
        texts[f"{number:03} changed"] = " ".join(CHANGES[number % len(CHANGES)](first, dice))
        texts[f"{number:03} of an office"] = " ".join(article(dice)[:10] + about)
    return texts


def test_near_duplicates_are_found_and_articles_of_one_office_are_none() -> None:
    dice = seeded(5)
    groups = alike((name, sketch(text)) for name, text in corpus(dice).items())
    right = [group for group in groups if {name[:3] for name in group} == {group[0][:3]} and len(group) == 2]
    right = [group for group in right if group[1].endswith("changed")]
    precision, recall = len(right) / len(groups), len(right) / SIZE
    assert precision == 1.0
    assert recall >= 0.98


def test_likeness_is_what_two_texts_share() -> None:
    dice = seeded(1)
    first, second = article(dice), article(dice)
    assert likeness(sketch(" ".join(first)), sketch(" ".join(first))) == 1.0
    assert likeness(sketch(" ".join(first)), sketch(" ".join(second))) == 0.0
    assert likeness((), sketch(" ".join(first))) == 0.0
    half = likeness(sketch(" ".join(first)), sketch(" ".join(first[:8] + second[8:])))
    assert 0.15 < half < 0.5


def test_case_and_punctuation_make_no_other_text() -> None:
    text = " ".join(article(seeded(2)))
    assert sketch(text) == sketch(text.upper().replace(".", " —"))


def test_short_texts_are_like_nothing() -> None:
    assert alike([("a", sketch("The council met.")), ("b", sketch("The council met."))]) == []


def test_the_order_in_which_texts_come_does_not_matter() -> None:
    dice = seeded(3)
    sketches = [(name, sketch(text)) for name, text in corpus(dice).items()][:150]
    assert alike(sketches) == alike(reversed(sketches))


def test_a_text_of_three_hundred_words_costs_less_than_a_millisecond() -> None:
    texts = [" ".join(article(seeded(number))) for number in range(200)]
    best = 1.0
    for _ in range(5):
        start = time.process_time()
        alike((str(number), sketch(text)) for number, text in enumerate(texts))
        best = min(best, (time.process_time() - start) / len(texts))
    assert best < 0.001


def test_a_thousand_copies_cost_no_more_than_a_thousand_texts() -> None:
    found = sketch(" ".join(article(seeded(4))))
    start = time.process_time()
    assert len(alike((str(number), found) for number in range(3000))[0]) == 3000
    assert time.process_time() - start < 2
