"""One slide of a Markdown deck as it comes about: its blocks, and what is said about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from presenter.deck import Slide
from presenter.deck.blocks import Block, Text
from presenter.imports.draft import DraftSlide, Remark
from presenter.imports.markdown.columns import Body, beside
from presenter.imports.markdown.html import Event
from presenter.imports.markdown.inline import says_nothing
from presenter.imports.markdown.outline_yaml import with_fields
from presenter.imports.markdown.pictures import Named
from presenter.imports.parser import Environment

if TYPE_CHECKING:
    from presenter.imports.markdown.dialect import Dialect

_LAYOUT_TAGS = frozenset(["div", "p", "section", "center", "ul", "li", "ol", "table", "tr", "td"])


class SlideBuilder:
    """Collects what a slide of a `dialect` says; its lines count from `first` (an index)."""

    def __init__(self, dialect: Dialect, env: Environment, named: Named, first: int) -> None:
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
        self.remarks: list[Remark] = []
        self.notes: list[str] = []
        self.comments: list[tuple[int, str, int]] = []
        """Comments of which it is not known yet whether they are notes: line, text, node."""
        self.nodes = 0
        """How many nodes have been read."""
        self._joins = False
        """Whether a paragraph goes on the text before it."""
        self._fields: dict[str, tuple[str, int]] = {}
        self._tags: dict[str, list[tuple[int, str]]] = {}
        self._beside: list[tuple[Block, bool]] = []

    # About the slide.

    def set(self, **values: object) -> None:
        """Set what is said about the slide."""
        self.slide = structs.replace(self.slide, **values)

    def remark(self, line: int, code: str, what: str = "") -> None:
        """Note something at the index `line` of the file."""
        self.remarks.append(Remark(line + 1, code, what))

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
                self.remark(line + number, "", each.strip())

    def tag(self, event: Event, line: int) -> None:
        """A tag that has no equivalent."""
        if any(name.startswith(("v-click", "v-after")) for name in event.attributes):
            self.pause()
        if event.name in ("v-click", "v-clicks", "v-after"):
            self.pause()
        elif not says_nothing(event):
            name = event.name if event.name in _LAYOUT_TAGS else f"{event.name} {line}"
            self._tags.setdefault(name, []).append((line, event.text))

    # Its blocks.

    def pause(self) -> None:
        """What follows appears with a further key."""
        self.part()
        self.set(reveal=True)

    def part(self) -> None:
        """What follows is a block of its own."""
        self._joins = False

    def fields(self, key: str, fields: str, line: int) -> None:
        """The next block of this `key` has these `fields`, too."""
        self.part()
        self._fields[key] = (fields, line)

    def drop_fields(self, key: str) -> None:
        """The block of this `key` that had fields does not come."""
        self._fields.pop(key, None)

    def add(self, block: Block) -> None:
        """Show `block`, with the fields that a comment gave it."""
        if given := self._fields.pop(block.key, None):
            fields, line = given
            changed = with_fields(block, fields, self.named.home)
            if changed is None:
                self.remark(line, "not-carried", f"{block.key}: {fields}")
            block = changed or block
        self.part()
        self.body.add(block)

    def text(self, text: str) -> None:
        """Show a paragraph; it goes on the text before it, if only an empty line parts them."""
        exact = self.dialect.exact
        last = self.body.last
        if self._joins and isinstance(last, Text):
            whole = last.text.rstrip("\n") + "\n\n" + text + ("" if exact else "\n")
            self.body.replace_last(structs.replace(last, text=whole))
        else:
            self.add(Text(text=text + ("\n" if "\n" in text and not exact else "")))
        self._joins = True

    def begin_columns(self, widths: Sequence[float]) -> None:
        """What follows stands side by side, once a column is chosen."""
        self.end_columns()
        self.body.begin_columns(widths)

    def column(self, index: int, line: int) -> None:
        """What follows stands in the column of this index."""
        self.part()
        if not self.body.choose_column(index):
            self.remark(line, "not-carried", f"column {index}")

    def slot(self, right: bool) -> None:
        """What follows stands at the right, or at the left; what came before, at the other side.

        Source: Slidev's layouts two-cols, where it stands at the left, and two-cols-header, where
        it stands above if a left side follows.
        """
        if not self.body.has_columns:
            self.body.begin_columns([1, 1], self.body.take() if right else ())
        self.column(int(right), 0)

    def end_columns(self) -> None:
        """What follows stands below the columns."""
        self.part()
        for block in self.body.end_columns():
            self.add(block)

    def beside(self, block: Block, *, left: bool) -> None:
        """Put `block` beside all the rest, at its left or right, once that is known."""
        self._beside.append((block, left))

    # The end.

    @property
    def is_blank(self) -> bool:
        """Whether nothing was said."""
        says = self.slide.title or self.slide.subtitle or self.notes
        return not says and self.body.is_empty

    def finish(self) -> DraftSlide:
        """The slide as it is when all has been read."""
        self.end_columns()
        for block, left in self._beside:
            self.add(beside(block, self.body.take(), left=left))
        for found in self._tags.values():
            line, what = found[0]
            more = f" (+{len(found) - 1})" if len(found) > 1 else ""
            self.remark(line, "tag", what + more)
        for key, (fields, line) in self._fields.items():
            self.remark(line, "not-carried", f"{key}: {fields}")
        notes = "\n\n".join(self.notes)
        if "\n" in notes:
            notes += "\n"
        slide = structs.replace(self.slide, notes=notes, content=self.body.blocks)
        return DraftSlide(slide, self.remarks)
