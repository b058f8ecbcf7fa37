"""What bash, zsh and fish offer after ``presenter``: commands, options, decks, themes.

click's scripts give up their own offers where files are offered, too (the first word is a command
or a deck) and cannot ask for files of a kind. These ones differ in three ways: the line goes to
`presenter` as it was typed, files are asked for by their endings, and the shell itself finds them,
as only it knows how it quotes.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, ClassVar

from click.shell_completion import (
    CompletionItem,
    ShellComplete,
    add_completion_class,
    split_arg_string,
)

LINE = "_PRESENTER_LINE"
"""The variable that holds the line up to the cursor."""

FILES = "files"
"""The type of an item that asks the shell for files; its value is their endings, or nothing."""

_DECKS = "yaml yml"
_END = "\x00"
"""Put behind the line, so that neither a last blank nor an open quote hides its last word."""

_BASH = r"""
_presenter_completion() {
    local kind value file word=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    while IFS=, read -r kind value; do
        if [[ $kind != files ]]; then
            COMPREPLY+=("$value")
            continue
        fi
        while IFS= read -r file; do
            [[ ${file##*/} == .* && ${word##*/} != .* ]] && continue
            if [[ -z $value || -d $file || " $value " == *" ${file##*.} "* ]]; then
                COMPREPLY+=("$file")
            fi
        done < <(compgen -f -- "$word")
    done < <(_PRESENTER_LINE="${COMP_LINE:0:COMP_POINT}" %(complete_var)s=bash_complete "$1")
}
complete -o default -o filenames -F _presenter_completion %(prog_name)s
"""

_ZSH = r"""#compdef %(prog_name)s
_presenter_completion() {
    local kind value help
    local -a described
    for kind value help in "${(@f)$(_PRESENTER_LINE="${(j: :)words[1,CURRENT]}" \
            %(complete_var)s=zsh_complete $words[1])}"; do
        if [[ $kind == files && $value == _ ]]; then
            _files
        elif [[ $kind == files ]]; then
            _files -g "*.(${value// /|})"
        elif [[ -n $kind ]]; then
            described+=("$value${${help:#_}:+:$help}")
        fi
    done
    (( $#described )) && _describe -V presenter described
}
if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
    _presenter_completion "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i; }
    compdef _presenter_completion %(prog_name)s
fi
"""

_FISH = r"""
function _presenter_completion
    set -l word (commandline -ct)
    set -l program (commandline -opc)[1]
    for line in (env _PRESENTER_LINE=(commandline -cp | string collect) \
            %(complete_var)s=fish_complete $program)
        set -l parts (string split -m 1 , -- $line)
        if test $parts[1] != files
            echo $parts[2]
            continue
        end
        for path in (__fish_complete_path $word)
            set -l name (string split -m 1 \t -- $path)[1]
            if test -z "$parts[2]"; or string match -q '*/' -- $name
                echo $path
            else if contains -- (string replace -r '.*[.]' '' -- $name) (string split ' ' $parts[2])
                echo $path
            end
        end
    end
end
complete --no-files --command %(prog_name)s --arguments '(_presenter_completion)'
"""


class _Shell(ShellComplete):
    """What the three shells have in common."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is typed, and what there is of that."""
        *words, last = split_arg_string(os.environ.get(LINE, "") + _END)
        return words[1:], last.removesuffix(_END)

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """``kind,value`` on a line."""
        if item.type in ("file", "dir"):  # how click asks for files: with what was typed
            return f"{FILES},"
        return f"{item.type},{item.value}"


@add_completion_class
class Bash(_Shell):
    """Completion in bash, 3.2 of macOS included."""

    name: ClassVar[str] = "bash"
    source_template: ClassVar[str] = _BASH


@add_completion_class
class Zsh(_Shell):
    """Completion in zsh, with a word about each command and option."""

    name: ClassVar[str] = "zsh"
    source_template: ClassVar[str] = _ZSH

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Kind, value and help on a line each; ``_`` for none."""
        kind, value = super().format_completion(item).split(",", 1)
        if kind != FILES:
            value = value.replace(":", r"\:")
        return f"{kind}\n{value or '_'}\n{item.help or '_'}"


@add_completion_class
class Fish(_Shell):
    """Completion in fish, with a word about each command and option."""

    name: ClassVar[str] = "fish"
    source_template: ClassVar[str] = _FISH

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """``kind,value`` and, after a tab, the help."""
        line = super().format_completion(item)
        return f"{line}\t{item.help}" if item.help else line


def offers(metavar: str | None, incomplete: str) -> list[CompletionItem[Any]] | None:
    """What can stand for `metavar` in a command line, as far as it begins with `incomplete`.

    None where that is for the parameter's type to say.
    """
    match metavar:
        case "DECK" | "[DECK]" | "DECK…":
            return [CompletionItem(_DECKS, type=FILES)]
        case "TALK":
            return [CompletionItem("md markdown pptx", type=FILES)]
        case "NAME|FILE":
            from presenter.commands.themes import theme_names

            files = CompletionItem(_DECKS, type=FILES)
            return [*_beginning(incomplete, theme_names()), files]
        case "FORMAT":
            from presenter.handout.formats import FORMATS

            return _beginning(incomplete, list(FORMATS))
        case "[COMMAND]":
            from presenter.commands.program import COMMANDS

            return _beginning(incomplete, list(COMMANDS))
        case "FILE" | "[PATH]":
            return [CompletionItem("", type=FILES)]
    return None


def _beginning(incomplete: str, words: Sequence[str]) -> list[CompletionItem[Any]]:
    return [CompletionItem(word) for word in words if word.startswith(incomplete)]
