"""``presenter help [COMMAND]``: what ``--help`` says."""

from __future__ import annotations

import click

from presenter.commands.command import Argument, Command
from presenter.commands.errors import CommandError


@click.command("help", cls=Command)
@click.argument("command", cls=Argument, required=False, metavar="[COMMAND]")
@click.pass_context
def show_help(ctx: click.Context, command: str | None) -> None:
    """Print the help of `command`, or of the whole program."""
    from presenter.deck.suggest import nearest

    root = ctx.find_root()
    program = root.command
    assert isinstance(program, click.Group)
    if command is None:
        click.echo(program.get_help(root))
        return
    names = program.list_commands(root)
    if command not in names:
        raise CommandError(
            "no-such-command",
            command=command,
            commands=", ".join(names),
            near=f"presenter help {near}" if (near := nearest(command, names)) else "",
        )
    found = program.get_command(root, command)
    assert found is not None
    with click.Context(found, info_name=command, parent=root) as inner:
        click.echo(found.get_help(inner))


command = show_help
