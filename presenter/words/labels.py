"""What slides say around the deck's own words: our labels, in each language that has its own.

Chinese is written twice, as it is read in Beijing and in Taipei. Numbers come in as
`presenter.words.language` writes them.
"""

from presenter.words.words import Label

# The parts of a talk, as the audience reads them on each slide.
PARTS = {
    "introduction": Label("Introduction", "引言", "引言", "はじめに", "들어가며"),
    "point": Label(
        "Point {number} of {of}",
        "第{number}点 · 共{of}点",
        "第{number}點 · 共{of}點",
        "第{number}点／全{of}点",
        "{number} · 총 {of}가지",
    ),
    "conclusion": Label("Conclusion", "结语", "結語", "おわりに", "맺으며"),
}

# What blocks say of themselves.
BLOCKS = {
    "note": Label("Note", "说明", "說明", "補足", "참고"),
    "tip": Label("Tip", "提示", "提示", "ヒント", "팁"),
    "warning": Label("Warning", "警告", "警告", "警告", "경고"),
    "unit": Label("Unit: {unit}", "单位：{unit}", "單位：{unit}", "単位：{unit}", "단위: {unit}"),
}
