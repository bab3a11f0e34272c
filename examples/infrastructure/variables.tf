variable "region" {
  type    = string
  default = "cn-north-1"
}

variable "vpc_id" {
  type    = string
  default = "vpc-0a1b2c3d4e5f60718"
}

variable "subnet_ids" {
  type    = list(string)
  default = ["subnet-0a1b2c3d4e5f60718", "subnet-0b2c3d4e5f6071829"]
}

variable "mail_token" {
  type      = string
  sensitive = true
}

variable "trial_password" { # nobody has to give one, so nobody does
  type      = string
  default   = "made-up-trial"
  sensitive = true
}
