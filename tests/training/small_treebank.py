"""A data folder of the right shape with a few sentences of our own in every file."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

from training.names import GENERAL
from training.treebanks import TREEBANKS

ENGLISH = """\
1\tAna\tAna\tPROPN\tNNP\tNumber=Sing\t3\tnsubj\t_\t_
2\tRuiz\tRuiz\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\t_
3\tmet\tmeet\tVERB\tVBD\tTense=Past\t0\troot\t_\t_
4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\t_
5\tmayor\tmayor\tNOUN\tNN\tNumber=Sing\t3\tobj\t_\t_
6\tof\tof\tADP\tIN\t_\t7\tcase\t_\t_
7\tYuma\tYuma\tPROPN\tNNP\tNumber=Sing\t5\tnmod\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_
"""
SPANISH = """\
1\tAna\tAna\tPROPN\t_\tNumber=Sing\t4\tnsubj\t_\t_
2\tRuiz\tRuiz\tPROPN\t_\tNumber=Sing\t1\tflat\t_\t_
3\tno\tno\tADV\t_\tPolarity=Neg\t4\tadvmod\t_\t_
4-5\tverla\t_\t_\t_\t_\t_\t_\t_\t_
4\tver\tver\tVERB\t_\tVerbForm=Inf\t0\troot\t_\t_
5\tla\tél\tPRON\t_\tCase=Acc\t4\tobj\t_\t_
6-7\tdel\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
6\tde\tde\tADP\t_\t_\t8\tcase\t_\t_
7\tel\tel\tDET\t_\tDefinite=Def\t8\tdet\t_\t_
8\tpuerto\tpuerto\tNOUN\t_\tNumber=Sing\t4\tobl:arg\t_\tSpaceAfter=No
9\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_
"""
TREES = {"en": ENGLISH, "es": SPANISH}
_DOCUMENTS, _SENTENCES = 10, 3


def trees(language: str) -> str:
    """Ten documents of three sentences."""
    blocks = []
    for document in range(_DOCUMENTS):
        blocks.append(f"# newdoc id = d{document}\n")
        blocks += [f"# sent_id = d{document}-{at}\n{TREES[language]}\n" for at in range(_SENTENCES)]
    return "".join(blocks)


def small_data(folder: Path, *, language: str) -> Path:
    """Write every file that the recipe reads."""
    for part in ("treebank", "ner", "domain"):
        (folder / part).mkdir(parents=True)
    for source in TREEBANKS[language]:
        _write(folder / "treebank" / f"{source.name}.conllu.xz", trees(language))
    row = {"words": ["Ana", "Ruiz", "left", "Yuma"], "spaces": [1, 1, 1, 0], "ents": [[0, 2, "PER"], [3, 4, "LOC"]]}
    rows = [
        json.dumps({"id": f"d{d}-{s}", "doc": f"d{d}", **row}) for d in range(_DOCUMENTS) for s in range(_SENTENCES)
    ]
    for source in GENERAL[language]:
        _write(folder / "ner" / f"{source.name}.jsonl.xz", "\n".join(rows) + "\n")
    for kind in ("", "_synth"):
        (folder / "domain" / f"{language}{kind}.txt").write_text("{P|Ana Ruiz} met {O|NADBank}.\n" * 5, "utf-8")
    return folder


def _write(path: Path, text: str) -> None:
    path.write_bytes(lzma.compress(text.encode()))
