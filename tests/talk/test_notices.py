"""Where a notice is said."""

from __future__ import annotations

from presenter.talk.session import LONGEST, Notices


def test_without_a_console_the_stage_says_all_the_nearest_first() -> None:
    said = Notices("answer", "news", "standing")
    assert said.on_stage(console=False) == "answer"
    said.answer = ""
    assert said.on_stage(console=False) == "news"
    said.news = ""
    assert said.on_stage(console=False) == "standing"


def test_with_a_console_the_stage_answers_keys_and_says_nothing_else() -> None:
    assert Notices("answer", "news", "standing").on_stage(console=True) == "answer"
    assert Notices("", "news", "standing").on_stage(console=True) == ""


def test_what_a_console_is_told() -> None:
    assert Notices("answer", "news", "standing").aside == "news"
    assert Notices("answer", "", "standing").aside == "standing"
    assert Notices("answer").aside == ""
    assert len(Notices(standing="x" * 9999).aside) == LONGEST
