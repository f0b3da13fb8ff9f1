"""What the headings of a page say of what stands below them.

In: the text of a heading, a tab or a bold line.  Out: a `Section`, None where it says nothing.
Never: reads a sentence.

Words of several languages are known, for sites are translated by machines and keep only the names of fields.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from handbill_generator.docs.model import ERROR, SUCCESS, Side

MOST = 80
"""The most characters of a heading that says something: a longer one is a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What is known where a piece of a page stands.

    *side* is None where it is not known whether what follows is sent or received.  *location* is as in the paths of
    facts, empty where it is not known.  *is_security* is true where credentials are described.
    """

    side: Side | None = None
    status: str = ""
    location: str = ""
    is_security: bool = False


NOWHERE = Section()

_STATUS = re.compile(
    r"(?:https? )?(?:status )?(?:codes? )?(?:responses? |errors? )?\(?([1-5](?:\d\d|xx))\b\)?(?P<rest>(?!\.\d).*)",
    re.IGNORECASE,
)
_STATUS_LAST = re.compile(r"[^|\d]*\b(?:response|error|status|code)s?:? \(?([1-5](?:\d\d|xx))\)?", re.IGNORECASE)
_REASON = re.compile(r" ?[-\u2013\u2014:,/(|\u00b7].*| [A-Z].*| (?:not|ok|created|error|response|if|when)\b.*|")
"""What stands behind a status; `500 requests per minute` is none."""
_MARKS = re.compile(r"[*_`#\[\]]+")
_FEW_WORDS = 3
"""Words such as `path` and `request` say where something is in a heading of so few words; in others they are talk."""

_WORDS = {
    "path": "path url uri route chemin ruta pfad caminho percorso пути".split(),
    "query": "query querystring consulta requête-query abfrage запроса-query".split(),
    "header": "header headers en-tête en-têtes entêtes encabezado encabezados cabecera cabeceras cabeçalho "
    "cabeçalhos kopfzeilen заголовки заголовок intestazioni".split(),
    "cookie": "cookie cookies".split(),
    "body": "body payload json form corps cuerpo corpo körper rumpf nutzdaten тело тела".split(),
    "request": "request requests demande requête solicitud petición anfrage requisição solicitação richiesta "
    "запрос запроса".split(),
    "parameters": "parameter parameters params arguments attributes fields input paramètres parámetros parâmetros "
    "parametri параметры champs campos felder".split(),
    "response": "response responses returns return result results output réponse réponses respuesta respuestas "
    "antwort antworten resposta respostas risposta ответ ответы".split(),
    "error": "error errors failure failures erreur erreurs errores fehler erro erros errori ошибки ошибка".split(),
    "success": "success successful succès éxito erfolg sucesso successo успех".split(),
    "security": "authorization authorizations authentication auth security autorisation autorisations "
    "authentification autorización autenticación autorisierung authentifizierung autorização autenticação "
    "авторизация".split(),
}
_MEANINGS = {word: meaning for meaning, words in _WORDS.items() for word in words}
_WITHOUT_SPACES = {
    "路径": "path",
    "路徑": "path",
    "パス": "path",
    "경로": "path",
    "查询": "query",
    "查詢": "query",
    "クエリ": "query",
    "쿼리": "query",
    "请求头": "header",
    "標頭": "header",
    "ヘッダー": "header",
    "헤더": "header",
    "请求体": "body",
    "請求體": "body",
    "主体": "body",
    "ボディ": "body",
    "본문": "body",
    "响应": "response",
    "回應": "response",
    "レスポンス": "response",
    "응답": "response",
    "请求": "request",
    "リクエスト": "request",
    "요청": "request",
    "参数": "parameters",
    "パラメータ": "parameters",
    "매개변수": "parameters",
    "错误": "error",
    "エラー": "error",
    "오류": "error",
    "授权": "security",
    "认证": "security",
    "認証": "security",
    "인증": "security",
}


def read_heading(text: str) -> Section | None:
    """Read one heading; None where it says nothing of what stands below it.

    >>> read_heading("Query parameters").location, read_heading("`404` Not Found").status
    ('query', '404')
    """
    plain = " ".join(_MARKS.sub(" ", text[: MOST + 1]).split())
    if not plain or len(plain) > MOST:
        return None
    if status := status_of(plain):
        return Section(side=Side.response, status=status)
    meanings = _meanings(plain)
    location = next((word for word in ("path", "query", "header", "cookie", "body") if word in meanings), "")
    if "error" in meanings:
        return Section(side=Side.response, status=ERROR, location=location or "body")
    if "response" in meanings or meanings == {"success"}:
        # "Query results" are received; where something is in a message that is received is a header or the body.
        location = "header" if location == "header" else "body"
        return Section(side=Side.response, status=SUCCESS if "success" in meanings else "", location=location)
    if "security" in meanings:
        return Section(side=Side.request, location="header", is_security=True)
    is_request = not meanings.isdisjoint({"request", "parameters"})
    words = len(plain.split())
    if location and (is_request or words <= _FEW_WORDS - 1):
        return Section(side=Side.request, location=location)
    return Section(side=Side.request) if is_request and words <= _FEW_WORDS else None


def status_of(text: str) -> str:
    """Give the status that a title such as `200 OK`, `Response 404` or `4xx` is about, else nothing."""
    found = _STATUS.fullmatch(text[:MOST])
    if found and not _REASON.fullmatch(found["rest"]):
        return ""
    found = found or _STATUS_LAST.fullmatch(text[:MOST])
    return found[1].upper() if found else ""


def below(parent: Section, inner: Section | None) -> Section:
    """Give what is known below a heading that stands below another.

    >>> below(Section(side=Side.response, location="body"), Section(side=Side.response, status="404")).location
    'body'
    """
    if inner is None:
        return parent
    if inner.side is Side.request and parent.side is Side.response:
        # "Body" or "Parameters" below "Response" is of the response; "Request" never stands there.
        return replace(parent, location="header" if inner.location == "header" else "body")
    if inner.side is not parent.side:
        return inner
    return Section(
        side=inner.side,
        status=parent.status
        if is_number(parent.status) and not is_number(inner.status)
        else inner.status or parent.status,
        location=inner.location or parent.location,
        is_security=inner.is_security,
    )


def is_number(status: str) -> bool:
    """Whether *status* is one, or a range as `4XX`, rather than a word for several."""
    return status[:1].isdigit()


def _meanings(plain: str) -> frozenset[str]:
    lowered = plain.lower().replace("\u2019", "'")
    words = frozenset(_MEANINGS[word] for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", lowered) if word in _MEANINGS)
    if lowered.isascii():
        return words
    return words | {meaning for word, meaning in _WITHOUT_SPACES.items() if word in lowered}
