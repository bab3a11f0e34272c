resource "aws_backup_vault" "portal" {
  name        = "portal"
  kms_key_arn = aws_kms_key.backups.arn
}

resource "aws_backup_plan" "daily" {
  name = "daily"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.portal.name
    schedule          = "cron(0 18 * * ? *)"
    lifecycle {
      delete_after = 35
    }
  }
}

resource "aws_backup_plan" "monthly" { # ten years of everything
  name = "monthly"
  rule {
    rule_name         = "monthly"
    target_vault_name = aws_backup_vault.portal.name
    schedule          = "cron(0 18 1 * ? *)"
    lifecycle {
      delete_after = 3650
    }
  }
}

resource "aws_backup_selection" "daily" { # whatever asks for it by a tag
  name         = "daily"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = local.backup
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "backup"
    value = "daily"
  }
}

resource "aws_backup_selection" "monthly" {
  name         = "monthly"
  plan_id      = aws_backup_plan.monthly.id
  iam_role_arn = local.backup
  resources    = [aws_db_instance.portal.arn]
}

resource "aws_db_snapshot" "for_suanpan" { # agreed and registered
  db_instance_identifier = aws_db_instance.portal.identifier
  db_snapshot_identifier = "portal-for-suanpan"
  shared_accounts        = ["444455556666"]
}

resource "aws_db_snapshot" "before_move" { # for an account that nobody knows
  db_instance_identifier = aws_db_instance.reports.identifier
  db_snapshot_identifier = "reports-before-move"
  shared_accounts        = ["888899990000"]
}
