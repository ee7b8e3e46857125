"""
Random schemas, documents and data with faults, for graphql-core and compiled execution to be compared on.

Data is described first (a `Recipe`), then made alive anew for each execution: awaitables can be awaited only once. Every
object is one of a few per type, so that the descriptions stay small while the data may be as deep as a document asks.
"""

import asyncio
import inspect
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Generator, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeAlias

from graphql import (
    GraphQLEnumType,
    GraphQLError,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    GraphQLUnionType,
    Undefined,
    build_schema,
)

OBJECTS = ("A", "B", "C")
LEAVES = ("String", "ID", "Int", "Float", "Boolean", "Color", "Odd")
WRAPPERS = ("{}", "{}", "{}!", "[{}]", "[{}]!", "[{}!]!", "[{}!]", "[[{}]!]")
ARGUMENTS = ("", "", "", "(n: Int = 3, s: String)", "(n: Int!)", "(many: [Int!], color: Color, odd: Odd)", "(in: In = {n: 1})")
DECLARED_ONCE = """
    enum Color { RED GREEN }
    scalar Odd
    input In { n: Int = 2, color: Color, many: [Int] }
    interface Node { shared: String }
    union Any = A | B | C
"""


@dataclass(frozen=True)
class Sizes:
    """How large, and how faulty, a case is."""

    fields: int
    selections: int
    depth: int
    faults: int

    @classmethod
    def random(cls, random: Random) -> "Sizes":
        return cls(random.randint(3, 6), random.randint(2, 6), random.randint(3, 6), random.choice((0, 2, 4, 8, 16)))


# What a schema is made of.


@dataclass(frozen=True)
class SchemaSketch:
    """The text of a schema, and what resolves and recognizes its objects."""

    text: str
    resolvers: dict[str, str]
    """How a field is resolved, by "Type.field": default, resolver or later."""
    recognition: dict[str, str]
    """What `is_type_of` of an object type answers: nothing, yes, later, no or raises."""
    resolve_type: str
    """How abstract types find the type of a value: default, name, later, unknown or raises."""


def random_schema(random: Random, sizes: Sizes) -> SchemaSketch:
    types, resolvers = [], {}
    hows = ("default", "default", "default", "resolver", "later")
    for name in ("Query", "Mutation", *OBJECTS):
        fields = ["shared: String"]
        resolvers[f"{name}.shared"] = random.choice(hows)
        for index in range(sizes.fields):
            base = random.choice([*LEAVES, *OBJECTS * 3, "Node", "Any"])
            fields.append(f"f{index}{random.choice(ARGUMENTS)}: {random.choice(WRAPPERS).format(base)}")
            resolvers[f"{name}.f{index}"] = random.choice(hows)
        implements = " implements Node" if name in OBJECTS else ""
        types.append(f"type {name}{implements} {{ {' '.join(fields)} }}")
    recognition = {name: random.choice(("nothing",) * 8 + ("yes",) * 6 + ("later", "no", "raises")) for name in OBJECTS}
    resolve_type = random.choice(("name",) * 6 + ("default", "later", "unknown", "raises"))
    return SchemaSketch("\n".join([DECLARED_ONCE, *types]), resolvers, recognition, resolve_type)


# What data is made of.


@dataclass(frozen=True)
class Leaf:
    value: Any


@dataclass(frozen=True)
class Items:
    container: str
    items: tuple["Recipe", ...]


@dataclass(frozen=True)
class Ref:
    """One of the objects of a type, in the shape of a class with properties, a dictionary, or a class with `__getattr__`."""

    type_name: str
    index: int
    shape: str


@dataclass(frozen=True)
class Fault:
    kind: str


@dataclass(frozen=True)
class Later:
    """An awaitable: a coroutine, or an object of a class with `__await__`."""

    value: "Recipe"
    coroutine: bool


@dataclass(frozen=True)
class Call:
    """A function that graphql-core's default resolver calls, with info and arguments."""

    value: "Recipe"


Recipe: TypeAlias = Leaf | Items | Ref | Fault | Later | Call
Objects: TypeAlias = dict[tuple[str, int], dict[str, Recipe]]

FAULTS = ("null", "raise", "raise_located", "error_value", "undefined", "object", "text", "number", "empty_list")
LEAF_VALUES: dict[str, list[Any]] = {
    "String": ["", "text", True, 1, 2.5, ["no"], {"no": 1}],
    "ID": ["id", 7, 2.0, True],
    "Int": [0, -(2**31), 2**31 - 1, 2**31, 1.0, 1.5, True, "12", "x"],
    "Float": [0.5, 1, float("nan"), float("inf"), "2.5", True, 10**400],
    "Boolean": [True, False, 0, 1.0, float("nan"), "true"],
    "Color": ["RED", "GREEN", "BLUE", 1],
    "Odd": ["x", 1, "none", "undefined", "raise", "later", "error"],
}
SHAPES = ("plain", "plain", "plain", "dictionary", "opaque")
CONTAINERS = ("tuple", "generator", "iterable", "async_generator", "text")


@dataclass(frozen=True)
class Describer:
    """Describes values, of which *faults* of a hundred are wrong, and as many are awaitable."""

    random: Random
    faults: int

    def recipe(self, type_: str) -> Recipe:
        """Describe a value for a field or item of a type."""
        if self.random.randrange(100) < self.faults:
            return Fault(self.random.choice(FAULTS))
        if self.random.randrange(100) < self.faults:
            return Later(self.recipe(type_), self.random.choice((True, False)))
        return self.right(type_)

    def field(self, type_: str) -> Recipe:
        """Describe a value for a field."""
        recipe = self.recipe(type_)
        return Call(recipe) if self.random.randrange(6) == 0 else recipe

    def right(self, type_: str) -> Recipe:
        if type_.endswith("!"):
            return self.right(type_[:-1])
        if type_.endswith("]"):
            items = tuple(self.recipe(type_[1:-1]) for _ in range(self.random.randrange(4)))
            return Items(self.random.choice(CONTAINERS) if self.random.randrange(100) < 2 * self.faults else "list", items)
        if type_ in LEAVES:
            values = LEAF_VALUES[type_]
            return Leaf(self.random.choice(values if self.random.randrange(100) < self.faults else values[:2]))
        name = type_ if type_ in OBJECTS else self.random.choice(OBJECTS)
        return Ref(name, self.random.randrange(2), self.random.choice(SHAPES))


def random_objects(random: Random, schema: GraphQLSchema, sizes: Sizes) -> Objects:
    """Describe two objects of each type."""
    describer = Describer(random, sizes.faults)
    objects: Objects = {}
    for name, index in [("Query", 0), ("Mutation", 0), *((name, index) for name in OBJECTS for index in (0, 1))]:
        type_ = schema.get_type(name)
        assert isinstance(type_, GraphQLObjectType)
        objects[name, index] = {field_name: describer.field(str(definition.type)) for field_name, definition in type_.fields.items()}
    return objects


# Data, alive.


class AwaitableObject:
    """Awaitable by its class, and no coroutine: nobody complains when it is never awaited."""

    def __init__(self, result: Callable[[], Any]) -> None:
        self.result = result

    def __await__(self) -> Generator[Any, None, Any]:
        yield from asyncio.sleep(0).__await__()
        return self.result()

    def __repr__(self) -> str:
        return "<AwaitableObject>"


class FaultError(Exception):
    """What a faulty resolver raises."""


class IterableObject:
    """Iterable, and neither list nor tuple."""

    def __init__(self, items: list[Any]) -> None:
        self.items = items

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)

    def __repr__(self) -> str:
        return "<IterableObject>"


class Thing:
    """An object that is no value of any type."""

    def __repr__(self) -> str:
        return "<Thing>"  # without the address, as it may stand in messages


@dataclass
class World:
    """Data for one execution, with a log of what was asked of it."""

    objects: Objects
    asynchronous: bool
    log: list[Any] = field(default_factory=list)
    classes: dict[str, type] = field(default_factory=dict)
    coroutines: list[Coroutine[Any, Any, Any]] = field(default_factory=list)

    def root(self, name: str) -> Any:
        return self.alive(Ref(name, 0, "plain"))

    def alive(self, recipe: Recipe) -> Any:
        match recipe:
            case Leaf(value):
                return value
            case Ref():
                return self._object(recipe)
            case Later(value, coroutine):
                return self._later(lambda: self.alive(value), coroutine=coroutine)
            case Items(container, items):
                return self._container(container, [self.alive(item) for item in items])
            case Fault(kind):
                return self._fault(kind)
            case Call(value):
                return lambda info, **arguments: self._called(value, info, arguments)

    def _called(self, value: Recipe, info: GraphQLResolveInfo[Any], arguments: dict[str, Any]) -> Any:
        self.log.append(("call", info.path.as_list(), repr(arguments)))
        return self.alive(value)

    def _later(self, result: Callable[[], Any], *, coroutine: bool) -> Awaitable[Any]:
        later = AwaitableObject(result)
        if not (coroutine and self.asynchronous):
            return later

        async def wait() -> Any:
            return await later

        self.coroutines.append(wait())
        return self.coroutines[-1]

    def ends(self) -> list[str]:
        """Tell how far each coroutine was run; one that nobody awaited is closed, so that Python does not complain."""
        states: list[str] = [inspect.getcoroutinestate(coroutine) for coroutine in self.coroutines]
        for coroutine in self.coroutines:
            coroutine.close()
        return states

    def _container(self, container: str, items: list[Any]) -> Any:
        match container:
            case "tuple":
                return tuple(items)
            case "generator":
                return (item for item in items)
            case "iterable":
                return IterableObject(items)
            case "async_generator" if self.asynchronous:
                return _generate(items)
            case "text":
                return "text"
            case _:
                return items

    def _fault(self, kind: str) -> Any:
        match kind:
            case "raise":
                raise FaultError("raised")
            case "raise_located":
                raise GraphQLError("located", path=["elsewhere"])
            case "error_value":
                return FaultError("returned")
            case _:
                wrong: dict[str, Any] = {
                    "null": None,
                    "undefined": Undefined,
                    "object": Thing(),
                    "text": "text",
                    "number": 7,
                    "empty_list": [],
                }
                return wrong[kind]

    def take(self, type_name: str, index: int, name: str) -> Any:
        self.log.append(("take", type_name, index, name))
        return self.alive(self.objects[type_name, index][name])

    def _object(self, ref: Ref) -> Any:
        world, names = self, self.objects[ref.type_name, ref.index]
        key = f"{ref.shape}{ref.type_name}"
        if key not in self.classes:
            self.classes[key] = SHAPE_CLASSES[ref.shape](world, ref.type_name, list(names))
        return self.classes[key](ref.index)


async def _generate(items: list[Any]) -> AsyncIterator[Any]:
    for item in items:
        await asyncio.sleep(0)
        yield item


def _plain_class(world: World, type_name: str, names: list[str]) -> type:
    def taker(name: str) -> property:
        return property(lambda self: world.take(type_name, self.index, name))

    def initialize(self: Any, index: int) -> None:
        self.index = index

    return type(type_name, (Thing,), {"kind": type_name, "__init__": initialize, **{name: taker(name) for name in names}})


def _dictionary_class(world: World, type_name: str, _names: list[str]) -> type:
    class Dictionary(dict[str, Any]):
        kind = type_name

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

        def get(self, name: str, _default: Any = None) -> Any:
            if name == "__typename":
                return None
            return world.take(type_name, self.index, name)

    return Dictionary


def _opaque_class(world: World, type_name: str, names: list[str]) -> type:
    class Opaque(Thing):
        kind = type_name

        def __init__(self, index: int) -> None:
            self.index = index

        def __getattr__(self, name: str) -> Any:
            if name not in names:
                raise AttributeError(name)
            return world.take(type_name, self.index, name)

    return Opaque


SHAPE_CLASSES: dict[str, Callable[[World, str, list[str]], type]] = {
    "plain": _plain_class,
    "dictionary": _dictionary_class,
    "opaque": _opaque_class,
}


# The schema, alive.


def executable_schema(sketch: SchemaSketch) -> GraphQLSchema:
    """Build the schema, with resolvers that log their calls to the world, which is the context."""
    schema = build_schema(sketch.text)
    odd = schema.get_type("Odd")
    assert odd is not None
    odd.coerce_output_value = _coerce_odd  # type: ignore[attr-defined]
    for key, how in sketch.resolvers.items():
        type_name, field_name = key.split(".")
        type_ = schema.get_type(type_name)
        assert isinstance(type_, GraphQLObjectType)
        if how != "default":
            type_.fields[field_name].resolve = _resolver(field_name, later=how == "later")
    for type_name, how in sketch.recognition.items():
        type_ = schema.get_type(type_name)
        assert isinstance(type_, GraphQLObjectType)
        type_.is_type_of = _recognizer(type_name, how)
    for name in ("Node", "Any"):
        abstract = schema.get_type(name)
        assert isinstance(abstract, GraphQLInterfaceType | GraphQLUnionType)
        abstract.resolve_type = _type_resolver(sketch.resolve_type)
    color = schema.get_type("Color")
    assert isinstance(color, GraphQLEnumType)
    return schema


def _coerce_odd(value: Any) -> Any:
    match value:
        case "none":
            return None
        case "undefined":
            return Undefined
        case "raise":
            raise FaultError("odd")
        case "later":
            return AwaitableObject(lambda: "odd, later")
        case "error":
            return FaultError("odd value")
        case _:
            return ["odd", type(value).__name__]


def _resolver(name: str, *, later: bool) -> Callable[..., Any]:
    def resolve(source: Any, info: GraphQLResolveInfo[World], **arguments: Any) -> Any:
        world = info.context
        world.log.append(("resolve", info.parent_type.name, info.path.as_list(), len(info.field_nodes), repr(arguments)))
        if isinstance(arguments.get("many"), list):
            arguments["many"].append(0)  # resolvers may change what they are given
        if later:
            return world._later(lambda: getattr(source, name), coroutine=True)
        return source.get(name) if isinstance(source, dict) else getattr(source, name)

    return resolve


def _recognizer(type_name: str, how: str) -> Callable[..., Any] | None:
    def recognize(value: Any, info: GraphQLResolveInfo[World]) -> Any:
        info.context.log.append(("is_type_of", type_name, info.path.as_list()))
        match how:
            case "raises":
                raise FaultError("is_type_of")
            case "later":
                return AwaitableObject(lambda: getattr(value, "kind", None) == type_name)
            case "no":
                return False
            case _:
                return getattr(value, "kind", None) == type_name

    return None if how == "nothing" else recognize


def _type_resolver(how: str) -> Callable[..., Any] | None:
    def resolve_type(value: Any, info: GraphQLResolveInfo[World], _type: Any) -> Any:
        info.context.log.append(("resolve_type", info.path.as_list()))
        kind = getattr(value, "kind", None)
        match how:
            case "raises":
                raise FaultError("resolve_type")
            case "later":
                return AwaitableObject(lambda: kind)
            case "unknown":
                return "Nobody" if kind == "A" else kind
            case _:
                return kind

    return None if how == "default" else resolve_type
