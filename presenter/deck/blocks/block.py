"""What all blocks have in common: how they are declared, checked as they load, and read as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, BinaryIO, ClassVar, NamedTuple

from msgspec import Meta, Struct
from yaml.nodes import Node

from presenter.deck.characters import clean, is_clean, without_needless
from presenter.deck.diagnostics import Place, Severity
from presenter.deck.fields import TEXTS, Kind, Later, spec_of
from presenter.deck.files import MOST_TEXT, FileRefusedError
from presenter.deck.reporter import Fault, Reporter, place_of
from presenter.deck.safe_files import DeckFile
from presenter.deck.source import UnreadableError, decode


class Block(Struct, frozen=True, kw_only=True):
    """Something that a slide shows. A subclass declares its fields, each with a description.

    A block is written ``key: {field: …}``, or ``key: value`` for short, which fills the field
    named by `shorthand`; where that is empty, there is no short form.
    """

    key: ClassVar[str]
    shorthand: ClassVar[str] = ""
    later: ClassVar[Later] = {}
    """What the format has for this block and this version does not."""

    reveal: Annotated[
        bool | None, Meta(description="Whether this block appears piece by piece.")
    ] = None

    def finish_loading(self, context: BlockContext) -> Block | Fault:  # noqa: ARG002
        """This block checked, and with its files read.

        Called once by the loader, when every field is right by its type. An override reports what
        is wrong through `context` and returns the block (itself, or one made by
        ``msgspec.structs.replace``), or FAULT to leave it out.
        """
        return self


Blocks = Annotated[
    tuple[Block, ...],
    Meta(extra={"as": "blocks"}, description="Blocks as a list, where two of a kind are to stand."),
]
"""Blocks in the order in which they are written.

A Struct with a field ``content: Blocks`` takes, beside its own fields, every block by its key, and
``content:`` as a list of one-key mappings.
"""


class BlockContext:
    """What `Block.finish_loading` needs: where the block is written, and the files of the deck.

    Fields go by their written keys.
    """

    def __init__(self, node: Node, fields: Mapping[str, Node], reporter: Reporter) -> None:
        self._node = node
        self._reporter = reporter
        self.fields = fields
        """The value of each field that is written, as a YAML node."""

    @property
    def thorough(self) -> bool:
        """Whether to look for what is right and may be meant otherwise, too."""
        return self._reporter.thorough

    def comma(self, node: Node, index: int) -> None:
        """Warn of a full-width comma in the text of `node` that was to part two of them."""
        from presenter.deck.misread import report_comma

        report_comma(node, index, self._reporter)

    def place(self, field: str = "") -> Place:
        """Where the value of `field` begins; the block's own value if it is not written."""
        return place_of(self.fields.get(field, self._node))

    def report(
        self,
        field: str | Node,
        code: str,
        severity: Severity = "error",
        *,
        keeps_slide: bool = False,
        **values: object,
    ) -> Fault:
        """Note a problem at the value of `field`, or at a node within it; returns FAULT.

        `keeps_slide`: though it is an error, the slide is shown, as the block has something to
        show instead (a picture's alt text).
        """
        where = self.place(field) if isinstance(field, str) else field
        return self._reporter.report(where, code, severity, keeps_slide=keeps_slide, **values)

    def open(
        self, field: str, name: str, *, keeps_slide: bool = False
    ) -> tuple[DeckFile, BinaryIO] | Fault:
        """The file `name` that `field` names: how to open it again later, and opened."""
        try:
            found = self._reporter.files.open(name)
        except FileRefusedError as error:
            return self.report(field, error.code, keeps_slide=keeps_slide, **error.values)
        self._tell_name(field, name)
        return found

    def shows(self, picture: DeckFile) -> None:
        """The deck shows this version of a picture: another one is another deck."""
        self._reporter.files.pictures[picture] = None

    def read_text(self, field: str, name: str) -> str | Fault:
        """The text of the file `name`, with hostile characters made visible and a warning."""
        try:
            text = decode(self._reporter.files.read(name, MOST_TEXT), name).text
        except FileRefusedError as error:
            return self.report(field, error.code, **error.values)
        except UnreadableError:
            self._tell_name(field, name)
            return self.report(field, "file-encoding", file=name)
        self._tell_name(field, name)
        if not is_clean(text):
            self.report(field, "file-hostile", "warning", file=name)
        shown = without_needless(text)
        if shown != text:
            self.report(field, "file-invisible", "warning", file=name)
        return clean(shown)

    def _tell_name(self, field: str, name: str) -> None:
        if real := self._reporter.files.otherwise.get(name):
            self.report(field, "file-case", "warning", file=name, real=real)


class TextPart(NamedTuple):
    """One text of a block. markdown: whether it may hold inline Markdown."""

    text: str
    markdown: bool = True


def extract_text(block: Block) -> Iterator[TextPart]:
    """The texts of `block` and of the blocks within it, in the order of their fields.

    What steers a block is not said: its kind and alignment (a `Literal`), its numbers and
    switches, and texts declared as `Steering`.
    """
    return _texts(block, True)


def _texts(value: object, markdown: bool) -> Iterator[TextPart]:
    if isinstance(value, str):
        if value:
            yield TextPart(value, markdown)
    elif isinstance(value, Struct):
        for name, kind in _speaking(type(value)).items():
            yield from _texts(getattr(value, name), kind != "source")
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(key, markdown)
            yield from _texts(each, markdown)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each, markdown)


@cache
def _speaking(struct: type[Struct]) -> dict[str, str]:
    """The fields of `struct` that may hold texts which are said, and their kinds."""
    fields = spec_of(struct).fields.values()
    return {field.name: field.kind.name for field in fields if _speaks(field.kind)}


def _speaks(kind: Kind) -> bool:
    if kind.name == "list":
        return kind.item is not None and _speaks(kind.item)
    return kind.name in TEXTS - {"steering"} or kind.name in ("mapping", "struct", "blocks")
