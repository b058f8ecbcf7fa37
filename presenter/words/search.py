"""What the search says."""

from presenter.words.words import Text

TEXTS = {
    "prompt": Text("In titles, text and notes", "查找标题、正文和讲稿"),
    "none": Text("No slide says that", "没有找到"),
    "one": Text("1 slide", "1 张"),
    "count": Text("{count} slides", "{count} 张"),
    "hint": Text("↑ ↓ choose · enter go · esc back", "↑ ↓ 选择 · 回车前往 · Esc 返回"),
}
