# Another value for every argument that can change in place.

api_name                        = "example-changed"
description                     = "changed"
binary_media_types              = ["image/jpeg", "image/webp"]
minimum_compression_size        = 2048
tags                            = { team = "store", tier = "gold" }
path_part                       = "animals"
model_properties                = { name = { type = "string" }, age = { type = "integer" } }
validator_name                  = "nothing-changed"
validates                       = true
api_key_required                = false
operation_name                  = "listAnimals"
request_parameters              = { "method.request.querystring.page" = false, "method.request.header.x-trace" = false }
request_models                  = { "application/json" = "Error" }
response_models                 = { "application/json" = "Pet" }
response_parameters             = { "method.response.header.x-from" = false, "method.response.header.x-more" = true }
timeout_milliseconds            = 5000
request_templates               = { "application/json" = "{\"statusCode\":200}" }
response_templates              = { "application/json" = "[\"Rex\", \"Tom\"]" }
integration_response_parameters = { "method.response.header.x-from" = "'changed'" }
throttled_status                = "430"
throttled_body                  = "{}"
stage_variables                 = { host = "example.org", port = "80" }
tracing                         = true
metrics                         = true
stage_rate_limit                = 2000.5
stage_burst_limit               = 700
key_name                        = "example-api-key-changed"
key_description                 = "changed"
key_enabled                     = false
customer_id                     = "customer-2"
plan_name                       = "example-usage-plan-changed"
method_rate_limit               = 41.5
method_burst_limit              = 81
burst_limit                     = 200
rate_limit                      = 60
quota_limit                     = 7
quota_offset                    = 2
quota_period                    = "WEEK"
