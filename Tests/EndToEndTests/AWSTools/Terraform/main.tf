# The tutorial's configuration, completed to one that works: an API whose GET needs a key, a plan and a key.
# Endpoint, region and credentials come from the environment. The tutorial writes `throttle` and `quota` where the
# provider's blocks are `throttle_settings` and `quota_settings`.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {}

resource "aws_api_gateway_rest_api" "example" {
  name           = var.api_name
  description    = var.description
  api_key_source = "HEADER"

  binary_media_types       = var.binary_media_types
  minimum_compression_size = var.minimum_compression_size
  tags                     = var.tags

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_resource" "example" {
  rest_api_id = aws_api_gateway_rest_api.example.id
  parent_id   = aws_api_gateway_rest_api.example.root_resource_id
  path_part   = var.path_part
}

resource "aws_api_gateway_model" "example" {
  rest_api_id  = aws_api_gateway_rest_api.example.id
  name         = "Pet"
  description  = var.description
  content_type = "application/json"
  schema       = jsonencode({ type = "object", properties = var.model_properties })
}

resource "aws_api_gateway_request_validator" "example" {
  rest_api_id                 = aws_api_gateway_rest_api.example.id
  name                        = var.validator_name
  validate_request_body       = var.validates
  validate_request_parameters = var.validates
}

resource "aws_api_gateway_method" "example_method" {
  rest_api_id          = aws_api_gateway_rest_api.example.id
  resource_id          = aws_api_gateway_resource.example.id
  http_method          = "GET"
  authorization        = "NONE"
  api_key_required     = var.api_key_required
  operation_name       = var.operation_name
  request_parameters   = var.request_parameters
  request_models       = var.request_models
  request_validator_id = aws_api_gateway_request_validator.example.id
  depends_on           = [aws_api_gateway_model.example]
}

resource "aws_api_gateway_method_response" "example" {
  rest_api_id         = aws_api_gateway_rest_api.example.id
  resource_id         = aws_api_gateway_resource.example.id
  http_method         = aws_api_gateway_method.example_method.http_method
  status_code         = "200"
  response_models     = var.response_models
  response_parameters = var.response_parameters
}

resource "aws_api_gateway_integration" "example" {
  rest_api_id          = aws_api_gateway_rest_api.example.id
  resource_id          = aws_api_gateway_resource.example.id
  http_method          = aws_api_gateway_method.example_method.http_method
  type                 = "MOCK"
  passthrough_behavior = "WHEN_NO_MATCH"
  timeout_milliseconds = var.timeout_milliseconds
  request_templates    = var.request_templates
}

resource "aws_api_gateway_integration_response" "example" {
  rest_api_id         = aws_api_gateway_rest_api.example.id
  resource_id         = aws_api_gateway_resource.example.id
  http_method         = aws_api_gateway_integration.example.http_method
  status_code         = aws_api_gateway_method_response.example.status_code
  response_templates  = var.response_templates
  response_parameters = var.integration_response_parameters
}

resource "aws_api_gateway_gateway_response" "example" {
  rest_api_id         = aws_api_gateway_rest_api.example.id
  response_type       = "THROTTLED"
  status_code         = var.throttled_status
  response_templates  = { "application/json" = var.throttled_body }
  response_parameters = { "gatewayresponse.header.x-why" = "'throttled'" }
}

resource "aws_api_gateway_documentation_part" "example" {
  rest_api_id = aws_api_gateway_rest_api.example.id
  properties  = jsonencode({ description = var.description })

  location {
    type   = "METHOD"
    method = "GET"
    path   = "/pets"
  }
}

resource "aws_api_gateway_deployment" "example" {
  rest_api_id = aws_api_gateway_rest_api.example.id
  description = var.description
  depends_on = [
    aws_api_gateway_integration_response.example, aws_api_gateway_gateway_response.example,
  ]
}

resource "aws_api_gateway_stage" "example" {
  rest_api_id          = aws_api_gateway_rest_api.example.id
  deployment_id        = aws_api_gateway_deployment.example.id
  stage_name           = "prod"
  description          = var.description
  variables            = var.stage_variables
  xray_tracing_enabled = var.tracing
  tags                 = var.tags
}

resource "aws_api_gateway_method_settings" "example" {
  rest_api_id = aws_api_gateway_rest_api.example.id
  stage_name  = aws_api_gateway_stage.example.stage_name
  method_path = "*/*"

  settings {
    metrics_enabled        = var.metrics
    throttling_rate_limit  = var.stage_rate_limit
    throttling_burst_limit = var.stage_burst_limit
  }
}

resource "aws_api_gateway_api_key" "example_key" {
  name        = var.key_name
  description = var.key_description
  enabled     = var.key_enabled
  customer_id = var.customer_id
  tags        = var.tags
}

resource "aws_api_gateway_usage_plan" "example_plan" {
  name        = var.plan_name
  description = var.description
  tags        = var.tags

  api_stages {
    api_id = aws_api_gateway_rest_api.example.id
    stage  = aws_api_gateway_stage.example.stage_name

    throttle {
      path        = "/${aws_api_gateway_resource.example.path_part}/GET"
      rate_limit  = var.method_rate_limit
      burst_limit = var.method_burst_limit
    }
  }

  throttle_settings {
    burst_limit = var.burst_limit
    rate_limit  = var.rate_limit
  }

  quota_settings {
    limit  = var.quota_limit
    offset = var.quota_offset
    period = var.quota_period
  }
}

resource "aws_api_gateway_usage_plan_key" "example_key_association" {
  key_id        = aws_api_gateway_api_key.example_key.id
  key_type      = "API_KEY"
  usage_plan_id = aws_api_gateway_usage_plan.example_plan.id
}

output "imports" {
  description = "What `terraform import` takes for each resource."
  value = {
    "aws_api_gateway_rest_api.example" = aws_api_gateway_rest_api.example.id
    "aws_api_gateway_resource.example" = join("/", [
      aws_api_gateway_rest_api.example.id, aws_api_gateway_resource.example.id,
    ])
    "aws_api_gateway_model.example" = "${aws_api_gateway_rest_api.example.id}/Pet"
    "aws_api_gateway_request_validator.example" = join("/", [
      aws_api_gateway_rest_api.example.id, aws_api_gateway_request_validator.example.id,
    ])
    "aws_api_gateway_method.example_method" = join("/", [
      aws_api_gateway_rest_api.example.id, aws_api_gateway_resource.example.id, "GET",
    ])
    "aws_api_gateway_method_response.example" = join("/", [
      aws_api_gateway_rest_api.example.id, aws_api_gateway_resource.example.id, "GET", "200",
    ])
    "aws_api_gateway_integration.example" = join("/", [
      aws_api_gateway_rest_api.example.id, aws_api_gateway_resource.example.id, "GET",
    ])
    "aws_api_gateway_integration_response.example" = join("/", [
      aws_api_gateway_rest_api.example.id, aws_api_gateway_resource.example.id, "GET", "200",
    ])
    "aws_api_gateway_documentation_part.example" = aws_api_gateway_documentation_part.example.id
    "aws_api_gateway_gateway_response.example" = "${aws_api_gateway_rest_api.example.id}/THROTTLED"
    "aws_api_gateway_deployment.example" = join("/", [
      aws_api_gateway_rest_api.example.id, aws_api_gateway_deployment.example.id,
    ])
    "aws_api_gateway_stage.example"           = "${aws_api_gateway_rest_api.example.id}/prod"
    "aws_api_gateway_method_settings.example" = "${aws_api_gateway_rest_api.example.id}/prod/*/*"
    "aws_api_gateway_api_key.example_key"     = aws_api_gateway_api_key.example_key.id
    "aws_api_gateway_usage_plan.example_plan" = aws_api_gateway_usage_plan.example_plan.id
    "aws_api_gateway_usage_plan_key.example_key_association" = join("/", [
      aws_api_gateway_usage_plan.example_plan.id, aws_api_gateway_api_key.example_key.id,
    ])
  }
}

output "path" {
  description = "Where the gateway serves the method."
  value = join("/", [
    "", aws_api_gateway_rest_api.example.id, aws_api_gateway_stage.example.stage_name,
    aws_api_gateway_resource.example.path_part,
  ])
}

output "key" {
  value     = aws_api_gateway_api_key.example_key.value
  sensitive = true
}
