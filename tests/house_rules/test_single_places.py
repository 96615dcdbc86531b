"""What must be looked over in one place is used in one place."""

import re

from tests.house_rules.source import modules

# Each side has one clock and one reader of settings of its own, since they live in two environments.
CLOCKS = {"api/clock.py", "bot/clock.py", "content/calendar_day.py"}
SETTINGS = {"process/logs.py", "api/settings.py", "bot/settings.py", "actions/settings.py"}
WALL_CLOCK = {
    "time.time",
    "time.time_ns",
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.localtime",
}


def _product() -> list[tuple[str, set[str], set[str]]]:
    return [(m.name, set(m.names_used()), set(m.imports())) for m in modules() if m.package != "bench"]


def test_only_the_clocks_read_the_clock() -> None:
    assert not [(name, used & WALL_CLOCK) for name, used, _ in _product() if used & WALL_CLOCK and name not in CLOCKS]


def test_only_the_settings_read_the_environment() -> None:
    # A supervisor hands its environment on to its parts, and a library's switch must be set before its import.
    handing_on = {"api/serving/part.py", "bot/__init__.py", "bot/__main__.py", "actions/__main__.py"}
    readers = {name for name, used, _ in _product() if used & {"os.environ", "os.getenv"}}
    assert readers <= SETTINGS | handing_on


def test_one_file_talks_to_rasa() -> None:
    talkers = {name for name, _, imports in _product() if "httpx" in imports and name.startswith("api/")}
    assert talkers <= {"api/bot_client.py"}


def test_only_the_process_package_writes_logs() -> None:
    # Libraries' loggers may be silenced elsewhere; a log call of ours goes through `process.logs`, which has no words.
    calls = {"debug", "info", "warning", "error", "exception", "critical", "log"}
    wrong = [
        (name, used_name)
        for name, used, _ in _product()
        if not name.startswith("process/")
        for used_name in used
        if used_name.split(".")[0] in {"logging", "logger", "log", "_logger", "structlogger"}
        and used_name.split(".")[1] in calls
    ]
    assert not wrong


def test_nothing_prints_but_the_command_line() -> None:
    quiet = [m for m in modules() if m.package in {"api", "actions"} and m.name != "api/cli.py"]
    assert not [m.name for m in quiet if re.search(r"(?<!\w)print\(", m.text)]
