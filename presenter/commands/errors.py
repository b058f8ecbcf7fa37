"""What can be wrong with a command line, and saying so: what, and what to write instead."""

from __future__ import annotations

import click

from presenter.commands.problem_lines import labelled
from presenter.words import Words, locale_language


class CommandError(click.ClickException):
    """Wrong usage, no such file, no terminal: ends the command with status 2.

    `code` names the sentence ``usage.code`` and the way out ``usage.code.help``; `near`, if
    given, is what was probably meant.
    """

    exit_code = 2

    def __init__(self, code: str, *, near: str = "", **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.near = near
        self.ctx: click.Context | None = None
        self.values = values


def missing_extra(what: str, extra: str) -> CommandError:
    """The error that `what` needs the `extra`, with the command that installs it here."""
    from presenter.commands.installation import install_command

    return CommandError("needs-extra", what=what, install=install_command(extra))


def error_text(error: click.ClickException) -> str:
    """`error` for the reader at the terminal: ``error: …`` and below it ``  help: …``."""
    words = Words(locale_language())
    known = error if isinstance(error, CommandError) else _of_click(error)
    if known is None:
        what, way_out = error.format_message(), ""
    elif known.near:
        what = words(f"usage.{known.code}", **known.values)
        way_out = words("usage.did-you-mean", near=known.near)
    else:
        what, way_out = (
            words(f"usage.{known.code}{part}", **known.values) for part in ("", ".help")
        )
    if not way_out:
        context = getattr(error, "ctx", None)
        path = context.command_path.strip() if context else "presenter"
        way_out = words("usage.see-help", command=path)
    return labelled("error", what, way_out, words)


def _of_click(error: click.ClickException) -> CommandError | None:
    """click's own complaints in our words; None for one that we do not know."""
    match error:
        case click.NoSuchOption(option_name=option, possibilities=near):
            return CommandError("no-such-option", near=(near or [""])[0], option=option)
        case click.BadOptionUsage(option_name=option, ctx=context):
            params = context.command.params if context else []
            is_flag = any(
                isinstance(param, click.Option) and param.is_flag
                for param in params
                if option in [*param.opts, *param.secondary_opts]
            )
            return CommandError("value-not-wanted" if is_flag else "value-missing", option=option)
        case click.MissingParameter(param=click.Argument() as param):
            return CommandError("argument-missing", argument=param.metavar or param.name)
        case click.MissingParameter(param=click.Option() as param):
            missing = " ".join(filter(None, (param.opts[0], param.metavar)))
            return CommandError("argument-missing", argument=missing)
    return None
