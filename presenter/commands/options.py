"""What commands are declared with: click's parts, with their texts from `presenter.words`.

The language is asked for when a text is shown, not when the command is declared.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from presenter.commands.errors import CommandError
from presenter.words import Words, locale_language
from presenter.words.words import table

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

PATH = click.Path(path_type=Path)


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
        """Write the options, each with its help."""
        records = [each.get_help_record(ctx) for each in self.described(ctx)]
        self.write_list("options", list(filter(None, records)), formatter)

    def described(self, ctx: click.Context) -> list[click.Option]:
        """The options, with the help in the reader's language: ``command_line.name.option``."""
        *options, help_option = (
            each for each in self.get_params(ctx) if isinstance(each, click.Option)
        )
        for each in options:
            each.help = self.words(f"command_line.{self.name}.{each.name}")
        help_option.help = self.words("command_line.help-option")
        return [*options, help_option]

    def write_list(
        self, heading: str, records: Sequence[tuple[str, str]], formatter: click.HelpFormatter
    ) -> None:
        """Write `records`, names with descriptions, below the heading of that key."""
        formatter.write(f"\n{self.words(f'command_line.{heading}')}\n")
        with formatter.indentation():
            formatter.write_dl(records)

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
        self.described(ctx)
        return super().shell_complete(ctx, incomplete)


def command(
    name: str, kind: type[CliCommand] = CliCommand
) -> Callable[[Callable[..., Any]], CliCommand]:
    """Declare the command called `name`: what it returns is the exit status, None for 0."""
    return click.command(name, cls=kind)


def _offered(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem[Any]]:
    """What a shell can offer for `param`, by what it stands for."""
    from presenter.commands.completion import offers

    found = offers(param.metavar, incomplete)
    return param.type.shell_complete(ctx, param, incomplete) if found is None else found


argument = partial(click.argument, shell_complete=_offered)
option = partial(click.option, shell_complete=_offered)


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


def warning_code(value: str) -> str:
    """`value` if it is the code of a warning, as ``no-notes``; else CommandError is raised."""
    from presenter.deck.diagnostics import WARNINGS, nearest

    if value in WARNINGS:
        return value
    if value in table("problems"):
        raise CommandError("code-of-error", name=value)
    raise CommandError("not-a-code", name=value, near=nearest(value, WARNINGS))


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
ambiguous_option = option("--ambiguous", type=Choice(["auto", "narrow", "wide"]), default="auto")
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
    from presenter.talk.log_file import NotALogError, open_log

    try:
        open_log(path)
    except NotALogError:
        raise CommandError("not-a-log", path=path) from None
    except OSError as error:
        raise CommandError("log-refused", path=path, why=error.strerror or error) from None
