"""``presenter`` itself: the command that its first word names, else the one that presents."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from presenter import __version__
from presenter.commands.errors import CommandError
from presenter.commands.options import CliCommand

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS: dict[str, str] = {
    "notes": "notes:notes",
    "check": "check.command:check",
    "export": "export:export",
    "import": "import_talk:import_talk",
    "share": "share:share",
    "new": "new:new",
    "themes": "themes:themes",
    "schema": "schema:schema",
    "rehearsals": "rehearsals:rehearsals",
    "doctor": "doctor:doctor",
    "help": "help:show_help",
}
"""Each command's module in this package, and its name there.

What a command is for stands in ``words/command_line.py``.
"""

_PRESENT = ""
"""How the implied command is called where click wants a name; no shell word is taken for it."""


class Program(CliCommand, click.Group):
    """All commands, each loaded when it is called. Its help is that of the implied one too."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the implied command before a first word that names no command."""
        own = {name for param in self.get_params(ctx) for name in param.opts}
        completing_first = ctx.resilient_parsing and not args
        if not completing_first and (not args or args[0] not in own | COMMANDS.keys()):
            if args and not ctx.resilient_parsing:
                _refuse_misspelt(args[0])
            args = [_PRESENT, *args]
        return super().parse_args(ctx, args)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`, if there is one."""
        if cmd_name == _PRESENT:
            return _presenting()
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(f"presenter.commands.{module}"), name)
        return command

    def list_commands(self, _: click.Context) -> list[str]:
        """The commands that have a name."""
        return list(COMMANDS)

    def format_usage(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """Write both usages: presenting, and the other commands."""
        options, named = (
            self.words(f"command_line.{kind}-metavar") for kind in ("options", "command")
        )
        prefix = self.words("command_line.usage")
        formatter.write_usage("presenter", f"{options} [DECK]", prefix)
        formatter.write_usage("presenter", named, self.words("command_line.or"))

    def described(self, ctx: click.Context) -> list[click.Option]:
        """The options of presenting, too."""
        *of_present, _ = _presenting().described(ctx)
        return of_present + super().described(ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options of presenting, and a line for each command."""
        super().format_options(ctx, formatter)
        commands = [(name, self.words(f"command_line.{name}")) for name in COMMANDS]
        self.write_list("commands", commands, formatter)

    def format_epilog(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how a shell learns to complete."""
        formatter.write(f"\n{self.words('command_line.epilog')}\n")

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete the first word: a command, a deck, an option of presenting."""
        found = super().shell_complete(ctx, incomplete)
        for item in found:
            if item.value in COMMANDS:
                item.help = self.words(f"command_line.{item.value}")
        present = _presenting()
        with click.Context(present, info_name=_PRESENT, parent=ctx) as inner:
            found += present.shell_complete(inner, incomplete)
            decks = next(each for each in present.params if isinstance(each, click.Argument))
            return [*found, *decks.shell_complete(inner, incomplete)]


def _presenting() -> CliCommand:
    """The implied command; the others need not wait for all its options."""
    from presenter.commands.present import present

    return present


def _refuse_misspelt(word: str) -> None:
    """Raises CommandError if `word` is no file but nearly a command; options after it are its."""
    from presenter.deck.diagnostics import nearest

    if word.startswith("-") or Path(word).exists():
        return
    if near := nearest(word, COMMANDS):
        raise CommandError("no-such-deck", path=word, near=f"presenter {near}")


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"presenter {__version__}")
        ctx.exit()


program = Program(
    name="present",
    context_settings={"help_option_names": ["-h", "--help"]},
    params=[
        click.Option(
            ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=_print_version
        )
    ],
)
