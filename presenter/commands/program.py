"""``presenter`` itself: the command that its first word names, else the one that presents."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from presenter import __version__
from presenter.commands import registry
from presenter.commands.command import Command, Option
from presenter.commands.errors import CommandError
from presenter.commands.present import present

_PRESENT = ""
"""How the implied command is called where click wants a name; no shell word is taken for it."""


class Program(Command, click.Group):
    """All commands, each loaded when it is called. Its help is that of the implied one too."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the implied command before a first word that names no command."""
        own = {name for param in self.get_params(ctx) for name in param.opts}
        completing_first = ctx.resilient_parsing and not args
        if not completing_first and (not args or args[0] not in own | registry.COMMANDS.keys()):
            if args and not ctx.resilient_parsing:
                _refuse_misspelt(args[0])
            args = [_PRESENT, *args]
        return super().parse_args(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`; CommandError if a later version has it."""
        if cmd_name == _PRESENT:
            return present
        if registry.exists(cmd_name):
            return registry.load(cmd_name)
        if cmd_name in registry.COMMANDS and not ctx.resilient_parsing:
            raise CommandError("not-in-this-version", command=cmd_name)
        return None

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands of this version."""
        return [name for name in registry.COMMANDS if registry.exists(name)]

    def format_usage(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """Write both usages: presenting, and the other commands."""
        words = self.words
        prefix = words("command_line.usage")
        options = words("command_line.options-metavar")
        formatter.write_usage("presenter", f"{options} [DECK]", prefix)
        formatter.write_usage(
            "presenter", words("command_line.command-metavar"), words("command_line.or")
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options of presenting, and a line for each command."""
        words = self.words
        params = [each for each in present.params if isinstance(each, click.Option)]
        params += [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        records = [record for each in params if (record := each.get_help_record(ctx))]
        self.write_list("options", records, formatter)
        commands = [(name, words(f"command_line.{name}")) for name in self.list_commands(ctx)]
        self.write_list("commands", commands, formatter)

    def format_epilog(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """Write how a shell learns to complete."""
        formatter.write("\n")
        for line in self.words("command_line.epilog").splitlines():
            formatter.write(f"{line}\n")

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete the first word: a command, a deck, an option of presenting."""
        found = super().shell_complete(ctx, incomplete)
        for item in found:
            if item.value in registry.COMMANDS:
                item.help = self.words(f"command_line.{item.value}")
        with click.Context(present, info_name=_PRESENT, parent=ctx) as inner:
            found += present.shell_complete(inner, incomplete)
            decks = next(each for each in present.params if isinstance(each, click.Argument))
            return [*found, *decks.shell_complete(inner, incomplete)]


def _refuse_misspelt(word: str) -> None:
    """Raises CommandError if `word` is no file but nearly a command; options after it are its."""
    from presenter.deck.suggest import nearest

    if word.startswith("-") or Path(word).exists():
        return
    if near := nearest(word, registry.COMMANDS):
        raise CommandError("no-such-deck", path=word, near=f"presenter {near}")


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"presenter {__version__}")
        ctx.exit()


program = Program(
    name=present.name,
    context_settings={"help_option_names": ["-h", "--help"]},
    params=[
        Option(
            ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=_print_version
        )
    ],
)
