"""How far a build is, on stderr: a line that is kept up to date on a terminal, a plain one each minute elsewhere."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from onrecord.build.progress import Phase, Progress
from onrecord.cli.terminal import messages

_MINUTE = 60  # seconds
_LONG = 90  # minutes and up are told in hours


@contextmanager
def progress_bar(seconds: float = _MINUTE) -> Iterator[Callable[[Progress], None]]:
    """What is to be told the progress of a build, and shows it; so many seconds lie between plain lines."""
    course = Course()
    if messages.is_terminal:
        with _Bar(course) as bar:
            yield bar.show
    else:
        with _repeated(lambda: messages.print(course.line(), markup=False), seconds):
            yield course.see


class Course:
    """The course of a build, from which its speed and the time it takes yet are reckoned.

    Speed counts from when the first articles are read: those before them, which the store has already, take no time.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Take the time, in seconds, from this clock."""
        self._clock = clock
        self._reached: Progress | None = None
        self._since, self._done_before = clock(), 0

    def see(self, reached: Progress) -> None:
        """Take note of how far the build is."""
        if not reached.words and reached.done > self._done_before:
            self._since, self._done_before = self._clock(), reached.done
        self._reached = reached

    def line(self) -> str:
        """One line for users: `12,400 of 20,000 articles, 31 held back, 1,850 words/s, 5 min left`."""
        reached = self._reached
        if reached is None:
            return "starting"
        if reached.phase is not Phase.READING:
            return f"{_articles(reached)}, {reached.phase}"
        parts = [_articles(reached)]
        if reached.held_back:
            parts.append(f"{reached.held_back:,} held back")
        if reached.refused:
            parts.append(f"{reached.refused:,} refused")
        return ", ".join((*parts, *self._speed(reached)))

    def _speed(self, reached: Progress) -> Iterator[str]:
        passed, done = self._clock() - self._since, reached.done - self._done_before
        if not reached.words or not done or passed <= 0:
            return
        yield f"{reached.words / passed:,.0f} words/s"
        if reached.total is not None and reached.total > reached.done:
            yield f"{_duration((reached.total - reached.done) * passed / done)} left"


class _Bar:
    """The line on a terminal."""

    def __init__(self, course: Course) -> None:
        import rich.progress  # of no use to commands that end at once

        columns = (
            rich.progress.SpinnerColumn(),
            rich.progress.TimeElapsedColumn(),
            rich.progress.TextColumn("{task.description}", markup=False),
        )
        self._course = course
        self._progress = rich.progress.Progress(*columns, console=messages, transient=True)
        self._task = self._progress.add_task(course.line(), total=None)

    def __enter__(self) -> "_Bar":
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def show(self, reached: Progress) -> None:
        self._course.see(reached)
        self._progress.update(self._task, description=self._course.line())


@contextmanager
def _repeated(do: Callable[[], None], seconds: float) -> Iterator[None]:
    """Do something again and again meanwhile, whatever else is under way; for the first time after so many seconds."""
    over = threading.Event()

    def repeat() -> None:
        while not over.wait(seconds):
            do()

    thread = threading.Thread(target=repeat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _articles(reached: Progress) -> str:
    if reached.total is not None and reached.total > reached.done:
        return f"{reached.done:,} of {reached.total:,} articles"
    return f"{reached.done:,} article{'' if reached.done == 1 else 's'}"


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return "less than a minute"
    if minutes < _LONG:
        return f"{minutes} min"
    return f"{minutes // 60:,} h {minutes % 60} min"
