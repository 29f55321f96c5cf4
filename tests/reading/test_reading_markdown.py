from __future__ import annotations

import pytest

from binatgraph.errors import ReadingError
from binatgraph.reading.markdown import read


def test_markdown_becomes_the_same_text_as_html() -> None:
    source = """# Minutes

The **two** [states](https://example.org)
met.

* Water
* Trade
  1. Ports

| Year | Value |
|------|-------|
| 2023 | `21` |

> A first step.

```
as it
  stands
```
Chair\\
Secretary

![a picture](x.png)

<div>raw <b>HTML</b><script>no</script></div>
"""
    assert read(source.encode()).text.split("\n\n") == [
        "Minutes",
        "The two states met.",
        "- Water\n- Trade\n- Ports",
        "| Year | Value |\n|---|---|\n| 2023 | 21 |",
        "A first step.",
        "as it\n  stands",
        "Chair\nSecretary",
        "raw HTML",
    ]


def test_front_matter_is_metadata_and_never_text() -> None:
    content = read(
        b'---\ntitle: "Acta: uno"\ndate: 2024-06-03\nlanguage: es\nsources:\n  - https://example.org\n---\n# Otro\n\nTexto.'
    )
    assert (content.title, content.published, content.language) == ("Acta: uno", "2024-06-03", "es")
    assert content.text == "Otro\n\nTexto."


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_front_matter_is_known_whatever_the_line_ends(ends: str) -> None:
    content = read(f"---{ends}title: Acta{ends}---{ends}Texto.{ends}".encode())
    assert (content.title, content.text) == ("Acta", "Texto.")


def test_text_between_two_rules_is_text() -> None:
    assert read(b"---\nThe two states met.\n---\nThey signed.").text == "The two states met.\n\nThey signed."
    assert read(b"---\n- one: [two\n---\nThey signed.").text.endswith("They signed.")


def test_front_matter_that_is_no_yaml_is_refused() -> None:
    with pytest.raises(ReadingError, match="metadata are not YAML, line 1"):
        read(b"---\ntitle: Acta: uno\n---\nTexto.")


def test_the_only_heading_of_the_first_level_is_the_title() -> None:
    assert read(b"# Minutes\n\nText").title == "Minutes"
    assert read(b"# One\n\n# Two").title is None
    assert read(b"---\ntitle: Said\n---\n# Minutes").title == "Said"


def test_an_empty_file_and_one_of_front_matter_alone_have_no_text() -> None:
    assert read(b"").text == ""
    assert read(b"---\ntitle: Acta\n---\n").title == "Acta"


def test_nesting_is_read_until_it_is_absurd_and_then_refused() -> None:
    assert read(b"> " * 40 + b"deep").text == "deep"
    with pytest.raises(ReadingError, match="nested 100 deep"):
        read(b"> " * 400 + b"deep")
