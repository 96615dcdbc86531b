"""The bot's programs as a test starts them, on free ports, with everything they print kept."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import httpx

PROJECT = Path(__file__).parent.parent.parent
GATEWAY_PYTHON = PROJECT / ".venvs" / "gateway" / "bin" / "python"
START_SECONDS = 120.0


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run_small_bot(*arguments: str, stdin: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m bot …` with the small classifier to its end."""
    command = [sys.executable, "-m", "tests.bot.small_bot", *arguments]
    environment = {**os.environ, **settings}
    return subprocess.run(
        command, cwd=PROJECT, env=environment, input=stdin, capture_output=True, text=True, check=False
    )


def trained(folder: Path) -> Path:
    """Train a small model of the real content into `folder`."""
    done = run_small_bot("train", LYHTY_MODELS_DIR=str(folder))
    assert done.returncode == 0, done.stderr
    return folder


class Program:
    """A program that listens on a port, with its log."""

    def __init__(self, command: list[str], log: Path, health: str, settings: Mapping[str, str]) -> None:
        self._command = command
        self._health = health
        self._settings = dict(settings)
        self.log = log
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            environment = {**os.environ, **self._settings}
            self.process = subprocess.Popen(self._command, cwd=PROJECT, env=environment, stdout=log, stderr=log)
        until = time.monotonic() + START_SECONDS
        while not self._answers():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < until, "The program did not start in time."
            time.sleep(0.1)

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(20)
            self.process = None

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()
        self.process = None

    def _answers(self) -> bool:
        try:
            return httpx.get(self._health, timeout=1, trust_env=False).status_code == 200
        except httpx.HTTPError:
            return False


class ActionsProgram(Program):
    """`python -m actions` in the gateway's environment."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        settings = {"LYHTY_ACTIONS_PORT": str(self.port)}
        command = [str(GATEWAY_PYTHON), "-m", "actions"]
        super().__init__(command, folder / "actions.log", f"http://127.0.0.1:{self.port}/health", settings)


class RasaProgram(Program):
    """`python -m bot serve` with the small classifier, logging all that it can."""

    def __init__(self, folder: Path, valkey_url: str, actions_port: int, models_dir: Path, **settings: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/webhooks/lyhty/"
        self.lookups = folder / "lookups.txt"
        own = {
            "LYHTY_RASA_PORT": str(self.port),
            "LYHTY_ACTIONS_PORT": str(actions_port),
            "LYHTY_VALKEY_URL": valkey_url,
            "LYHTY_MODELS_DIR": str(models_dir),
            "SMALL_BOT_LOOKUPS": str(self.lookups),
        }
        command = [sys.executable, "-X", "dev", "-m", "tests.bot.small_bot", "serve"]
        super().__init__(command, folder / "rasa.log", self.url, {**own, **settings})

    def ask(self, text: str, sender: str, language: str = "fi") -> httpx.Response:
        body = {"sender": sender, "message": text, "metadata": {"language": language}}
        return httpx.post(f"{self.url}messages", json=body, timeout=20, trust_env=False)

    def decisions(self, text: str, sender: str, language: str = "fi") -> list[dict[str, object]]:
        answer = self.ask(text, sender, language)
        assert answer.status_code == 200, answer.text
        found: list[dict[str, object]] = answer.json()["decisions"]
        return found

    def ask_and_hang_up(self, text: str, sender: str) -> None:
        body = json.dumps({"sender": sender, "message": text, "metadata": {"language": "fi"}}).encode()
        head = f"POST /webhooks/lyhty/messages HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n"
        with socket.create_connection(("127.0.0.1", self.port)) as connection:
            connection.sendall(head.encode() + body)
            time.sleep(0.2)

    def forget(self, sender: str) -> httpx.Response:
        return httpx.delete(f"{self.url}conversations/{sender}", timeout=20, trust_env=False)
