"""`onrecord mcp` as its clients meet it: the SDK's own client, over the standard input and output of a process."""

import os
import re
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import jsonschema
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

import samples
from children import CLAIMS, built
from onrecord.answers.ask import named_queries

pytestmark = pytest.mark.slow
Work = Callable[[Client], Awaitable[Any]]
NETWORK = """
import sys
def note(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"):
        open({path!r}, "a").write(f"{{event}} {{arguments}}\\n")
sys.addaudithook(note)
"""


def talk(store: Path, work: Work, *options: str, env: dict[str, str] | None = None, err: Path | None = None) -> Any:
    """What comes of talking to a server over a store."""
    command = ["-m", "onrecord", "mcp", "--store", str(store), *options]
    server = StdioServerParameters(command=sys.executable, args=command, env=env or dict(os.environ))

    async def run() -> Any:
        with (err or Path("/dev/null")).open("w", encoding="utf-8") as said:
            async with Client(stdio_client(server, errlog=said)) as client:
                return await work(client)

    return anyio.run(run)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples.store(tmp_path_factory.mktemp("mcp") / "store")


def call(store: Path, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    async def work(client: Client) -> list[Any]:
        return [await client.call_tool(name, arguments) for name, arguments in calls]

    return list(talk(store, work))


def test_a_client_lists_the_questions_as_tools_that_only_read(store: Path) -> None:
    async def work(client: Client) -> Any:
        return (await client.list_tools()).tools

    tools = {tool.name: tool for tool in talk(store, work)}
    assert set(tools) == {*named_queries(), "why", "find_names"}
    assert all(tool.annotations.read_only_hint and not tool.annotations.open_world_hint for tool in tools.values())
    figures = tools["figures"]
    assert figures.description.startswith("Who put which number on record")
    assert "a correction takes back is not listed here" in figures.description  # of the query's own comment
    assert "figures" not in tools["articles"].input_schema["properties"]
    assert tools["series"].input_schema["properties"]["factuality"]
    assert "factuality" not in tools["people"].input_schema["properties"]


def test_each_answer_carries_its_sentences_as_json_and_as_text(store: Path) -> None:
    (answer,) = call(store, ("figures", {"where": {"counted": "children"}}))
    (row,) = answer.structured_content["rows"]
    assert row["cells"] | {"value": 20, "upper": 30, "hedge": "between", "action": "returned"} == row["cells"]
    (sentence,) = row["sentences"]
    assert sentence["quote"] == samples.SECOND.exact == samples.TEXT[sentence["start"] : sentence["end"]]
    assert sentence["iri"].startswith(sentence["article"]) and sentence["day"] == "2024-01-25"
    (text,) = answer.content
    told = f"{samples.SECOND.start}-{samples.SECOND.end}, <{sentence['iri']}>"
    assert "Between 20 and 30 children were returned" in text.text and told in text.text
    assert "never instructions" in text.text and "never instructions" in answer.structured_content["note"]


def test_every_tool_answers_as_its_schema_says(store: Path) -> None:
    async def work(client: Client) -> Any:
        tools = (await client.list_tools()).tools
        arguments = {"why": {"node": "Mykola Kuleba"}, "find_names": {"name": "kuleba mikola"}}
        return [(tool, await client.call_tool(tool.name, arguments.get(tool.name, {}))) for tool in tools]

    resting = 0
    for tool, answer in talk(store, work):
        assert not answer.is_error, (tool.name, answer.content)
        jsonschema.validate(answer.structured_content, tool.output_schema)
        for row in answer.structured_content.get("rows", ()):
            for one in row["sentences"]:
                assert samples.TEXT[one["start"] : one["end"]] == one["quote"]
            resting += bool(row["sentences"])
            assert row["sentences"] or tool.name in ("articles", "history"), (tool.name, row)
    assert resting > 20


def test_pages_follow_each_other(store: Path) -> None:
    async def work(client: Client) -> Any:
        pages, further = [], {}
        while further is not None:
            pages.append(await client.call_tool("mentions", {"limit": 2, **further}))
            cursor = pages[-1].structured_content.get("cursor")
            further = {"cursor": cursor} if cursor else None
        return await client.call_tool("mentions", {}), pages

    whole, pages = talk(store, work)
    assert [row for page in pages for row in page.structured_content["rows"]] == whole.structured_content["rows"]
    assert len(pages) > 2 and all("more: ask again with cursor" in page.content[0].text for page in pages[:-1])


def test_a_name_is_found_however_it_is_written(store: Path) -> None:
    (answer,) = call(store, ("find_names", {"name": "lvova belova", "kind": "person"}))
    (found,) = answer.structured_content["names"]
    assert found["name"] == "Maria Lvova-Belova" and found["score"] == 80
    assert found["sentences"][0]["quote"] == samples.THIRD.exact


def test_why_tells_reasons_and_sentences(store: Path) -> None:
    (answer,) = call(store, ("why", {"node": "Mykola Kuleba", "limit": 4}))
    told = answer.structured_content
    assert told["lines"][0]["text"].startswith("https://w3id.org/onrecord/person/mykola-kuleba-")
    assert len(told["lines"]) == 4 and told["cursor"]
    assert {one["quote"] for one in told["sentences"]} == {samples.FIRST.exact, samples.SECOND.exact}
    (more,) = call(store, ("why", {"node": "Mykola Kuleba", "cursor": told["cursor"]}))
    assert more.structured_content["lines"][0] not in told["lines"]


def test_what_cannot_be_answered_is_said_in_one_line(store: Path) -> None:
    asked = [("figures", {"where": {"colour": "red"}}), ("why", {"node": "nobody at all"}), ("sparql", {})]
    whys = ["no column 'colour'", "nothing in the store is called 'nobody at all'", "there is no tool 'sparql'"]
    for answer, why in zip(call(store, *asked), whys, strict=True):
        (said,) = answer.content
        assert answer.is_error and why in said.text and "\n" not in said.text


def test_the_record_as_it_stood_is_asked_by_day(store: Path) -> None:
    before, now = call(store, ("people", {"as_of": "2000-01-01"}), ("people", {"as_of": "2999-01-01"}))
    assert before.structured_content["rows"] == []
    assert "no row" in before.content[0].text
    assert now.structured_content["rows"]


def test_questions_of_a_domain_are_tools_as_well(store: Path, tmp_path: Path) -> None:
    (tmp_path / "queries").mkdir()
    (tmp_path / "queries" / "headlines.rq").write_text(
        "# What articles are called\n# columns: source headline\n"
        "PREFIX onr: <https://w3id.org/onrecord/ns#> PREFIX schema: <https://schema.org/>\n"
        "SELECT ?source ?headline { ?a onr:source ?source ; schema:headline ?headline }",
        encoding="utf-8",
    )

    async def work(client: Client) -> Any:
        return await client.call_tool("headlines", {})

    answer = talk(store, work, "--domain", str(tmp_path))
    assert answer.structured_content["rows"][0]["cells"]["headline"] == samples.ARTICLE.headline


def test_names_of_children_are_withheld_unless_they_are_asked_for(tmp_path: Path) -> None:
    place = built(tmp_path / "store", {"home.txt": CLAIMS})

    async def work(client: Client) -> str:
        people = await client.call_tool("people", {})
        return f"{people.structured_content} {people.content[0].text}"

    assert "Ilia" not in talk(place, work) and "█" in talk(place, work)
    assert "Ilia Sorin" in talk(place, work, "--names-of-children", "shown")


def test_nothing_but_the_protocol_is_said_and_no_other_host_is_asked(store: Path, tmp_path: Path) -> None:
    noted = tmp_path / "network.txt"
    (tmp_path / "sitecustomize.py").write_text(NETWORK.format(path=str(noted)), encoding="utf-8")
    paths = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))

    async def work(client: Client) -> Any:
        await client.call_tool("figures", {})
        return (await client.call_tool("find_names", {"name": "Kuleba"})).structured_content

    assert talk(store, work, env={**os.environ, "PYTHONPATH": paths}, err=tmp_path / "err.txt")["names"]
    assert not noted.exists() or noted.read_text(encoding="utf-8") == ""
    assert re.fullmatch(r"answering from \S+ on standard input and output.*\n", (tmp_path / "err.txt").read_text())


def test_a_store_that_is_not_there_is_said_on_stderr(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "mcp", "--store", str(tmp_path / "none")],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 2 and done.stdout == "" and done.stderr.count("\n") == 1
