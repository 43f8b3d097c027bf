"""The command line as a process: what it prints, how it ends, and what it says when something is
wrong.
"""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, patch

import pytest

from bot.channels.web.events import event
from bot.config.reading import load
from bot.house import House
from bot.loading.areas import read_areas
from bot.loading.table import LoadError
from handlers import desk
from tests.cli.command import (
    SAMPLE,
    configured,
    environment,
    gridbee,
    lines,
    process,
    started,
)
from tests.forked import ForkedCommand, Surroundings

LOST_PURSE = "钱包丢了，帮忙找找"

Process = subprocess.Popen[str] | ForkedCommand


def anew(folder: Path, *args: str, **more: str) -> subprocess.Popen[str]:
    """The true command, as it is started by people."""
    return subprocess.Popen(
        [sys.executable, "-m", "bot", *args],
        cwd=folder,
        env=environment(folder, **more),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@contextmanager
def running(
    folder: Path, *args: str, until: str, start: Callable[..., Process] = started
) -> Iterator[tuple[Process, str]]:
    """The process once it has printed `until`, and what it printed."""
    process = start(folder, *args)
    assert process.stdout is not None
    printed = ""
    try:
        for line in process.stdout:
            printed += line
            if until in line:
                break
        else:
            raise AssertionError(f"ended: {printed}{process.communicate()[1]}")
        yield process, printed
    finally:
        process.kill()
        process.communicate()


def stopped(process: Process, sign: signal.Signals) -> tuple[int | None, float, str]:
    """(exit code, seconds, standard error) after this signal."""
    begun = time.monotonic()
    process.send_signal(sign)
    _, errors = process.communicate(timeout=10)
    return process.returncode, time.monotonic() - begun, errors


# --- demo ---


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_the_demo_prints_its_address_and_stops_at_once_with_a_page_open(
    tmp_path: Path, sign: signal.Signals
) -> None:
    with running(
        tmp_path, "demo", "--port", "0", "--data", "d", until="Ctrl+C", start=anew
    ) as (process, printed):
        found = re.search(r"http://127\.0\.0\.1:\d+/", printed)
        assert found, printed
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        browser.open(found[0] + "api/demo", data=b"").close()
        live = browser.open(f"{found[0]}api/chat/rider/live")
        code, seconds, errors = stopped(process, sign)
        live.close()
    assert (code, errors) == (0, "")
    assert seconds < 5
    assert (tmp_path / "d" / "demo.json").stat().st_mode & 0o077 == 0


def test_a_second_demo_on_the_same_data_says_so(tmp_path: Path) -> None:
    with running(tmp_path, "demo", "--port", "0", "--data", "d", until="Ctrl+C"):
        second = process(tmp_path, "demo", "--port", "0", "--data", "d")
    assert (second.returncode, second.stdout) == (2, "")
    assert second.stderr == "another Gridbee is running on d. Stop that one first.\n"


def test_a_killed_demo_leaves_nothing_in_the_way_of_the_next(tmp_path: Path) -> None:
    tokens = []
    for _ in range(2):
        with running(
            tmp_path, "demo", "--port", "0", "--data", "d", until="Ctrl+C"
        ) as (process, _):
            process.kill()
            tokens.append((tmp_path / "d" / "demo.json").read_text())
    assert tokens[0] == tokens[1]


def test_a_second_house_with_another_folder_on_the_same_file_is_refused(
    tmp_path: Path,
) -> None:
    web = "[web]\nenabled = true\nport = 0\n"
    file = tmp_path / "shared.db"
    same = f'{web}[database]\nurl = "sqlite:///{file}"\n'
    folders = [tmp_path / name for name in ("first", "second")]
    for folder in folders:
        folder.mkdir()
        configured(folder, same)
    with running(folders[0], "run", until="gridbee is running"):
        second = gridbee(folders[1], "run")
    assert (second.returncode, second.stdout) == (2, "")
    told = f"another Gridbee is running on {file}. Stop that one first.\n"
    assert second.stderr == told


def test_a_port_that_is_taken_is_said_in_one_line(tmp_path: Path) -> None:
    with running(tmp_path, "demo", "--port", "0", "--data", "d", until="Ctrl+C") as (
        _,
        printed,
    ):
        port = printed.partition("127.0.0.1:")[2].partition("/")[0]
        second = process(tmp_path, "demo", "--port", port, "--data", "other")
    assert second.returncode == 1
    assert "Traceback" not in second.stderr
    assert port in second.stderr or "in use" in second.stderr


# --- configuration ---


def test_without_a_configuration_it_says_what_to_do(tmp_path: Path) -> None:
    result = process(tmp_path, "run")
    assert (result.returncode, result.stdout) == (1, "")
    assert (
        result.stderr
        == "there is no config.toml; copy config.example.toml to it and fill it in\n"
    )


def test_with_nothing_to_do_it_says_so(tmp_path: Path) -> None:
    result = gridbee(configured(tmp_path), "run")
    assert result.returncode == 1
    assert (
        result.stderr
        == "nothing to do: set [telegram] token (or token_file), or [web] enabled = true\n"
    )


WRONG = {
    '[telegram]\ntokn = "x"': (
        "[telegram] tokn: no such key; allowed are base_file_url, base_url, group_per_minute"
    ),
    "[telegramm]\n": (
        "telegramm: no such key; allowed are aibot, calendars, casework, categories, "
    ),
    "[deadlines.urgent]\naccept_hours = 1\nanswer_hours = 2\nx = 1": (
        "[deadlines.urgent] x: no such key; allowed are accept_hours, "
    ),
    "[web]\nport = 70000": "[web] port: ",
    '[web]\nport = "many"': "[web] port: ",
    '[database]\nurl = "mysql://x"': "[database] url: must begin with sqlite:/// or postgresql://",
    '[database]\nurl = "sqlite:///:memory:"': "[database] url: must name a file",
    '[database]\nurl = "postgresql://x:y@z:port/w"': "[database] url: is no address of a database",
    "[limits]\nphotos = 99": "[limits] photos: ",
    '[telegram]\nmode = "webhook"': 'mode = "webhook" needs webhook_url',
    '[telegram]\nbase_url = "http://x/bot"': "base_url and base_file_url go together",
    '[telegram]\ntoken_file = "nowhere"': "cannot read nowhere: No such file",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_mistake_in_the_configuration_is_named(tmp_path: Path, text: str) -> None:
    result = gridbee(configured(tmp_path, text), "run")
    assert (result.returncode, result.stdout) == (1, "")
    assert WRONG[text] in result.stderr
    assert "Traceback" not in result.stderr


def test_two_mistakes_are_two_lines(tmp_path: Path) -> None:
    result = gridbee(configured(tmp_path, "[web]\nx = 1\ny = 2"), "run")
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == [
        "[web] x",
        "[web] y",
    ]


def test_a_file_that_is_no_toml_says_where(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[web\n")
    result = gridbee(tmp_path, "check")
    assert result.returncode == 1
    assert (
        result.stderr.startswith("config.toml cannot be read: ")
        and "line 1" in result.stderr
    )


def test_the_environment_overrides_the_file(tmp_path: Path) -> None:
    more = {
        "GRIDBEE__SERVICE__TIMEZONE": "Europe/Berlin",
        "GRIDBEE__DEADLINES__URGENT__ACCEPT_HOURS": "3",
        "GRIDBEE__WEB__ENABLED": "true",
    }
    result = gridbee(
        configured(tmp_path, '[service]\ntimezone = "UTC"'.replace("[service]\n", "")),
        "check",
        **more,
    )
    assert "in Europe/Berlin" in result.stdout, result.stderr
    assert "token: none, Telegram is off" in result.stdout


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("GRIDBEE__WEB__PORT", "x", "[web] port"),
        ("GRIDBEE__WEB__PROT", "1", "[web] prot: no such key; allowed are enabled"),
        ("GRIDBEE__WBE__PORT", "1", "wbe: no such key; allowed are aibot, calendars"),
        (
            "GRIDBEE__DEADLINES__URGENT__ACCEPT_HOURS",
            "-3",
            "[deadlines.urgent] accept_hours",
        ),
    ],
)
def test_a_wrong_name_or_value_in_the_environment_is_refused(
    tmp_path: Path, name: str, value: str, says: str
) -> None:
    result = gridbee(configured(tmp_path), "check", **{name: value})
    assert result.returncode == 1
    assert says in result.stderr


def test_a_secret_is_never_printed(tmp_path: Path) -> None:
    result = gridbee(
        configured(
            tmp_path,
            '[telegram]\ntoken = "123:SECRET"\nbase_url = "http://127.0.0.1:1/bot"',
        ),
        "check",
    )
    assert "SECRET" not in result.stdout + result.stderr


# --- check ---


def test_check_has_a_line_for_each_thing_and_is_content_when_all_is_right(
    tmp_path: Path,
) -> None:
    folder = configured(tmp_path, "[web]\nenabled = true\nport = 0")
    assert gridbee(folder, "load", str(SAMPLE)).returncode == 0
    result = gridbee(folder, "check")
    found = lines(result)
    assert list(found) == [
        "configuration",
        "database",
        "categories",
        "rules",
        "deadlines",
        "calendars",
        "staff",
        "keys",
        "token",
        "disk",
        "clock",
        "web",
    ]
    assert {verdict for verdict, _ in found.values()} == {"ok"}, result.stdout
    assert re.match(
        r"\d+ areas, 6 offices, 0 cases; nobody is an admin yet: gridbee invite admin",
        found["database"][1],
    )
    assert (result.returncode, result.stderr) == (0, "")


def test_check_says_what_is_wrong_and_fails(tmp_path: Path) -> None:
    found = lines(result := gridbee(configured(tmp_path), "check"))
    assert result.returncode == 1
    assert found["database"] == ("BAD", "no areas yet: gridbee load FOLDER")
    assert found["token"] == ("BAD", "none, Telegram is off")
    assert found["disk"][0] == found["clock"][0] == "ok"


def test_check_says_when_telegram_or_the_database_do_not_answer(tmp_path: Path) -> None:
    text = (
        '[database]\nurl = "postgresql://x@127.0.0.1:1/x"\n[telegram]\ntoken_file = "token"\n'
        + "".join(
            f'{name} = "http://127.0.0.1:1/bot"\n'
            for name in ("base_url", "base_file_url")
        )
    )
    (tmp_path / "token").write_text("123:SECRET\n")
    found = lines(result := gridbee(configured(tmp_path, text), "check"))
    assert result.returncode == 2
    assert found["database"][0] == found["token"][0] == "BAD"
    assert "SECRET" not in result.stdout + result.stderr
    assert "Traceback" not in result.stderr


# --- load ---


def feature(
    code: Any = "A", parent: Any = "", geometry: Any = None, **more: Any
) -> dict[str, Any]:
    properties = {
        "code": code,
        "name": f"Area {code}",
        "level": "grid",
        "parent": parent,
    } | more
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def polygon(*points: tuple[float, float]) -> dict[str, Any]:
    return {
        "type": "Polygon",
        "coordinates": [[list(point) for point in (*points, points[0])]],
    }


BOW_TIE = polygon((118.0, 24.0), (118.1, 24.1), (118.1, 24.0), (118.0, 24.1))
METRES = polygon((500000, 24.0), (500100, 24.0), (500100, 25.0))
BAD: dict[str, tuple[Any, str]] = {
    "no JSON": ("{", "is no GeoJSON FeatureCollection"),
    "a list": ([], "is no GeoJSON FeatureCollection"),
    "null": (None, "is no GeoJSON FeatureCollection"),
    "no features": ({"type": "FeatureCollection"}, "is no GeoJSON FeatureCollection"),
    "features that are no list": ({"features": 5}, "is no GeoJSON FeatureCollection"),
    "an empty list": ([[]], "exactly one area has no parent; here it is none"),
    "a feature that is a word": (["x"], "feature 1: "),
    "a feature without properties": (
        [{"type": "Feature"}],
        "feature 1: code: is missing",
    ),
    "a code with a slash": ([feature("A/../B")], "feature 1: code: "),
    "no name": ([feature(name="")], "feature 1: name: "),
    "one code twice": (
        [feature(), feature("B", "A"), feature("B", "A")],
        "code used twice: B",
    ),
    "a parent that is not there": (
        [feature(), feature("B", "X")],
        "parent not in the file: B",
    ),
    "two roots": (
        [feature(), feature("B")],
        "exactly one area has no parent; here it is A, B",
    ),
    "a ring of parents": (
        [feature(), feature("B", "C"), feature("C", "B")],
        "B is its own ancestor",
    ),
    "a point": (
        [feature(geometry={"type": "Point", "coordinates": [1, 2]})],
        "feature 1 (A): geometry must be a Polygon",
    ),
    "a bow tie": (
        [feature(geometry=BOW_TIE)],
        "feature 1 (A): its polygon crosses itself or is not in degrees",
    ),
    "metres": (
        [feature(geometry=METRES)],
        "feature 1 (A): its polygon crosses itself or is not in degrees",
    ),
    "no coordinates": (
        [feature(geometry={"type": "Polygon"})],
        "feature 1 (A): its polygon",
    ),
    "coordinates that are words": (
        [feature(geometry={"type": "Polygon", "coordinates": ["x"]})],
        "feature 1 (A): its polygon",
    ),
    "no corners": (
        [feature(geometry={"type": "Polygon", "coordinates": []})],
        "feature 1 (A): its polygon",
    ),
    "a geometry that is a word": (
        [feature(geometry="x")],
        "feature 1 (A): geometry must be a Polygon",
    ),
    "tags that are a number": (
        [feature(tags=5)],
        "feature 1: tags: must be a list of texts, or one text with commas",
    ),
    "a list of numbers as tags": (
        [feature(tags=[5])],
        "feature 1: tags: must be a list of texts",
    ),
    "only an office": (
        [feature(level="office")],
        "exactly one area has no parent; here it is none",
    ),
    "an office with a polygon": (
        [feature(level="office", geometry=BOW_TIE)],
        "feature 1 (A): an office has no geometry",
    ),
    "a grid below an office": (
        [feature(), feature("B", level="office"), feature("C", "B")],
        "nothing lies below an office: C",
    ),
}


@pytest.mark.parametrize("why", BAD)
def test_bad_areas_are_refused_in_one_clear_sentence(tmp_path: Path, why: str) -> None:
    content, says = BAD[why]
    if isinstance(content, list) and content:
        content = {
            "type": "FeatureCollection",
            "features": content if content != [[]] else [],
        }
    (tmp_path / "areas.geojson").write_text(
        content if isinstance(content, str) else json.dumps(content)
    )
    with pytest.raises(LoadError) as caught:
        read_areas(tmp_path)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_load_tells_how_many_and_a_bad_file_changes_nothing(tmp_path: Path) -> None:
    folder = configured(tmp_path)
    good = gridbee(folder, "load", str(SAMPLE))
    assert (good.returncode, good.stderr) == (0, "")
    told = " areas and 6 offices and 42 places loaded\n"
    many = int(good.stdout.removesuffix(told))
    assert many > 20
    (tmp_path / "areas.geojson").write_text("{")
    bad = gridbee(folder, "load", str(tmp_path))
    assert (bad.returncode, bad.stdout) == (1, "")
    assert (
        "is no GeoJSON FeatureCollection" in bad.stderr
        and "Traceback" not in bad.stderr
    )
    assert f"{many} areas, 6 offices" in gridbee(folder, "check").stdout
    missing = gridbee(folder, "load", "nowhere")
    assert (missing.returncode, missing.stderr) == (
        1,
        "there is no nowhere/areas.geojson\n",
    )


# --- invite and quarantine ---


WECOM_TOO = f"""
[web]
enabled = true
public_url = "https://bee.example"
[wecom]
corp_id = "ww1"
agent_id = 1
secret = "s"
token = "Gridbee"
aes_key = "{"a" * 43}"
"""


def test_a_poster_is_drawn_for_each_channel_that_has_a_code(tmp_path: Path) -> None:
    folder = configured(tmp_path, WECOM_TOO)
    gridbee(folder, "load", str(SAMPLE))
    gridbee(folder, "load", str(SAMPLE / "rest"))
    drawn = gridbee(folder, "poster", "g01", "Y02")
    assert drawn.returncode == 0
    assert "https://bee.example" in drawn.stdout
    assert "s_Y02" in drawn.stdout and (folder / "Y02-web.png").exists()
    assert (folder / "G01-web.png").read_bytes().startswith(b"\x89PNG")
    assert "wecom has no code for it now" in drawn.stderr
    apart = gridbee(folder, "poster", "G01", "--to", "to/print")
    assert apart.returncode == 0 and (folder / "to/print/G01-web.png").exists()
    unknown = gridbee(folder, "poster", "G99")
    assert unknown.returncode == 1 and "G99" in unknown.stderr


def test_an_invitation_needs_areas_and_a_known_one(tmp_path: Path) -> None:
    folder = configured(
        tmp_path, '[web]\nenabled = true\npublic_url = "https://bee.example/"'
    )
    none = gridbee(folder, "invite", "admin")
    assert (none.returncode, none.stdout) == (
        1,
        "",
    ) and "gridbee load FOLDER" in none.stderr
    gridbee(folder, "load", str(SAMPLE))
    unknown = gridbee(folder, "invite", "coordinator", "--area", "NOWHERE")
    assert unknown.returncode == 1 and "there is no area NOWHERE" in unknown.stderr
    good = gridbee(folder, "invite", "coordinator", "--area", "G01")
    assert re.fullmatch(r"https://bee\.example/\?start=i_[\w-]{20,62}\n", good.stdout)
    assert (good.returncode, good.stderr) == (0, "")
    assert gridbee(folder, "invite", "emperor").returncode == 2


def test_quarantine_lists_shows_and_replays(tmp_path: Path) -> None:
    folder = configured(tmp_path, "[web]\nenabled = true\nport = 0")
    gridbee(folder, "load", str(SAMPLE))
    empty = gridbee(folder, "quarantine", "list")
    assert (empty.returncode, empty.stdout) == (0, "nothing in quarantine\n")
    quarantined(folder)
    listed = gridbee(folder, "quarantine", "list")
    assert re.fullmatch(
        r"1  \d{4}-\d\d-\d\d \d\d:\d\d  web  RuntimeError at .*\n",
        listed.stdout,
    )
    shown = gridbee(folder, "quarantine", "show", "1")
    assert LOST_PURSE in shown.stdout and "RuntimeError at " in shown.stdout
    replayed = gridbee(folder, "quarantine", "replay", "1")
    assert (replayed.returncode, replayed.stdout) == (0, "number 1 is handled\n"), (
        replayed.stderr
    )
    for args, says in (
        (("replay", "1"), "there is no number 1 waiting in quarantine"),
        (("show", "7"), "there is no number 7 in quarantine"),
        (("show",), "which one? gridbee quarantine show NUMBER"),
        (("replay",), "which one? gridbee quarantine replay NUMBER"),
    ):
        result = gridbee(folder, "quarantine", *args)
        assert (result.returncode, result.stderr) == (1, says + "\n")


def quarantined(folder: Path) -> None:
    """Lets a real house fail at a real event."""
    where = Surroundings(folder, environment(folder), folder / "failing.log")
    failing = ForkedCommand(_fails_at_an_event, (), where)
    _, errors = failing.communicate(timeout=60)
    assert failing.returncode == 0, errors


def _fails_at_an_event() -> int:
    """In a process of its own."""
    with patch.object(desk, "answer", AsyncMock(side_effect=RuntimeError("a bug"))):
        asyncio.run(_handles_an_event())
    return 0


async def _handles_an_event() -> None:
    house = House(load(Path("config.toml")))
    await house.database.start()
    said = event("abcdef", "message-1", "zh-CN", text=LOST_PURSE, message_id="1")
    await house.intake.handle([said])
    await house.database.close()


def test_while_it_runs_load_and_replay_keep_out(tmp_path: Path) -> None:
    folder = configured(tmp_path, "[web]\nenabled = true\nport = 0")
    with running(folder, "run", until="gridbee is running") as (process, _):
        for args in (
            ("load", str(SAMPLE)),
            ("roster", "r.csv"),
            ("quarantine", "replay", "1"),
            ("run",),
        ):
            result = gridbee(folder, *args)
            assert (
                result.returncode,
                result.stderr.endswith("Stop that one first.\n"),
            ) == (2, True), result.stderr
        code, seconds, errors = stopped(process, signal.SIGTERM)
    assert (code, errors) == (0, "")
    assert seconds < 5


def test_usage_is_shown_for_a_wrong_command(tmp_path: Path) -> None:
    for args in ((), ("dance",), ("invite",), ("roster",), ("demo", "--port", "x")):
        result = gridbee(tmp_path, *args)
        assert result.returncode == 2
        assert "usage: gridbee" in result.stderr


def test_the_installed_command_is_the_same(tmp_path: Path) -> None:
    command = shutil.which("gridbee", path=str(Path(sys.executable).parent))
    assert command, "gridbee is not installed beside this Python"
    result = subprocess.run(
        [command, "run"],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, "config.example.toml" in result.stderr) == (1, True)
