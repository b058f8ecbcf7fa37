"""The kinds of values that options take, each with its own error."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

import click

from presenter.commands.errors import CommandError

_MOST = 1000
"""Cells or rows; a wider terminal does not exist."""


class Size(NamedTuple):
    """The size of a terminal, in cells and rows."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


class SizeType(click.ParamType[Size]):
    """``80x24``, also written ``80×24`` or ``80X24``."""

    name = "size"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,  # noqa: ARG002
    ) -> Size:
        """The `Size` that `value` names. Raises CommandError for anything else."""
        if isinstance(value, Size):
            return value
        match = re.fullmatch(r"(\d{1,4})[xX×](\d{1,4})", str(value).strip())
        size = Size(*map(int, match.groups())) if match else Size(0, 0)
        if not (1 <= size.width <= _MOST and 1 <= size.height <= _MOST):
            raise CommandError("not-a-size", value=value, most=_MOST)
        return size


class Code(click.ParamType[str]):
    """The code of a warning: ``no-notes``."""

    name = "code"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,  # noqa: ARG002
    ) -> str:
        """`value` if it is one. Raises CommandError for anything else, the code of an error too."""
        from presenter.deck.suggest import nearest
        from presenter.deck.warnings import WARNINGS
        from presenter.words.problems import PROBLEMS

        code = str(value)
        if code in WARNINGS:
            return code
        if code in PROBLEMS:
            raise CommandError("code-of-error", name=code)
        raise CommandError("not-a-code", name=code, near=nearest(code, WARNINGS))


Bidi = Literal["auto", "terminal", "presenter"]
"""Who turns what is written from right to left."""


def is_ours_to_turn(bidi: Bidi, environ: Mapping[str, str]) -> bool:
    """The `bidi` of `Setting`: whether the terminal leaves it to us.

    Known to turn lines by themselves are those on VTE since 0.58 (GNOME Terminal and others),
    Konsole and mlterm.
    """
    version = environ.get("VTE_VERSION", "")
    turns = version.isdecimal() and int(version) >= 5800
    turns = turns or "KONSOLE_VERSION" in environ or "MLTERM" in environ
    return bidi == "presenter" or (bidi == "auto" and not turns)


class Choice(click.Choice[str]):
    """One of a few words; a near miss gets a suggestion."""

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,  # noqa: ARG002
    ) -> str:
        """`value` if it is one of the words. Raises CommandError otherwise."""
        text = str(value)
        if text in self.choices:
            return text
        from presenter.deck.suggest import nearest

        option = param.opts[0] if param else ""
        raise CommandError(
            "not-a-choice",
            option=option,
            value=text,
            choices=", ".join(self.choices),
            near=nearest(text, self.choices),
        )
