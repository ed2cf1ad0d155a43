//! Changes as a JSON object: what would be left out without a word is refused.

use std::fmt;

use agentassist_client::generated::types::{CellPhoneUpdate, ContactUpdate};
use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::rows;

/// Reads changes; the error does not show what they are.
pub(super) fn changes(text: &str) -> Result<ContactUpdate, String> {
    let value: Node = serde_json::from_str(text)
        .map_err(|error| format!("it is not JSON, from line {} on", error.line()))?;
    let Node::Object(fields) = value else { return Err("it is not a JSON object".to_owned()) };
    once(&fields)?;
    let mut update = ContactUpdate::default();
    for (name, value) in fields {
        match name.as_str() {
            "firstName" => update.first_name = Some(text_of(&name, value)?),
            "lastName" => update.last_name = Some(text_of(&name, value)?),
            "salutation" => update.salutation = Some(text_of(&name, value)?),
            "cellPhone" => update.cell_phone = Some(phone(value)?),
            _ => return Err(unknown(&name, "firstName, lastName, salutation and cellPhone")),
        }
    }
    Ok(update)
}

fn phone(value: Node) -> Result<CellPhoneUpdate, String> {
    let Node::Object(fields) = value else {
        return Err("`cellPhone` is not an object".to_owned());
    };
    once(&fields)?;
    let mut update = CellPhoneUpdate::default();
    for (name, value) in fields {
        match name.as_str() {
            "phoneNumber" => update.phone_number = Some(text_of(&name, value)?),
            "countryCode" => update.country_code = Some(text_of(&name, value)?),
            "extension" => update.extension = Some(text_of(&name, value)?),
            _ => {
                let known = "phoneNumber, countryCode and extension of `cellPhone`";
                return Err(unknown(&name, known));
            }
        }
    }
    if update == CellPhoneUpdate::default() {
        return Err("`cellPhone` says nothing to change".to_owned());
    }
    Ok(update)
}

fn text_of(name: &str, value: Node) -> Result<String, String> {
    match value {
        Node::Text(text) => Ok(text),
        Node::Null => Err(format!(
            "`{name}` is null, which the API is not known to take: leave it out to keep it as it is"
        )),
        _ => Err(format!("`{name}` is not a text in quotes")),
    }
}

fn unknown(name: &str, known: &str) -> String {
    format!("only {known} can be changed, not `{}`", rows::printable(name))
}

/// Of a name that stands there twice, one value would be lost.
fn once(fields: &[(String, Node)]) -> Result<(), String> {
    let doubled = fields
        .iter()
        .enumerate()
        .find(|(index, (name, _))| fields[..*index].iter().any(|(other, _)| other == name));
    match doubled {
        Some((_, (name, _))) => Err(format!("`{}` is there twice", rows::printable(name))),
        None => Ok(()),
    }
}

/// As much of a value as matters here, with all names of an object.
enum Node {
    Text(String),
    Null,
    Object(Vec<(String, Self)>),
    Other,
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyNode)
    }
}

struct AnyNode;

impl<'de> Visitor<'de> for AnyNode {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Node::Object(fields))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Node::Other)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Node, E> {
        Ok(Node::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_taken_as_they_stand_there() {
        let text = r#"{"firstName": "Ada", "cellPhone": {"countryCode": "+91", "extension": ""}}"#;
        let update = changes(text).unwrap();
        assert_eq!((update.first_name.as_deref(), update.last_name), (Some("Ada"), None));
        let phone = update.cell_phone.unwrap();
        assert_eq!(phone.country_code.as_deref(), Some("+91"));
        assert_eq!((phone.extension.as_deref(), phone.phone_number), (Some(""), None));
    }

    #[test]
    fn what_would_be_lost_without_a_word_is_refused() {
        for (text, problem) in [
            (
                r#"{"fullName": "Ada"}"#,
                "only firstName, lastName, salutation and cellPhone can be changed, not `fullName`",
            ),
            (
                r#"{"cellPhone": {"number": "1"}}"#,
                "only phoneNumber, countryCode and extension of `cellPhone` can be changed, not \
                 `number`",
            ),
            (
                r#"{"firstName": null}"#,
                "`firstName` is null, which the API is not known to take: leave it out to keep it \
                 as it is",
            ),
            (r#"{"firstName": "Ada", "firstName": "Grace"}"#, "`firstName` is there twice"),
            (
                r#"{"cellPhone": {"extension": "1", "extension": "1"}}"#,
                "`extension` is there twice",
            ),
            (r#"{"cellPhone": {}}"#, "`cellPhone` says nothing to change"),
            (r#"{"cellPhone": null}"#, "`cellPhone` is not an object"),
        ] {
            assert_eq!(changes(text).unwrap_err(), problem);
        }
    }

    #[test]
    fn no_error_shows_a_value() {
        for text in [
            "Ada",
            "[\"Ada\"]",
            r#"{"firstName": 5550100}"#,
            r#"{"firstName": -5550100.5}"#,
            r#"{"firstName": ["Ada"]}"#,
            r#"{"firstName": {"Ada": true}}"#,
            r#"{"cellPhone": "5550100"}"#,
        ] {
            let problem = changes(text).unwrap_err();
            assert!(!problem.contains("Ada") && !problem.contains("5550100"), "{problem}");
        }
    }
}
