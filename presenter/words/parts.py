"""The parts of a talk, as the audience reads them on each slide."""

from presenter.words.words import Text

TEXTS = {
    "introduction": Text("Introduction", "引言"),
    "point": Text("Point {number} of {of}", "第{number}点 · 共{of}点"),
    "conclusion": Text("Conclusion", "结语"),
}
