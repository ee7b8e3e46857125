"""The view over the small schema, as an application that a server can run: ``uvicorn tests.api.http.app:app``."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette

from api.http.context import OperationContext, RequestInfo
from api.http.front import Front, FrontSettings
from api.http.graphiql import Example, graphiql_routes
from api.http.probes import probe_routes
from api.http.settings import TransportSettings
from api.http.streams import stopped_by_signals
from api.http.view import GraphQLView
from tests.api.http.schema import schema


async def new_context(info: RequestInfo) -> OperationContext:
    return OperationContext(info)


view = GraphQLView(schema, context=new_context, settings=TransportSettings())


@asynccontextmanager
async def lifespan(_: Starlette) -> AsyncIterator[None]:
    with stopped_by_signals(view.streams):
        yield


examples = [Example("{ item { name } } # </script>"), Example("query ($n: Int) { echo(number: $n) }", '{"n": 7}')]
routes = [*view.routes("/graphql"), *probe_routes([], view.streams), *graphiql_routes(examples=examples)]
app = Front(Starlette(routes=routes, lifespan=lifespan), FrontSettings(https=False))
