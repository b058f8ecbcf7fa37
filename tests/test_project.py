"""What the repository promises: its documents agree with the program, its top level is tidy."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from presenter.deck import load_deck

ROOT = Path(__file__).parent.parent
FORMATS = {
    name: (ROOT / "docs" / name).read_text(encoding="utf-8")
    for name in ("format.md", "zh/format.md")
}
EXAMPLES = [
    example
    for text in FORMATS.values()
    for example in re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
]
READMES = ("README.md", "README.zh.md")


def _properties(schema: Any) -> Iterator[str]:
    """Every key that a JSON Schema names."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for value in schema.values():
            yield from _properties(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _properties(value)


@pytest.mark.parametrize("document", FORMATS)
def test_every_key_of_the_format_is_documented(document: str) -> None:
    from presenter.deck.schema import deck_schema

    keys = set(_properties(deck_schema()))
    assert {"title", "points", "notes", "bullets"} <= keys
    assert {key for key in keys if f"`{key}`" not in FORMATS[document]} == set()


@pytest.mark.parametrize("document", FORMATS)
def test_every_warning_is_documented(document: str) -> None:
    from presenter.deck.diagnostics import WARNINGS

    assert [code for code in WARNINGS if f"`{code}`" not in FORMATS[document]] == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_of_the_format_load_without_problems(example: str, tmp_path: Path) -> None:
    deck = tmp_path / "example.yaml"
    if "introduction:" not in example:
        indented = "".join(f"    {line}" for line in example.splitlines(keepends=True))
        example = f"title: 例\nslides:\n  -\n{indented}"
    deck.write_text(example, encoding="utf-8")
    assert load_deck(deck).problems == ()


@pytest.mark.parametrize("readme", READMES)
def test_make_targets_that_the_readmes_name_exist(readme: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)", (ROOT / readme).read_text(encoding="utf-8")))
    assert {"present", "test"} <= named <= targets


@pytest.mark.parametrize("readme", READMES)
def test_commands_that_the_readmes_name_exist(readme: str) -> None:
    from presenter.commands.program import COMMANDS

    text = (ROOT / readme).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`|\$ )presenter ([a-z]+)(?=[\s`])", text, re.MULTILINE))
    assert {"new", "check"} <= named
    assert {name for name in named if name not in COMMANDS} == set()


@pytest.mark.parametrize("document", ["CONTRIBUTING.md", *READMES])
def test_links_between_documents_lead_somewhere(document: str) -> None:
    path = ROOT / document
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_path_in_contributing_exists() -> None:
    """From the top, or from ``presenter/``; ``<name>`` stands for any."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    paths = {
        re.sub("<[^>]*>", "*", path)
        for path in re.findall(r"`([\w.<>-]*/[\w./<>-]*|[\w<>-]+\.(?:py|typ|yaml|md))`", text)
    }
    assert len(paths) > 20
    tops = (ROOT, ROOT / "presenter")
    assert sorted(each for each in paths if not any(any(top.glob(each)) for top in tops)) == []


def test_contributing_tells_of_every_package_in_the_order_of_the_layers() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    assert set(told) == {path.parent.name for path in (ROOT / "presenter").glob("*/__init__.py")}
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    (layers,) = (each["layers"] for each in tools["importlinter"]["contracts"] if "layers" in each)
    rest = iter(told)
    for layer in layers:
        packages = re.findall(r"presenter\.(\w+)", layer)
        assert sorted(islice(rest, len(packages))) == sorted(packages)


def test_every_name_that_contributing_says_is_in_a_module_is_there() -> None:
    text = " ".join((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split())
    named = re.findall(r"`([\w.]+)`(?: there)?,? (?:in|of) `(?:presenter/)?([\w/]+\.py)`", text)
    assert len(named) > 3
    for name, path in named:
        for part in name.split("."):
            module = (ROOT / "presenter" / path).read_text(encoding="utf-8")
            assert re.search(rf"\b{part}\b", module), (name, path)


def test_the_top_level_holds_only_what_it_should() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("no git checkout")
    top = {name.split("/")[0] for name in listed.stdout.split("\0") if name}
    code = {"slides.yaml", "presenter", "tests", "pyproject.toml", "docs", "benchmarks"}
    texts = {"README.md", "README.zh.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"}
    assert top == code | texts | {"Makefile", ".ci", ".gitignore"}


def test_the_changelog_knows_this_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{project['version']}]" in changelog


def _texts_of_the_repository() -> Iterator[tuple[str, str]]:
    """Every file that is written for people or run, by its path from the top."""
    folders = ("presenter", "docs", "benchmarks", ".ci")
    top = [path for path in ROOT.iterdir() if path.is_file()]
    for path in [*top, *(each for folder in folders for each in (ROOT / folder).rglob("*"))]:
        if path.suffix in ("", ".py", ".md", ".yaml", ".toml", ".sh") and path.is_file():
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


def test_nothing_tells_anybody_to_install_another_project() -> None:
    """On the package index, ``presenter`` is not ours."""
    installs = re.compile(r"\b(?:install|inject|add) (?:[^\n`#]*?[\s'\"])?presenter(?![-\w/.])")
    extra = re.compile(r"(?<!-)\bpresenter\[(?=[a-z])")
    found = [
        (path, match[0])
        for path, text in _texts_of_the_repository()
        for match in (*installs.finditer(text), *extra.finditer(text))
    ]
    assert found == []


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
REQUIRED = [
    requirement
    for group in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values())
    for requirement in map(Requirement, group)
    if requirement.name != PROJECT["name"]
]


def test_every_dependency_says_why_and_has_an_upper_bound() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    for requirement in REQUIRED:
        (line,) = (each for each in lines if re.match(rf'\s+"{requirement.name}[<>=]', each))
        assert "<" in str(requirement.specifier), line
        assert re.search(r",  # \w.{3,}", line), line


def test_the_package_says_that_it_is_typed() -> None:
    from importlib.resources import files

    assert files("presenter").joinpath("py.typed").is_file()
    assert "Typing :: Typed" in PROJECT["classifiers"]
