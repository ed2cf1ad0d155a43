//! What no token and no setting shows, and who looks for a fault should know.

use agentassist_conformance::document::{OPERATIONS, Operation, Place};

use super::Check;

/// The cause of what an operation needs.
pub(crate) const OPERATION: &str = "operation";
/// The cause of what the vendor's error can mean.
pub(crate) const ERROR_4002: &str = "error-4002";

/// What the vendor's error 4002 stands for, by its message. Seen at other public APIs of Kore.ai:
/// for these operations no error is documented.
const EXPLAINED_4002: &[(&str, &str)] = &[
    ("Invalid JWT token", "the header `auth` holds something that is not a JWT"),
    (
        "Invalid SDK credentials",
        "the header `auth` is missing, the signature is wrong (another secret), or the stream is \
         not one of the app with this `appId` (another account)",
    ),
    (
        "Permission denied. Scope is incorrect!",
        "the app lacks the API scope, or the scope was assigned and the app not published since",
    ),
];

/// The API scope and the headers of each operation, and what the vendor's error 4002 can mean.
pub(crate) fn advice() -> Vec<Check> {
    let operations = OPERATIONS.iter().map(|operation| {
        let headers = headers(operation).join(", ");
        let message = format!("{}: scope {}, headers {headers}", operation.id, operation.scope);
        Check::note(OPERATION, message)
    });
    let meanings = EXPLAINED_4002
        .iter()
        .map(|(message, meaning)| Check::note(ERROR_4002, format!("\"{message}\": {meaning}")));
    let scope = "the scope is assigned to the app, which is then published: no token shows it";
    operations.chain([Check::note(OPERATION, scope)]).chain(meanings).collect()
}

/// The headers that each request of an operation has.
fn headers(operation: &Operation) -> Vec<&'static str> {
    let parameters = operation.parameters.iter();
    let named =
        parameters.filter(|parameter| parameter.place == Place::Header && parameter.required);
    let content_type = operation.request_content_type.as_ref().map(|_| "Content-Type");
    let signed = operation.security.iter().copied();
    signed.chain(named.map(|parameter| parameter.name)).chain(content_type).collect()
}
