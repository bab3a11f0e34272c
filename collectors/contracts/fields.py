"""The fields that a document of each kind is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

VENDOR_CONTRACT = "vendor_contract"
SECRECY = "confidentiality_agreement"

_CONTRACT = """
vendor_name signed_at effective_from effective_to auto_renew breach_notice_hours document_language amends_contract_id
deletion_period audit_right audit_notice sub_processing_mode confidentiality_survival renewal_notice data_location
liability_cap encryption_promised clauses_present clauses_removed
"""
_AGREEMENT = "party_type party_name signed_at effective_to confidentiality_survival clauses_present"

CONTENT: Mapping[str, Sequence[str]] = {VENDOR_CONTRACT: _CONTRACT.split(), SECRECY: _AGREEMENT.split()}
"""Kind to the fields that only the text can answer."""
