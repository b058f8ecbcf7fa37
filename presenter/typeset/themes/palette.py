"""The names of a palette's colours."""

from __future__ import annotations

COLORS: dict[str, str] = {
    "background": "behind everything",
    "surface": "behind what is set off from the page, such as code",
    "text": "what is read",
    "quiet": "what may be overlooked, though it can be read: head and foot, sources, comments",
    "faint": "lines that hold things together and are not read",
    "accent": "headings, markers, bars: the colour of the talk",
    "second": "a colour to tell things apart from the accent",
    "third": "another one",
    "code": "code within text",
    "good": "tips, what was added",
    "warning": "warnings",
    "error": "errors, what was taken away",
}
"""What each colour is for. All but the faint one are read on the background."""

FALLBACKS: dict[str, str] = {
    "surface": "background",
    "quiet": "text",
    "faint": "quiet",
    "accent": "text",
    "second": "accent",
    "third": "code",
    "code": "text",
    "good": "code",
    "warning": "accent",
    "error": "accent",
}
"""Which colour stands in where a palette lacks one; ``background`` and ``text`` it never lacks."""
