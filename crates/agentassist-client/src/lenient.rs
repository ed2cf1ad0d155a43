//! Reads what the document does not allow but a server may send all the same.

use serde::{Deserialize, Deserializer};

/// Reads a list; `null` is one without items.
pub(crate) fn list<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use crate::generated::types::{BulkDeleteResult, Contact};

    #[test]
    fn null_is_a_list_without_items() {
        let contact: Contact = serde_json::from_str(r#"{"id":"1","address":null}"#).unwrap();
        assert!(contact.address.is_empty());
        let result = r#"{"successfulRecords":[{"id":"1"}],"failedRecords":null}"#;
        let result: BulkDeleteResult = serde_json::from_str(result).unwrap();
        assert_eq!((result.successful_records.len(), result.failed_records.len()), (1, 0));
    }
}
