"""``presenter help [COMMAND]``: what ``--help`` says."""

from __future__ import annotations

import click

from presenter.commands.errors import CommandError
from presenter.commands.options import argument, command


@command("help")
@argument("name", required=False, metavar="[COMMAND]")
@click.pass_context
def show_help(ctx: click.Context, name: str | None) -> None:
    """Print the help of the command `name`, or of the whole program."""
    from presenter.commands.program import COMMANDS, program
    from presenter.deck.diagnostics import nearest

    root = ctx.find_root()
    if name is None:
        click.echo(program.get_help(root))
        return
    found = program.get_command(root, name) if name in COMMANDS else None
    if found is None:
        near = nearest(name, COMMANDS)
        raise CommandError(
            "no-such-command",
            command=name,
            commands=", ".join(COMMANDS),
            near=f"presenter help {near}" if near else "",
        )
    with click.Context(found, info_name=name, parent=root) as inner:
        click.echo(found.get_help(inner))
