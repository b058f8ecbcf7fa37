"""What commands are declared with: click's parts, with their texts from `presenter.words`.

The language is asked for when a text is shown, not when the command is declared.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

import click

from presenter.commands.errors import CommandError
from presenter.words import Words, locale_language
from presenter.words.words import table

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

PATH = click.Path(path_type=Path)

_MOST = 1000
"""Cells or rows; a wider terminal does not exist."""

_Function = TypeVar("_Function", bound=Callable[..., Any])


class CliCommand(click.Command):
    """A command whose help is in ``command_line.name`` (a line) and ``name.more`` (lines)."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write ``Usage: presenter check [OPTIONS] DECK…``."""
        pieces = [self.words("command_line.options-metavar"), *self.collect_usage_pieces(ctx)[1:]]
        prefix = self.words("command_line.usage")
        formatter.write_usage(ctx.command_path.strip(), " ".join(pieces), prefix)

    def format_help_text(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does, in the lines in which it is written."""
        line, more = (self.words(f"command_line.{self.name}{part}") for part in ("", ".more"))
        formatter.write("\n")
        for each in f"{line}\n{more}".splitlines():
            formatter.write(f"  {each}".rstrip() + "\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        self.write_options(self.get_params(ctx), ctx, formatter)

    def write_options(
        self, params: Sequence[click.Parameter], ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write those of `params` that are options, with their help."""
        options = [each for each in params if isinstance(each, click.Option)]
        records = [record for each in options if (record := each.get_help_record(ctx))]
        self.write_list("options", records, formatter)

    def write_list(
        self, heading: str, records: Sequence[tuple[str, str]], formatter: click.HelpFormatter
    ) -> None:
        """Write `records`, names with descriptions, below the heading of that key."""
        formatter.write(f"\n{self.words(f'command_line.{heading}')}\n")
        with formatter.indentation():
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, described in the reader's language."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.words("command_line.help-option")
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as click does; an argument too many is an error of ours."""
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
            if rest and not ctx.resilient_parsing and not isinstance(self, click.Group):
                raise CommandError("argument-too-many", argument=rest[0])
        except (click.UsageError, CommandError) as error:
            error.ctx = error.ctx or ctx
            raise
        return rest

    @property
    def words(self) -> Words:
        """The texts in the language of the locale."""
        return Words(locale_language())

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[Any]]:
        """What a shell can offer: options, with their help."""
        for each in self.get_params(ctx):
            if isinstance(each, click.Option):
                each.get_help_record(ctx)  # has the help in the reader's language
        return super().shell_complete(ctx, incomplete)


class _Completed(click.Parameter):
    """A parameter that a shell completes by what it stands for."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[Any]]:
        """What a shell can offer for its value."""
        from presenter.commands.completion import offers

        found = offers(self.metavar, incomplete)
        return super().shell_complete(ctx, incomplete) if found is None else found


class CliArgument(_Completed, click.Argument):
    """An argument."""


class CliOption(_Completed, click.Option):
    """An option whose help is in ``command_line.command.option``."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help, as click lists them."""
        words = Words(locale_language())
        self.help = words(f"command_line.{ctx.command.name}.{self.name}")
        return super().get_help_record(ctx)


def command(
    name: str, kind: type[CliCommand] = CliCommand
) -> Callable[[Callable[..., Any]], CliCommand]:
    """Declare the command called `name`: what it returns is the exit status, None for 0."""
    return click.command(name, cls=kind)


def argument(name: str, **settings: Any) -> Callable[[_Function], _Function]:
    """Declare an argument; `settings` are click's."""
    return click.argument(name, cls=CliArgument, **settings)


def option(*names: str, **settings: Any) -> Callable[[_Function], _Function]:
    """Declare an option; `settings` are click's."""
    return click.option(*names, cls=CliOption, **settings)


class Choice(click.Choice[str]):
    """One of a few words; a near miss gets a suggestion."""

    def convert(self, value: object, param: click.Parameter | None, _: object) -> str:
        """`value` if it is one of the words. Raises CommandError otherwise."""
        text = str(value)
        if text in self.choices:
            return text
        from presenter.deck.diagnostics import nearest

        raise CommandError(
            "not-a-choice",
            option=param.opts[0] if param else "",
            value=text,
            choices=", ".join(self.choices),
            near=nearest(text, self.choices),
        )


class Size(NamedTuple):
    """The size of a terminal, in cells and rows."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


def size(value: str) -> Size:
    """The size that ``80x24`` names, also written ``80×24`` or ``80X24``. Raises CommandError."""
    match = re.fullmatch(r"(\d{1,4})[xX×](\d{1,4})", value.strip())
    found = Size(*map(int, match.groups())) if match else Size(0, 0)
    if not (1 <= found.width <= _MOST and 1 <= found.height <= _MOST):
        raise CommandError("not-a-size", value=value, most=_MOST)
    return found


def warning_code(value: str) -> str:
    """`value` if it is the code of a warning, as ``no-notes``; else CommandError is raised."""
    from presenter.deck.diagnostics import WARNINGS, nearest

    if value in WARNINGS:
        return value
    if value in table("problems"):
        raise CommandError("code-of-error", name=value)
    raise CommandError("not-a-code", name=value, near=nearest(value, WARNINGS))


Ambiguous = Literal["narrow", "wide"]

OFF: dict[str, Any] = {"is_flag": True, "flag_value": False, "default": True}
"""What makes an option a switch for what is on without it; it is declared with that name."""


def is_ours_to_turn(bidi: str, environ: Mapping[str, str]) -> bool:
    """The `bidi` of `PageOptions`: whether what runs from right to left is for us to turn.

    So it is where `bidi` says ``presenter``, and with ``auto`` where the terminal leaves it to us.
    Known to turn lines by themselves are those on VTE since 0.58 (GNOME Terminal and others),
    Konsole and mlterm.
    """
    version = environ.get("VTE_VERSION", "")
    turns = version.isdecimal() and int(version) >= 5800
    turns = turns or "KONSOLE_VERSION" in environ or "MLTERM" in environ
    return bidi == "presenter" or (bidi == "auto" and not turns)


deck_argument = argument("deck", required=False, metavar="[DECK]", type=PATH)
theme_option = option("--theme", default="", metavar="NAME|FILE")
ambiguous_option = option("--ambiguous", type=Choice(["narrow", "wide"]), default="narrow")
bidi_option = option(
    "--bidi",
    type=Choice(["auto", "terminal", "presenter"]),
    default="auto",
    callback=lambda _, __, value: is_ours_to_turn(value, os.environ),
)
mouse_option = option("--no-mouse", "mouse", **OFF)
log_option = option("--log", metavar="FILE", type=PATH)


def log_to(path: Path | None) -> None:
    """Log to `path`, that ``--log`` names, from now on; nowhere with None.

    Raises CommandError if it cannot be written, or holds something else than a log.
    """
    if path is None:
        return
    from presenter.talk.log import NotALogError, open_log

    try:
        open_log(path)
    except NotALogError:
        raise CommandError("not-a-log", path=path) from None
    except OSError as error:
        raise CommandError("log-refused", path=path, why=error.strerror or error) from None
