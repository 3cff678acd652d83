# The target `json`. Include as <nlohmann/json.hpp>; only src/pack and file formats beside it do.
# Exceptions are off in the web build: parse with allow_exceptions = false.
summit_headers(json nlohmann-json3-dev)
target_compile_definitions(json INTERFACE JSON_NOEXCEPTION JSON_USE_IMPLICIT_CONVERSIONS=0)
