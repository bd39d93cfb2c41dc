"""Make plain text of the HTML of a mail: what one would read, without pictures, styles and scripts.

A tokenizer of our own, in one pass: Python's ``html.parser`` takes time by the square of what it is given (sixty
kilobytes of ``<a `` keep it busy for a minute and a half) and raises AssertionError for some of it. Nothing is fetched.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

_HIDDEN: Final = frozenset({"script", "style", "head", "title", "template", "object", "svg"})
_BREAKS: Final = frozenset(
    "p div br tr table ul ol h1 h2 h3 h4 h5 h6 blockquote pre hr section article header footer address".split()
)
_CELLS: Final = frozenset({"td", "th"})
_NAME: Final = re.compile(r"/?([a-zA-Z][a-zA-Z0-9:]{0,20})")
_LINK: Final = re.compile(r"\bhref\s*=\s*[\"']?((?:https?|mailto|tel):[^\"'\s>]{1,300})", re.IGNORECASE)
_BLANKS: Final = re.compile(r"[ \t\r\n\f\u00a0]+")
_LINES: Final = re.compile(r" *\n[ \n]*\n *")


def to_text(source: str) -> str:
    """Return what ``source`` tells as lines of text; where a link leads stands behind its words."""
    pieces: list[str] = []
    links: list[tuple[str, int]] = []
    for tag, text in _tokens(source):
        name = _name(tag)
        if name == "a":
            _follow(tag, pieces, links)
        elif name == "li" and not tag.startswith("/"):
            pieces.append("\n- ")
        elif name in _BREAKS:
            pieces.append("\n\n" if name == "p" else "\n")
        elif name in _CELLS:
            pieces.append(" ")
        if text:
            pieces.append(_BLANKS.sub(" ", html.unescape(text)))
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return _LINES.sub("\n\n", "\n".join(lines)).strip()


def _follow(tag: str, pieces: list[str], links: list[tuple[str, int]]) -> None:
    """Remember where a link leads when it begins, and write that behind its words when it ends."""
    if not tag.startswith("/"):
        found = _LINK.search(tag)
        links.append((html.unescape(found[1]) if found else "", len(pieces)))
    elif links:
        target, begin = links.pop()
        words = "".join(pieces[begin:][:20])
        bare = target.partition(":")[2].strip("/")
        if target and bare not in words:
            pieces.append(f" ({target})")


def _tokens(source: str) -> Iterator[tuple[str, str]]:
    """Yield each tag, without its brackets, with the text behind it; what is hidden is left out."""
    hidden = ""
    for number, piece in enumerate(_without_comments(source).split("<")):
        tag, end, text = piece.partition(">")
        if not number:
            yield "", piece
        elif hidden:
            if tag.startswith("/") and _name(tag) == hidden:
                hidden = ""
                yield tag, text
        elif not end or not (_name(tag) or tag.startswith(("!", "?"))):
            yield "", f"<{piece}"  # a bracket that opens no tag: "< 18 jaar"
        elif (name := _name(tag)) in _HIDDEN and not tag.startswith("/") and not tag.endswith("/"):
            hidden = name
        else:
            yield tag, text


def _without_comments(source: str) -> str:
    """Return ``source`` without comments; one that never ends ends at the next tag."""
    before, *rest = source.split("<!--")
    kept = [before]
    for piece in rest:
        _, end, after = piece.partition("-->")
        kept.append(after if end else piece.partition(">")[2])
    return "".join(kept)


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1].lower() if found else ""
