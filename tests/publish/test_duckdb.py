"""DuckDB reads the tables of a release as the documentation and the release itself show."""

import re
from pathlib import Path

import duckdb
import pytest

DOCS = Path(__file__).parents[2] / "docs"
SQL = re.compile(r"```sql\n(.*?)```", re.DOTALL)
SHOWN = [sql for page in ("notebooks", "publishing") for sql in SQL.findall((DOCS / f"{page}.md").read_text("utf-8"))]


@pytest.mark.parametrize("sql", SHOWN)
def test_what_the_documentation_shows_gives_rows(bundle: Path, monkeypatch: pytest.MonkeyPatch, sql: str) -> None:
    monkeypatch.chdir(bundle.parent)
    assert bundle.name == "release"
    assert duckdb.sql(sql).fetchall()


def test_what_the_release_shows_gives_rows(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(bundle)
    (sql,) = SQL.findall((bundle / "README.md").read_text("utf-8"))
    assert duckdb.sql(sql).fetchall()


def test_python_asks_them_as_shown(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(bundle.parent)
    shown = next(
        code
        for code in re.findall(r"```python\n(.*?)```", (DOCS / "notebooks.md").read_text("utf-8"), re.DOTALL)
        if "duckdb" in code
    )
    exec(compile(shown, "notebooks.md", "exec"), {})


def test_each_table_has_as_many_rows_as_its_csv(bundle: Path) -> None:
    for table in sorted((bundle / "tables").glob("*.parquet")):
        counted = [
            duckdb.sql(f"SELECT count(*) FROM {read}('{path}'{more})").fetchall()[0]
            for read, path, more in (
                ("read_parquet", table, ""),
                ("read_csv", table.with_suffix(".csv"), ", header = true, all_varchar = true"),
            )
        ]
        assert counted[0] == counted[1], table.name
