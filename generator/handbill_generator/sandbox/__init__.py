"""A local server that plays the four providers from their contracts, or any document from its examples.

In: HTTP requests on loopback, or calls of the ASGI application.  Out: what the provider would answer.
Never: sends mail, or anything else to anybody.

`sandbox` holds it together and `server` serves it.  `app` speaks HTTP, `control` serves the page, and `hosts` tells who
may ask.  `player` answers the requests to one provider by way of `routes`, `credentials`, `limits`, `parameters`,
`bodies` and `checks`, then by the handlers in `providers`, or by `examples`, which `synthesis` and `patterns` make up
where there are none.  `faults` breaks things on demand, `outcome` puts answers into bytes.  `store` remembers, in the
file that `state` opened, `clock` has time and chance, `journal` what came.  `roles` and `any_document` say who is
played.
"""

from __future__ import annotations

from handbill_generator.sandbox.journal import Recorded
from handbill_generator.sandbox.roles import Role
from handbill_generator.sandbox.sandbox import Sandbox
from handbill_generator.sandbox.server import Running, serve

__all__ = ["Recorded", "Role", "Running", "Sandbox", "serve"]
