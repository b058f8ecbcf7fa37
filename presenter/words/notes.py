"""What is said about notes."""

from presenter.words.words import Text

TEXTS = {
    "label": Text("Notes", "讲稿"),
    "none": Text("This slide has no notes", "这一张没有讲稿"),
    "more": Text("{rows} more", "还有 {rows} 行"),
}
