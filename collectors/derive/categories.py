"""The levels that categories of data and financial classes have where nobody declares another."""

from __future__ import annotations

LEVEL_OF_CATEGORY = {
    "none": "none",
    "name": "personal",
    "phone": "personal",
    "email": "personal",
    "address": "personal",
    "other_personal": "personal",
    "id_number": "sensitive",
    "bank_account": "sensitive",
    "card_pan": "sensitive",
    "card_sad": "sensitive",
    "password": "sensitive",
    "biometric": "sensitive",
    "health": "sensitive",
    "marital": "sensitive",
    "location_track": "sensitive",
    "credit_report": "sensitive",
    "transaction": "sensitive",
}

LEVEL_OF_CLASS = {"C1": "personal", "C2": "sensitive", "C3": "sensitive"}
"""The least level of a class of JR/T 0171-2020."""
