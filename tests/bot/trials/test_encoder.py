import pytest

from bench.trials.encoder import exact_vectors, main, milliseconds, resident_megabytes
from bot.encoder import SentenceEncoder
from tests.bot.encoder.sentences import SENTENCES


def test_the_report_holds_time_memory_and_what_eight_bits_lose(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--threads", "1"])
    said = capsys.readouterr().out
    assert "p50" in said
    assert "MB" in said
    mean = float(said.split("mean ")[1].split(",")[0])
    assert 0.995 < mean <= 1.0001


def test_vectors_in_32_bits_are_near_and_not_the_same() -> None:
    exactly = exact_vectors(SENTENCES[:3])
    cosines = (exactly * SentenceEncoder.load().encode(SENTENCES[:3])).sum(axis=1)
    assert 0.99 < cosines.min() < 1 - 1e-6


def test_each_text_has_its_time() -> None:
    times = list(milliseconds(SentenceEncoder.load(), SENTENCES[:4]))
    assert len(times) == 4
    assert all(time > 0 for time in times)


def test_memory_is_that_of_a_process_with_numpy() -> None:
    assert 20 < resident_megabytes() < 4000
