"""Every text of the interface, in both languages."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from string import Formatter

import click
import pytest

import presenter.words
from presenter.commands.options import CliCommand
from presenter.commands.program import COMMANDS, program
from presenter.words.words import MODULES, Label, Text, table

TOPICS = {topic: table(topic) for topic in MODULES}
ROWS = [
    pytest.param(key, text, id=f"{topic}.{key}")
    for topic, texts in TOPICS.items()
    for key, text in texts.items()
]


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_table_is_that_of_a_topic() -> None:
    tables = [
        value
        for module in pkgutil.iter_modules(presenter.words.__path__)
        for value in vars(import_module(f"presenter.words.{module.name}")).values()
        if isinstance(value, dict)
        and any(isinstance(each, Text | Label) for each in value.values())
    ]
    assert len(tables) == len(TOPICS)
    assert all(each in tables for each in TOPICS.values())


@pytest.mark.parametrize(("key", "text"), ROWS)
def test_a_text_says_the_same_in_all_languages(key: str, text: Text | Label) -> None:
    assert isinstance(text, Text | Label)
    for other in text:
        assert _placeholders(text.en) == _placeholders(other)
        assert bool(text.en) == bool(other)
    if not key.endswith(".help"):
        assert text.en


@pytest.mark.parametrize(("key", "text"), ROWS)
def test_chinese_uses_full_width_punctuation_between_han_characters(
    key: str, text: Text | Label
) -> None:
    for before, mark, after in zip(text.zh, text.zh[1:], text.zh[2:], strict=False):
        if mark in ",;:!?()":
            assert not ("一" <= before <= "鿿" and "一" <= after <= "鿿"), text.zh


@pytest.mark.parametrize("key", [*TOPICS["parts"], *TOPICS["blocks"]])
def test_what_stands_on_slides_is_there_in_the_characters_of_each_language(key: str) -> None:
    label = (TOPICS["parts"] | TOPICS["blocks"])[key]
    assert isinstance(label, Label)
    assert label.en.isascii()
    label.zh.replace("·", "").encode("gb2312")
    label.zh_hant.replace("·", "").encode("big5")
    label.ja.encode("shift_jis")
    label.ko.encode("euc_kr")


@pytest.mark.parametrize("topic", ["problems", "usage"])
def test_every_problem_has_a_way_out(topic: str) -> None:
    said = {"problems.did-you-mean", "usage.did-you-mean", "usage.see-help"}
    said |= {f"usage.{what}{log}" for what in ("crash", "fault") for log in ("", "-without-log")}
    for key in TOPICS[topic]:
        if f"{topic}.{key}" not in said and not key.endswith(".help"):
            assert f"{key}.help" in TOPICS[topic], key


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_help(name: str) -> None:
    texts = TOPICS["command_line"]
    command = program.get_command(click.Context(program), name)
    assert isinstance(command, CliCommand)
    assert command.name == name
    assert name in texts
    assert f"{name}.more" in texts
    for param in command.params:
        if isinstance(param, click.Option):
            assert f"{name}.{param.name}" in texts
