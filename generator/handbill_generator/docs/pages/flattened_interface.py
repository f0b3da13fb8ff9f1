"""The words that a rendered reference has around the fields: headings, `required`, `Available options:`.

In: a line of a page.  Out: what it is in a reference, in the languages that sites are translated to.
Never: reads a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Heading(StrEnum):
    """What stands below a heading."""

    request = "request"
    response = "response"
    success = "success"
    error = "error"
    authorization = "authorization"
    path = "path"
    query = "query"
    header = "header"
    cookie = "cookie"
    body = "body"


_HEADINGS: Mapping[Heading, str] = {
    Heading.request: "request|requête|anfrage|solicitud|petición|requisição|richiesta|请求|請求|リクエスト|요청|запрос",
    Heading.response: (
        "response|responses|réponse|réponses|antwort|antworten|respuesta|respuestas|resposta|respostas|risposta|"
        "risposte|响应|返回|回應|レスポンス|応答|응답|ответ|ответы"
    ),
    Heading.success: "success|success response|succès|erfolg|éxito|sucesso|successo|成功|성공|успех",
    Heading.error: (
        "error|errors|error response|error responses|erreur|erreurs|fehler|errores|erro|erros|errore|errori|错误|"
        "錯誤|エラー|오류|ошибка|ошибки"
    ),
    Heading.authorization: (
        "authorization|authorizations|authentication|autorisation|autorisations|authentification|autorisierung|"
        "authentifizierung|autorización|autorizaciones|autenticación|autorização|autorizações|autenticação|"
        "autorizzazione|autorizzazioni|autenticazione|授权|授權|认证|認證|認証|認可|인증|авторизация|аутентификация"
    ),
    Heading.path: (
        "path parameters|path parameter|path params|paramètres de chemin|pfadparameter|pfad-parameter|"
        "parámetros de ruta|parámetros de la ruta|parâmetros de caminho|parâmetros de rota|parâmetros de path|"
        "parametri di percorso|parametri del percorso|路径参数|路徑參數|パスパラメータ|パスパラメーター|경로 매개변수|"
        "경로 파라미터|параметры пути"
    ),
    Heading.query: (
        "query parameters|query parameter|query params|query string parameters|paramètres de requête|"
        "query-parameter|abfrageparameter|parámetros de consulta|parâmetros de consulta|parâmetros de query|"
        "parametri di query|parametri query|查询参数|查詢參數|クエリパラメータ|クエリパラメーター|쿼리 매개변수|"
        "쿼리 파라미터|параметры запроса"
    ),
    Heading.header: (
        "headers|header parameters|request headers|en-têtes|header-parameter|kopfzeilen|encabezados|cabeceras|"
        "cabeçalhos|intestazioni|请求头|标头|請求標頭|ヘッダー|헤더|заголовки"
    ),
    Heading.cookie: "cookies|cookie parameters|paramètres de cookie|cookie-parameter|cookie 参数|クッキーパラメータ",
    Heading.body: (
        "body|body parameters|request body|corps|corps de la requête|anfragetext|anfragekörper|textkörper|cuerpo|"
        "cuerpo de la solicitud|corpo|corpo da requisição|corpo della richiesta|请求体|請求內文|リクエストボディ|"
        "ボディ|本文|요청 본문|본문|тело|тело запроса"
    ),
}
_BY_WORDS = MappingProxyType({word: heading for heading, words in _HEADINGS.items() for word in words.split("|")})

REQUIRED = frozenset(
    "required|requis|requise|obligatoire|erforderlich|pflichtfeld|requerido|requerida|obligatorio|obligatoria|"
    "obrigatório|obrigatória|richiesto|obbligatorio|必填|必需|必須|필수|обязательно|обязательный|обязательное|"
    "gerekli|zorunlu|wymagane|verplicht|vereist|wajib|bắt buộc|مطلوب".split("|")
)
OPTIONAL = frozenset(
    "optional|optionnel|facultatif|opcional|opzionale|facoltativo|可选|可選|選填|任意|オプション|선택|선택 사항|"
    "необязательно|необязательный|optioneel".split("|")
)
DEPRECATED = frozenset(
    "deprecated|obsolète|déprécié|veraltet|obsoleto|obsoleta|en desuso|descontinuado|deprecato|已弃用|已废弃|已棄用|"
    "非推奨|지원 중단|더 이상 사용되지 않음|устарело".split("|")
)
READ_ONLY = frozenset(
    "read-only|read only|readonly|lecture seule|schreibgeschützt|solo lectura|只读|読み取り専用".split("|")
)
WRITE_ONLY = frozenset("write-only|write only|writeonly|écriture seule|solo escritura|只写|書き込み専用".split("|"))
NULLABLE = frozenset({"nullable"})
LOCATIONS = frozenset({"path", "query", "header", "cookie", "body"})

_OPTIONS = frozenset(
    "available options|allowed values|allowed value|options disponibles|verfügbare optionen|opciones disponibles|"
    "opções disponíveis|opzioni disponibili|可用选项|可用選項|利用可能なオプション|사용 가능한 옵션|"
    "доступные варианты".split("|")
)
_EXAMPLES = frozenset(
    "example|examples|exemple|exemples|beispiel|beispiele|ejemplo|ejemplos|exemplo|exemplos|esempio|esempi|示例|範例|"
    "例|예시|пример|примеры".split("|")
)
_DEFAULTS = re.compile(
    r"(?:default|défaut|par défaut|standard|predeterminado|padrão|默认值|预设值|默认|デフォルト|기본값)"
    r"\s?[:\uff1a]\s?(.+)$",
    re.I,
)
_CHILDREN = re.compile(
    r"(?:(?P<open>hide|masquer|ocultar|ausblenden|nascondi|隐藏|隱藏|숨기기)|show|afficher|mostrar|anzeigen|mostra|显示|顯示|표시)\b.{0,60}"
    r"(?:attributes|properties|fields|parameters|attributs|propriétés|atributos|propiedades|propriedades|attributi|attribute|属性|屬性|속성)$",
    re.I,
)
_CHILDREN_BEHIND = re.compile(
    r"(?:子属性|子プロパティ|하위 속성|untergeordnete attribute).{0,4}"
    r"(?P<what>非表示|隠す|표시|숨기기|表示|anzeigen|ausblenden)$",
    re.I,
)
_NOISE = frozenset(
    "skip to main content|copy|copy page|copied|ask ai|try it|search|search...|was this page helpful?|yes|no|⌘i|"
    "powered by mintlify|suggest edits|raise issue|previous|next|on this page|navigation|curl|python|javascript|"
    "node.js|node|typescript|php|go|java|ruby|c#|csharp|powershell|swift|shell|bash|"
    "passer au contenu principal|zum hauptinhalt springen|saltar al contenido principal|pular para o conteúdo "
    "principal|跳转到主要内容|メインコンテンツへスキップ".split("|")
)
_DATED = re.compile(
    r"(?:last (?:modified|updated)|dernière modification|zuletzt (?:geändert|aktualisiert)|最后修改|最終更新)", re.I
)


def heading_of(line: str) -> Heading | None:
    """Give what stands below *line*, if it is a heading of a reference."""
    return _BY_WORDS.get(line.casefold()) if len(line) < 60 else None


def is_noise(line: str) -> bool:
    """Tell whether *line* belongs to the site around the page."""
    return (len(line) < 60 and line.casefold() in _NOISE) or bool(_DATED.match(line))


def default_of(line: str) -> str | None:
    """Give the value of `default:20`."""
    match = _DEFAULTS.match(line) if len(line) < 250 else None
    return match.group(1).strip() if match else None


def is_options(line: str) -> bool:
    """Tell whether the values of a list follow *line*."""
    return _label(line) in _OPTIONS


def is_example(line: str) -> bool:
    """Tell whether an example of a field follows *line*."""
    return _label(line) in _EXAMPLES


def children_shown(line: str) -> bool | None:
    """Tell what the switch above the fields of an object says: they are shown, they are not (or it does not tell)."""
    if len(line) > 120:
        return None
    if match := _CHILDREN.match(line):
        return match.group("open") is not None
    if match := _CHILDREN_BEHIND.match(line):
        return match.group("what").casefold() in ("非表示", "隠す", "숨기기", "ausblenden")
    return None


def _label(line: str) -> str:
    if len(line) > 60 or not line.endswith((":", "\uff1a")):
        return ""
    return line[:-1].strip().casefold()
