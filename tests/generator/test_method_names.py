"""Laws of `method_names`: methods, resources and errors are called what a person would call them."""

from __future__ import annotations

import http

import pytest
from handbill_generator.contract import Operation
from handbill_generator.plan.method_names import error_name, method_names, resource_name
from hypothesis import given
from hypothesis import strategies as st

from .documents import call, document, read

ANYTHING = st.text(max_size=20)


def operation(path: str, *, method: str = "get", tag: str = "", operation_id: str = "") -> Operation:
    made = call() | ({"tags": [tag]} if tag else {}) | ({"operationId": operation_id} if operation_id else {})
    (found,) = read(document(paths={path: {method: made}})).operations
    return found


@pytest.mark.parametrize(
    ("tag", "operation_id", "name"),
    [
        ("Campaigns", "createCampaign", "create"),
        ("Campaigns", "listCampaigns", "list"),
        ("Campaign", "listCampaigns", "list"),
        ("Categories", "getCategory", "get"),
        ("Email messages", "updateEmailMessage", "update"),
        ("Campaigns", "campaigns", "campaigns"),
        ("Campaigns", "sendNow", "send_now"),
        ("Campaigns", "importCampaign", "import_"),
        ("", "createCampaign", "create_campaign"),
        ("Boss", "getBoss", "get"),
        ("Mailboxes", "getMailboxHealth", "get_health"),
    ],
)
def test_a_method_leaves_out_what_its_class_says(tag: str, operation_id: str, name: str) -> None:
    """The noun of the tag is taken out of the operationId, unless nothing is left."""
    assert method_names(operation("/x", tag=tag, operation_id=operation_id))[0] == name


@pytest.mark.parametrize(
    ("method", "path", "name"),
    [
        ("get", "/pets/{petId}", "get_pet_id"),
        ("delete", "/", "delete"),
        ("get", "/a-b/c.d", "get_c_d"),
        ("get", "/{}", "get"),
    ],
)
def test_without_an_id_the_path_tells(method: str, path: str, name: str) -> None:
    """An operation without operationId is called by its method and path, without what its resource says."""
    assert method_names(operation(path, method=method))[0] == name


@pytest.mark.parametrize(
    ("path", "operation_id", "name"),
    [
        ("/channels/{id}", "get_channel", "get"),
        ("/channels/{id}/invites", "list_channel_invites", "list_invites"),
        ("/v1/customers/{customer}", "GetCustomersCustomer", "get_customer"),
        ("/channels", "channels", "channels"),
        ("/channels", "search", "search"),
    ],
)
def test_without_a_tag_the_path_says_what_a_method_leaves_out(path: str, operation_id: str, name: str) -> None:
    """The noun that names the resource is taken out of the operationId, whether it is a tag or part of a path."""
    assert method_names(operation(path, operation_id=operation_id))[0] == name


@pytest.mark.parametrize(
    ("method", "path", "operation_id", "resource"),
    [
        ("post", "/sendMessage", "sendMessage", "calls"),
        ("get", "/v1/getMe", "get_me", "calls"),
        ("post", "/close", "close", "calls"),
        ("get", "/pets", "pets", "pets"),
        ("post", "/pets", "createPet", "pets"),
        ("post", "/sendMessage/{id}", "sendMessage", "sendMessage"),
        ("post", "/chat/sendMessage", "sendMessage", "chat"),
        ("post", "/sendMessage", "", "sendMessage"),
    ],
)
def test_calls_that_belong_to_no_thing_are_together(method: str, path: str, operation_id: str, resource: str) -> None:
    """A path that is the name of its operation is no resource, or each operation would have one of its own."""
    assert resource_name(operation(path, method=method, operation_id=operation_id)) == resource


@given(path=ANYTHING, tag=ANYTHING, operation_id=ANYTHING)
def test_method_names_are_total(path: str, tag: str, operation_id: str) -> None:
    """Whatever stands there, there is a name to try, and all of them are names."""
    names = method_names(operation(f"/{path}", tag=tag, operation_id=operation_id))
    assert names
    assert all(name.isidentifier() for name in names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("path", "tag", "resource"),
    [
        ("/pets", "Animals", "Animals"),
        ("/pets/{id}", "", "pets"),
        ("/v1/pets", "", "pets"),
        ("/{id}/pets", "", "pets"),
        ("/", "", "root"),
        ("/v1", "", "root"),
        ("/{id}", "", "root"),
    ],
)
def test_an_operation_belongs_to_its_tag_or_path(path: str, tag: str, resource: str) -> None:
    """Without a tag the first fixed part of the path, versions left out, says where an operation belongs."""
    assert resource_name(operation(path, tag=tag)) == resource


STATUSES = [*(str(status) for status in range(400, 600)), "4XX", "5XX", "default"]


def test_error_names_are_total_and_apart() -> None:
    """Each status has an error of its own, whose name is a name."""
    names = [error_name(status) for status in STATUSES]
    assert all(name.isidentifier() for name in names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("status", ["400", "404", "409", "429", "502"])
def test_common_errors_are_called_as_http_calls_them(status: str) -> None:
    """The phrase of the status is the name of its error."""
    phrase = http.HTTPStatus(int(status)).phrase.replace(" ", "")
    assert error_name(status) == f"{phrase}Error"


def test_no_error_hides_a_builtin() -> None:
    """501 is not `NotImplementedError`, which Python has already."""
    import builtins

    assert not [status for status in STATUSES if hasattr(builtins, error_name(status))]
