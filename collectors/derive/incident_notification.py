"""Derived facts of a message about an incident: how long after detection it went out, and which clients it reached."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Missing, Record, View

from .incidents.clock import Span, bounds, minutes_between
from .parties import referred
from .reading import fact, moment, unread


def _incident(notice: Record, view: View) -> Record | Missing:
    found = referred(notice, "incident_id", "incident", view)
    return Missing() if isinstance(found, str) else found


def _minutes(notice: Record, view: View) -> Span | str | Missing:
    incident = _incident(notice, view)
    start = incident if isinstance(incident, Missing) else moment(incident, "detected_at")
    return minutes_between(start, moment(notice, "sent_at"), view)


def _clients_reached(notice: Record, view: View) -> object:
    """Return the clients of the incident that the message went to; the only client needs no naming."""
    incident = _incident(notice, view)
    clients = incident if isinstance(incident, Missing) else fact(incident, "client_vendor_ids")
    if not isinstance(clients, list):
        return clients
    recipients = fact(notice, "recipient_ids")
    if not isinstance(recipients, list):
        return clients if len(set(clients)) == 1 else unread(notice, "recipient_ids")
    told = {_party(str(recipient), view) for recipient in recipients}
    return [client for client in clients if "all" in told or _party(str(client), view) in told]


def _party(written: str, view: View) -> str:
    """Return the id of a client that the register of vendors knows by another name."""
    found = view.get("vendor", written)
    return written if found is None else str(found["id"])


DERIVED: Derivations = {**bounds("sent", _minutes), "clients_reached": Derivation(_clients_reached)}
