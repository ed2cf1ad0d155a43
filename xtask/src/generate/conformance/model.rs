//! The operations of the document, with references resolved, as the tables need them.

use serde_json::{Map, Value};

use crate::document::{Document, child};
use crate::generate::GenerateError;

/// One operation.
pub(crate) struct Operation {
    pub(crate) id: String,
    /// In capitals.
    pub(crate) method: String,
    pub(crate) path: String,
    /// JSON pointer into the document.
    pub(crate) pointer: String,
    /// API scope that the caller's app needs; empty where the document names none.
    pub(crate) scope: String,
    /// Names of the headers that carry credentials.
    pub(crate) security: Vec<String>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) request_content_type: Option<RequestContentType>,
    pub(crate) request_body: Option<Body>,
    pub(crate) responses: Vec<Response>,
}

/// One parameter.
pub(crate) struct Parameter {
    pub(crate) name: String,
    /// `Path`, `Query` or `Header`.
    pub(crate) place: &'static str,
    pub(crate) required: bool,
    /// JSON pointer of its schema.
    pub(crate) schema: String,
    pub(crate) pointer: String,
    pub(crate) evidence: Evidence,
}

/// The content type that each request has to name, with a body or without.
pub(crate) struct RequestContentType {
    pub(crate) value: String,
    pub(crate) evidence: Evidence,
}

/// One documented answer.
pub(crate) struct Response {
    pub(crate) status: Status,
    /// As the document writes it: `200`, `4XX`.
    pub(crate) status_text: String,
    pub(crate) known_statuses: Vec<u16>,
    pub(crate) pointer: String,
    pub(crate) body: Option<Body>,
    pub(crate) evidence: Evidence,
}

/// The statuses that an answer is documented for.
pub(crate) enum Status {
    Exact(u16),
    /// The first digit.
    Class(u8),
}

/// A body of one media type.
pub(crate) struct Body {
    pub(crate) media_type: String,
    pub(crate) required: bool,
    /// JSON pointer of its schema.
    pub(crate) schema: String,
}

/// How a part of the document is known.
pub(crate) enum Evidence {
    Documented,
    Marked { basis: &'static str, why: String },
}

const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// Reads all operations, in the document's order.
pub(crate) fn operations(document: &Document) -> Result<Vec<Operation>, GenerateError> {
    let mut operations = Vec::new();
    for (path, item) in object(document.value.get("paths")) {
        for (method, operation) in object(Some(item)) {
            if METHODS.contains(&method.as_str()) {
                let pointer = child(&child("/paths", path), method);
                operations.push(read_operation(document, path, method, operation, pointer)?);
            }
        }
    }
    Ok(operations)
}

fn read_operation(
    document: &Document,
    path: &str,
    method: &str,
    operation: &Value,
    pointer: String,
) -> Result<Operation, GenerateError> {
    let parameters = list(operation.get("parameters"))
        .enumerate()
        .map(|(index, parameter)| {
            read_parameter(document, parameter, &format!("{pointer}/parameters/{index}"))
        })
        .collect::<Result<_, _>>()?;
    let request_body = match operation.get("requestBody") {
        Some(body) => {
            let at = target(body, &child(&pointer, "requestBody"));
            let body = document.resolve(body);
            let required = body.get("required") == Some(&Value::Bool(true));
            read_body(body, &at)?.map(|found| Body { required, ..found })
        }
        None => None,
    };
    let responses = object(operation.get("responses"))
        .map(|(status, response)| {
            let at = child(&child(&pointer, "responses"), status);
            read_response(document, status, response, &at)
        })
        .collect::<Result<_, _>>()?;
    let request_content_type = operation.get("x-request-content-type").map(|required| {
        RequestContentType { value: text(required.get("value")), evidence: evidence(required) }
    });
    Ok(Operation {
        id: text(operation.get("operationId")),
        method: method.to_uppercase(),
        path: path.to_owned(),
        scope: text(operation.get("x-api-scope")),
        security: security_headers(document, operation),
        parameters,
        request_content_type,
        request_body,
        responses,
        pointer,
    })
}

fn read_parameter(
    document: &Document,
    parameter: &Value,
    at: &str,
) -> Result<Parameter, GenerateError> {
    let pointer = target(parameter, at);
    let parameter = document.resolve(parameter);
    let place = match parameter.get("in").and_then(Value::as_str) {
        Some("path") => "Path",
        Some("query") => "Query",
        Some("header") => "Header",
        _ => return Err(construct(&pointer, "a parameter is in `path`, `query` or `header`")),
    };
    Ok(Parameter {
        name: text(parameter.get("name")),
        place,
        required: parameter.get("required") == Some(&Value::Bool(true)),
        schema: schema_pointer(parameter, &pointer)?,
        evidence: evidence(parameter),
        pointer,
    })
}

fn read_response(
    document: &Document,
    status: &str,
    response: &Value,
    at: &str,
) -> Result<Response, GenerateError> {
    let pointer = target(response, at);
    let response = document.resolve(response);
    Ok(Response {
        status: read_status(status)
            .ok_or_else(|| construct(&pointer, "a status is a number or a class such as `4XX`"))?,
        status_text: status.to_owned(),
        known_statuses: list(response.get("x-known-statuses"))
            .filter_map(|status| status.as_u64().and_then(|status| u16::try_from(status).ok()))
            .collect(),
        body: read_body(response, &pointer)?,
        evidence: evidence(response),
        pointer,
    })
}

fn read_status(text: &str) -> Option<Status> {
    match text.strip_suffix("XX") {
        Some(digit) => digit.parse().ok().filter(|digit| (1..6).contains(digit)).map(Status::Class),
        None => text.parse().ok().filter(|code| (100..600).contains(code)).map(Status::Exact),
    }
}

/// Reads the one content of a request or an answer; more than one is more than progenitor takes.
fn read_body(carrier: &Value, pointer: &str) -> Result<Option<Body>, GenerateError> {
    let content = object(carrier.get("content")).collect::<Vec<_>>();
    match content.as_slice() {
        [] => Ok(None),
        [(media_type, value)] => Ok(Some(Body {
            media_type: (*media_type).clone(),
            required: true,
            schema: schema_pointer(value, &child(&child(pointer, "content"), media_type))?,
        })),
        _ => Err(construct(pointer, "only one media type for each body is supported")),
    }
}

fn schema_pointer(carrier: &Value, pointer: &str) -> Result<String, GenerateError> {
    match carrier.get("schema") {
        Some(schema) => Ok(target(schema, &child(pointer, "schema"))),
        None => Err(construct(pointer, "a schema is missing")),
    }
}

/// Where a value really stands: the target of its reference, or its own place.
fn target(value: &Value, at: &str) -> String {
    let reference = value.get("$ref").and_then(Value::as_str);
    reference.and_then(|reference| reference.strip_prefix('#')).unwrap_or(at).to_owned()
}

/// The headers of the `apiKey` schemes that an operation demands, or else the whole document.
fn security_headers(document: &Document, operation: &Value) -> Vec<String> {
    let demanded = operation.get("security").or_else(|| document.value.get("security"));
    let schemes = document.value.pointer("/components/securitySchemes");
    list(demanded)
        .flat_map(|requirement| object(Some(requirement)))
        .filter_map(|(name, _)| schemes?.get(name))
        .filter(|scheme| scheme["type"] == "apiKey" && scheme["in"] == "header")
        .map(|scheme| text(scheme.get("name")))
        .collect()
}

fn evidence(value: &Value) -> Evidence {
    let mark = &value["x-evidence"];
    let basis = match mark["basis"].as_str() {
        Some("sample") => "Sample",
        Some("assumed") => "Assumed",
        _ => return Evidence::Documented,
    };
    Evidence::Marked { basis, why: text(mark.get("why")) }
}

pub(crate) fn construct(pointer: &str, problem: &str) -> GenerateError {
    GenerateError::Construct { pointer: pointer.to_owned(), problem: problem.to_owned() }
}

fn text(value: Option<&Value>) -> String {
    value.and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn object(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flat_map(Map::iter)
}

fn list(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    value.and_then(Value::as_array).into_iter().flatten()
}
