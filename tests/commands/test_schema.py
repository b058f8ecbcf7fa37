"""``presenter schema``."""

from __future__ import annotations

import json

import jsonschema
import yaml

from presenter.commands.new import starter
from presenter.deck.schema import deck_schema
from presenter.words import Language
from tests.commands.conftest import Command


def test_the_schema_is_printed_as_json(command: Command) -> None:
    status, out, err = command("schema")
    assert (status, err) == (0, "")
    assert json.loads(out) == deck_schema()


def test_the_starters_obey_the_schema() -> None:
    languages: tuple[Language, ...] = ("en", "zh")
    for language in languages:
        jsonschema.validate(yaml.safe_load(starter(language)), deck_schema())
