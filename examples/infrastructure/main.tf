# The client portal, which is to move into the cloud: invented, as all of this organisation. plan.json is its plan.
terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region              = var.region
  allowed_account_ids = ["123456789012"]
}

locals {
  account = "arn:aws-cn:iam::123456789012"
  backup  = "${local.account}:role/service-role/AWSBackupDefaultServiceRole"
  suanpan = "arn:aws-cn:iam::444455556666:role/sync"  # the bookkeeping software
  kuaixin = "arn:aws-cn:iam::555566667777:role/print" # payroll, until August
}
