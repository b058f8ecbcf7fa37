"""``presenter check``: the three reports, sizes, strictness, statuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from presenter.deck.source import bundled_deck
from tests.commands.conftest import Command, Write

BAD = """\
title: 坏的
lang: en
slides:
  - titel: 甲
  - title: 乙
    time: 5
  - title: 丙
"""
WARNED = """\
title: Some
slides:
  - {title: One, notes: Say it.}
  - title: Two
"""
FINE = "title: Fine\nslides: [One]\n"


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize(
    ("text", "strict", "status"),
    [
        (FINE, False, 0),
        (FINE, True, 0),
        (WARNED, False, 0),
        (WARNED, True, 1),
        (BAD, False, 1),
    ],
)
def test_the_status_tells_of_errors_and_strictly_of_warnings(
    command: Command, write: Write, form: str, text: str, strict: bool, status: int
) -> None:
    ended = command("check", write(text), "--format", form, *(["--strict"] if strict else []))
    assert ended.status == status
    assert ended.err == ""


def test_the_text_names_every_problem_and_sums_up(command: Command, write: Write) -> None:
    bad, fine = write(BAD), write(FINE, "fine.yaml")
    lines = command("check", bad, fine).out.splitlines()
    assert [line for line in lines if line.startswith(f"{bad}:4:5: error: ")]
    assert [line for line in lines if line.startswith(f"{bad}:6:11: error: ")]
    assert "  help: did you mean title?" in [
        line.replace("“", "").replace("”", "") for line in lines
    ]
    assert lines[-1] == "2 decks, 4 slides: 2 errors, 0 warnings"
    assert len(lines) == 5


def test_a_warning_shows_its_code_and_the_title_of_its_slide(
    command: Command, write: Write
) -> None:
    titled = "- title: |\n    一件事\n    两面看\n  bullets: []\n"
    path = write(f"title: x\nslides:\n{titled}- notes: n\n")
    lines = command("check", path).out.splitlines()
    assert lines[0].endswith(": 1 of 2 slides have no notes, where others have: 1 [no-notes]")
    assert lines[2].endswith(": this slide shows nothing (slide 2) [blank-slide]")
    lines = command("check", path, "--size", "4x1").out.splitlines()
    assert "(slide 1 “一件事两面看”) [does-not-fit]" in lines[0]


def test_an_error_shows_no_code_to_ignore(command: Command, write: Write) -> None:
    assert "[" not in command("check", write(BAD)).out


def test_warnings_can_be_ignored_by_their_codes(command: Command, write: Write) -> None:
    path = write(WARNED)
    ended = command("check", "--strict", "--ignore", "no-notes", "--ignore", "no-room", path)
    assert (ended.status, ended.out) == (0, "1 deck, 2 slides: no problems\n")
    for code, said in (("no-note", "did you mean no-notes?"), ("unknown-key", "is an error")):
        ended = command("check", "--ignore", code, path)
        assert ended.status == 2
        assert said in ended.err


def test_a_chinese_report_gives_hints_in_chinese(
    command: Command, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = command("check", write("title: x\nlang: zh\nslides:\n  - titel: a\n")).out
    assert ": error: " in out
    assert "\n  提示：是不是想写“title”？\n" in out
    assert "help" not in out
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "\n  提示：" in command("check", "none.yaml").err


def test_a_deck_without_problems_says_so(command: Command, write: Write) -> None:
    assert command("check", write(FINE)).out == "1 deck, 1 slide: no problems\n"


def test_problems_stand_in_the_order_of_the_text(command: Command, write: Write) -> None:
    deck = write(
        "title: x\nlang: Klingon!\nslides:\n  - titel: a\n  - {title: b, notes: c}\n  - d\n"
    )
    problems = json.loads(command("check", "--format", "json", deck).out)
    assert [problem["line"] for problem in problems] == [2, 4, 6]


def test_the_json_is_a_list_of_problems(command: Command, write: Write) -> None:
    path = write(BAD)
    out = command("check", "--format", "json", path).out
    first, second = json.loads(out)
    assert first.keys() == {
        *("path", "line", "column", "severity", "code", "message", "help", "slide", "title"),
    }
    assert (first["path"], first["line"], first["column"]) == (str(path), 4, 5)
    assert (first["severity"], first["code"], first["slide"]) == ("error", "unknown-key", 1)
    assert "titel" in first["message"]
    assert "title" in first["help"]
    assert (second["line"], second["column"], second["slide"]) == (6, 11, 2)
    assert (first["title"], second["title"]) == ("", "乙")


def test_the_json_of_a_fine_deck_is_an_empty_list(command: Command, write: Write) -> None:
    assert json.loads(command("check", "--format", "json", write(FINE)).out) == []


def test_the_json_holds_no_character_that_commands_a_terminal(
    command: Command, write: Write
) -> None:
    path = write(BAD, "a\x1b\x9b\u202eb.yaml")
    out = command("check", "--format", "json", path).out
    assert not {"\x1b", "\x9b", "\u202e"} & set(out)
    assert json.loads(out)[0]["path"] == str(path)


def test_the_json_of_a_path_that_is_no_utf_8_can_be_parsed(process: Command, write: Write) -> None:
    path = write(BAD, "caf\udce9.yaml")
    ended = process("check", "--format", "json", path)
    assert ended.status == 1
    assert json.loads(ended.out)[0]["path"] == str(path)


def test_github_gets_a_command_for_each_problem(command: Command, write: Write) -> None:
    path = write(BAD, "50%,a:b.yaml")
    lines = command("check", "--format", "github", path).out.splitlines()
    assert len(lines) == 2
    place = str(path).replace("50%,a:b.yaml", "50%25%2Ca%3Ab.yaml")
    assert lines[0].startswith(
        f"::error file={place},line=4,col=5,title=presenter%3A unknown-key::"
    )
    assert "%0A" in lines[0].rpartition("::")[2]


def test_what_github_shows_cannot_begin_a_second_command(command: Command, write: Write) -> None:
    out = command(
        "check", "--format", "github", write('title: x\nslides: [{"a\\n::error::b": c}]')
    ).out
    assert out.count("\n") == 1


def test_standard_input_is_a_deck_too(command: Command) -> None:
    ended = command("check", "-", stdin=BAD.encode())
    assert ended.status == 1
    assert ended.out.startswith("-:4:5: error: ")


def test_standard_input_that_is_no_text_has_a_place(command: Command) -> None:
    ended = command("check", "-", stdin="title: 后勤".encode("gb18030"))
    assert ended.status == 1
    assert ended.out.startswith("-:1:")


def test_a_missing_deck_does_not_hide_the_others(
    command: Command, write: Write, tmp_path: Path
) -> None:
    ended = command("check", tmp_path / "no.yaml", write(FINE))
    assert ended.status == 2
    assert ended.out == "1 deck, 1 slide: no problems\n"
    assert ended.err.startswith(f"error: there is no file {tmp_path / 'no.yaml'}\n  help: ")


def test_a_folder_is_no_deck(command: Command, tmp_path: Path) -> None:
    ended = command("check", tmp_path)
    assert (ended.status, ended.out) == (2, "")
    assert "is a folder" in ended.err


@pytest.mark.parametrize(
    ("lang", "locale", "expected"),
    [
        ("zh-Hans", "C.UTF-8", "1 份文件，1 张幻灯片：1 处错误，0 处警告"),
        ("en", "zh_CN.UTF-8", "1 deck, 1 slide: 1 error, 0 warnings"),
        ("", "zh_CN.UTF-8", "1 份文件，1 张幻灯片：1 处错误，0 处警告"),
    ],
)
def test_the_report_speaks_the_language_of_the_deck_else_of_the_locale(
    command: Command,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    lang: str,
    locale: str,
    expected: str,
) -> None:
    monkeypatch.setenv("LANG", locale)
    deck = write(f"title: x\nlang: {lang}\nslides:\n  - titel: a\n")
    assert command("check", deck).out.splitlines()[-1] == expected


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize("locale", ["C.UTF-8", "zh_CN.UTF-8"])
def test_a_report_on_decks_of_two_languages_is_in_that_of_the_user(
    command: Command, write: Write, monkeypatch: pytest.MonkeyPatch, form: str, locale: str
) -> None:
    monkeypatch.setenv("LANG", locale)
    decks = [
        write(f"title: x\nlang: {lang}\nslides:\n  - titel: a\n", f"{lang}.yaml")
        for lang in ("en", "zh-Hans")
    ]
    out = command("check", "--format", form, *decks).out
    assert out.count("title") >= 2
    assert bool(re.search("[一-鿿]", out)) is (locale != "C.UTF-8")
    assert ("did you mean" in out) is (locale == "C.UTF-8")


def test_a_size_given_twice_is_reported_once(command: Command, write: Write) -> None:
    items = "".join(f"      - as long as no column is, {number}\n" for number in range(12))
    deck = write(f"title: x\nslides:\n  - title: y\n    bullets:\n{items}")
    sizes = ["--size", "40x12", "--size", "40x12", "--size", "200x100"]
    problems = json.loads(command("check", deck, "--format", "json", *sizes).out)
    assert [problem["code"] for problem in problems] == ["does-not-fit"]
    assert "40x12" in problems[0]["message"]


def test_the_bundled_deck_is_without_problems(command: Command) -> None:
    assert command("check", "--strict", bundled_deck()).status == 0
