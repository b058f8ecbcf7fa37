import pytest

from presenter.deck.fields import parse_duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90s", 90),
        ("15m", 900),
        ("15min", 900),
        ("1h30m", 5400),
        ("1h 5m 10s", 3910),
        ("12:30", 750),
        ("1:12:30", 4350),
        ("100:00", 6000),
    ],
)
def test_lengths_of_time_as_people_write_them(text: str, seconds: float) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    "text", ["", "0s", "0:00", "m", "15", "1:60", "5m1h", "-5m", "1.5h", "１５m", "9" * 5_000 + "h"]
)
def test_what_is_no_length_of_time(text: str) -> None:
    assert parse_duration(text) is None
