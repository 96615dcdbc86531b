"""The stand-ins let an import through and nothing else."""

import importlib
import subprocess
import sys
from typing import Any

import pytest

from bot.without_tensorflow import TENSORFLOW, UNUSED_SERVICES, LeftOutOnPurpose, install
from tests.bot.programs import PROJECT


def test_names_can_be_imported_from_any_depth() -> None:
    whatever: Any = importlib.import_module("tensorflow.keras.layers.experimental").Whatever
    assert whatever.Inner is whatever.Inner
    assert isinstance(whatever, type)


def test_a_stand_in_can_be_subclassed_and_named_in_a_signature() -> None:
    import tensorflow as tf

    class Callback(tf.keras.callbacks.Callback):
        def on_end(self, model: tf.keras.Model) -> tf.Tensor: ...

    assert Callback.on_end.__annotations__["model"] is tf.keras.Model


def test_whatever_would_run_raises_and_says_what() -> None:
    import tensorflow as tf

    class Callback(tf.keras.callbacks.Callback):
        pass

    with pytest.raises(LeftOutOnPurpose, match=r"tensorflow\.constant"):
        tf.constant(1)
    with pytest.raises(LeftOutOnPurpose):
        Callback()


def test_special_names_are_not_invented() -> None:
    import tensorflow as tf

    assert not hasattr(tf, "__wrapped__")
    assert not hasattr(tf.Tensor, "__array_interface__")


def test_installing_twice_changes_nothing() -> None:
    before = list(sys.meta_path)
    install()
    assert sys.meta_path == before


def test_a_package_with_a_longer_name_is_not_taken_for_a_left_out_one() -> None:
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("tensorflowish")


@pytest.mark.parametrize("package", TENSORFLOW)
def test_tensorflow_is_not_in_the_environment(package: str) -> None:
    code = f"import importlib.util as u, sys; sys.exit(u.find_spec('{package}') is not None)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_rasa_imports_and_what_needs_tensorflow_cannot_run() -> None:
    code = (
        "from bot.without_tensorflow import install; install()\n"
        "import rasa.core.agent, rasa.core.policies.rule_policy, rasa.model_training\n"
        "from rasa.utils.tensorflow.callback import RasaTrainingLogger\n"
        "try: RasaTrainingLogger(1, silent=True)\n"
        "except RuntimeError as error: print(type(error).__name__)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "LeftOutOnPurpose", done.stderr


def test_no_unused_service_is_one_of_ours() -> None:
    assert not {"valkey", "aiohttp", "sanic", "sklearn", "numpy", "onnx", "google"} & set(UNUSED_SERVICES)
