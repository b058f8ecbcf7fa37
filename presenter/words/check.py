"""What a report of ``presenter check`` says around each problem, and in the line that closes it."""

from presenter.words.words import Text

TEXTS = {
    "help": Text("help: {help}", "提示：{help}"),
    "in-slide": Text("{what} (slide {number})", "{what}（第 {number} 张）"),
    "in-titled": Text("{what} (slide {number} “{title}”)", "{what}（第 {number} 张“{title}”）"),
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
