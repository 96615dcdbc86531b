"""Lets Rasa be imported without TensorFlow and without the clients of services that Lyhty never calls.

Rasa imports them at start although rules and our own components use none of them: they would cost 2 GB of disk, some
hundred megabytes of memory and half of the start. Here their names resolve to inert classes, which may be named,
subclassed and used as annotations (all that an import does) and raise as soon as one would run.
"""

import importlib.machinery
import importlib.util
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from types import ModuleType
from typing import Any

TENSORFLOW = ("tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text", "keras")
# Only Rasa's own classifiers and reports learn with it.
LEARNING = ("sklearn",)
# Messenger services, cloud stores, message brokers and the command line's prompts.
UNUSED_SERVICES = (
    "aio_pika",
    "aiogram",
    "boto3",
    "botocore",
    "bson",
    "confluent_kafka",
    "engineio",
    "fbmessenger",
    "google.auth",
    "google.oauth2",
    "matplotlib",
    "mattermostwrapper",
    "prompt_toolkit",
    "psycopg2",
    "pymongo",
    "questionary",
    "rocketchat_API",
    "slack_sdk",
    "socketio",
    "twilio",
    "webexteamssdk",
)


class LeftOutOnPurpose(RuntimeError):
    """Something that Lyhty's bot runs without was called; the message names it."""


class _InertType(type):
    """The type of inert classes: any attribute is one more of them, and none can be instantiated."""

    def __getattr__(cls, name: str) -> "_InertType":
        if name.startswith("__"):
            raise AttributeError(name)
        found = _inert_class(f"{cls.__module__}.{cls.__qualname__}", name)
        setattr(cls, name, found)
        return found

    def __call__(cls, *_: object, **__: object) -> Any:
        raise LeftOutOnPurpose(f"{cls.__module__}.{cls.__qualname__} is left out of the bot's environment on purpose.")


def _inert_class(module: str, name: str) -> _InertType:
    return _InertType(name, (), {"__module__": module, "__qualname__": name})


class _InertModule(ModuleType):
    """A module any of whose names is an inert class."""

    def __getattr__(self, name: str) -> _InertType:
        if name.startswith("__"):
            raise AttributeError(name)
        found = _inert_class(self.__name__, name)
        setattr(self, name, found)
        return found


class _StandInFinder(MetaPathFinder, Loader):
    """Answers the import of a left-out package, or of anything below it, with an inert module."""

    def __init__(self, packages: Sequence[str]) -> None:
        self._packages = tuple(packages)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """A spec for left-out packages, None (go on looking) for all others."""
        if any(fullname == package or fullname.startswith(f"{package}.") for package in self._packages):
            return importlib.util.spec_from_loader(fullname, self, is_package=True)
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        """An inert module of that name."""
        return _InertModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run: the names are made when asked for."""


def install(packages: Sequence[str] = TENSORFLOW + LEARNING + UNUSED_SERVICES) -> None:
    """Put the stand-ins in place; must run before anything imports Rasa. Calling it again changes nothing.

    Args:
        packages: names of the packages to leave out.
    """
    if not any(isinstance(finder, _StandInFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _StandInFinder(packages))
