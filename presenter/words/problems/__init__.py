"""What can be wrong with a deck, and what to write instead, in a module for each subject.

``code`` is the sentence, ``code.help`` the way out; the codes are those of the diagnostics.
"""

from presenter.words.problems import files, misread, outline, slides, yaml

PROBLEMS = {**files.TEXTS, **yaml.TEXTS, **outline.TEXTS, **misread.TEXTS, **slides.TEXTS}
