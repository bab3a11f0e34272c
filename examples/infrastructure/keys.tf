resource "aws_kms_key" "portal" {
  description         = "Data of the portal"
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "${local.account}:root" }, Action = "kms:*", Resource = "*" },
      {
        Effect    = "Allow"
        Principal = { AWS = "${local.account}:role/key-admin" }
        Action    = ["kms:Describe*", "kms:Enable*", "kms:Disable*", "kms:Put*", "kms:ScheduleKeyDeletion"]
        Resource  = "*"
      },
      {
        Effect    = "Allow"
        Principal = { AWS = ["${local.account}:role/portal-app", local.suanpan] }
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
      },
    ]
  })
}

# Never rotated, one role for everything, and the payroll vendor may still decrypt.
resource "aws_kms_key" "reports" {
  description         = "Reports"
  enable_key_rotation = false
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "${local.account}:root" }, Action = "kms:*", Resource = "*" },
      {
        Effect    = "Allow"
        Principal = { AWS = "${local.account}:role/data-team" }
        Action    = ["kms:Put*", "kms:ScheduleKeyDeletion", "kms:Encrypt", "kms:Decrypt"]
        Resource  = "*"
      },
      { Effect = "Allow", Principal = { AWS = local.kuaixin }, Action = "kms:Decrypt", Resource = "*" },
    ]
  })
}

# No policy: who may use it is left to IAM, and the code does not show it.
resource "aws_kms_key" "backups" {
  description         = "Backups"
  enable_key_rotation = true
}
