"""One slide of a Markdown deck as it comes about: its blocks, and what is said about it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode
from msgspec import structs

from presenter.deck import Slide
from presenter.deck.blocks import Block, Columns, Text
from presenter.deck.blocks import Column as OutlineColumn
from presenter.imports.draft import DraftSlide, ImportWarning
from presenter.imports.markdown.html import Event, says_nothing
from presenter.imports.markdown.inline import Piece, read_inline
from presenter.imports.markdown.named import Named, with_fields
from presenter.imports.plain import Environment, in_script

if TYPE_CHECKING:
    from presenter.imports.markdown.dialects import Dialect

_GROUPED_TAGS = re.compile(
    r"div|p|section|center|ul|li|ol|table|thead|tbody|tr|td|th|span|font|small|big|u|mark|ins|dl|dt"
    r"|dd|details|summary"
)


@dataclass
class _Column:
    width: float
    content: list[Block]


class Body:
    """Blocks one below the other, and the columns that are open.

    `exact`: columns stay, even with nothing in them.
    """

    def __init__(self, *, exact: bool) -> None:
        self._exact = exact
        self._content: list[Block] = []
        self._target = self._content
        self._columns: list[_Column] = []
        self.has_columns = False
        """Whether columns are open."""

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a block nor a column."""
        return not (self._content or self._columns)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks outside open columns."""
        return tuple(self._content)

    def add(self, block: Block) -> None:
        """Put `block` behind the last."""
        self._target.append(block)

    def begin_columns(self, widths: Sequence[float], first: Sequence[Block] = ()) -> None:
        """Open columns of these widths; `first` stands in the first of them."""
        self._columns = [_Column(width, []) for width in widths]
        self.has_columns = True
        if first:
            self._columns[0].content.extend(first)

    def add_column(self, width: float) -> None:
        """Open one more column; what follows stands in it."""
        self._columns.append(_Column(width, []))
        self._target = self._columns[-1].content

    def choose_column(self, index: int) -> bool:
        """Whether there is a column of this index; what follows stands in it."""
        if not 0 <= index < len(self._columns):
            return False
        self._target = self._columns[index].content
        return True

    def end_columns(self) -> list[Block]:
        """Close the columns; what is to be added in their place."""
        columns, self._columns = self._columns, []
        self._target, self.has_columns = self._content, False
        kept = columns if self._exact else [each for each in columns if each.content]
        if not kept:
            return []
        if len(kept) == 1 and not self._exact:
            return kept[0].content
        made = [OutlineColumn(content=tuple(each.content), width=each.width) for each in kept]
        return [Columns(columns=tuple(made))]

    def take(self) -> list[Block]:
        """All blocks outside open columns; they are no longer here."""
        taken = self._content[:]
        self._content.clear()
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
        self.body = Body(exact=dialect.exact)
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
        self._fields: dict[str, tuple[str, int]] = {}
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
        lines = text.strip("\n").split("\n")
        margin = min((len(each) - len(each.lstrip()) for each in lines if each.strip()), default=0)
        if said := "\n".join(each[margin:].rstrip() for each in lines).strip():
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
        if not says_nothing(event):
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
        return read_inline(text, line, self.env, self, exact=self.dialect.exact)

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

    def refers(self, label: str) -> None:
        """A link uses the definition of this label."""
        self.env["referred"].add(label)

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
        self._fields[key] = (fields, line)

    def drop_fields(self, key: str) -> None:
        """The block of this `key` that had fields does not come."""
        self._fields.pop(key, None)

    def add(self, block: Block) -> None:
        """Show `block`, with the fields that a comment gave it."""
        self.end_paragraphs()
        if given := self._fields.pop(block.key, None):
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
        self.body.begin_columns(widths)

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
        if not self.body.has_columns:
            self.body.begin_columns([1, 1], self.body.take() if right else ())
        self.column(int(right), 0)

    def end_columns(self) -> None:
        """What follows stands below the columns."""
        self.end_paragraphs()
        for block in self.body.end_columns():
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
        return self.body.is_empty and not self._paragraphs

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
            self.add(beside(block, self.body.take(), left=left))
        self._show_footnotes()
        self.end_paragraphs()
        for found in self._tags.values():
            line, what = found[0]
            others = list(dict.fromkeys(text for _, text in found[1:] if text != what))
            more = f" (+{len(found) - 1})" if len(found) > 1 else ""
            self.warn(line, "tag", " ".join([what + more, *others]))
        for key, (fields, line) in self._fields.items():
            self.warn(line, "not-carried", f"{key}: {fields}")
        notes = "\n\n".join(self.notes)
        if "\n" in notes:
            notes += "\n"
        slide = structs.replace(self.slide, notes=notes, content=self.body.blocks)
        return DraftSlide(slide, self.warnings)

    def _show_footnotes(self) -> None:
        """The texts of the footnotes that the slide refers to, and those that these refer to."""
        self.end_paragraphs()
        shown = 0
        while shown < len(self._footnotes):
            label, (line, text) = next(itertools.islice(self._footnotes.items(), shown, None))
            shown += 1
            pieces = self.inline(text, line)
            said = "".join(
                each if isinstance(each, str) else f"{each.alt} ({each.path})" for each in pieces
            )
            self.text(f"{in_script(str(self.env['numbers'][label]), 1)} {said.strip()}")


def beside(block: Block, rest: Sequence[Block], *, left: bool) -> Block:
    """`block` beside the `rest`; alone if there is none."""
    if not rest:
        return block
    own, others = OutlineColumn(content=(block,)), OutlineColumn(content=tuple(rest))
    return Columns(columns=(own, others) if left else (others, own))
