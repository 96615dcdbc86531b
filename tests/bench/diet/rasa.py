"""A program as bench/diet/__main__.py, with the same real Rasa but without TensorFlow, so that a test can train it.

It runs in the bot's environment, where a stand-in takes TensorFlow's place. The pipeline is Rasa's own, and small.
"""

from pathlib import Path

from bench.diet.environment import ROOT

BOT_PYTHON = str(ROOT / ".venvs" / "bot" / "bin" / "python")
PROGRAM = [
    BOT_PYTHON,
    "-c",
    "import sys; from bot.without_tensorflow import install; install(); "
    "from bench.diet.__main__ import main; main(sys.argv[1:])",
]
PIPELINE = """
recipe: default.v1
assistant_id: comparison
language: en
pipeline:
  - name: KeywordIntentClassifier
  - name: FallbackClassifier
    threshold: 0.5
"""
EXAMPLES = """
version: "3.1"
nlu:
  - intent: tools.hammer
    examples: |
      - hammer
      - mallet
  - intent: tools.saw
    examples: |
      - saw
"""
FILES = {"tools.yml": EXAMPLES}


def small_pipeline(folder: Path) -> Path:
    path = folder / "config.yml"
    path.write_text(PIPELINE, encoding="utf-8")
    return path
