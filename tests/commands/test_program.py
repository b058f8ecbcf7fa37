"""Which command is meant, help, versions, wrong usage."""

from __future__ import annotations

from pathlib import Path

import pytest
from wcwidth import wcswidth

from presenter import __version__
from presenter.commands.program import COMMANDS
from tests.commands.conftest import Command, Write


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS)])
@pytest.mark.parametrize(("locale", "usage"), [("C.UTF-8", "Usage: "), ("zh_CN.UTF-8", "用法：")])
def test_help_speaks_the_language_of_the_locale_and_fits_80_cells(
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    locale: str,
    usage: str,
) -> None:
    monkeypatch.setenv("LANG", locale)
    monkeypatch.setenv("COLUMNS", "80")
    status, out, err = command(*arguments)
    assert (status, err) == (0, "")
    assert out.startswith(f"{usage}presenter")
    assert "--help" in out
    assert ("Show" in out, "显示" in out) == ((True, False) if locale[0] == "C" else (False, True))
    assert max(map(wcswidth, out.splitlines())) <= 80


def test_the_help_lists_the_commands_there_are_and_the_options_of_presenting(
    command: Command,
) -> None:
    out = command("--help").out
    for name in COMMANDS:
        assert f"\n  {name} " in out
    for option in ("--start", "--theme", "--reveal / --no-reveal", "--ambiguous", "--no-watch"):
        assert option in out


def test_the_help_of_presenting_is_the_main_one(command: Command) -> None:
    assert command("--theme", "paper", "--help").out == command("--help").out


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_one_help_however_it_is_asked_for(command: Command, name: str) -> None:
    long = command(name, "--help")
    assert long.status == 0
    assert command(name, "-h") == command("help", name) == long


def test_the_whole_help_too(command: Command) -> None:
    assert command("-h") == command("help") == command("--help")


def test_help_about_what_is_no_command(command: Command) -> None:
    status, out, err = command("help", "exprot")
    assert (status, out) == (2, "")
    assert (
        err == "error: there is no command “exprot”\n  help: did you mean presenter help export?\n"
    )


def test_the_version(command: Command) -> None:
    assert command("--version") == (0, f"presenter {__version__}\n", "")


def test_a_misspelt_command_gets_a_suggestion(command: Command) -> None:
    status, out, err = command("exprot")
    assert (status, out) == (2, "")
    assert err == "error: there is no file exprot\n  help: did you mean presenter export?\n"
    assert command("exprot", "talk.yaml", "-o", "talk.pdf") == (status, out, err)


def test_a_misspelt_deck_gets_a_suggestion(command: Command, write: Write) -> None:
    deck = write("title: x", "slides.yaml")
    status, _, err = command(deck.with_name("slide.yaml"))
    assert status == 2
    assert f"did you mean {deck}?" in err


def test_a_file_named_like_a_command_is_forced_with_a_folder(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "check").write_text("title: [", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    status, _, err = command("./check")
    assert status == 1
    assert err.startswith("check:")
    assert "DECK… is missing" in command("check").err


@pytest.mark.parametrize(
    ("arguments", "what", "way_out"),
    [
        (["--xyzzy"], "there is no option --xyzzy", "see presenter --help"),
        (["--no-wach"], "there is no option --no-wach", "did you mean --no-watch?"),
        (["check", "--strickt"], "there is no option --strickt", "did you mean --strict?"),
        (["check"], "DECK… is missing", "see presenter check --help"),
        (["export", "a.yaml"], "-o FILE is missing", "see presenter export --help"),
        (["check", "a", "--size"], "--size needs a value", "see presenter check --help"),
        (["check", "a", "--strict=1"], "--strict takes no value", "see presenter check --help"),
        (["schema", "x"], "“x” is one argument too many", "see presenter schema --help"),
        (["--ambiguous", "wid"], "--ambiguous cannot be “wid”", "did you mean wide?"),
        (["check", "a", "--format", "xml"], "--format cannot be “xml”", "text, json, github"),
        (["check", "a", "--size", "80"], "“80” is no size", "--size 80x24"),
        (["check", "a", "--size", "0x5"], "“0x5” is no size", "--size 80x24"),
        (["check", "a", "--size", "9999x9999"], "“9999x9999” is no size", "1000x1000"),
    ],
)
def test_wrong_usage_says_what_and_what_to_write(
    command: Command, arguments: list[str], what: str, way_out: str
) -> None:
    status, out, err = command(*arguments)
    assert (status, out) == (2, "")
    first, second = err.splitlines()
    assert first == f"error: {what}"
    assert second.startswith("  help: ")
    assert way_out in second


def test_wrong_usage_in_chinese(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert (
        command("--no-wach").err == "error: 没有选项 --no-wach\n  提示：是不是想写 --no-watch？\n"
    )


def test_an_argument_cannot_command_the_terminal(command: Command) -> None:
    assert "\x1b" not in command("\x1b[2J.yaml").err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("presenter ch", "plain,check"),
        ("presenter --no-w", "plain,--no-watch"),
        ("presenter check --str", "plain,--strict"),
        ("presenter deck.yaml --sta", "plain,--start"),
        ("presenter 'my d", "files,yaml yml"),
        ("presenter --theme verm", "plain,vermilion"),
        ("presenter export a.yaml --to pp", "plain,pptx"),
        ("presenter export a.yaml -o ", "files,"),
        ("presenter help re", "plain,rehearsals"),
        ("presenter new --lang ", "plain,zh"),
    ],
)
def test_a_shell_can_complete(process: Command, words: str, expected: str) -> None:
    out = process(_PRESENTER_COMPLETE="bash_complete", _PRESENTER_LINE=words).out
    assert expected in out.splitlines()
