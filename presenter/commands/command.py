"""click's commands and options, with their texts from the tables of `presenter.words`.

The language is asked for when a text is shown, not when the command is declared.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from presenter.commands.errors import CommandError
from presenter.words import Words, locale_language

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Command(click.Command):
    """A command whose help is in ``command_line.name`` (a line) and ``name.more`` (lines)."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write ``Usage: presenter check [OPTIONS] DECK…``."""
        words = self.words
        pieces = [words("command_line.options-metavar"), *self.collect_usage_pieces(ctx)[1:]]
        prefix = words("command_line.usage")
        formatter.write_usage(ctx.command_path.strip(), " ".join(pieces), prefix)

    def format_help_text(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """Write what the command does, in the lines in which it is written."""
        words = self.words
        text = f"{words(f'command_line.{self.name}')}\n{words(f'command_line.{self.name}.more')}"
        formatter.write("\n")
        for line in text.splitlines():
            formatter.write(f"  {line}".rstrip() + "\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        records = [record for each in options if (record := each.get_help_record(ctx))]
        self.write_list("options", records, formatter)

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

    def write_list(
        self, heading: str, records: Sequence[tuple[str, str]], formatter: click.HelpFormatter
    ) -> None:
        """Write `records`, names with descriptions, below the heading of that key."""
        formatter.write(f"\n{self.words(f'command_line.{heading}')}\n")
        with formatter.indentation():
            formatter.write_dl(records)

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


class Argument(click.Argument):
    """An argument that a shell completes by what it stands for."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[Any]]:
        """What a shell can offer for it."""
        from presenter.commands.completion import offers

        found = offers(self.metavar, incomplete)
        return super().shell_complete(ctx, incomplete) if found is None else found


class Option(click.Option):
    """An option whose help is in ``command_line.command.option``."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[Any]]:
        """What a shell can offer for its value."""
        from presenter.commands.completion import offers

        found = offers(self.metavar, incomplete)
        return super().shell_complete(ctx, incomplete) if found is None else found

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help, as click lists them."""
        words = Words(locale_language())
        self.help = words(f"command_line.{ctx.command.name}.{self.name}")
        return super().get_help_record(ctx)
