resource "aws_db_parameter_group" "portal" {
  name   = "portal"
  family = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
  parameter {
    name  = "ssl_min_protocol_version"
    value = "TLSv1.2"
  }
  parameter {
    name  = "ssl_ciphers"
    value = "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256"
  }
  parameter {
    name  = "log_connections"
    value = "1"
  }
  parameter {
    name  = "log_statement"
    value = "all"
  }
}

resource "aws_db_instance" "portal" {
  identifier                      = "portal"
  engine                          = "postgres"
  engine_version                  = "16.8"
  instance_class                  = "db.m6g.large"
  allocated_storage               = 100
  username                        = "portal_owner"
  manage_master_user_password     = true
  storage_encrypted               = true
  kms_key_id                      = aws_kms_key.portal.arn
  parameter_group_name            = aws_db_parameter_group.portal.name
  vpc_security_group_ids          = [aws_security_group.portal_db.id]
  publicly_accessible             = false
  enabled_cloudwatch_logs_exports = ["postgresql"]
  backup_retention_period         = 14
  deletion_protection             = true
  final_snapshot_identifier       = "portal-final"
  tags                            = { data_level = "sensitive", env = "prod" }
}

# Open to the world, not encrypted, one day of backups, and its password stands here.
resource "aws_db_instance" "reports" {
  identifier              = "reports"
  engine                  = "mysql"
  engine_version          = "8.0.40"
  instance_class          = "db.t3.medium"
  allocated_storage       = 50
  username                = "report"
  password                = "made-up-reports"
  vpc_security_group_ids  = [aws_security_group.reports_db.id]
  publicly_accessible     = true
  backup_retention_period = 1
  skip_final_snapshot     = true
  tags                    = { data_level = "personal", env = "prod" }
}

resource "aws_db_instance" "trial" {
  identifier             = "trial"
  engine                 = "postgres"
  engine_version         = "16.8"
  instance_class         = "db.t3.micro"
  allocated_storage      = 20
  username               = "trial"
  password               = var.trial_password
  storage_encrypted      = true
  vpc_security_group_ids = [aws_security_group.portal_db.id]
  skip_final_snapshot    = true
  tags                   = { env = "staging" }
}
