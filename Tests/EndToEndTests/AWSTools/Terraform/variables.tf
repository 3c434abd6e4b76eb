# What the first apply sets; `changed.tfvars` has another value for each.

variable "api_name" {
  type    = string
  default = "example"
}

variable "description" {
  type    = string
  default = "API key for client access"
}

variable "binary_media_types" {
  type    = list(string)
  default = ["image/png"]
}

variable "minimum_compression_size" {
  type    = number
  default = 1024
}

variable "tags" {
  type    = map(string)
  default = { team = "shop" }
}

variable "path_part" {
  type    = string
  default = "pets"
}

variable "model_properties" {
  type    = map(map(string))
  default = { name = { type = "string" } }
}

variable "validator_name" {
  type    = string
  default = "nothing"
}

variable "validates" {
  type    = bool
  default = false
}

variable "api_key_required" {
  type    = bool
  default = true
}

variable "operation_name" {
  type    = string
  default = "listPets"
}

variable "request_parameters" {
  type    = map(bool)
  default = { "method.request.querystring.page" = false }
}

variable "request_models" {
  type    = map(string)
  default = {}
}

variable "response_models" {
  type    = map(string)
  default = { "application/json" = "Empty" }
}

variable "response_parameters" {
  type    = map(bool)
  default = { "method.response.header.x-from" = true }
}

variable "timeout_milliseconds" {
  type    = number
  default = 29000
}

variable "request_templates" {
  type    = map(string)
  default = { "application/json" = "{\"statusCode\": 200}" }
}

variable "response_templates" {
  type    = map(string)
  default = { "application/json" = "[\"Rex\"]" }
}

variable "integration_response_parameters" {
  type    = map(string)
  default = { "method.response.header.x-from" = "'mock'" }
}

variable "throttled_status" {
  type    = string
  default = "429"
}

variable "throttled_body" {
  type    = string
  default = "{\"slow\": \"down\"}"
}

variable "stage_variables" {
  type    = map(string)
  default = { host = "example.com" }
}

variable "tracing" {
  type    = bool
  default = false
}

variable "metrics" {
  type    = bool
  default = false
}

variable "stage_rate_limit" {
  type    = number
  default = 1000
}

variable "stage_burst_limit" {
  type    = number
  default = 500
}

variable "key_name" {
  type    = string
  default = "example-api-key"
}

variable "key_description" {
  type    = string
  default = "API key for client access"
}

variable "key_enabled" {
  type    = bool
  default = true
}

variable "customer_id" {
  type    = string
  default = "customer-1"
}

variable "plan_name" {
  type    = string
  default = "example-usage-plan"
}

variable "method_rate_limit" {
  type    = number
  default = 40
}

variable "method_burst_limit" {
  type    = number
  default = 80
}

variable "burst_limit" {
  type    = number
  default = 100
}

variable "rate_limit" {
  type    = number
  default = 50
}

variable "quota_limit" {
  type    = number
  default = 1000
}

variable "quota_offset" {
  type    = number
  default = 0
}

variable "quota_period" {
  type    = string
  default = "MONTH"
}
