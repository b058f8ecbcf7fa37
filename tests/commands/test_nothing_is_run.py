"""A deck is data: whatever stands in it, nothing is run, fetched, or read outside its folder.

Python tells of every process, connection and file by its audit hooks (PEP 578).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DECK = """
title: '#import "@preview/cetz:0.3.0": * `touch ran` $(touch ran)'
subtitle: '#sys.inputs #read("/etc/hostname") <script src="http://localhost:1/a.js"></script>'
author: "{{7*7}} %s {title!r}"
slides:
- title: !!python/object/apply:os.system [touch ran]
- !!python/object/apply:subprocess.run [[touch, ran]]
- title: outside
  code: {file: ../secret.txt}
- image: {path: ../secret.txt, alt: outside}
- image: {path: link.png, alt: a link out of the folder}
- image: {path: 'http://localhost:1/a.png', alt: elsewhere}
- text: '[a](file:///etc/hostname) [b](javascript:alert(1)) ![c](http://localhost:1/c.png)'
  code: {language: bash, source: "touch ran"}
- qr: http://localhost:1/
  notes: '<img src=http://localhost:1/n.png> `touch ran` ![n](http://localhost:1/n.png)'
"""

MARKDOWN = """---
title: a
theme: http://localhost:1/theme.css
---

# A ![](http://localhost:1/a.png) ![](../secret.txt)

```bash +exec
touch ran
```

<script>fetch("http://localhost:1")</script>

<<< @/../secret.txt

---

<!-- include: ../secret.txt -->
"""

PROGRAM = """
import json, os, sys
from presenter.commands import main

told = []
kinds = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.startfile",
         "socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto", "urllib.Request",
         "webbrowser.open", "pty.spawn")

def hook(event, given):
    # Code is coloured in a process of our own, which is ended if it takes too long.
    own = event == "subprocess.Popen" and str(given[1]).count("lexer_process.py") == 1
    if event in kinds and not own:
        told.append([event, repr(given)])
    elif event == "open" and "secret" in str(given[0]):
        told.append([event, str(given[0])])

sys.addaudithook(hook)
os.system("true")
said = []
for words in json.loads(sys.argv[1]):
    sys.argv = ["presenter", *words]
    try:
        main()
    except SystemExit as end:
        said.append(end.code)
print(json.dumps([told, said]), file=sys.stderr)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text("secret words")
    made = tmp_path / "talk"
    made.mkdir()
    (made / "link.png").symlink_to("../secret.txt")
    (made / "deck.yaml").write_text(DECK)
    (made / "talk.md").write_text(MARKDOWN)
    return made


def test_no_command_runs_fetches_or_reads_what_a_deck_names(folder: Path) -> None:
    formats = ("pdf", "pptx", "html", "svg", "md", "txt")
    exports = [
        ["export", "deck.yaml", "--force", "--notes", "-o", f"out.{each}"] for each in formats
    ]
    commands = [["check", "deck.yaml"], *exports, ["import", "talk.md", "-o", "new.yaml"]]
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(commands)],
        cwd=folder,
        env={**os.environ, "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    told, statuses = json.loads(ran.stderr.splitlines()[-1])
    (control,) = told
    assert control[0] == "os.system"
    assert len(statuses) == len(commands)
    made = {path.name for path in folder.iterdir()}
    assert {"out.pdf", "out.pptx", "out.html", "out.md", "new.yaml"} <= made
    assert "ran" not in made
    for path in folder.iterdir():
        if not path.is_symlink():
            assert b"secret words" not in path.read_bytes(), path.name
