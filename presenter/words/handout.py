"""What handouts say of themselves."""

from presenter.words.words import Text

TEXTS = {
    "notes": Text("Notes", "讲稿"),
}
