//! What breaks a schema, in words that show no value.

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError};

use crate::report::counted;
use crate::schema_walk::kind_of;

/// What is wrong with a value, in words, without the value.
pub(super) fn say(error: &ValidationError<'_>) -> String {
    let kind = || kind_of(error.instance());
    match error.kind() {
        ValidationErrorKind::Type { kind: TypeKind::Single(expected) } => {
            format!("{} where {} belongs", article(kind()), article(type_name(*expected)))
        }
        ValidationErrorKind::Required { property } => {
            format!("the property `{}` is missing", property.as_str().unwrap_or_default())
        }
        ValidationErrorKind::Format { format } if format == "date-time" => {
            "not a date and time as in RFC 3339 (`2026-01-09T05:20:39.374Z`)".to_owned()
        }
        ValidationErrorKind::Format { format } => format!("not of the format `{format}`"),
        ValidationErrorKind::Minimum { limit } => format!("less than {limit}"),
        ValidationErrorKind::Maximum { limit } => format!("more than {limit}"),
        ValidationErrorKind::MinLength { limit } => {
            format!("shorter than {}", counted(*limit, "character"))
        }
        ValidationErrorKind::AnyOf { .. } | ValidationErrorKind::OneOfNotValid { .. } => {
            format!("{} that is none of the alternatives", article(kind()))
        }
        other => format!("{} that breaks `{}`", article(kind()), other.keyword()),
    }
}

fn type_name(expected: JsonType) -> &'static str {
    match expected {
        JsonType::Array => "array",
        JsonType::Boolean => "boolean",
        JsonType::Integer => "integer",
        JsonType::Null => "null",
        JsonType::Number => "number",
        JsonType::Object => "object",
        JsonType::String => "string",
    }
}

fn article(noun: &str) -> String {
    match noun {
        "null" => noun.to_owned(),
        "array" | "integer" | "object" => format!("an {noun}"),
        _ => format!("a {noun}"),
    }
}
