"""YAML as editors' schema checkers read it: the core schema of YAML 1.2, as JSON values."""

from __future__ import annotations

import re
from typing import Any

import yaml


class _CoreLoader(yaml.SafeLoader):
    """PyYAML reads YAML 1.1, in which 12:30 is 750, and 2026-11-24 no JSON value."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


_SEXAGESIMAL = re.compile(r"(?<=: )(\d+:[\d:]+)")


def core_yaml(text: str) -> Any:
    """`text` as JSON values; mappings' keys are texts."""
    return _with_text_keys(yaml.load(_SEXAGESIMAL.sub(r"'\1'", text), Loader=_CoreLoader))


def _with_text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _with_text_keys(each) for key, each in value.items()}
    return [_with_text_keys(each) for each in value] if isinstance(value, list) else value
