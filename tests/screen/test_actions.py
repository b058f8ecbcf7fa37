"""The commands as declared: the contract's keys, none twice, each also by one without a letter."""

from __future__ import annotations

from collections import Counter

import pytest

from presenter.screen.actions import (
    ACTIONS,
    CONSOLE_ACTIONS,
    EVERYWHERE,
    STAGE_ACTIONS,
    Action,
    key_table,
)
from presenter.words import Language, Words

CONTRACT = {
    "next": "right down space pagedown enter l j",
    "previous": "left up backspace pageup h k",
    "next_slide": "shift+right n",
    "previous_slide": "shift+left p",
    "first": "home g",
    "last": "end G",
    "back": "ctrl+o",
    "blank_black": "b . f6",
    "blank_white": "w f7",
    "theme": "t f3",
    "reload": "r f5",
    "help": "? f1",
    "palette": "ctrl+p",
    "suspend": "ctrl+z",
    "quit": "q ctrl+c",
    "clock": "c f8",
    "clock_reset": "ctrl+r",
}


ALL = tuple(dict.fromkeys((*STAGE_ACTIONS, *CONSOLE_ACTIONS)))


def test_the_keys_are_those_of_the_contract() -> None:
    declared = {command.name: " ".join(command.keys) for command in ACTIONS}
    assert {name: declared.get(name) for name in CONTRACT} == CONTRACT


@pytest.mark.parametrize("commands", [STAGE_ACTIONS, CONSOLE_ACTIONS], ids=["stage", "console"])
def test_no_key_is_listed_twice(commands: tuple[Action, ...]) -> None:
    counted = Counter(key for command in commands for key in command.keys)
    assert [key for key, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("command", [c for c in ALL if c.keys], ids=lambda c: c.name)
def test_every_command_has_a_key_that_prints_nothing(command: Action) -> None:
    assert [key for key in command.keys if len(key) > 1 and key != "space"]


def test_the_keys_that_work_everywhere_are_those_of_commands() -> None:
    assert set(EVERYWHERE) <= set(key_table(ACTIONS))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_command_and_group_has_a_label(language: Language) -> None:
    words = Words(language)
    labels = [words(f"keys.command.{command.name}") for command in ALL]
    groups = {words(f"keys.group.{command.group}") for command in ALL}
    assert len(set(labels)) == len(ALL)
    assert len(groups) == len({command.group for command in ALL})
