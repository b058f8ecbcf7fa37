"""Numbers in the formats of spreadsheets."""

from __future__ import annotations

import pytest

from presenter.imports.powerpoint.number_formats import shown


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (8.200000000000001, "General", "8.2"),
        (0.25, "0%", "25%"),
        (0.07, "0%", "7%"),
        (0.256, "0.0%", "25.6%"),
        (0.125, "0%", "13%"),
        (-2.5, "0", "-3"),
        (1.005, "0.00", "1.01"),
        (1.05, "0.0", "1.1"),
        (12500, "#,##0,", "13"),
        (1234.5, "#,##0.00", "1,234.50"),
        (1234567, '#,##0,"K"', "1,235K"),
        (0.5, "0.##", "0.5"),
        (3, "0.##", "3"),
        (-5, "0;(0)", "(5)"),
        (0, '0;-0;"none"', "none"),
        (12, '0" 万元"', "12 万元"),
        (12.5, "[$€-407] #,##0.0", "€ 12.5"),
        (12, "_-* #,##0.00 _€_-", "12.00"),
        (12345.678, "0.00E+00", "1.23E+04"),
        (0.5, "# ?/?", "0.5"),
        (-0.001, "0.0", "0.0"),
        (7, 'General" kg"', "7 kg"),
        (5, "@", "5"),
        (45352, "yyyy-mm-dd", "2024-03-01"),
        (45352, "mmm-yy", "Mar-24"),
        (45352, 'yyyy"年"m"月"d"日"', "2024年3月1日"),
        (45352.75, "d/m/yyyy h:mm AM/PM", "1/3/2024 6:00 PM"),
        (45352.5, "[$-409]d-mmm-yyyy;@", "1-Mar-2024"),
        (1.5, "[h]:mm", "36:00"),
        (1e300, "yyyy-mm-dd", "1e+300"),
        (1e300, "0", "1" + "0" * 300),
    ],
)
def test_a_number_in_its_format(value: float, code: str, text: str) -> None:
    found = shown(value, code)
    if value == 1e300 and code == "0":
        assert len(found) == len(text)
    else:
        assert found == text


def test_days_counted_from_1904() -> None:
    assert shown(43890, "yyyy-mm-dd", from_1904=True) == "2024-03-01"
