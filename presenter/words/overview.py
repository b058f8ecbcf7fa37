"""What the overview says."""

from presenter.words.words import Text

TEXTS = {
    "prompt": Text("A number, a word", "编号、词语"),
    "none": Text("No slide says that", "没有这样的幻灯片"),
    "untitled": Text("(no title)", "（无标题）"),
}
