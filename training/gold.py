"""A document of the corpus in the form that `binatgraph evaluate` and its scorer read."""

from __future__ import annotations

from typing import Any

from training.corpus import TOP, Annotated


def as_gold(document: Annotated) -> dict[str, Any]:
    """The annotations of a document: entities with all their forms, and relations with their sentences."""
    forms: dict[str, list[str]] = {}
    for name in document.names:
        text = document.text[name.start : name.end]
        own = forms.setdefault(name.entity, [])
        if text not in own:
            own.append(text)
    return {
        "doc": f"{document.id}.txt",
        "lang": document.language,
        "date": document.date,
        "source": document.facts,
        "entities": [_entity(key, forms[key], document.kinds[key]) for key in forms],
        "relations": [
            {
                "s": one.subject,
                "p": one.predicate,
                "o": one.object,
                "evidence": document.text[one.start : one.end],
                **({"role": one.role, "tense": one.tense} if one.role else {}),
            }
            for one in document.relations
        ],
    }


def _entity(key: str, forms: list[str], kind: str) -> dict[str, Any]:
    longest = max(forms, key=lambda form: (len(form.split()), len(form)))
    return {"id": key, "type": TOP[kind], "fine": [kind], "name": longest, "mentions": forms}
