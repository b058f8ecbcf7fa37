"""The line that closes a report of ``presenter check``."""

from presenter.words.words import Text

TEXTS = {
    "deck": Text("{number} deck", "{number} 份文件"),
    "decks": Text("{number} decks", "{number} 份文件"),
    "slide": Text("{number} slide", "{number} 张幻灯片"),
    "slides": Text("{number} slides", "{number} 张幻灯片"),
    "error": Text("{number} error", "{number} 处错误"),
    "errors": Text("{number} errors", "{number} 处错误"),
    "warning": Text("{number} warning", "{number} 处警告"),
    "warnings": Text("{number} warnings", "{number} 处警告"),
    "about": Text("{decks}, {slides}", "{decks}，{slides}"),
    "fine": Text("{about}: no problems", "{about}：没有问题"),
    "found": Text("{about}: {errors}, {warnings}", "{about}：{errors}，{warnings}"),
}
