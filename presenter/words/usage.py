"""What can be wrong with a command line, and what to write instead.

``code`` is the sentence, ``code.help`` the way out; an empty one means the command's help.
"""

from presenter.words.words import Text

_HELP = Text("", "")

USAGE = {
    "see-help": Text("see {command} --help", "见 {command} --help"),
    "did-you-mean": Text("did you mean {near}?", "是不是想写 {near}？"),
    "no-such-option": Text("there is no option {option}", "没有选项 {option}"),
    "no-such-option.help": _HELP,
    "value-missing": Text("{option} needs a value", "{option} 后面缺少取值"),
    "value-missing.help": _HELP,
    "value-not-wanted": Text("{option} takes no value", "{option} 不带取值"),
    "value-not-wanted.help": _HELP,
    "argument-missing": Text("{argument} is missing", "缺少 {argument}"),
    "argument-missing.help": _HELP,
    "argument-too-many": Text("“{argument}” is one argument too many", "多出了参数“{argument}”"),
    "argument-too-many.help": _HELP,
    "not-a-choice": Text("{option} cannot be “{value}”", "{option} 不能是“{value}”"),
    "not-a-choice.help": Text("write one of: {choices}", "可写：{choices}"),
    "no-such-command": Text("there is no command “{command}”", "没有命令“{command}”"),
    "no-such-command.help": Text("write one of: {commands}", "可写：{commands}"),
    "sample-and-deck": Text(
        "--sample shows the sample, not {deck}", "--sample 放映的是样例，不是 {deck}"
    ),
    "sample-and-deck.help": Text("write one of the two", "两者只写一个"),
    "rehearse-standard-input": Text(
        "what comes from standard input has no file to keep rehearsals of",
        "从标准输入读取的内容没有文件，排练无从记录",
    ),
    "rehearse-standard-input.help": Text(
        "save it to a file first, and name that", "请先存成文件，再写出文件名"
    ),
    "console-standard-input": Text(
        "a talk from standard input has no file by which a console could join",
        "从标准输入读取的内容没有文件，讲者视图无从接入",
    ),
    "console-standard-input.help": Text(
        "save it to a file first, and name that", "请先存成文件，再写出文件名"
    ),
    "code-of-error": Text(
        "“{name}” is an error, which cannot be ignored", "“{name}”是错误，不能略过"
    ),
    "code-of-error.help": Text(
        "put it right; only warnings can be ignored", "请改正；只有警告可以略过"
    ),
    "not-a-code": Text("no warning has the code “{name}”", "没有代号为“{name}”的警告"),
    "not-a-code.help": Text(
        "write the code that stands in brackets behind a warning",
        "请写警告后面方括号里的代号",
    ),
    "save-times-alone": Text(
        "--save-times goes with --rehearse", "--save-times 要与 --rehearse 一起用"
    ),
    "save-times-alone.help": Text(
        "measure the times first: presenter --rehearse --save-times",
        "先排练，才有用时：presenter --rehearse --save-times",
    ),
    "save-times-sample": Text(
        "there is no slides.yaml here to write times into",
        "当前目录没有 slides.yaml，用时无处可写",
    ),
    "save-times-sample.help": Text(
        "name a deck, or make one: presenter new", "请写出文件，或新建一份：presenter new"
    ),
    "not-a-size": Text("“{value}” is no size", "“{value}”不是屏幕大小"),
    "not-a-size.help": Text(
        "write columns x rows, such as --size 80x24; up to {most}x{most}",
        "写成 列数x行数，如 --size 80x24；最大 {most}x{most}",
    ),
    "no-such-deck": Text("there is no file {path}", "没有文件 {path}"),
    "no-such-deck.help": Text(
        "name a deck, or make one: presenter new {path}",
        "请写已有的文件，或新建一份：presenter new {path}",
    ),
    "several-talks": Text("{number} talks are running", "正在放映的有 {number} 份"),
    "several-talks.help": Text("say which one:{commands}", "请写明是哪一份：{commands}"),
    "is-folder": Text("{path} is a folder", "{path} 是目录"),
    "is-folder.help": Text("name the deck in it", "请写出其中的文件"),
    "not-a-file": Text("{path} is no regular file", "{path} 不是普通文件"),
    "not-a-file.help": Text(
        "save it to a file; check also reads standard input: presenter check -",
        "请先存成文件；check 也能读标准输入：presenter check -",
    ),
    "no-permission": Text("{path} may not be read", "没有读取 {path} 的权限"),
    "no-permission.help": Text("allow it: chmod u+r {path}", "可加上权限：chmod u+r {path}"),
    "unreadable": Text("{path} cannot be read: {why}", "无法读取 {path}：{why}"),
    "unreadable.help": Text("check the path", "请检查路径"),
    "no-slide-number": Text(
        "there is no slide {number}: the deck has {slides}",
        "没有第 {number} 张：一共 {slides} 张",
    ),
    "no-slide-number.help": Text("write a number from 1 to {slides}", "请写 1 到 {slides} 的页码"),
    "no-slide-id": Text("no slide has the id “{id}”", "没有 id 为“{id}”的幻灯片"),
    "no-slide-id.help": Text(
        "write a slide's number, or the id that it has in the deck",
        "请写页码，或文件里给出的 id",
    ),
    "no-such-theme": Text("there is no theme “{theme}”", "没有名为“{theme}”的主题"),
    "no-such-theme.help": Text("presenter themes lists them all", "presenter themes 列出全部主题"),
    "theme-unreadable": Text(
        "the theme {path} cannot be read: {why}", "无法读取主题文件 {path}：{why}"
    ),
    "theme-unreadable.help": Text("check the path", "请检查路径"),
    "theme-not-text": Text(
        "the theme {path} is no text in UTF-8", "主题文件 {path} 不是 UTF-8 文本"
    ),
    "theme-not-text.help": Text(
        "save it as UTF-8, or name another file", "请另存为 UTF-8，或换一个文件"
    ),
    "theme-errors": Text("{position}: {message}", "{position}: {message}"),
    "theme-errors.help": Text(
        "presenter themes --theme {theme} lists all that is wrong",
        "presenter themes --theme {theme} 列出全部问题",
    ),
    "no-terminal": Text("presenting needs a terminal", "放映要在终端里进行"),
    "no-terminal.help": Text(
        "run it without pipes and redirections; for programs there is presenter check",
        "不要用管道和重定向；供程序使用的是 presenter check",
    ),
    "log-refused": Text("{path} cannot be a log: {why}", "日志无法写入 {path}：{why}"),
    "log-refused.help": Text(
        "name a file after --log that can be written", "请在 --log 后写一个可以写入的文件"
    ),
    "not-a-log": Text(
        "{path} holds something else than a log, and is left as it is",
        "{path} 里不是日志，未作改动",
    ),
    "not-a-log.help": Text(
        "name a new file after --log, or a log of before",
        "请在 --log 后写一个新文件名，或以前的日志",
    ),
    "exists": Text("{path} exists, and is left as it is", "{path} 已经存在，未作改动"),
    "exists.help": Text(
        "name another file: presenter new talk.yaml", "请换一个文件名：presenter new talk.yaml"
    ),
    "no-such-folder": Text("there is no folder {folder}", "没有目录 {folder}"),
    "no-such-folder.help": Text("make it first: mkdir -p {folder}", "请先新建：mkdir -p {folder}"),
    "unwritable": Text("{path} cannot be written: {why}", "无法写入 {path}：{why}"),
    "unwritable.help": Text("choose another folder", "请换一个目录"),
    "windows": Text(
        "presenter does not run on Windows itself", "presenter 不能直接在 Windows 上用"
    ),
    "windows.help": Text(
        "run it in WSL, the Linux that comes with Windows: wsl --install",
        "请在 Windows 自带的 Linux（WSL）里运行：wsl --install",
    ),
    "crash": Text(
        "presenter has a fault and had to end ({what}); details: {log}",
        "presenter 出了故障，只能退出（{what}）；详情见 {log}",
    ),
    "crash-without-log": Text(
        "presenter has a fault and had to end ({what}); no log could be written",
        "presenter 出了故障，只能退出（{what}）；日志也未能写下",
    ),
    "fault": Text(
        "presenter has a fault and goes on ({what}); details: {log}",
        "presenter 出了故障，仍继续运行（{what}）；详情见 {log}",
    ),
    "fault-without-log": Text(
        "presenter has a fault and goes on ({what}); no log could be written",
        "presenter 出了故障，仍继续运行（{what}）；日志也未能写下",
    ),
    "no-such-talk": Text("there is no file {path}", "没有文件 {path}"),
    "no-such-talk.help": Text(
        "name a Markdown deck or a .pptx file", "请写已有的 Markdown 幻灯片或 .pptx 文件"
    ),
    "output-exists": Text("{path} exists, and is left as it is", "{path} 已经存在，未作改动"),
    "output-exists.help": Text("name another file after -o", "请在 -o 后换一个文件名"),
    "not-powerpoint": Text(
        "{path} cannot be read as a PowerPoint file", "{path} 不是可以读取的 PowerPoint 文件"
    ),
    "not-powerpoint.help": Text(
        "open it in PowerPoint and save it again as .pptx", "请用 PowerPoint 打开，另存为 .pptx"
    ),
    "is-powerpoint-97": Text(
        "{path} is in the format of PowerPoint 97 to 2003",
        "{path} 是 PowerPoint 97–2003 的格式",
    ),
    "is-powerpoint-97.help": Text(
        "save it as .pptx: in PowerPoint, or with soffice --convert-to pptx FILE",
        "请在 PowerPoint 中另存为 .pptx，或用 soffice --convert-to pptx 文件名",
    ),
    "is-locked": Text("{path} is locked with a password", "{path} 设有密码"),
    "is-locked.help": Text(
        "open it in PowerPoint, take the password out (File, Info, Protect), and save it",
        "请在 PowerPoint 中打开，去掉密码（文件 › 信息 › 保护），再保存",
    ),
    "is-opendocument": Text(
        "{path} is an OpenDocument file, as LibreOffice writes it",
        "{path} 是 OpenDocument 文件（LibreOffice 的格式）",
    ),
    "is-opendocument.help": Text(
        "save it as .pptx: in LibreOffice, or with soffice --convert-to pptx FILE",
        "请在 LibreOffice 中另存为 .pptx，或用 soffice --convert-to pptx 文件名",
    ),
    "is-keynote": Text("{path} is a Keynote presentation", "{path} 是 Keynote 文稿"),
    "is-keynote.help": Text(
        "export it from Keynote: File, Export To, PowerPoint",
        "请在 Keynote 中导出：文件 › 导出为 › PowerPoint",
    ),
    "is-word": Text("{path} is a Word document", "{path} 是 Word 文档"),
    "is-word.help": Text(
        "import reads slides: .pptx, or a deck in Markdown",
        "import 读取幻灯片：.pptx，或 Markdown 讲稿",
    ),
    "is-excel": Text("{path} is an Excel workbook", "{path} 是 Excel 工作簿"),
    "is-excel.help": Text(
        "import reads slides: .pptx, or a deck in Markdown",
        "import 读取幻灯片：.pptx，或 Markdown 讲稿",
    ),
    "needs-extra": Text("{what} needs a part that is not installed", "{what} 所需的部分没有安装"),
    "needs-extra.help": Text("install it: {install}", "请安装：{install}"),
    "not-slides": Text("“{value}” names no slides", "“{value}”不是页码"),
    "not-slides.help": Text(
        "write numbers and spans: --slides 2-4,7", "请写页码和范围：--slides 2-4,7"
    ),
    "no-format": Text(
        "standard output has no ending that says what to write",
        "标准输出没有扩展名，不知道写什么格式",
    ),
    "no-format.help": Text("add --to with one of: {formats}", "请加 --to，可写：{formats}"),
    "unknown-format": Text(
        "{file} is of no kind that can be exported", "无法导出成 {file} 这种格式"
    ),
    "unknown-format.help": Text(
        "give the file one of these endings: {formats}", "可用的扩展名：{formats}"
    ),
    "one-page-only": Text("{pages} pages do not go into one stream", "{pages} 页写不进一个输出流"),
    "one-page-only.help": Text(
        "choose one with --slides, or write to a file", "用 --slides 选一张，或写到文件"
    ),
    "refused-together": Text(
        "these slides together cannot be made into {format}; Typst says: {why}",
        "这些幻灯片合在一起做不成 {format}，Typst 说：{why}",
    ),
    "refused-together.help": Text(
        "write fewer at a time with --slides; {instead} writes them all",
        "请用 --slides 分几次写；要一次写全，用 {instead}",
    ),
    "other-kind": Text(
        "{path} is there and is no {format} file", "{path} 已存在，且不是 {format} 文件"
    ),
    "other-kind.help": Text("write to another name, or remove it first", "请换个名字，或先删掉它"),
    "of-the-deck": Text(
        "{path} is the deck, or a file that the deck names", "{path} 就是这份幻灯片，或它引用的文件"
    ),
    "of-the-deck.help": Text("write to another name", "请换个名字"),
    "not-to-terminal": Text("a terminal cannot show {format}", "终端显示不了 {format}"),
    "not-to-terminal.help": Text(
        "write to a file, or into a pipe: -o - --to {format} | …",
        "请写到文件，或接管道：-o - --to {format} | …",
    ),
    "not-a-port": Text("“{value}” is no port", "“{value}”不是端口号"),
    "not-a-port.help": Text(
        "write a number from 1024 to 65535: --port 8420",
        "请写 1024 到 65535 的数字，如 --port 8420",
    ),
    "not-a-url": Text("“{value}” is no web address", "“{value}”不是网址"),
    "not-a-url.help": Text(
        "write it with its scheme: --url https://talk.example.org",
        "请连同协议一起写，如 --url https://talk.example.org",
    ),
    "port-in-use": Text("port {port} is in use", "端口 {port} 已被占用"),
    "port-in-use.help": Text("take another one: --port {other}", "请换一个，如 --port {other}"),
    "port-refused": Text("port {port} is not for everybody", "没有使用端口 {port} 的权限"),
    "port-refused.help": Text(
        "take one from 1024 on: --port 8420", "请用 1024 以上的端口，如 --port 8420"
    ),
    "no-such-address": Text("this machine has no address {host}", "本机没有地址 {host}"),
    "no-such-address.help": Text(
        "write one of its addresses, or 0.0.0.0 for all: --host 0.0.0.0",
        "请写本机的地址；要用全部地址，写 --host 0.0.0.0",
    ),
    "output-lost": Text("standard output cannot be written: {why}", "无法写到标准输出：{why}"),
    "output-lost.help": Text(
        "see that it is open, and that there is room where it goes",
        "请确认它没有关闭，去处还有空间",
    ),
    "input-unreadable": Text("standard input cannot be read: {why}", "无法读取标准输入：{why}"),
    "input-unreadable.help": Text(
        "name a file, or send the deck in: presenter check - < deck.yaml",
        "请写出文件名，或把讲稿送进来：presenter check - < deck.yaml",
    ),
    "not-written": Text("{path} cannot be written: {why}", "无法写入 {path}：{why}"),
    "not-written.help": Text("check the folder and its permissions", "请检查目录及其权限"),
}
