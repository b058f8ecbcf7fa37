"""What is said about editing a deck in the talk."""

from presenter.words.words import Text

TEXTS = {
    "no-file": Text("This deck is in no file", "这份讲稿不在文件里"),
    "no-editor": Text(
        "No editor: set $VISUAL or $EDITOR, or install vi or nano",
        "没有编辑器：请设置 $VISUAL 或 $EDITOR，或者安装 vi、nano",
    ),
    "not-found": Text("There is no editor “{name}”", "没有编辑器“{name}”"),
    "not-started": Text("{name} does not start: {reason}", "{name} 无法启动：{reason}"),
    "failed": Text("{name} ended with status {status}", "{name} 以状态 {status} 结束"),
    "read-only": Text(
        "{name} cannot be written here: presenter new makes one of your own",
        "{name} 在此不可写：用 presenter new 新建自己的一份",
    ),
}
