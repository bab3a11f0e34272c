package lib.verdict_test

import data.lib.verdict

_evidence := [{"field": "/x", "actual": 1}]

test_pass_has_the_reason_pass if verdict.pass(_evidence) == {"verdict": "pass", "reason": "pass", "evidence": _evidence}

test_fail_keeps_reason_and_evidence if {
	verdict.fail("code", _evidence) == {"verdict": "fail", "reason": "code", "evidence": _evidence}
}

test_unknown_has_no_evidence if verdict.unknown("code") == {"verdict": "unknown", "reason": "code", "evidence": []}

test_not_applicable_has_no_evidence if {
	verdict.not_applicable("code") == {"verdict": "not_applicable", "reason": "code", "evidence": []}
}

test_not_due_is_not_applicable_with_a_date if {
	verdict.not_due("due", _evidence) == {"verdict": "not_applicable", "reason": "due", "evidence": _evidence}
}
