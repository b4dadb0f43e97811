"""The server over standard input and output: the only module that knows the SDK of the Model Context Protocol."""

import logging
from functools import partial
from typing import TYPE_CHECKING

from onrecord.errors import OnrecordError
from onrecord.model_context.answers import Record
from onrecord.model_context.schemas import INSTRUCTIONS, Tool
from onrecord.version import __version__

if TYPE_CHECKING:  # an extra
    from mcp.server.lowlevel import Server
    from mcp_types import CallToolResult
    from mcp_types import Tool as Described

_logger = logging.getLogger(__name__)
INSTALL = "pip install 'onrecord[mcp]'"


def serve(record: Record) -> None:
    """Answer one client until it closes standard input; nothing but the protocol goes to standard output.

    Raises:
        OnrecordError: the SDK is not installed.
    """
    try:
        import anyio
        from mcp.server.stdio import stdio_server
    except ImportError as error:
        raise OnrecordError(f"the Model Context Protocol needs its SDK: {INSTALL}") from error
    server = _server(record)

    async def run() -> None:
        async with stdio_server() as (read, write):
            await server.run(read, write, server.create_initialization_options())

    anyio.run(run)


def _server(record: Record) -> "Server[dict[str, object]]":
    import anyio.to_thread
    import mcp_types as types
    from mcp.server.context import ServerRequestContext
    from mcp.server.lowlevel import Server

    async def list_tools(_: ServerRequestContext, __: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_described(tool) for tool in record.tools.values()])

    async def call_tool(_: ServerRequestContext, asked: types.CallToolRequestParams) -> types.CallToolResult:
        return await anyio.to_thread.run_sync(partial(_called, record, asked.name, asked.arguments or {}))

    return Server(
        "onrecord",
        version=__version__,
        title="onrecord",
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def _described(tool: Tool) -> "Described":
    import mcp_types as types

    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=dict(tool.takes),
        output_schema=dict(tool.gives),
        annotations=types.ToolAnnotations(
            title=tool.title,
            read_only_hint=True,
            destructive_hint=False,
            idempotent_hint=True,
            open_world_hint=False,
        ),
    )


def _called(record: Record, name: str, arguments: dict[str, object]) -> "CallToolResult":
    """The answer of a tool; what it cannot answer is said in one line."""
    import mcp_types as types

    try:
        answer = record.answer(name, arguments)
    except OnrecordError as error:
        _logger.debug("refused: %s", error, exc_info=True)
        return types.CallToolResult(content=[_text(" ".join(str(error).split()))], is_error=True)
    except Exception:  # of ours: the client is not to go away for it
        _logger.exception("a fault of onrecord in the tool %s", name)
        return types.CallToolResult(content=[_text("a fault of onrecord: its log on stderr says more")], is_error=True)
    return types.CallToolResult(content=[_text(answer.text)], structured_content=dict(answer.content))


def _text(text: str):  # type: ignore[no-untyped-def]
    from mcp_types import TextContent

    return TextContent(type="text", text=text)
