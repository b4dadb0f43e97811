"""How far a build is, as users see it: one line, its speed and the time left by a clock that stands where it is put."""

import io
import threading

import pytest
from rich.console import Console

from onrecord.build.progress import Phase, Progress
from onrecord.cli import progress as progress_module
from onrecord.cli.progress import Course, progress_bar


class Clock:
    """Stands still until it is put forward."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def reading(done: int, total: int | None = None, words: int = 0, held_back: int = 0, refused: int = 0) -> Progress:
    return Progress(Phase.READING, done, total, words, held_back, refused)


def line(*seen: tuple[float, Progress]) -> str:
    """What is said after all this was seen, each after so many seconds from the start."""
    clock = Clock()
    course = Course(clock)
    for seconds, reached in seen:
        clock.seconds = 1000.0 + seconds
        course.see(reached)
    return course.line()


# The line ------------------------------------------------------------------------------------------------------------


def test_speed_and_time_left_are_told_beside_what_is_done_and_held_back() -> None:
    told = line((0, reading(0, 20_000)), (480, reading(12_000, 20_000, words=888_000, held_back=31)))
    assert told == "12,000 of 20,000 articles, 31 held back, 1,850 words/s, 5 min left"


@pytest.mark.parametrize(
    ("reached", "expected"),
    [
        (reading(64, words=6_400), "64 articles, 64 words/s"),
        (reading(1, 1, words=900), "1 article, 9 words/s"),
        (reading(64, 128, words=6_400, refused=2), "64 of 128 articles, 2 refused, 64 words/s, 2 min left"),
        (reading(64, 60, words=6_400), "64 articles, 64 words/s"),
        (reading(64, 80, words=6_400), "64 of 80 articles, 64 words/s, less than a minute left"),
        (reading(100, 20_000, words=6_400), "100 of 20,000 articles, 64 words/s, 5 h 32 min left"),
    ],
    ids=["no total is known", "one", "some are refused", "more came meanwhile", "seconds left", "hours left"],
)
def test_after_a_hundred_seconds_it_is_said(reached: Progress, expected: str) -> None:
    assert line((100, reached)) == expected


def test_before_the_first_articles_are_read_no_time_left_is_made_up() -> None:
    assert line() == "starting"
    assert line((0, reading(0, 200))) == "0 of 200 articles"
    assert line((0, reading(0, 200)), (5, reading(100, 200))) == "100 of 200 articles", "the store has them"


def test_what_the_store_has_already_makes_nobody_hope_for_an_early_end() -> None:
    seen = [(0, reading(0, 200)), (1, reading(100, 200)), (7, reading(100, 200)), (61, reading(110, 200, words=6_000))]
    assert line(*seen) == "110 of 200 articles, 100 words/s, 9 min left"


def test_time_passes_between_what_is_told() -> None:
    clock = Clock()
    course = Course(clock)
    clock.seconds += 60
    course.see(reading(50, 100, words=6_000))
    clock.seconds += 60
    assert course.line() == "50 of 100 articles, 50 words/s, 2 min left"


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.READING])
def test_after_reading_it_is_said_what_is_done_now(phase: Phase) -> None:
    assert line((100, Progress(phase, 20_000, 20_000, words=9_000))) == f"20,000 articles, {phase}"


def test_stores_that_are_joined_are_counted_too() -> None:
    assert line((9, Progress(Phase.JOINING, 50, 128))) == "50 of 128 articles, joining the stores of parts"


# Where it is shown ---------------------------------------------------------------------------------------------------


def stderr(monkeypatch: pytest.MonkeyPatch, is_terminal: bool) -> io.StringIO:
    file = io.StringIO()
    console = Console(file=file, force_terminal=is_terminal, width=100, highlight=False, _environ={})
    monkeypatch.setattr(progress_module, "messages", console)
    return file


def test_on_a_terminal_the_line_is_kept_up_to_date_and_goes_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = stderr(monkeypatch, is_terminal=True)
    with progress_bar() as see:
        see(reading(64, 128))
        progress_module.messages.print("something is said")
    assert "64 of 128 articles" in shown.getvalue()
    assert shown.getvalue().endswith("\x1b[2K"), "its line is erased"


def test_elsewhere_a_short_build_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = stderr(monkeypatch, is_terminal=False)
    with progress_bar() as see:
        see(reading(64, 128))
    assert shown.getvalue() == ""


def test_elsewhere_plain_lines_come_again_and_again_though_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = stderr(monkeypatch, is_terminal=False)
    written, printed = threading.Semaphore(0), progress_module.messages.print

    def told(*what: object, **how: object) -> None:
        printed(*what, markup=False)
        if what != ("starting",):
            written.release()

    monkeypatch.setattr(progress_module.messages, "print", told)
    with progress_bar(seconds=0.001) as see:
        see(Progress(Phase.IDENTIFYING, 128, 128))
        assert all(written.acquire(timeout=10) for _ in range(3))
    assert "128 articles, deciding who is who across articles\n" * 2 in shown.getvalue()
    assert "\x1b" not in shown.getvalue()


def test_a_build_that_fails_ends_the_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr(monkeypatch, is_terminal=False)
    before = threading.active_count()
    with pytest.raises(KeyError), progress_bar():
        raise KeyError
    assert threading.active_count() == before
