"""Talks from the right as PDF: which way each text runs, and addresses in them."""

from __future__ import annotations

import pytest

from presenter.handout.pdf import export
from tests.handout.jobs import select
from tests.handout.poppler import needs_poppler, words

pytestmark = needs_poppler

ADDRESS = "https://example.org/reports/2026/daily?id=42"


def lines(body: str, lang: str = "he") -> list[list[str]]:
    """The words of the one slide, from the left, line by line."""
    source = f"title: דו״ח\nlang: {lang}\nslides: [{{title: א, {body}}}]"
    (data,) = export(select(source))
    rows: dict[int, list[tuple[float, str]]] = {}
    for word in words(data):
        rows.setdefault(round(word.bottom), []).append((word.left, word.text))
    return [[text for _, text in sorted(row)] for _, row in sorted(rows.items())]


def test_a_sentence_in_latin_letters_runs_from_the_left() -> None:
    for body in ("text: Queues do not lie.", "bullets: [a, Queues do not lie.]"):
        assert any(row[:4] == ["Queues", "do", "not", "lie."] for row in lines(body)), body


@pytest.mark.parametrize("filler", range(2, 16))
def test_an_address_is_not_broken(filler: int) -> None:
    said = f"{'מילה ' * filler}{ADDRESS} {'מילה ' * 3}"
    found = [word for row in lines(f"text: '{said}'") for word in row]
    assert ADDRESS in found, found


def test_an_address_too_wide_for_its_room_stays_in_it() -> None:
    column = f"{{text: 'ראו {ADDRESS}'}}"
    source = f"title: ד\nlang: he\nslides: [{{title: א, columns: [{column}, {column}, {column}]}}]"
    (data,) = export(select(source))
    found = words(data)
    assert min(word.left for word in found) > 0
    assert not any(one.covers(other) for one in found for other in found if one is not other)


def test_numbers_run_from_the_left_with_their_signs_and_units() -> None:
    (data,) = export(select("title: ש\nlang: he\nslides: [{figures: [{value: 40%}]}]"))
    left = {word.text: word.left for word in words(data)}
    assert left["40"] < left["%"]
    rows = lines("chart: {kind: line, unit: ms, data: {א: -12, ב: 40}}")
    assert any("-12ms" in "".join(row) for row in rows)
