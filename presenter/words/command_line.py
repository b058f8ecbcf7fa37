"""The help of the command line: ``command`` in a line, ``command.more``, ``command.option``.

Lines are written as they are shown, indented by two, and must fit into 80 cells.
"""

from presenter.words.words import Text

COMMAND_LINE = {
    "usage": Text("Usage: ", "用法："),
    "or": Text("   or: ", "  或："),
    "options": Text("Options:", "选项："),
    "commands": Text("Commands:", "命令："),
    "options-metavar": Text("[OPTIONS]", "[选项]"),
    "command-metavar": Text("COMMAND …", "命令 …"),
    "help-option": Text("Show this help and leave.", "显示本帮助后退出。"),
    "epilog": Text(
        "“presenter COMMAND --help” tells more. A deck named like a command: ./notes\n"
        'Completion in bash: eval "$(_PRESENTER_COMPLETE=bash_source presenter)"\n'
        "zsh and fish likewise, with zsh_source and fish_source.",
        "各命令的详细说明：presenter 命令 --help。文件与命令同名时写作 ./notes\n"
        'bash 自动补全：eval "$(_PRESENTER_COMPLETE=bash_source presenter)"\n'
        "zsh、fish 同理，改用 zsh_source、fish_source。",
    ),
    "present": Text("Present DECK in this terminal.", "在本终端放映 DECK。"),
    "present.more": Text(
        "Without DECK: slides.yaml in this folder, else the sample that comes with it.\n"
        "DECK may be - for standard input. Arrow keys move, ? shows all keys; to quit,\n"
        "press q twice, on the last slide once.",
        "不写 DECK 时放映当前目录的 slides.yaml；没有这个文件，就放映自带的样例。\n"
        "DECK 写作 - 时从标准输入读取。方向键翻页，? 查看全部按键；\n"
        "按两次 q 退出，讲到最后只需一次。",
    ),
    "present.sample": Text(
        "Present the sample in Chinese or English, whatever is here.",
        "放映中文或英文的样例，不管这里有什么文件。",
    ),
    "present.start": Text("Begin at this slide: number or id.", "从这一张开始：写页码或 id。"),
    "present.resume": Text("Go on where a talk was broken off.", "从上次中断的地方继续。"),
    "present.rehearse": Text(
        "Measure how long each slide takes, and show it in the end.",
        "排练：记下每一张用的时间，退出时列出。",
    ),
    "present.save_times": Text(
        "With --rehearse: write the times into DECK.", "配合 --rehearse：把用时写回 DECK。"
    ),
    "present.theme": Text(
        "Colours, over the deck's own; see “presenter themes”.",
        "主题，优先于文件里写的；见 presenter themes。",
    ),
    "present.reveal": Text(
        "Have lists appear item by item, or all at once.", "列表逐条出现，或一次全部显示。"
    ),
    "present.ambiguous": Text(
        "How this terminal draws “ ” … — · ▪: narrow, wide, or auto (default), which asks it.",
        "“ ” … — · ▪ 占几格；默认 auto，向终端询问。",
    ),
    "present.images": Text(
        "How to show pictures; without it, by what is known of this terminal.",
        "图片的显示方式；不写则按终端种类选择。",
    ),
    "present.render": Text(
        "Slides as pictures where the terminal can show them (auto), or always in cells.",
        "幻灯片用图片（能则用）或只用字符。",
    ),
    "present.console": Text(
        "Open the speaker's console in a terminal of its own.", "另开一个终端窗口，放讲者视图。"
    ),
    "present.confirm": Text(
        "Let q end the talk at once, wherever it is.", "按一次 q 就退出，不必再按。"
    ),
    "present.watch": Text("Do not reload when the file changes.", "文件改动后不重新载入。"),
    "present.animation": Text("Let nothing move by itself.", "不用任何动画。"),
    "present.bidi": Text(
        "Who turns Hebrew and Arabic: the terminal or presenter; auto (default) by what it is.",
        "希伯来文、阿拉伯文由谁排成从右到左：终端或 presenter；auto（默认）视终端而定。",
    ),
    "present.mouse": Text(
        "Leave the mouse to the terminal, to select text.", "鼠标留给终端，用来选取文字。"
    ),
    "present.log": Text(
        "Add to this file what went wrong unseen.", "把没有显示出来的错误记入这个文件。"
    ),
    "present.version": Text("Show the version and leave.", "显示版本后退出。"),
    "check": Text("Report every problem of every deck.", "检查文件，列出全部问题。"),
    "check.more": Text(
        "The report goes to standard output. DECK may be - for standard input.\n"
        "Status 0: no errors. 1: errors (with --strict, warnings too). 2: no such file.",
        "结果写到标准输出。DECK 写作 - 时从标准输入读取。\n"
        "退出状态 0：没有错误；1：有错误（用 --strict 时警告也算）；2：没有这个文件。",
    ),
    "check.sizes": Text(
        "A screen that slides must fit; may be repeated.\n"
        "Default: 80x24, for pictures 1920x1080 pixels.",
        "屏幕大小，可写多次；不写为 80x24，图片 16:9。",
    ),
    "check.render": Text(
        "Whether they must fit in cells (default), as pictures, or both.",
        "按字符（默认）、图片或两者查排版。",
    ),
    "check.form": Text(
        "For people (default), programs, or GitHub Actions.",
        "给人（默认）、程序或 GitHub Actions 看。",
    ),
    "check.ignored": Text(
        "Leave out warnings with this code, which stands behind each; may be repeated.",
        "略过这种警告，代号见每条警告之后；可写多次。",
    ),
    "check.strict": Text("Fail on warnings too.", "有警告也算不通过。"),
    "new": Text("Write a commented starter deck.", "新建一份带注释的模板。"),
    "new.more": Text(
        "PATH is a file, or a folder that gets a slides.yaml; without it ./slides.yaml.\n"
        "A file that exists is never overwritten.",
        "PATH 是文件，或要放入 slides.yaml 的目录；不写就是 ./slides.yaml。\n已有的文件绝不覆盖。",
    ),
    "new.lang": Text(
        "In which language; without it, in that of the system.", "用哪种语言；不写则随系统。"
    ),
    "themes.theme": Text(
        "Only this one, with all that is wrong in its file.", "只看这一种，并列出文件里的全部问题。"
    ),
    "themes": Text("List the themes, with a sample of each.", "列出全部主题，各带样例。"),
    "themes.more": Text(
        "Use one with “theme: paper” in the deck, or with --theme paper.\n"
        "Your own are YAML files in ~/.config/presenter/themes; or name any file:\n"
        "--theme mine.yaml",
        "在文件里写 theme: paper，或放映时加 --theme paper。\n"
        "自己的主题是 YAML 文件，放在 ~/.config/presenter/themes；也可以直接写文件名：\n"
        "--theme mine.yaml",
    ),
    "schema": Text("Print the JSON Schema of a deck.", "输出文件格式的 JSON Schema。"),
    "schema.more": Text(
        "Beside a deck, it has editors complete and check what you write:\n"
        "presenter schema > slides.schema.json",
        "放在文件旁边，编辑器便能补全、检查所写内容：\npresenter schema > slides.schema.json",
    ),
    "notes": Text("Show notes, clock and what comes next.", "在另一终端看讲稿、时间和下一张。"),
    "notes.more": Text(
        "The speaker's console, for a second terminal on the same machine; opened first\n"
        "or later, it follows the talk and can move it. Without DECK: the talk that is\n"
        "running; without one as with “presenter”.",
        "讲者视图：在同一台机器的另一个终端里打开，先开后开都行，两边都能翻页。\n"
        "不写 DECK 时接入正在放映的那一份；没有放映，就与 presenter 用同一个文件。",
    ),
    "notes.theme": Text(
        "Colours of the console, for its own dark ones; see “presenter themes”.",
        "讲者视图自己的主题；不写就用它自带的深色。",
    ),
    "notes.render": Text(
        "The slides as pictures where the stage and this terminal show them so (auto),\n"
        "or always in cells.",
        "auto（默认）：放映端和此终端都能，就用图片。",
    ),
    "notes.ambiguous": Text(
        "How this terminal draws “ ” … — · ▪: narrow, wide, or auto (default), which asks it.",
        "“ ” … — · ▪ 占几格；默认 auto，向终端询问。",
    ),
    "notes.bidi": Text(
        "Who turns Hebrew and Arabic: the terminal or presenter; auto (default) by what it is.",
        "希伯来文、阿拉伯文由谁排成从右到左：终端或 presenter；auto（默认）视终端而定。",
    ),
    "notes.with_talk": Text(
        "As --console opens it: wait for a key before notes are shown,\nand end with the talk.",
        "--console 用：按键后显示讲稿，随放映结束。",
    ),
    "notes.log": Text(
        "Add to this file what went wrong unseen.", "把没有显示出来的错误记入这个文件。"
    ),
    "notes.mouse": Text(
        "Leave the mouse to the terminal, to select text.", "鼠标留给终端，用来选取文字。"
    ),
    "export": Text("Write a handout or a picture of each slide.", "导出讲义或图片。"),
    "export.more": Text(
        "FILE's ending says what: .pdf .pptx .html .md .txt, or .svg and .png, a file\n"
        "for each page. DECK may be - for standard input. A deck with errors exports\n"
        "nothing (status 1) unless forced.",
        "按 FILE 的扩展名决定格式：.pdf .pptx .html .md .txt，或每页一个文件的 .svg\n"
        ".png。DECK 写作 - 时从标准输入读取。文件有错时什么也不导出（退出状态 1），\n"
        "除非用 --force。",
    ),
    "export.output": Text(
        "Where to write; - is standard output, with --to.", "写到哪里；- 为标准输出，须配 --to。"
    ),
    "export.form": Text("The format, over FILE's ending.", "格式，优先于扩展名。"),
    "export.notes": Text("Put the speaker notes in.", "连同讲稿。"),
    "export.steps": Text(
        "Show every step of lists that appear.", "逐条出现的列表，每一步各成一页。"
    ),
    "export.slides": Text("Only these slides: 2-4,7.", "只要这几张：2-4,7。"),
    "export.cells": Text(
        "The size of pages in cells; of a PNG the shape, 1920x1080 pixels without it.",
        "页面大小，以字符格计；PNG 取其长宽比。",
    ),
    "export.render": Text(
        "A PNG as the stage shows slides as pictures (default), or in cells.",
        "PNG 按放映时的图片（默认），还是按字符显示。",
    ),
    "export.theme": Text(
        "Colours, over the deck's own; see “presenter themes”.",
        "主题，优先于文件里写的；见 presenter themes。",
    ),
    "export.ambiguous": Text(
        "How wide “ ” … — · ▪ are: narrow (default) or wide.",
        "“ ” … — · ▪ 占几格：窄（默认）或宽。",
    ),
    "export.force": Text("Export in spite of errors.", "有错也照样导出。"),
    "import": Text(
        "Turn a Markdown deck or a .pptx into an outline.", "把 Markdown 幻灯片或 .pptx 转成提纲。"
    ),
    "import.more": Text(
        "TALK is a deck of presenterm, Marp, Slidev, remark, reveal.js, Pandoc,\n"
        "Deckset, patat, lookatme, mdp or slides, plain Markdown, or a PowerPoint file.\n"
        "What has no equivalent is listed with its line, and stands in the outline as a\n"
        "comment.\n"
        "Nothing is fetched from the network.",
        "TALK 可以是 presenterm、Marp、Slidev、remark、reveal.js、Pandoc、Deckset、\n"
        "patat、lookatme、mdp、slides 的幻灯片，普通 Markdown，或 .pptx 文件。没有对应\n"
        "写法的内容按行号列出，并在提纲里留下注释。不访问网络。",
    ),
    "import.output": Text(
        "Where to write; a file that exists is left as it is.", "写到哪里；已有的文件绝不覆盖。"
    ),
    "import.dialect": Text(
        "The tool that it was written for, if it is not recognised.", "原来用的工具；认错时写明。"
    ),
    "share": Text("Let browsers follow the talk.", "让浏览器同步观看。"),
    "share.more": Text(
        "Runs beside the talk, in another terminal; started first or later. Viewers may\n"
        "look back and return to the present slide. They never get the speaker notes.\n"
        "Without DECK: the talk that is running; without one as with “presenter”.",
        "在另一个终端里与放映同时运行，先开后开都行。观众可以往回翻，也可以回到现场；\n"
        "绝不会看到讲稿。不写 DECK 时接入正在放映的那一份；没有在放映的，就与 presenter\n"
        "用同一个文件。",
    ),
    "share.port": Text("Where to listen; default 8420.", "端口，默认 8420。"),
    "share.host": Text(
        "Whom to let in: only this machine (default), or all with 0.0.0.0.",
        "监听的地址：默认只限本机；0.0.0.0 则任何人都能连。",
    ),
    "share.url": Text(
        "The address at which a proxy or tunnel offers it.", "经代理或隧道对外提供时的网址。"
    ),
    "share.remote": Text(
        "Add a remote for the speaker's phone, behind a secret address.",
        "另开手机遥控，凭密钥网址进入。",
    ),
    "share.log": Text(
        "Add to this file what went wrong unseen.", "把没有显示出来的错误记入这个文件。"
    ),
    "share.theme": Text(
        "Colours, over the stage's; see “presenter themes”.", "主题；不写就随放映端。"
    ),
    "rehearsals": Text("Show how the talk developed.", "查看历次排练。"),
    "rehearsals.more": Text(
        "Each “presenter --rehearse” adds one; the newest 100 of each deck are kept.\n"
        "DECK as with “presenter”.",
        "每次 presenter --rehearse 记一笔，每个文件保留最近 100 次。\n"
        "不写 DECK 时，与 presenter 用同一个文件。",
    ),
    "doctor": Text("Show what this terminal can.", "检查终端和安装情况。"),
    "doctor.more": Text(
        "One screen to paste into a bug report: terminal, colours, pictures, widths as\n"
        "measured, fonts, extras, versions. Status 1 if no talk can be given like this.",
        "一屏报告，可贴进问题反馈：终端、颜色、图片、实测的字符宽度、字体、附加部分、\n"
        "版本。若已无法放映，退出状态为 1。",
    ),
    "help": Text("Show this help, or that of a command.", "显示本帮助，或某个命令的用法。"),
    "help.more": Text("The same as COMMAND --help.", "与 命令 --help 相同。"),
}
