"""Samples say what they send, without any credential, in eight languages."""

from __future__ import annotations

import pytest
from handbill_generator.docs.words.samples import ABSENT, Sample, read_sample
from hypothesis import given
from hypothesis import strategies as st

_URL = "https://api.library.test/v2/books/b1"
_BODY = {"title": "It's new", "copies": 2, "lent": False, "tags": ["a", "b"], "shelf": {"room": None}}

_CURL = """curl -sX PATCH "https://api.library.test/v2/books/b1" \\
  -H 'Authorization: Bearer s3cret' --header 'Content-Type: application/json' \\
  -d '{"title": "It'"'"'s new", "copies": 2, "lent": false, "tags": ["a", "b"], "shelf": {"room": null}}'
"""
_PYTHON = """
    import requests

    base = "https://api.library.test/v2"
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    book = {"title": "It's new", "copies": 2, "lent": False, "tags": ["a", "b"], "shelf": {"room": None}, "by": who()}
    if book:
        requests.patch(base + "/books/b1", json=book, headers=headers)
"""
_JAVASCRIPT = """const answer = await fetch('https://api.library.test/v2/books/b1', {
  method: 'PATCH',
  headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
  // what changes
  body: JSON.stringify({ title: "It's new", copies: 2, lent: false, tags: ['a', 'b'],
    shelf: { room: null }, by: who(1, 2) }),
});
"""
_PHP = """<?php
curl_setopt_array($curl, [
  CURLOPT_URL => 'https://api.library.test/v2/books/b1',
  CURLOPT_CUSTOMREQUEST => 'PATCH',
  CURLOPT_POSTFIELDS => json_encode(['title' => 'It\\'s new', 'copies' => 2, 'lent' => false, 'tags' => ['a', 'b'],
    'shelf' => ['room' => null]]),
  CURLOPT_HTTPHEADER => ['Authorization: Bearer s3cret', 'Content-Type: application/json'],
]);
"""
_GO = """package main
func main() {
	payload := map[string]interface{}{
		"title": "It's new", "copies": 2, "lent": false, "tags": []string{"a", "b"},
		"shelf": map[string]any{"room": nil},
	}
	body, _ := json.Marshal(payload)
	req, _ := http.NewRequest("PATCH", "https://api.library.test/v2/books/b1", bytes.NewBuffer(body))
	req.Header.Set("Authorization", "Bearer s3cret")
	req.Header.Set("Content-Type", "application/json")
}
"""
_JAVA = '''String body = """
    {"title": "It's new", "copies": 2, "lent": false, "tags": ["a", "b"], "shelf": {"room": null}}
    """;
HttpRequest request = HttpRequest.newBuilder()
    .uri(URI.create("https://api.library.test/v2/books/b1"))
    .header("Authorization", "Bearer s3cret")
    .header("Content-Type", "application/json")
    .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
    .build();
'''
_RUBY = """require 'net/http'
uri = URI('https://api.library.test/v2/books/b1')
request = Net::HTTP::Patch.new(uri)
request['Authorization'] = 'Bearer s3cret'
request['Content-Type'] = 'application/json'
request.body = { title: "It's new", copies: 2, lent: false, 'tags' => ['a', 'b'], shelf: { room: nil } }.to_json
"""
_HTTP = """PATCH /v2/books/b1 HTTP/1.1
Host: api.library.test
Authorization: Bearer s3cret
Content-Type: application/json

{"title": "It's new", "copies": 2, "lent": false, "tags": ["a", "b"], "shelf": {"room": null}}
"""
_SAMPLES = {
    "curl": _CURL,
    "python": _PYTHON,
    "javascript": _JAVASCRIPT,
    "php": _PHP,
    "go": _GO,
    "java": _JAVA,
    "ruby": _RUBY,
    "http": _HTTP,
}


@pytest.mark.parametrize("language", _SAMPLES)
def test_every_language_sends_the_same(language: str) -> None:
    """One request, written in each language, is read as one; its language is seen where nobody says it."""
    found = read_sample(_SAMPLES[language], language)
    assert found is not None
    assert found == read_sample(_SAMPLES[language])
    assert (found.language, found.method, found.url, found.body) == (language, "PATCH", _URL, _BODY)
    assert {"Authorization", "Content-Type"} <= set(found.headers)
    assert found.security == "http bearer"
    assert not found.is_broken
    assert "s3cret" not in repr(found)


@pytest.mark.parametrize(
    ("options", "method", "url", "security"),
    [
        ("https://a.test/b", "GET", "https://a.test/b", ""),
        ("-u sk_live: https://a.test/b -d x=1", "POST", "https://a.test/b", "http basic"),
        ("-H 'X-Api-Key: k3y' --url https://a.test/b", "GET", "https://a.test/b", "apiKey header X-Api-Key"),
        ("-H 'Authorization: Basic k3y' https://a.test/b", "GET", "https://a.test/b", "http basic"),
        ("-H 'Authorization: k3y' https://a.test/b", "GET", "https://a.test/b", "apiKey header Authorization"),
        ("-G https://a.test/b -d page=2", "GET", "https://a.test/b?page=2", ""),
        ("-XDELETE https://a.test/b | jq", "DELETE", "https://a.test/b", ""),
        ("https://me:k3y@a.test/b?api_key=k3y&page=2", "GET", "https://a.test/b?api_key=&page=2", ""),
        ("https://a.test/b --data @book.json", "POST", "https://a.test/b", ""),
        ("-H 'Idempotency-Key: 1' https://a.test/b", "GET", "https://a.test/b", ""),
    ],
)
def test_options_of_curl(options: str, method: str, url: str, security: str) -> None:
    """Options are read as curl does; values of keys are gone, and a file or a form is no body."""
    found = read_sample(f"$ curl {options}", "bash")
    assert found is not None
    assert (found.method, found.url, found.security, found.body) == (method, url, security, ABSENT)
    assert "k3y" not in repr(found)


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("curl", """curl https://a.test/b -d '{"a": }'"""),
        ("curl", 'curl https://a.test/b -d \'{"a": 1}'),
        ("python", "import requests\nrequests.post('https://a.test/b', json={'a': true})"),
        ("python", "import requests\nrequests.post('https://a.test/b', json={'a' 1})"),
    ],
)
def test_a_broken_sample_says_so(language: str, code: str) -> None:
    """What is not valid in its language is broken, and its address is read all the same."""
    found = read_sample(code, language)
    assert found is not None
    assert (found.is_broken, found.url) == (True, "https://a.test/b")


def test_lost_indentation_is_not_broken() -> None:
    """The text of a rendered page has no indentation: that is no fault of the sample."""
    found = read_sample("import requests\nfor a in b:\nrequests.post('https://a.test/b')", "python")
    assert found == Sample(language="python", method="POST", url="https://a.test/b")


@pytest.mark.parametrize(
    ("language", "code"),
    [("bash", "npm install library"), ("json", '{"a": 1}'), ("python", "print(1)"), ("", "Call us."), ("", "")],
)
def test_what_sends_no_request_is_no_sample(language: str, code: str) -> None:
    """Code without a request, and data, are no samples."""
    assert read_sample(code, language) is None


@given(st.sampled_from(sorted(_SAMPLES)), st.integers(0, 900), st.integers(0, 900), st.text(max_size=6))
def test_any_damage_is_survived(language: str, start: int, length: int, put: str) -> None:
    """A sample with a piece cut out and another put in is read, or is none; nothing raises."""
    code = _SAMPLES[language]
    found = read_sample(code[:start] + put + code[start + length :], language)
    assert found is None or found.language == language


@given(st.text(max_size=200), st.sampled_from(["", *_SAMPLES]))
def test_any_text_is_a_sample_or_none(code: str, language: str) -> None:
    """No text raises."""
    assert read_sample(code, language) == read_sample(code, language)


@pytest.mark.parametrize(
    "part", ["[", "{a:", "a(,", "/*", "x,", '"a,', '"\\', "body: a ", "-", "1+", "not ", "lambda:", "'X-"]
)
@pytest.mark.parametrize("start", ["curl https://a.test -d ", "import requests\nx=", "fetch('https://a.test') body: ["])
def test_long_samples_come_to_an_end(start: str, part: str) -> None:
    """Time grows with the sample, not with its square, and deep code is no danger."""
    found = read_sample(start + part * (190_000 // len(part)))
    assert found is None or found.language in _SAMPLES
