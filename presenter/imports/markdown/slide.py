"""One slide of a Markdown deck as it comes about: its blocks, and what is said about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from textwrap import dedent
from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode
from msgspec import structs

from presenter.deck import Slide
from presenter.deck.blocks import Block, Columns, Text
from presenter.deck.blocks import Column as OutlineColumn
from presenter.imports.draft import DraftSlide, ImportWarning
from presenter.imports.markdown.html import Event
from presenter.imports.markdown.inline import Piece, read_inline
from presenter.imports.markdown.named import Named, with_fields
from presenter.imports.plain import Environment, in_script

if TYPE_CHECKING:
    from presenter.imports.markdown.dialects import Dialect

_GROUPED_TAGS = re.compile(
    r"div|p|section|center|ul|li|ol|table|thead|tbody|tr|td|th|span|font|small|big|u|mark|ins|dl|dt"
    r"|dd|details|summary"
)


class Body:
    """Blocks one below the other, and the columns that are open, each with its width."""

    def __init__(self) -> None:
        self.content: list[Block] = []
        self.columns: list[tuple[float, list[Block]]] | None = None
        self._target = self.content

    def add(self, block: Block) -> None:
        """Put `block` behind the last."""
        self._target.append(block)

    def add_column(self, width: float) -> None:
        """Open one more column; what follows stands in it."""
        self.columns = [*(self.columns or ()), (width, [])]
        self._target = self.columns[-1][1]

    def choose_column(self, index: int) -> bool:
        """Whether there is a column of this index; what follows stands in it."""
        if not self.columns or not 0 <= index < len(self.columns):
            return False
        self._target = self.columns[index][1]
        return True

    def end_columns(self, *, exact: bool) -> list[Block]:
        """Close the columns; what is to be added in their place. `exact`: empty ones stay."""
        columns, self.columns = self.columns or [], None
        self._target = self.content
        kept = [(width, content) for width, content in columns if content or exact]
        if len(kept) == 1 and not exact:
            return kept[0][1]
        made = [OutlineColumn(content=tuple(content), width=width) for width, content in kept]
        return [Columns(columns=tuple(made))] if made else []

    def take(self) -> list[Block]:
        """All blocks outside open columns; they are no longer here."""
        taken = self.content[:]
        self.content.clear()
        return taken


class SlideBuilder:
    """Collects what a slide of a `dialect` says; its lines count from `first` (an index)."""

    def __init__(
        self,
        dialect: Dialect,
        env: Environment,
        named: Named,
        first: int,
        readers: Mapping[str, Callable[[SlideBuilder, SyntaxTreeNode], None]],
    ) -> None:
        self.dialect = dialect
        self.env = env
        self.named = named
        self.first = first
        self.slide = Slide()
        """What is said about the slide; its content is set by `finish`."""
        self.title_level = 0
        """The level of the heading that gave the title."""
        self.underlined_title = False
        """Whether only an underlined heading may be the title."""
        self.body = Body()
        self.warnings: list[ImportWarning] = []
        self.notes: list[str] = []
        self.comments: list[tuple[int, str, int]] = []
        """Comments of which it is not known yet whether they are notes: line, text, node."""
        self._readers = readers
        self.nodes = 0
        """How many nodes have been read."""
        self.reveals: bool | None = None
        """Whether the lists that follow appear item by item, where that is said."""
        self.enclosures = 0
        """How many quotes are open, one in the other."""
        self._paragraphs: list[str] = []
        """Paragraphs that only empty lines part: one block, once something else comes."""
        self.given_fields: dict[str, tuple[str, int]] = {}
        """What comments say of blocks that are still to come: the fields, and the line."""
        self._tags: dict[str, list[tuple[int, str]]] = {}
        self._beside: list[tuple[Block, bool]] = []
        self._footnotes: dict[str, tuple[int, str]] = {}
        self._divs: list[Callable[[], None]] = []

    # About the slide.

    def set(self, **values: object) -> None:
        """Set what is said about the slide."""
        self.slide = structs.replace(self.slide, **values)

    def warn(self, line: int, code: str, what: str = "") -> None:
        """Note something at the index `line` of the file."""
        self.warnings.append(ImportWarning(line + 1, code, what))

    def note(self, text: str) -> None:
        """Notes for the speaker."""
        lines = dedent(text.strip("\n")).split("\n")
        if said := "\n".join(map(str.rstrip, lines)).strip():
            self.notes.append(said)

    def comment(self, text: str, line: int) -> None:
        """A comment: a command of the dialect, notes, or the writer's own."""
        if not text.strip():
            self.end_paragraphs()
        elif not self.dialect.comment(self, text, line):
            self.own_comment(text, line)

    def own_comment(self, text: str, line: int) -> None:
        """Keep a comment as one of the outline's own, line by line."""
        for number, each in enumerate(text.strip().splitlines()):
            if each.strip():
                self.warn(line + number, "", each.strip())

    def tag(self, event: Event, line: int) -> None:
        """A tag that has no equivalent."""
        classes = event.attributes.get("class", "").split()
        if any(name.startswith(("v-click", "v-after")) for name in event.attributes):
            self.pause()
        if event.name in ("v-click", "v-clicks", "v-after"):
            self.pause()
            if not event.attributes:
                return
        elif "fragment" in classes:
            self.pause()
        if event.name not in ("br", "wbr") and (event.name != "span" or event.attributes):
            name = event.name if _GROUPED_TAGS.fullmatch(event.name) else f"{event.name} {line}"
            self._tags.setdefault(name, []).append((line, event.text))

    # Its running text.

    def read(self, node: SyntaxTreeNode) -> None:
        """Read a block node by the reader of its kind."""
        self.nodes += 1
        if read := self._readers.get(node.type):
            read(self, node)
        else:
            self.warn(self.line_of(node), "not-carried", node.type)

    def line_of(self, node: SyntaxTreeNode) -> int:
        """The index of the line in the file at which `node` begins."""
        return self.first + (node.map[0] if node.map else 0)

    def inline(self, text: str, line: int) -> list[Piece]:
        """The texts and pictures of a paragraph that begins at `line`."""
        return read_inline(self, text, line)

    def footnote(self, label: str, line: int, text: str = "") -> str:
        """The mark for a footnote; its text will stand at the slide's end.

        Numbers go on through the deck; a footnote that is referred to on several slides stands on
        each, with the same number.
        """
        numbers: dict[str, int] = self.env["numbers"]
        if not label:
            label = f"\n{len(numbers)}"
        else:
            line, text = self.env["footnotes"][label]
        number = numbers.setdefault(label, len(numbers) + 1)
        self._footnotes.setdefault(label, (line, text))
        return in_script(str(number), 1)

    # Its blocks.

    def pause(self) -> None:
        """What follows appears with a further key."""
        self.end_paragraphs()
        self.set(reveal=True)

    def end_paragraphs(self) -> None:
        """What follows is a block of its own."""
        if self._paragraphs:
            text = "\n\n".join(self._paragraphs)
            self._paragraphs.clear()
            self.add(Text(text=text + ("\n" if "\n" in text and not self.dialect.exact else "")))

    def fields(self, key: str, fields: str, line: int) -> None:
        """The next block of this `key` has these `fields`, too."""
        self.end_paragraphs()
        self.given_fields[key] = (fields, line)

    def add(self, block: Block) -> None:
        """Show `block`, with the fields that a comment gave it."""
        self.end_paragraphs()
        if given := self.given_fields.pop(block.key, None):
            fields, line = given
            changed = with_fields(block, fields, self.named.home)
            if changed is None:
                self.warn(line, "not-carried", f"{block.key}: {fields}")
            block = changed or block
        self.body.add(block)

    def text(self, text: str) -> None:
        """Show a paragraph; it goes on the text before it, if only an empty line parts them."""
        self._paragraphs.append(text)

    def begin_columns(self, widths: Sequence[float]) -> None:
        """What follows stands side by side, once a column is chosen."""
        self.end_columns()
        self.body.columns = [(width, []) for width in widths]

    def column(self, index: int, line: int) -> None:
        """What follows stands in the column of this index."""
        self.end_paragraphs()
        if not self.body.choose_column(index):
            self.warn(line, "not-carried", f"column {index}")

    def slot(self, right: bool) -> None:
        """What follows stands at the right, or at the left; what came before, at the other side.

        Source: Slidev's layouts two-cols, where it stands at the left, and two-cols-header, where
        it stands above if a left side follows.
        """
        self.end_paragraphs()
        if self.body.columns is None:
            self.body.columns = [(1, self.body.take() if right else []), (1, [])]
        self.column(int(right), 0)

    def end_columns(self) -> None:
        """What follows stands below the columns."""
        self.end_paragraphs()
        for block in self.body.end_columns(exact=self.dialect.exact):
            self.add(block)

    def beside(self, block: Block, *, left: bool) -> None:
        """Put `block` beside all the rest, at its left or right, once that is known."""
        self._beside.append((block, left))

    def open_div(self, close: Callable[[], None]) -> None:
        """Something opens that goes on to the next `close_div`, or to the slide's end."""
        self.end_paragraphs()
        self._divs.append(close)

    def close_div(self) -> bool:
        """Close what was opened last; False if nothing is open."""
        self.end_paragraphs()
        if not self._divs:
            return False
        self._divs.pop()()
        self.end_paragraphs()
        return True

    # The end.

    @property
    def is_bare(self) -> bool:
        """Whether nothing is shown yet below the headings."""
        return not (self.body.content or self.body.columns or self._paragraphs)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is said or shown."""
        says = self.slide.title or self.slide.subtitle or self.notes
        return not says and self.is_bare and not self._beside and not self._footnotes

    def finish(self) -> DraftSlide:
        """The slide as it is when all has been read."""
        while self.close_div():
            pass
        self.end_columns()
        for block, left in self._beside:
            rest = self.body.take()
            own, other = OutlineColumn(content=(block,)), OutlineColumn(content=tuple(rest))
            columns = (own, other) if left else (other, own)
            self.add(Columns(columns=columns) if rest else block)
        self._show_footnotes()
        self.end_paragraphs()
        for found in self._tags.values():
            line, what = found[0]
            others = list(dict.fromkeys(text for _, text in found[1:] if text != what))
            more = f" (+{len(found) - 1})" if len(found) > 1 else ""
            self.warn(line, "tag", " ".join([what + more, *others]))
        for key, (fields, line) in self.given_fields.items():
            self.warn(line, "not-carried", f"{key}: {fields}")
        notes = "\n\n".join(self.notes)
        notes += "\n" if "\n" in notes else ""
        slide = structs.replace(self.slide, notes=notes, content=tuple(self.body.content))
        return DraftSlide(slide, self.warnings)

    def _show_footnotes(self) -> None:
        """The texts of the footnotes that the slide refers to, and those that these refer to."""
        self.end_paragraphs()
        shown: set[str] = set()
        while left := [label for label in self._footnotes if label not in shown]:
            label = left[0]
            shown.add(label)
            line, text = self._footnotes[label]
            pieces = self.inline(text, line)
            said = "".join(
                each if isinstance(each, str) else f"{each.alt} ({each.path})" for each in pieces
            )
            self.text(f"{in_script(str(self.env['numbers'][label]), 1)} {said.strip()}")
