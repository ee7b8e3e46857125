"""Where a server is to listen."""

from errno import EADDRINUSE
from socket import AF_INET, AF_INET6, create_server

from api.commands.errors import PortTaken
from api.settings import SettingRefused


def see_that_port_is_free(host: str, port: int) -> None:
    """
    See that a server can listen there, before anything is loaded for it.

    Raises:
        PortTaken: another process listens there.
        SettingRefused: nothing can.
    """
    try:
        create_server((host, port), family=AF_INET6 if ":" in host else AF_INET).close()
    except OSError as error:
        if error.errno == EADDRINUSE:
            raise PortTaken(host, port) from None
        raise SettingRefused(f"Nothing can listen on --host {host} --port {port}: {error.strerror}. Give others.") from None
