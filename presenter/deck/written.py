"""A block as it is written: where its fields stand, and the files that they name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from yaml.nodes import Node

from presenter.deck.clean import clean, is_clean
from presenter.deck.deck_file import DeckFile
from presenter.deck.diagnostics import Place, Severity
from presenter.deck.files import FileRefusedError
from presenter.deck.invisible import without_needless
from presenter.deck.reporter import FAULT, Fault, Reporter, place_of
from presenter.deck.source import UnreadableError, decode

MOST_TEXT = 1024 * 1024
"""Bytes of a text file that a deck names."""


class Written:
    """What a block's `completed` needs to check itself. Fields go by their written keys."""

    def __init__(self, node: Node, fields: Mapping[str, Node], reporter: Reporter) -> None:
        self._node = node
        self._reporter = reporter
        self.fields = fields
        """The value of each field that is written, as a YAML node."""

    @property
    def folder(self) -> Path | None:
        """The deck's folder; None for standard input."""
        return self._reporter.files.folder

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

    def find(self, field: str, name: str, *, keeps_slide: bool = False) -> Path | Fault:
        """The real path of the file `name` that `field` names; if it cannot be had, a problem."""
        try:
            path = self._reporter.files.find(name)
        except FileRefusedError as error:
            return self._refused(field, error, keeps_slide)
        self._tell_name(field, name)
        return path

    def open(
        self, field: str, name: str, *, keeps_slide: bool = False
    ) -> tuple[DeckFile, BinaryIO] | Fault:
        """That file, opened, and how to open it again later."""
        try:
            found = self._reporter.files.open(name)
        except FileRefusedError as error:
            return self._refused(field, error, keeps_slide)
        self._tell_name(field, name)
        return found

    def read(self, field: str, name: str, most: int, *, keeps_slide: bool = False) -> bytes | Fault:
        """The bytes of that file, at most `most` of them."""
        try:
            data = self._reporter.files.read(name, most)
        except FileRefusedError as error:
            return self._refused(field, error, keeps_slide)
        self._tell_name(field, name)
        return data

    def shows(self, picture: DeckFile) -> None:
        """The deck shows this version of a picture: another one is another deck."""
        self._reporter.files.pictures[picture] = None

    def _tell_name(self, field: str, name: str) -> None:
        if real := self._reporter.files.otherwise.get(name):
            self.report(field, "file-case", "warning", file=name, real=real)

    def _refused(self, field: str, error: FileRefusedError, keeps_slide: bool) -> Fault:
        place = self.place(field)
        return self._reporter.report_values(
            place, error.code, error.values, keeps_slide=keeps_slide
        )

    def read_text(self, field: str, name: str) -> str | Fault:
        """The text of that file, with hostile characters made visible and a warning of them."""
        data = self.read(field, name, MOST_TEXT)
        if isinstance(data, Fault):
            return FAULT
        try:
            text = decode(data, name).text
        except UnreadableError:
            return self.report(field, "file-encoding", file=name)
        if not is_clean(text):
            self.report(field, "file-hostile", "warning", file=name)
        shown = without_needless(text)
        if shown != text:
            self.report(field, "file-invisible", "warning", file=name)
        return clean(shown)
