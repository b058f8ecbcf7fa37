"""What blocks say of themselves."""

from presenter.words.words import Text

TEXTS = {
    "note": Text("Note", "说明"),
    "tip": Text("Tip", "提示"),
    "warning": Text("Warning", "警告"),
    "unit": Text("Unit: {unit}", "单位：{unit}"),
}
