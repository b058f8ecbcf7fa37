"""The interface's texts in English and Chinese, labels on slides in more, and picking between them.

A text is named by its topic and key, ``words("parts.introduction")``. Each topic is a table whose
rows hold all languages side by side, so that none can be forgotten. The tables lie in a module for
each surface where texts are shown, which is imported when the first of them is asked for.
"""

from presenter.words.language import Language, language_of, locale_language
from presenter.words.words import Name, Words

__all__ = ["Language", "Name", "Words", "language_of", "locale_language"]
