"""Running text as an outline takes it: no HTML, no references, pictures set apart.

Most texts are Markdown that the outline reads as it is, and go over untouched. One that holds HTML,
a picture, a reference or a mark of its tool is parsed, and written again from its tokens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from markdown_it.token import Token

from presenter.imports.markdown.grammar import inline_tokens
from presenter.imports.markdown.html import CODES, MARKS, Event, Picture, events, picture_of
from presenter.imports.plain import in_script, joined, link_target, literal_text
from presenter.imports.plain import inline_tokens as exact_tokens

if TYPE_CHECKING:
    from presenter.imports.markdown.slide import SlideBuilder

LONGEST = 10_000
"""Longer paragraphs go over as they are: no speaker wrote them, and parsing takes its time."""

MOST_MARKS = 1_000
"""Brackets and the like in one paragraph; those with more go over as they are, too."""

MOST_IN_ALL = 100_000
"""Those in a deck: a talk of a thousand slides has some 20,000."""

Piece = str | Picture

_SPECIAL = re.compile(r"[<^~${@]|!\[|\[\]\(|==| {2}\n|:[A-Za-z0-9_+-]+:|\.[A-Za-z][\w-]*\[")
_LINK_LABEL = re.compile(r"\]\s*\[|\[[^\]]*\](?!\()")
_LAST_BREAKS = re.compile(r"(?:[ \t]*\\\n)+[ \t]*$")
_HARD_BREAK = re.compile(r"[ \t]*\\\n[ \t]*")
_HIGHLIGHT = re.compile(r"(?<![=\w])==(?=\S)([^=\n]{1,200}?)(?<=\S)==(?![=\w])")
_LOST_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,200}\]")
_CITATION = re.compile(
    r"\[-?@[^\[\]\n]{1,200}\]|\{\{<[^<>\n]{1,200}>\}\}|(?<!\w)@(?:fig|tbl|sec|eq|lst)-[\w-]+"
)
"""What Pandoc and Quarto put in: sources, numbers of figures, videos."""
_WORD = re.compile(r"\w+")
_EMOJI_NAMES = re.compile(r"(?<![\w:])(?::[A-Za-z0-9_+-]+:)+(?![\w:])")
"""Names of emoji stand between words: ``10:30:45`` and ``a::b::c`` hold none."""
_EMOJI_NAME = re.compile(r":([A-Za-z0-9_+-]+):")


def read_inline(slide: SlideBuilder, text: str, line: int) -> list[Piece]:
    """`text`, from `line` on, as Markdown without HTML, and the pictures between.

    The `slide` hears of what is no text. Of our own export only pictures are set apart.
    """
    env = slide.env
    if slide.dialect.exact:
        tokens = exact_tokens(text, env) if "<" in text or "![" in text else []
        if not any(token.type in ("html_inline", "image") for token in tokens):
            return [text]
        return _Writer(slide, line).write(tokens)
    refers = bool(env.get("references")) and _LINK_LABEL.search(text) is not None
    if not refers and not _SPECIAL.search(text):
        return [text]
    marks = sum(map(text.count, "[<`*_$^~{:&=@"))
    env["marks"] = env.get("marks", 0) + marks
    if len(text) > LONGEST or marks > MOST_MARKS or env["marks"] > MOST_IN_ALL:
        slide.warn(line, "too-long")
        return [text]
    return _Writer(slide, line).write(inline_tokens(text, env))


class _Frame(NamedTuple):
    """Something open: its kind, what closes it as a text, and the pieces before it."""

    kind: str
    end: Callable[[list[Piece]], list[Piece]]
    before: list[Piece]


class _Writer:
    """Writes tokens as Markdown; text tokens hold what was no markup, and so is none now."""

    def __init__(self, slide: SlideBuilder, line: int) -> None:
        self._slide = slide
        self._line = line
        self._pieces: list[Piece] = []
        self._frames: list[_Frame] = []

    def write(self, tokens: Sequence[Token]) -> list[Piece]:
        """The Markdown of `tokens`, parted by the pictures in it."""
        for token in tokens:
            self._token(token)
        while self._frames:
            self._close(self._frames[-1].kind)
        if self._pieces and isinstance(last := self._pieces[-1], str):
            self._pieces[-1] = _LAST_BREAKS.sub("", last)
        return [piece for piece in self._pieces if not isinstance(piece, str) or piece.strip()]

    def _add(self, text: str) -> None:
        last = self._pieces[-1] if self._pieces else None
        if isinstance(last, str):
            # Two pieces of code side by side would be one.
            apart = " " if last.endswith("`") and text.startswith("`") else ""
            text = self._pieces.pop() + apart + text  # type: ignore[operator]
        self._pieces.append(text)

    def _open(self, kind: str, end: Callable[[list[Piece]], list[Piece]]) -> None:
        self._frames.append(_Frame(kind, end, self._pieces))
        self._pieces = []

    def _close(self, kind: str) -> None:
        """Close what is open of this kind, if anything is, and whatever is open within."""
        kinds = [each.kind for each in self._frames]
        if kind not in kinds or (kind != "link" and "link" in kinds[kinds.index(kind) :]):
            return
        while self._frames:
            frame = self._frames.pop()
            inner, self._pieces = self._pieces, frame.before
            for piece in frame.end(inner):
                if isinstance(piece, str):
                    self._add(piece)
                else:
                    self._pieces.append(piece)
            if frame.kind == kind:
                return

    def _token(self, token: Token) -> None:
        match token.type:
            case "text_special":
                self._add(token.markup)
            case "code_inline":
                self._add(_code_span(token.content, token.markup))
            case "softbreak":
                self._line += 1
                self._add("\n")
            case "hardbreak":
                self._line += 1
                self._add("\\\n")
            case "link_open":
                self._open_link(token)
            case "link_close":
                self._close("link")
            case "image":
                self._refers(token)
                path, title, width = (
                    str(token.attrs.get(name, "")) for name in ("src", "title", "width")
                )
                self._pieces.append(Picture(path, token.content, title, width))
            case "html_inline":
                self._html(token.content)
            case "raised" | "lowered":
                self._add(self._script(token.type, token.content))
            case "struck":
                self._add(f"~~{token.content}~~")
            case "formula":
                self._slide.warn(self._line, "formula", token.content)
                self._add(_exactly(token.content))
                self._line += token.content.count("\n")
            case "footnote_ref":
                self._add(self._slide.footnote(token.content, self._line))
            case "footnote_inline":
                self._add(self._slide.footnote("", self._line, token.content))
            case "attributes":
                self._attributes(token.content)
            case _ if token.nesting:
                self._add(token.markup)
            case _:
                self._text(token.content)

    def _text(self, text: str) -> None:
        patterns = [_HIGHLIGHT, _LOST_FOOTNOTE]
        patterns += [_CITATION] if self._slide.dialect.name == "pandoc" else []
        for pattern in patterns:
            for found in pattern.finditer(text):
                self._slide.warn(self._line, "kept", found[0])
        self._add(_EMOJI_NAMES.sub(lambda run: _EMOJI_NAME.sub(self._emoji, run[0]), text))

    def _emoji(self, name: re.Match[str]) -> str:
        """The emoji for ``:tada:``; the name itself, told, if it is that of none."""
        import emoji

        found = emoji.emojize(name[0].lower(), language="alias")
        if found != name[0].lower():
            return found
        if re.search("[A-Za-z]{2}", name[1]):
            self._slide.warn(self._line, "kept", name[0])
        return name[0]

    def _refers(self, token: Token) -> None:
        if label := token.meta.get("label"):
            self._slide.env["referred"].add(str(label))

    def _open_link(self, token: Token) -> None:
        self._refers(token)
        address = str(token.attrs.get("href", ""))
        if token.markup == "autolink":
            self._open("link", lambda inner: ["<", *inner, ">"])
            return
        title = str(token.attrs.get("title", "")).replace('"', '\\"')
        self._open("link", partial(_linked, address, title=title))

    def _attributes(self, content: str) -> None:
        last = self._pieces[-1] if self._pieces else ""
        if isinstance(last, Picture) and not last.width and "width" in content:
            self._pieces[-1] = last._replace(width=content.strip("{}"))
        else:
            self._slide.warn(self._line, "attributes", content)

    def _script(self, kind: str, text: str) -> str:
        """A raised or lowered text: in characters of that kind, or told with what stands now."""
        found = in_script(text, 1 if kind == "raised" else -1)
        if found and "*" not in found:
            return found
        mark = "^" if kind == "raised" else "\\_"
        stands = f"{mark}{text}" if _WORD.fullmatch(text) else f"{mark}({text})"
        self._slide.warn(self._line, f"{kind}-as", stands.replace("\\_", "_"))
        return stands

    def _html(self, content: str) -> None:
        for event in events(content):
            line = self._line + event.line
            match event.kind:
                case "comment":
                    self._slide.comment(event.text, line)
                case "break":
                    self._add("\\\n")
                case "image":
                    self._pieces.append(picture_of(event))
                case "text":
                    self._add(literal_text(event.text))
                case "silent":
                    self._slide.warn(line, "silent", event.text)
                case "tag" | "end":
                    self._tag(event, line)
        self._line += content.count("\n")

    def _tag(self, event: Event, line: int) -> None:
        name = event.name
        ends: dict[str, Callable[[list[Piece]], list[Piece]]] = {
            "sup": lambda inner: self._scripted("raised", inner),
            "sub": lambda inner: self._scripted("lowered", inner),
            **dict.fromkeys(CODES, _as_code),
            **{each: partial(_marked, MARKS[each]) for each in MARKS},
            "a": partial(_linked, event.attributes.get("href", "")),
        }
        if event.kind == "end":
            self._close(name)
            return
        is_whole = name in ends and not event.attributes.keys() - {"href"}
        if not is_whole or (name == "a" and not event.attributes):
            self._slide.tag(event, line)
        if name in ends and (name != "a" or event.attributes.get("href")):
            self._open(name, ends[name])

    def _scripted(self, kind: str, inner: list[Piece]) -> list[Piece]:
        if all(isinstance(piece, str) for piece in inner):
            text = "".join(map(str, inner)).strip()
            return [self._script(kind, text)] if text else []
        return inner


def _code_span(content: str, ticks: str = "`") -> str:
    """`content` as inline code; the ticks are longer than any in it."""
    while ticks in content:
        ticks += "`"
    padded = content[:1] in ("`", " ") or content[-1:] in ("`", " ")
    return f"{ticks} {content} {ticks}" if padded else f"{ticks}{content}{ticks}"


def _exactly(text: str) -> str:
    """`text` as it is if the outline shows it so, else as code."""
    plain = joined(text)
    return plain if literal_text(plain) == plain else _code_span(plain)


def _as_code(inner: list[Piece]) -> list[Piece]:
    text = "".join(map(str, inner)) if all(isinstance(piece, str) for piece in inner) else ""
    if not text.strip() or re.search(r"[*\[\\&]", text):
        return inner
    return [_code_span(joined(text))]


def _linked(address: str, inner: Sequence[Piece], title: str = "") -> list[Piece]:
    """Texts and pictures as a link to `address`; the address itself if there are none."""
    if not any(isinstance(piece, Picture) or piece.strip() for piece in inner):
        bare = re.fullmatch(r"(?:https?://|mailto:)[^\s<>]+", address)
        return [f"<{address}>" if bare else literal_text(address)]
    ending = f"]({link_target(address)}" + (f' "{title}")' if title else ")")
    return [
        piece._replace(link=address) if isinstance(piece, Picture) else _around(piece, "[", ending)
        for piece in inner
    ]


def _marked(mark: str, inner: Sequence[Piece]) -> list[Piece]:
    """Texts between `mark` and `mark`; the spaces at their ends stay outside."""
    return [piece if isinstance(piece, Picture) else _around(piece, mark, mark) for piece in inner]


def _around(text: str, before: str, after: str) -> str:
    core = text.strip()
    start = text.index(core)
    if not core:
        return text
    return text[:start] + before + core + after + text[start + len(core) :]


def on_one_line(text: str) -> str:
    """`text` without soft breaks; hard ones stay, those at its ends do not."""
    lines = [joined(each) for each in _HARD_BREAK.split(text.strip())]
    while lines and lines[-1] in ("", "\\"):
        lines.pop()
    return "\\\n".join(each for each in lines if each)
