resource "aws_cloudtrail" "account" {
  name                       = "account"
  s3_bucket_name             = aws_s3_bucket.trail.bucket
  is_multi_region_trail      = true
  enable_log_file_validation = true
}

resource "aws_cloudwatch_log_group" "portal" {
  name              = "/aws/rds/instance/portal/postgresql"
  retention_in_days = 400
}

resource "aws_cloudwatch_log_group" "web" {
  name              = "web"
  retention_in_days = 90
}
