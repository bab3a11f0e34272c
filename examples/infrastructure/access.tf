data "aws_iam_policy_document" "machines" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com.cn"]
    }
  }
}

resource "aws_iam_role" "portal_app" {
  name               = "portal-app"
  assume_role_policy = data.aws_iam_policy_document.machines.json
}

resource "aws_iam_role_policy" "portal_app" {
  name = "uploads"
  role = aws_iam_role.portal_app.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject"]
      Resource = "arn:aws-cn:s3:::hengxin-portal-uploads/*"
    }]
  })
}

resource "aws_iam_role" "suanpan" {
  name = "suanpan"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = local.suanpan }
      Condition = { StringEquals = { "sts:ExternalId" = "hengxin" } }
    }]
  })
}

# Whoever did the last move, from an account that nobody knows.
resource "aws_iam_role" "mover" {
  name = "mover"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws-cn:iam::888899990000:root" } }]
  })
}

resource "aws_iam_role_policy_attachment" "mover" {
  role       = aws_iam_role.mover.name
  policy_arn = "arn:aws-cn:iam::aws:policy/AdministratorAccess"
}

# A partner to come: the external id is made when this is applied.
resource "terraform_data" "partner" {}

resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws-cn:iam::999900001111:root" }
      Condition = { StringEquals = { "sts:ExternalId" = terraform_data.partner.id } }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "partner" { # a policy that stands nowhere here
  role       = aws_iam_role.partner.name
  policy_arn = "${local.account}:policy/from-before"
}

# Deploys; with what it may do, it may do anything.
resource "aws_iam_user" "deploy" {
  name = "deploy"
}

resource "aws_iam_user_policy" "deploy" {
  name = "deploy"
  user = aws_iam_user.deploy.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"], Resource = "*" },
      { Effect = "Allow", Action = "s3:*", Resource = "*" },
    ]
  })
}

# Nobody has it, yet.
resource "aws_iam_policy" "everything" {
  name   = "everything"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}
