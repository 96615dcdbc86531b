"""Each line of tests/bench/regressions.jsonl is understood by the trained model as it should be: one run for all."""

from api.serving.training import ensure_model
from api.settings import Settings
from bench.evaluation.regressions import broken, read
from bench.evaluation.way import ROOT, Program

REGRESSIONS = ROOT / "tests" / "bench" / "regressions.jsonl"


def test_what_was_mended_stays_mended() -> None:
    settings = Settings.from_environment()
    model = ensure_model(settings.bot_python, settings.models_dir).resolve()  # there already: `make test` trains first
    program = Program([str(settings.bot_python), "-m", "bot", "parse", "--model", str(model)])
    problems = broken(read(REGRESSIONS), program)
    assert not problems, "\n".join(problems)
