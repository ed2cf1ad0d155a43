//! Tells the API's own "not found" from that of another server, and of another thing.

use serde_json::Value;

use super::Answer;
use crate::engine::Envelope;
use crate::generated::{DELETE_CONTACT, DELETE_CONTACT_LIST, UPDATE_CONTACT};

/// The fields of which an envelope of the platform has at least one; a gateway's has none.
const OF_ENVELOPES: &[&str] = &["errors", "code", "status"];

/// Words that name nothing.
const PLAIN: &[&str] = &[
    "a", "an", "already", "be", "been", "could", "deleted", "does", "doesn", "error", "exist",
    "exists", "failed", "for", "found", "given", "gone", "has", "id", "invalid", "is", "it", "no",
    "not", "of", "record", "resource", "such", "t", "that", "the", "there", "this", "to",
    "unknown", "was", "with",
];

/// Whether an answer of "not found" is about what the operation names. How the API says so is not
/// documented; other operations of the platform name first what is missing ("Test Suite not found").
pub(super) fn is_told(operation: &str, answer: &Answer) -> bool {
    let is_list = match operation {
        id if id == DELETE_CONTACT_LIST.id => true,
        id if id == UPDATE_CONTACT.id || id == DELETE_CONTACT.id => false,
        // It names nothing that could be missing: its path is not there.
        _ => return false,
    };
    let body: Value = serde_json::from_str(answer.excerpt()).unwrap_or_default();
    let message = Envelope::read(answer.excerpt().as_bytes()).message.unwrap_or_default();
    OF_ENVELOPES.iter().any(|field| body.get(field).is_some()) && speaks_of(is_list, &message)
}

/// Whether the first thing that a message names is a contact list, or a contact, or there is none.
fn speaks_of(is_list: bool, message: &str) -> bool {
    let message = message.to_ascii_lowercase();
    let mut words = message
        .split(|char: char| !char.is_alphanumeric())
        .filter(|word| !word.is_empty() && !word.contains(|char: char| char.is_ascii_digit()))
        .skip_while(|word| PLAIN.contains(word));
    match (words.next(), words.next()) {
        (None, _) => true,
        (Some("contact"), Some("list" | "lists")) | (Some("contactlist" | "list"), _) => is_list,
        (Some("contact" | "contacts" | "contactid"), _) => !is_list,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_message_names_first_is_what_is_missing() {
        for (message, contact, list) in [
            ("", true, true),
            ("Not found", true, true),
            ("There is no such resource", true, true),
            ("Contact not found", true, false),
            ("The contact with id 667e48f7 does not exist in stream st-1", true, false),
            ("Contact list not found", false, true),
            ("ContactList cl-1 not found", false, true),
            ("Stream not found", false, false),
            ("Test Suite not found", false, false),
            ("Conversation not found for the given session id.", false, false),
        ] {
            assert_eq!((speaks_of(false, message), speaks_of(true, message)), (contact, list));
        }
    }
}
