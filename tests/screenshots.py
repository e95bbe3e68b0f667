#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Takes the screenshots: a real conversation of the real program with two clients.

  tests/screenshots.py          those of the README, into resources/screenshots/
  tests/screenshots.py FOLDER   all of them into that folder: Chinese and English, light and dark, 1x and 2x

Needs a built program (in .build/, or named by NETASSISTANT), what the system tests need, and ImageMagick's `import`.
"""

import itertools
import os
import socket
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SYSTEM = os.path.join(HERE, "system")
OWN_DISPLAY = "SCREENSHOTS_ON_THEIR_OWN_DISPLAY"
SIZE = (1040, 820)  # as at the first start

CONVERSATION = {
    "zh_CN": ("你好服务端,我是客户端小黑!", "你好小黑,收到。请报告温度。", "我是小白,温度23.5度,一切正常。"),
    "en": ("Hello server, this is client 小黑!", "Hello 小黑, please report the temperature.",
           "This is 小白: 23.5 degrees, all is well."),
}

# A desktop with dark colours, told as KDE's settings do.
DARK = """[General]
ColorScheme=Dark
[KDE]
widgetStyle=fusion
[Colors:Window]
BackgroundNormal=42,46,50
ForegroundNormal=252,252,252
[Colors:Button]
BackgroundNormal=49,54,59
ForegroundNormal=252,252,252
[Colors:View]
BackgroundNormal=27,30,32
BackgroundAlternate=35,38,41
ForegroundNormal=252,252,252
ForegroundLink=29,153,243
ForegroundVisited=155,89,182
[Colors:Selection]
BackgroundNormal=61,174,233
ForegroundNormal=252,252,252
[Colors:Tooltip]
BackgroundNormal=49,54,59
ForegroundNormal=252,252,252
"""


def take(path, language, dark=False, scale=1):
    from netassistant import NetAssistant, wait_for  # pylint: disable=import-outside-toplevel

    os.environ["QT_SCALE_FACTOR"] = str(scale)
    with tempfile.TemporaryDirectory() as home:
        if dark:
            os.environ.update(QT_QPA_PLATFORMTHEME="kde", KDE_SESSION_VERSION="5")
            os.mkdir(os.path.join(home, "config"))
            with open(os.path.join(home, "config", "kdeglobals"), "w", encoding="ascii") as file:
                file.write(DARK)
        else:
            os.environ.pop("QT_QPA_PLATFORMTHEME", None)
        with NetAssistant(language=language, home=home) as app:
            app.place(0, 0, SIZE[0] * scale, SIZE[1] * scale)
            app.choose("Encoding", "GBK", "Receive")
            port = app.listen(8080)
            hello, answer, report = CONVERSATION[language]
            with socket.create_connection(("127.0.0.1", port)) as black:
                black.sendall(hello.encode("gbk"))
                app.wait_log(r" <<<$")
                with socket.create_connection(("127.0.0.1", port)) as white:
                    app.wait_log(r"\(2 clients\)$")
                    app.send(answer)
                    app.wait_log(r" >>>$")
                    white.sendall(report.encode("gbk"))
                    wait_for(lambda: app.counters()[:2] == (2, 1) and report in app.log(), "the report in the log")
                    # The rate beside the counters goes when all has been quiet for a second.
                    wait_for(lambda: "/s" not in " ".join(app.status_labels()), "quiet")
                    app.picture(path)
    print(path)


def main(arguments):
    if len(arguments) > 1 or arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 2
    if OWN_DISPLAY not in os.environ:
        environment = dict(os.environ, SCREEN="2400x1600x24", **{OWN_DISPLAY: "1"})
        command = [os.path.join(SYSTEM, "with_display.sh"), "/usr/bin/python3", os.path.abspath(__file__), *arguments]
        return subprocess.run(command, env=environment, check=False).returncode
    sys.path.insert(0, SYSTEM)
    if not arguments:
        folder = os.path.join(os.path.dirname(HERE), "resources", "screenshots")
        os.makedirs(folder, exist_ok=True)
        for language in CONVERSATION:
            take(os.path.join(folder, f"{language}.png"), language)
        return 0
    os.makedirs(arguments[0], exist_ok=True)
    for language, dark, scale in itertools.product(CONVERSATION, (False, True), (1, 2)):
        name = f"{language}-{'dark' if dark else 'light'}-{scale}x.png"
        take(os.path.join(arguments[0], name), language, dark, scale)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
