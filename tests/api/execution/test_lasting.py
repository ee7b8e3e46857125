"""What was completed of an object that lasts is kept, and nothing else is."""

from collections import Counter
from typing import Any, TypeVar, dataclass_transform

import strawberry
from strawberry.extensions import ParserCache

from api.execution import CompilationSettings, CompiledExecutor
from api.execution.strawberry import LASTING, compiled_execution_context

T = TypeVar("T")
CALLS: Counter[str] = Counter()


@strawberry.interface
class Node:
    id: strawberry.ID


@dataclass_transform(kw_only_default=True)
def lasting(cls: type[T]) -> type[T]:
    setattr(cls, LASTING, True)
    return strawberry.type(cls)


@strawberry.type
class Passing:
    """An object that does not last."""

    name: str

    @strawberry.field
    def said(self) -> str:
        CALLS["passing"] += 1
        return self.name


@lasting
class Text(Node):
    title: str

    @strawberry.field
    def said(self) -> str:
        CALLS[self.title] += 1
        if self.title == "broken":
            raise ValueError("no")
        return self.title

    @strawberry.field
    def perhaps(self) -> str | None:
        if self.title == "broken":
            raise ValueError("no")
        return self.title

    @strawberry.field
    def repeated(self, times: int = 2) -> str:
        CALLS["repeated"] += 1
        return self.title * times

    @strawberry.field
    def passing(self) -> Passing:
        return Passing(name=self.title)


@lasting
class Shelf:
    texts: list[Text]


class Derived(Text):
    """A class beside the type's own."""


@strawberry.type
class Changing:
    name: str = "first"


CHANGING = Changing()
HELD: Any = tuple(Text(id=strawberry.ID(each), title=each) for each in "ab")  # declared as a list where it is answered
BROKEN = Text(id=strawberry.ID("x"), title="broken")
LISTED = [*HELD]


@strawberry.type
class Query:
    @strawberry.field
    def text(self) -> Text:
        found: Text = HELD[0]
        return found

    @strawberry.field
    def other(self) -> Text:
        return Derived(id=strawberry.ID("d"), title="derived")

    @strawberry.field
    def cast(self) -> Text:
        found: Any = strawberry.cast(Text, Elsewhere())
        kept: Text = found
        return kept

    @strawberry.field
    def changing(self) -> Changing:
        return CHANGING

    @strawberry.field
    def broken(self) -> Text | None:
        return BROKEN

    @strawberry.field
    def held(self) -> list[Text]:
        found: list[Text] = HELD
        return found

    @strawberry.field
    def listed(self) -> list[Text]:
        return LISTED


class Elsewhere:
    id = "e"
    title = "elsewhere"


def schema(context: type[CompiledExecutor]) -> strawberry.Schema:
    return strawberry.Schema(Query, execution_context_class=context, extensions=[ParserCache])


def compiling(**settings: Any) -> type[CompiledExecutor]:
    return compiled_execution_context(CompilationSettings(compile_at_sighting=1, **settings))


def asked(query: str, times: int = 3) -> Any:
    CALLS.clear()
    made = schema(compiling())
    answers = [made.execute_sync(query) for _ in range(times)]
    plain = strawberry.Schema(Query, extensions=[ParserCache])
    expected = plain.execute_sync(query)
    for answer in answers:
        assert answer.data == expected.data
        assert [each.message for each in answer.errors or ()] == [each.message for each in expected.errors or ()]
    return answers


def test_a_field_of_an_object_that_lasts_is_resolved_once() -> None:
    asked("{ text { id title said } }")
    assert CALLS["a"] == 1 + 1, "once by us, once by what it is held against"


def test_each_selection_has_its_own_result() -> None:
    (answer,) = asked("{ text { said } again: text { title } }", times=1)
    assert answer.data == {"text": {"said": "a"}, "again": {"title": "a"}}


def test_a_tuple_of_objects_that_last_is_completed_once_and_a_list_each_time() -> None:
    held, again, _ = (each.data["held"] for each in asked("{ held { title } }"))
    assert held is again
    listed, other, _ = (each.data["listed"] for each in asked("{ listed { title } }"))
    assert listed is not other
    assert listed[0] is other[0]


def test_what_came_with_an_error_is_not_kept() -> None:
    answers = asked("{ broken { said } }")
    assert CALLS["broken"] == len(answers) + 1


def test_a_null_that_an_error_left_is_not_kept_so_that_the_error_is_told_each_time() -> None:
    answers = asked("{ broken { title perhaps } }")
    assert [len(each.errors) for each in answers] == [1] * len(answers)


def test_nothing_is_kept_of_an_object_that_does_not_say_that_it_lasts() -> None:
    made = schema(compiling())
    answers = []
    for name in ("first", "second"):
        CHANGING.name = name
        answers.append(made.execute_sync("{ changing { name } }").data)
    assert answers == [{"changing": {"name": "first"}}, {"changing": {"name": "second"}}]


def test_arguments_and_objects_that_do_not_last_are_asked_each_time() -> None:
    answers = asked("{ text { repeated(times: 3) passing { said } } }")
    assert (CALLS["repeated"], CALLS["passing"]) == (len(answers) + 1, len(answers) + 1)


def test_an_object_of_another_class_or_cast_is_checked_as_before() -> None:
    asked("{ other { title } cast { title } }")


def test_what_is_kept_is_bounded() -> None:
    context = compiling(max_kept=4)
    made = schema(context)
    for _ in range(20):
        made.execute_sync("{ other { title } }")
    assert 0 < len(context.compilation.kept) <= 8
