"""HTML in Markdown: what it says, its comments, its pictures, and the marks for its tags."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Literal, NamedTuple

LONGEST = 100_000
"""Characters of HTML in one piece that are read as such."""

Kind = Literal["comment", "text", "image", "break", "tag", "end", "silent"]

MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "s": "~~", "del": "~~", "strike": "~~"}
CODES = frozenset(["code", "kbd", "samp", "tt"])
"""The marks of Markdown for tags, and the tags that set something as code."""


class Event(NamedTuple):
    """Something in HTML: `text` is a comment's or the text itself, the tag as it is written, or
    what a silent element (style, script) holds; `attributes` are a tag's. `line` counts from 0."""

    kind: Kind
    text: str
    line: int
    name: str = ""
    attributes: dict[str, str] = {}  # noqa: RUF012


class Picture(NamedTuple):
    """A picture in running text; `link` is where it leads, if it stands in a link."""

    path: str
    alt: str
    title: str = ""
    width: str = ""
    link: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[Event] = []
        self._silent = ""

    def _add(
        self, kind: Kind, text: str, name: str = "", attributes: dict[str, str] | None = None
    ) -> None:
        self.events.append(Event(kind, text, self.getpos()[0] - 1, name, attributes or {}))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        written = self.get_starttag_text() or f"<{tag}>"
        kinds: dict[str, Kind] = {"img": "image", "br": "break"}
        self._add(kinds.get(tag, "tag"), written, tag, attributes)
        if tag in ("style", "script") and not written.endswith("/>"):
            self._silent = tag

    def handle_endtag(self, tag: str) -> None:
        self._silent = ""
        self._add("end", f"</{tag}>", tag)

    def handle_data(self, data: str) -> None:
        self._add("silent" if self._silent else "text", data)

    def handle_comment(self, data: str) -> None:
        self._add("comment", data)

    def handle_decl(self, decl: str) -> None:
        self._add("tag", f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self._add("tag", f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        self._add("text", data)


def events(html: str) -> list[Event]:
    """What stands in `html`, in its order; never raises for bad HTML.

    What follows the last ``>`` can hold no tag; Python's parser would look for its end from every
    ``<``. HTML longer than any slide's is kept as text.
    """
    end = html.rfind(">") + 1 if len(html) <= LONGEST else 0
    reader = _Reader()
    reader.feed(html[:end])
    reader.close()
    if left := reader.rawdata:  # a style or script that never ends: no one meant that
        reader.events.append(Event("text", left, html.count("\n", 0, end - len(left))))
    if rest := html[end:]:
        reader.events.append(Event("text", rest, html.count("\n", 0, end)))
    return reader.events


def picture_of(event: Event) -> Picture:
    """The picture that an ``<img>`` names."""
    others = dict(event.attributes)
    bound = others.pop(":src", "")
    path = others.pop("src", bound)
    alt, title, width = (others.pop(name, "") for name in ("alt", "title", "width"))
    looks = [f"{name}={value}" for name, value in others.items()]
    return Picture(path, alt, title, " ".join([*filter(None, [width]), *looks]))
