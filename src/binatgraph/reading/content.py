"""What a reader gives: the text of a file, and what the file says about itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A text as it stands in the file, before repair.

    `language` is what the file declares (a BCP 47 tag), not what it is; `published` is an ISO 8601 date (YYYY-MM-DD), and
    `published_from` says where it stood ("metadata", "front matter", "header"). `created` is the day on which the file was
    made, which is believed only where nothing else tells when the text was published. `author` and `address` (http or https)
    are declared by the file. `pages` are the places in `text`
    where its pages begin, the first of them 0; a reader that gives them has repaired the text, so that they hold.
    """

    text: str
    title: str | None = None
    language: str | None = None
    published: str | None = None
    published_from: str = "metadata"
    created: str | None = None
    author: str | None = None
    address: str | None = None
    pages: tuple[int, ...] = ()
