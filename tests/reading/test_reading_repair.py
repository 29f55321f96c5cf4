from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from binatgraph.reading.mojibake import unscramble
from binatgraph.reading.repair import repair

EVALUATION = Path(__file__).resolve().parents[2].parent / "shared" / "eval"
PAGES = ("cp1252", "cp1253", "cp1250", "mac_roman", "cp437", "cp850", "latin-1")


def misread(text: str, page: str) -> str:
    """Read UTF-8 in a code page, with a control for each byte that it does not define, as browsers do."""
    shown = []
    for byte in text.encode("utf-8"):
        try:
            shown.append(bytes([byte]).decode(page))
        except UnicodeDecodeError:
            shown.append(chr(byte))
    return "".join(shown)


@pytest.mark.parametrize("page", PAGES)
def test_typographic_characters_are_put_right_whatever_code_page_misread_them(page: str) -> None:
    text = "“It’s a ‘Mega Region’ – or is it… a plan — of two states?”"
    assert repair(misread(text, page)) == text


@pytest.mark.parametrize("page", PAGES)
def test_letters_of_spanish_are_put_right_whatever_code_page_misread_them(page: str) -> None:
    text = "El señor Núñez llegó aquí con más energía; la Comisión es única"
    assert repair(misread(text, page)) == text


def test_misread_and_good_quotation_marks_in_one_line_are_both_right_in_the_end() -> None:
    line = "β€œThey meet twice a year,” Ruiz said. β€œIt’s a β€˜first step’ β€” and more.”"
    assert repair(line) == "“They meet twice a year,” Ruiz said. “It’s a ‘first step’ — and more.”"


@pytest.mark.parametrize(("scrambled", "right"), [("β€œyesβ€", "“yes”"), ("â€œyesâ€", "“yes”")])
def test_a_quotation_mark_whose_last_byte_was_lost_is_put_right(scrambled: str, right: str) -> None:
    assert repair(scrambled) == right


def test_a_text_that_was_misread_twice_is_put_right() -> None:
    assert repair(misread(misread("El señor llegó", "cp1252"), "cp1252")) == "El señor llegó"


@pytest.mark.parametrize(
    "text",
    [
        "“Mega Región“ – ‘así’ … «uno» ¿qué? ¡Sí! §3 ½ 5º 66ª €100 £5 x² α β Ω √2 ─┼─ ½·2",
        "'straight' \"quotes\" stay straight, and so does &amp; and …",
        "ÁÉÍÓÚÜÑ áéíóúüñ São Paulo, Québec, Zürich, Łódź",
        "Peña y Ñuño; Güemes; lingüística; L’Hôpital",
        "  an indented line\n\n\nand\ttabs ",
    ],
)
def test_a_text_without_damage_stays_as_it_is(text: str) -> None:
    assert repair(text) == text


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("one\r\ntwo\rthree\u2028four\u2029five\x0bsix\x0cseven", "one\ntwo\nthree\nfour\nfive\nsix\nseven"),
        ("no\u00a0break\u202fthin\u2009en\u2002em\u3000wide", "no break thin en em wide"),
        ("Ari\u00adzona \u200bSo\u200dno\ufeffra \u202eab\u2066", "Arizona Sonora ab"),
        ("a\x00b\x07c\x7fd", "abcd"),
        ("Comisio\u0301n", "Comisión"),
        ("\u00a0\u00a0indented", "  indented"),
    ],
)
def test_what_looks_like_something_else_becomes_what_it_looks_like(damaged: str, right: str) -> None:
    assert repair(damaged) == right


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("In 2024,trade grew", "In 2024, trade grew"),
        ("in Phoenix,Arizona.", "in Phoenix, Arizona."),
        ("trade,investment,and jobs", "trade, investment, and jobs"),
        ("agua,energía y más", "agua, energía y más"),
        ("Sonora,y Arizona", "Sonora, y Arizona"),
        ("(CILA),la comisión", "(CILA), la comisión"),
        ("“the plan”,he said", "“the plan”, he said"),
        ("shared resources.Such as this", "shared resources. Such as this"),
        ("la región.Además, el plan", "la región. Además, el plan"),
        ("cross-border.The state’s", "cross-border. The state’s"),
        ("¿Quién es?“Nadie”,dijo", "¿Quién es?“Nadie”, dijo"),
        ("terminó.¿Cuándo?", "terminó. ¿Cuándo?"),
    ],
)
def test_a_space_that_prose_lacks_is_put_in(damaged: str, right: str) -> None:
    assert repair(damaged) == right


@pytest.mark.parametrize(
    "text",
    [
        "1,234,567.89 and 3,5 and f(x,y)",
        "https://example.org/a,b/resources.Such?x=one,two",
        "www.example.org/some,thing and example.com/one,two",
        "ana.ruiz,perez@example.org",
        "report.Final.pdf, notes.Txt, index.Html, vue.Js, config.Settings()",
        "example.Com and gobierno.Mx and mi.sonora.Gob",
        "U.S.Mexico relations at 5 p.m.The end of a.m.Today",
        "Gov.Hobbs, Lic.Durazo, Ph.D, e.g.This, i.e.That",
        "key=one,two; {one,two}; a\\b,cd; snake_case,other",
        "N,N-dimethyl and A,B,C",
    ],
)
def test_numbers_addresses_names_of_files_and_abbreviations_get_no_space(text: str) -> None:
    assert repair(text) == text


TROUBLE = st.text(
    st.sampled_from(
        [*"aeñÑB1 ,.\n\r\t\x00\x85\x93\xad\u200b\u00a0\u0301éÃÂâ€™œβΓ±√©├▒‚Äú•@/", "\ufeff", "”", "“", "\ud800"]
    )
)


@settings(deadline=None)
@given(TROUBLE | st.text())
@example("Ã\u200b±")
@example("Ã\u00a0,bc")
@example("e\u200b\u0301")
def test_repairing_twice_is_repairing_once(text: str) -> None:
    assert repair(repair(text)) == repair(text)


@settings(deadline=None)
@given(TROUBLE | st.text())
def test_what_comes_out_is_composed_and_without_controls(text: str) -> None:
    repaired = repair(text)
    assert unicodedata.is_normalized("NFC", repaired)
    assert not [c for c in repaired if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]


@settings(deadline=None)
@given(st.text(st.sampled_from("abcdefghij XYZ,. \n0123456789-'\"()")))
def test_plain_prose_changes_by_spaces_at_most(text: str) -> None:
    assert repair(text).replace(" ", "") == text.replace(" ", "")


@settings(deadline=None)
@given(st.text(st.sampled_from("aábcdeéñ ÁÑX“”‘’–—….,;¿?¡! \n")))
def test_good_text_of_both_languages_is_never_taken_for_misread(text: str) -> None:
    assert unscramble(text) == text


@pytest.mark.skipif(not EVALUATION.is_dir(), reason="the annotated documents are not beside this checkout")
def test_annotated_documents_stay_as_they_are() -> None:
    texts = {path.name: path.read_bytes().decode("utf-8") for path in sorted(EVALUATION.glob("dev/*/*.txt"))}
    assert len(texts) >= 20
    assert [name for name, text in texts.items() if repair(text) != text.replace("\r\n", "\n")] == []


@pytest.mark.skipif(not EVALUATION.is_dir(), reason="the annotated documents are not beside this checkout")
def test_what_is_repaired_in_the_first_documents_is_known() -> None:
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in sorted(EVALUATION.glob("seeds/*.txt"))}
    repaired = {name: repair(text) for name, text in texts.items()}
    assert repaired["seed-000"] == texts["seed-000"]
    assert "β" not in repaired["seed-001"]
    assert (repaired["seed-001"].count("“"), repaired["seed-001"].count("—")) == (7, 2)
    assert len(repaired["seed-002"]) == len(texts["seed-002"]) + 8
    assert repaired["seed-003"] == texts["seed-003"].replace("\u00a0", " ")


def test_ligatures_of_print_are_letters() -> None:
    assert repair("The ﬁrst oﬃce of the ﬂeet") == "The first office of the fleet"
