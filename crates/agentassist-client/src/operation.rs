//! What the document says of an operation beyond its types.

/// One operation of the API; [`OPERATIONS`](crate::generated::OPERATIONS) lists all five.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Operation {
    /// Id in the document, such as `listContacts`.
    pub id: &'static str,
    /// Name of the generated method, such as `list_contacts`.
    pub name: &'static str,
    /// HTTP method.
    pub method: &'static str,
    /// Path with its parameters in braces.
    pub path: &'static str,
    /// HTTP status of an answer of success.
    pub status: u16,
    /// API scope that the caller's JWT app needs (documented).
    pub scope: &'static str,
    /// Whether a request whose answer was lost may be sent again.
    pub retry: RetryClass,
    /// The reason for that class.
    pub retry_why: &'static str,
}

/// Whether a request whose answer was lost may be sent again.
///
/// A request that never reached the API, or that the API refused for its rate limit, changed
/// nothing and may be repeated whatever the class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RetryClass {
    /// The operation changes nothing.
    Safe,
    /// A repeat changes nothing more than the first request did.
    Idempotent,
    /// A repeat would hide what the first request did.
    Never,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generated::OPERATIONS;

    #[test]
    fn the_document_gives_each_operation_its_retry_class() {
        let classes = OPERATIONS.iter().map(|operation| (operation.id, operation.retry));
        assert_eq!(
            classes.collect::<Vec<_>>(),
            [
                ("listContacts", RetryClass::Safe),
                ("updateContact", RetryClass::Idempotent),
                ("deleteContact", RetryClass::Idempotent),
                ("bulkDeleteContacts", RetryClass::Never),
                ("deleteContactList", RetryClass::Idempotent),
            ]
        );
    }
}
