from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from binatgraph.reading.privacy import BLOT, mask

EVALUATION = Path(__file__).resolve().parents[2].parent / "shared" / "eval"

EMAILS = """ana@example.org
ana.ruiz-lopez+news@mail.example.gob.mx
José.Núñez@example.mx
ana [at] example [dot] org
ana(arroba)example.org.mx
ana.ruiz [arroba] example [punto] mx""".splitlines()

NUMBERS = """(520) 555-0142
(520)555-0142
520-555-0142
520.555.0142
520 555 0142
+1 520 555 0142
+1 (520) 555-0142
+1-520-555-0142
1-800-555-0199
1 (800) 555-0199
+52 (664) 123-4567
+52 664 123 4567
+52 1 664 123 4567
+52 664 123 45 67
+526641234567
52 55 1234 5678
(55) 1234-5678
(55) 12 34 56 78
55 1234 5678
(664) 123-4567
(664)1234567
(664) 123-45-67
664 123 45 67
664-123-45-67
664 123-4567
01 800 123 4567
01-800-123-4567
01 (664) 123 45 67
044 664 123 4567
+34 91 123 45 67
(520) 555-0142 ext. 12
(520) 555-0142, ext 12
(520) 555-0142 x12
(664) 123-4567 extensión 4512
(664) 123-4567, exts. 12
(664) 123-4567 (ext. 12)""".splitlines()

CUED = """Tel. 664 1234567
Tel: 6641234567
Tel.: 123-4567
Tel.-123-4567
Teléfono: 12 34 56 78
telefono 123-45-67
Teléfonos 1234-5678
Phone: 555-0142
phone number is 555-0142
by phone at 555-0142
Telephone 5205550142
cell 555 0142
cel. 664 1234567
celular 6641234567
WhatsApp 6641234567
fax 555.0142
phone 520 555 1976
Conmutador 212-3456
marque 123-4567
Call Ana Ruiz at 555-0142
call us at 555-0142
Llame al 555-0142
Llamar a la oficina al 555-0142
contact the office at 555-0142
Contact reporter Ana Ruiz at ana@example.org or 555-0142
Tel. 123-4567, 123-4568 y 123-4569
Tels. (662) 212-3456 y 212-3457 ext. 100
Tel/Fax: (662) 212-3456/212-3457""".splitlines()

FALSE = """2015-2019
In 2015-2019, 2020-2024
from 1999 to 2000, 1999-2000
350,000 acre-feet
1,750,000 acre-feet in 1992-1997
$1,234,567.89
$520 555 0142
US$ 42.029 million
2,150,000 and 2.150.000 and 2 150 000
2025-06-27
27-06-2025
27/06/2025
2025-06-27T10:30:00-07:00
10:30-12:00 hrs
ZIP 85701
Tucson, AZ 85701-1234
B1079-2020
Contract No. B1079-2020-0042
No. 1234-5678
#520-555-0142
81 FR 12345
H.R. 5515, S. 2040
Minute 323, Acta 331
between 2019 2020 2021
55 2019 2020
300 400 2019
ISBN 978-607-234-567-8
ISBN 978-607-2345-67-8
1,400 trucks per day, 400-500 cars
32.2226, -110.9747
@aruiz on Twitter
call for 250-3000 visas
Call in 2015-2019
the phone survey of 2015-2019
Tel Aviv 2024-05-01
fax 2024-05-01
dial 911
section 52.204-7020
SRE/2024/123-4567
100 200 3000
pages 123-4567
• 500-1000 jobs
• 2,000 empleos y 500-1000 más
account 123-45-6789
a 5-4 vote
mobile 4G and 5G in 2024
Ruta 11, autopista 125, interestatales 5 y 8
mil 300 millones de dólares
9,049.8 millones de pesos
me@home and @ alone""".splitlines()


@pytest.mark.parametrize("address", EMAILS)
@pytest.mark.parametrize("sentence", ["{}", "Write to {}.", "(mailto:{})", "Correo: {}, gracias"])
def test_an_e_mail_address_is_blotted_out_to_the_last_character(address: str, sentence: str) -> None:
    assert mask(sentence.format(address)) == sentence.format(BLOT * len(address))


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    "sentence", ["{}", "Call {}.", "Oficina de Nogales: {}; gracias", "({})", "In 2019, {} was it"]
)
def test_a_telephone_number_is_blotted_out_to_the_last_character(number: str, sentence: str) -> None:
    assert mask(sentence.format(number)) == sentence.format(BLOT * len(number))


@pytest.mark.parametrize("text", CUED)
def test_a_shorter_number_is_blotted_out_behind_a_cue(text: str) -> None:
    masked = mask(text)
    assert not re.search(r"\d", masked)
    assert re.match(r"[A-Za-z]{2}", masked), "the cue stays"


@pytest.mark.parametrize("text", FALSE)
def test_other_figures_stay(text: str) -> None:
    assert mask(text) == text


def test_a_date_behind_a_number_stays() -> None:
    assert mask("Tel. 555-0142 20 de junio de 2024").endswith(f" {BLOT * 8} 20 de junio de 2024")


PIECES = st.sampled_from(
    [
        "tel. ",
        "call Ana at ",
        " or ",
        " y ",
        ", ",
        "520",
        "555",
        "0142",
        "2015",
        "-",
        ".",
        " ",
        "(",
        ")",
        "+52",
        "@",
        "a.b",
        "x@y.mx",
        "ext. 12",
        "•",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES).map("".join) | st.text())
def test_no_offset_moves_and_nothing_but_addresses_changes(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(after in (before, BLOT) for before, after in zip(text, masked, strict=True))


@settings(deadline=None)
@given(st.lists(PIECES).map("".join) | st.text())
def test_blotting_twice_is_blotting_once(text: str) -> None:
    assert mask(mask(text)) == mask(text)


@pytest.mark.skipif(not EVALUATION.is_dir(), reason="the annotated documents are not beside this checkout")
def test_annotated_documents_hold_one_address_and_one_number() -> None:
    changed = {p.stem: mask(t) for p in EVALUATION.glob("*/**/*.txt") if mask(t := p.read_text("utf-8")) != t}
    assert set(changed) <= {"seed-001"}
