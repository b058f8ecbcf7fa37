"""One slide of a Markdown deck: its blocks, as its tokens come, and what is said about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode
from msgspec import structs

from presenter.deck import Slide
from presenter.deck.blocks import Block, Bullets, Callout, Code, Columns, Item, Numbers, Quote, Text
from presenter.deck.blocks import Column as OutlineColumn
from presenter.deck.languages import is_language
from presenter.imports.code_info import read_info
from presenter.imports.draft import DraftSlide, Remark
from presenter.imports.html import Event, events
from presenter.imports.inline import (
    Picture,
    inline_mark,
    link_target,
    picture_of,
    read_inline,
    says_nothing,
)
from presenter.imports.lists import inner_orders, read_item
from presenter.imports.outline_yaml import read_block, with_fields
from presenter.imports.parser import Environment
from presenter.imports.pictures import Named, is_faultless
from presenter.imports.plain import joined, literal_text
from presenter.imports.tables import read_table

if TYPE_CHECKING:
    from presenter.imports.dialects import Dialect

_ALERT = re.compile(r"\[!(\w+)\][ \t]*(?:\n|$)")
_ALERTS = {
    "NOTE": "note",
    "TIP": "tip",
    "IMPORTANT": "note",
    "WARNING": "warning",
    "CAUTION": "warning",
}
_BY = re.compile(r"(?:—+|―|--) ?(?=\S)")
_MATH = re.compile(r"\$\$(.*)\$\$", re.DOTALL)
_BLANK_LINK = re.compile(r"\[\s*\]\((\S+)\)")
_ATTRIBUTES = re.compile(r"\{([^{}]*)\}")
_HEADING_ATTRIBUTES = re.compile(r"[ \t]*\{[#.][^{}]*\}[ \t]*$")
_PERCENT = re.compile(r"(?:width|w)\s*[=:]\s*\"?([1-9][0-9]?|100)%")
_LAYOUT_TAGS = frozenset(["div", "p", "section", "center", "ul", "li", "ol", "table", "tr", "td"])


@dataclass
class _Column:
    width: float
    content: list[Block]


class SlideReader:
    """Collects what a slide of a `dialect` says; its lines count from `first` (an index)."""

    def __init__(self, dialect: Dialect, env: Environment, named: Named, first: int) -> None:
        self.dialect = dialect
        self.named = named
        self.slide = Slide()
        """What is said about the slide; its content is set by `finish`."""
        self.remarks: list[Remark] = []
        self.notes: list[str] = []
        self.comments: list[tuple[int, str, int]] = []
        """Comments of which it is not known yet whether they are notes: line, text, node."""
        self.nodes = 0
        """How many nodes have been read."""
        self._env = env
        self._first = first
        self._content: list[Block] = []
        self._target = self._content
        self._columns: list[_Column] = []
        self._joins = False
        """Whether a paragraph goes on the text before it."""
        self._fields: dict[str, tuple[str, int]] = {}
        self._title_level = 0
        self._setext = False
        self._tags: dict[str, list[tuple[int, str]]] = {}
        self._beside: list[tuple[Block, bool]] = []
        """What is to stand beside all the rest, and whether at its left."""

    # What the dialects call.

    def set(self, **values: object) -> None:
        """Set what is said about the slide."""
        self.slide = structs.replace(self.slide, **values)

    def remark(self, line: int, code: str, what: str = "") -> None:
        """Note something at the index `line` of the file."""
        self.remarks.append(Remark(line + 1, code, what))

    def pause(self) -> None:
        """What follows appears with a further key."""
        self._joins = False
        self.set(reveal=True)

    def part(self) -> None:
        """What follows is a block of its own."""
        self._joins = False

    def fields(self, key: str, fields: str, line: int) -> None:
        """The next block of this `key` has these `fields`, too."""
        self._joins = False
        self._fields[key] = (fields, line)

    def begin_columns(self, widths: Sequence[float]) -> None:
        """What follows stands side by side, once a column is chosen."""
        self.end_columns()
        self._columns = [_Column(width, []) for width in widths]

    def column(self, index: int, line: int) -> None:
        """What follows stands in the column of this index."""
        self._joins = False
        if 0 <= index < len(self._columns):
            self._target = self._columns[index].content
        else:
            self.remark(line, "not-carried", f"column {index}")

    def slot(self, right: bool) -> None:
        """What follows stands at the right, or at the left; what came before, at the other side.

        Source: Slidev's layouts two-cols, where it stands at the left, and two-cols-header, where
        it stands above if a left side follows.
        """
        if not self._columns:
            before = self._content[:] if right else []
            if right:
                self._content.clear()
            self.begin_columns([1, 1])
            self._columns[0].content += before
        self.column(int(right), 0)

    def picture_beside(self, picture: Picture, place: str, line: int) -> None:
        """Put a picture beside all of the slide; one that cannot be shown is told, as a link."""
        self._picture(picture, line, place)

    def end_columns(self) -> None:
        """What follows stands below the columns."""
        columns, self._columns = self._columns, []
        self._target, self._joins = self._content, False
        kept = columns if self.dialect.exact else [each for each in columns if each.content]
        if len(kept) == 1 and not self.dialect.exact:
            for block in kept[0].content:
                self.add(block)
        elif kept or (columns and self.dialect.exact):
            made = [OutlineColumn(content=tuple(each.content), width=each.width) for each in kept]
            self.add(Columns(columns=tuple(made)))

    def beside(self, block: Block, *, left: bool) -> None:
        """Put `block` beside all that there is so far."""
        self.end_columns()
        rest = self._content[:]
        self._content.clear()
        if not rest:
            self.add(block)
            return
        own, others = OutlineColumn(content=(block,)), OutlineColumn(content=tuple(rest))
        self.add(Columns(columns=(own, others) if left else (others, own)))

    def add(self, block: Block) -> None:
        """Show `block`, with the fields that a comment gave it."""
        if given := self._fields.pop(block.key, None):
            fields, line = given
            changed = with_fields(block, fields, self.named.home)
            if changed is None:
                self.remark(line, "not-carried", f"{block.key}: {fields}")
            block = changed or block
        self._joins = False
        self._target.append(block)

    def finish(self) -> DraftSlide:
        """The slide as it is when all has been read."""
        self.end_columns()
        for block, left in self._beside:
            self.beside(block, left=left)
        for _name, found in self._tags.items():
            line, what = found[0]
            more = f" (+{len(found) - 1})" if len(found) > 1 else ""
            self.remark(line, "tag", what + more)
        for key, (fields, line) in self._fields.items():
            self.remark(line, "not-carried", f"{key}: {fields}")
        notes = "\n\n".join(self.notes)
        if "\n" in notes:
            notes += "\n"
        slide = structs.replace(self.slide, notes=notes, content=tuple(self._content))
        return DraftSlide(slide, self.remarks)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was said."""
        says = self.slide.title or self.slide.subtitle or self._content or self.notes
        return not (says or self._columns)

    # Reading.

    def read(self, nodes: Sequence[SyntaxTreeNode]) -> None:
        """Read the slide's top nodes."""
        self._setext = self.dialect.setext_titles and any(
            node.type == "heading" and node.markup in ("=", "-") for node in nodes
        )
        for node in nodes:
            self.node(node)

    def node(self, node: SyntaxTreeNode) -> None:
        """Read a block node."""
        self.nodes += 1
        read = _READERS.get(node.type)
        if read is None:
            self.remark(self._line(node), "not-carried", node.type)
        else:
            read(self, node)

    def comment(self, text: str, line: int) -> None:
        """A comment: a command of the dialect, notes, or the writer's own."""
        if not text.strip():
            self.part()
        elif not self.dialect.comment(self, text, line):
            self.own_comment(text, line)

    def own_comment(self, text: str, line: int) -> None:
        """Keep a comment as one of the outline's own, line by line."""
        for number, each in enumerate(text.strip().splitlines()):
            if each.strip():
                self.remarks.append(Remark(line + 1 + number, "", each.strip()))

    def tag(self, event: Event, line: int) -> None:
        """A tag that has no equivalent."""
        if any(name.startswith(("v-click", "v-after")) for name in event.attributes):
            self.pause()
        if event.name in ("v-click", "v-clicks", "v-after"):
            self.pause()
        elif not says_nothing(event):
            name = event.name if event.name in _LAYOUT_TAGS else f"{event.name} {line}"
            self._tags.setdefault(name, []).append((line, event.text))

    def _line(self, node: SyntaxTreeNode) -> int:
        return self._first + (node.map[0] if node.map else 0)

    def _pieces(self, node: SyntaxTreeNode) -> list[str | Picture]:
        inline = node.children[0] if node.children else None
        text = inline.content if inline else ""
        return read_inline(text, self._line(node), self._env, self)

    def _one_line(self, node: SyntaxTreeNode) -> str:
        """The text of a heading, an item or a cell; pictures in it are links."""
        texts = [
            piece if isinstance(piece, str) else self._linked(piece, self._line(node))
            for piece in self._pieces(node)
        ]
        text = "".join(texts)
        return text.strip("\n") if self.dialect.exact else joined(text)

    def _heading(self, node: SyntaxTreeNode) -> None:
        text = self._one_line(node)
        if not self.dialect.exact and (match := _HEADING_ATTRIBUTES.search(text)):
            self.remark(self._line(node), "not-carried", match[0])
            text = text[: match.start()]
        level = int(node.tag[1:])
        bare = not (self._content or self._columns)
        if self._setext:
            is_title = node.markup in ("=", "-") and not self.slide.title
        else:
            is_title = not self.slide.title and (bare or not self.dialect.exact)
        if not text:
            return
        if is_title:
            self.set(title=text)
            self._title_level = level
        elif bare and self._title_level < level and self._title_level and not self.slide.subtitle:
            self.set(subtitle=text)
        else:
            self.text(_bold(text))

    def _paragraph(self, node: SyntaxTreeNode) -> None:
        line = self._line(node)
        source = node.children[0].content if node.children else ""
        if self.dialect.paragraph(self, source, line):
            return
        if not self.dialect.exact and (match := _MATH.fullmatch(source.strip())):
            self._code(match[1].strip("\n"), "latex", line)
            return
        pieces = self._pieces(node)
        for number, piece in enumerate(pieces):
            if isinstance(piece, Picture):
                after = pieces[number + 1] if number + 1 < len(pieces) else ""
                if isinstance(after, str) and (match := _ATTRIBUTES.match(after)):
                    piece = piece._replace(width=match[1])
                    pieces[number + 1] = after[match.end() :]
                self._picture(piece, line)
            elif piece.strip():
                self.text(piece if self.dialect.exact else piece.strip())

    def text(self, text: str) -> None:
        """Show a paragraph; it goes on the text before it, if only an empty line parts them."""
        last = self._target[-1] if self._target else None
        if self._joins and isinstance(last, Text):
            ending = "" if self.dialect.exact else "\n"
            whole = last.text.rstrip("\n") + "\n\n" + text + ending
            self._target[-1] = structs.replace(last, text=whole)
        else:
            ending = "\n" if "\n" in text and not self.dialect.exact else ""
            self.add(Text(text=text + ending))
        self._joins = True

    def _picture(self, picture: Picture, line: int, place: str = "") -> None:
        if not place:
            picture, place = self.dialect.picture(self, picture, line)
        width = _PERCENT.search(picture.width) or re.fullmatch(r"([1-9]\d?|100)%", picture.width)
        percent = int(width[1]) if width else None
        if picture.width and not width:
            self.remark(line, "not-carried", picture.width)
        title = picture.title
        block = self.named.picture(picture.path, literal_text(picture.alt), title, percent)
        if block is None:
            self.text(self._linked(picture, line))
        elif place:
            self._beside.append((block, place == "left"))
        else:
            self.add(block)

    def _linked(self, picture: Picture, line: int) -> str:
        """A picture that cannot be shown: its words, and where it lies."""
        self.remark(line, "picture", picture.path)
        alt = literal_text(picture.alt) or picture.path.rpartition("/")[2] or "…"
        if picture.path.startswith(("http://", "https://")):
            return f"[{alt}]({link_target(picture.path)})"
        return f"{alt} ({literal_text(picture.path)})" if picture.path != alt else alt

    def _list(self, node: SyntaxTreeNode) -> None:
        numbered = node.type == "ordered_list"
        kind = Numbers if numbered else Bullets
        line = self._line(node)
        start = int(str(node.attrs.get("start", 1)))
        reveal = True if self.dialect.reveals_list(node.markup) else None
        if not self.dialect.exact:
            for each in inner_orders(node):
                self.remark(self._line(each), "mixed-list")
        items: list[Item] = []
        parts = count()

        def flush() -> None:
            if items:
                if next(parts) and numbered:
                    self.remark(line, "numbering")
                self.add(kind(items=tuple(items), reveal=reveal))
                items.clear()

        if numbered and start != 1:
            self.remark(line, "numbering-from", str(start))
        for child in node.children:
            aside: list[SyntaxTreeNode] = []
            item = read_item(child, self._one_line, aside.append)
            if item is not None:
                items.append(item)
            shown = [each for each in aside if not self._is_comment(each)]
            if shown:
                flush()
            for each in aside:
                self.node(each)
        flush()

    def _is_comment(self, node: SyntaxTreeNode) -> bool:
        return node.type == "html_block" and all(
            event.kind == "comment" or not event.text.strip() for event in events(node.content)
        )

    def _quote(self, node: SyntaxTreeNode) -> None:
        texts: list[str] = []
        kind = ""
        for child in node.children:
            if child.type != "paragraph":
                self._end_quote(texts, kind)
                texts, kind = [], ""
                self.node(child)
                continue
            source = child.children[0].content if child.children else ""
            if not texts and not kind and (match := _ALERT.match(source)):
                kind = _ALERTS.get(match[1].upper(), "")
                if kind:
                    inline = child.children[0].token
                    assert inline is not None
                    inline.content = source[match.end() :]
                    if match[1].upper() in ("IMPORTANT", "CAUTION"):
                        self.remark(self._line(child), "callout-kind", match[1])
            for piece in self._pieces(child):
                if isinstance(piece, Picture):
                    texts.append(self._linked(piece, self._line(child)))
                elif piece.strip() or self.dialect.exact:
                    texts.append(piece if self.dialect.exact else piece.strip())
        self._end_quote(texts, kind)

    def _end_quote(self, texts: list[str], kind: str) -> None:
        texts = [each for each in texts if each]
        if not texts:
            return
        by = ""
        if not kind:
            before, _, last = texts[-1].rpartition("\n")
            if match := _BY.match(last):
                by = last[match.end() :]
                texts[-1:] = [before] if before else []
        text = "\n\n".join(texts)
        if "\n" in text and not self.dialect.exact:
            text += "\n"
        if kind:
            self.add(Callout(text=text, kind=kind))  # type: ignore[arg-type]
        elif text:
            self.add(Quote(text=text, by=by))
        else:
            self.text(f"— {by}")

    def _table(self, node: SyntaxTreeNode) -> None:
        self.add(read_table(node, self._one_line, exact=self.dialect.exact))

    def _fence(self, node: SyntaxTreeNode) -> None:
        line = self._line(node)
        info = node.info.strip()
        source = node.content
        if self.dialect.exact and info == "yaml presenter":
            block = read_block(source.rstrip("\n"), self.named.home)
            if block is not None:
                self.add(block)
                return
            self.remark(line, "not-carried", info)
        self._code(source, info, line)

    def _code_block(self, node: SyntaxTreeNode) -> None:
        self._code(node.content, "", self._line(node))

    def _code(self, source: str, info: str, line: int) -> None:
        found = read_info(info)
        source = source.rstrip("\n")
        if not source.strip():
            self.remark(line, "empty-code", info)
            self._fields.pop("code", None)
            return
        if found.language and not is_language(found.language):
            self.remark(line, "language", found.language)
            found.language = ""
        code = Code(source=source, language=found.language, numbers=found.numbers)
        if found.lines:
            stepped = structs.replace(code, lines=found.lines)
            if is_faultless(stepped, None):
                code = stepped
            else:
                found.rest.append("{" + found.lines + "}")
        if found.rest:
            self.remark(line, "code-info", " ".join(found.rest))
        self.add(code)

    def _html(self, node: SyntaxTreeNode) -> None:
        line = self._line(node)
        said: list[str] = []
        links: list[str] = []
        for event in events(node.content):
            at = line + event.line
            if event.kind in ("text", "break"):
                said.append(literal_text(event.text) if event.kind == "text" else "\n")
            elif event.kind in ("tag", "end") and _INLINE_TAGS.fullmatch(event.name):
                said.append(inline_mark(event, links))
                if event.kind == "tag" and not said[-1]:
                    self.tag(event, at)
            elif links and event.kind in ("tag", "end"):
                if event.kind == "tag":
                    self.tag(event, at)
            else:
                self._said(said)
                self._event(event, at)
        self._said([*said, *links])

    def _event(self, event: Event, line: int) -> None:
        """Something in HTML that parts paragraphs."""
        match event.kind:
            case "comment":
                self.comment(event.text, line)
            case "image":
                self._picture(picture_of(event), line)
            case "silent" if event.text.strip():
                self.remark(line, "silent", event.text)
            case "tag" if event.name != "style" and (event.name, event.attributes) != (
                "script",
                {},
            ):
                self.tag(event, line)

    def _said(self, said: list[str]) -> None:
        """Show the words found between tags, as paragraphs."""
        text = _BLANK_LINK.sub(r"<\1>", "".join(said))
        said.clear()
        for paragraph in re.split(r"\n\s*\n", text):
            if words := "\n".join(filter(None, map(str.strip, paragraph.split("\n")))):
                self.text(words)

    def _rule(self, node: SyntaxTreeNode) -> None:
        self.part()
        self.remark(self._line(node), "rule")


_INLINE_TAGS = re.compile(
    r"a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span"
    r"|strike|strong|sub|sup|time|u|var"
)

_READERS: dict[str, Callable[[SlideReader, SyntaxTreeNode], None]] = {
    "heading": SlideReader._heading,
    "paragraph": SlideReader._paragraph,
    "bullet_list": SlideReader._list,
    "ordered_list": SlideReader._list,
    "blockquote": SlideReader._quote,
    "table": SlideReader._table,
    "fence": SlideReader._fence,
    "code_block": SlideReader._code_block,
    "html_block": SlideReader._html,
    "hr": SlideReader._rule,
}


def _bold(text: str) -> str:
    """A heading within a slide, as bold text; one with marks of its own as it is."""
    return text if re.search(r"[*_`\\\n]", text) else f"**{text}**"


def uncovered(nodes: Sequence[SyntaxTreeNode]) -> Iterator[tuple[int, int]]:
    """The spans of lines that leaves of `nodes` cover."""
    for top in nodes:
        for node in top.walk():
            if node.map and node.type not in _CONTAINERS:
                yield node.map


_CONTAINERS = frozenset(["bullet_list", "ordered_list", "list_item", "blockquote"])
