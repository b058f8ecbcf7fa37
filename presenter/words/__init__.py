"""The interface's texts in English and Chinese, and picking between them.

A text is named by its topic and key, ``words("parts.introduction")``. Each topic is a module of
this package with one ``TEXTS`` table whose rows hold both languages side by side, so that none can
be forgotten. A topic is imported when its first text is asked for.
"""

from presenter.words.language import Language, language_of, locale_language
from presenter.words.words import Words

__all__ = ["Language", "Words", "language_of", "locale_language"]
