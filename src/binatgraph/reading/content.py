"""What a reader gives: the text of a file, and what the file says about itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A text as it stands in the file, before repair.

    `language` is what the file declares (a BCP 47 tag), not what it is; `published` is an ISO 8601 date (YYYY-MM-DD).
    """

    text: str
    title: str | None = None
    language: str | None = None
    published: str | None = None
