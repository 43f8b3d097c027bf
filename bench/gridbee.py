"""How Gridbee is started for the benchmark: a temporary folder with config.toml, then `python -m bot run`."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

CONFIG = """\
[service]
data = "{folder}"

[telegram]
token = "1:BENCH"
base_url = "{base}/bot"
base_file_url = "{base}/file/bot"
per_second = 100000
per_chat_seconds = 0
"""

HELLO: list[str] = []
"""Said before the riders set out, "CHAT WORDS" each, e.g. "9000 /start <invitation>"; each waits for any answer."""

CATEGORY = "消防"
"""Part of the label of the category button that the riders press on Gridbee's summary."""


def exists() -> bool:
    """Whether there is a Gridbee to be started."""
    return (ROOT / "bot" / "__main__.py").exists()


def command(base: str, folder: Path) -> list[str]:
    """Write the configuration and return the command line. `base` is http://127.0.0.1:PORT.

    To be finished together with Gridbee: the area, the coordinator's account for chat 9000, the category table.
    """
    config = folder / "config.toml"
    config.write_text(CONFIG.format(folder=folder / "data", base=base), encoding="utf-8")
    return [sys.executable, "-m", "bot", "run", "--config", str(config)]
