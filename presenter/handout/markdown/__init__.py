"""A deck as Markdown, which ``presenter import`` reads back."""
