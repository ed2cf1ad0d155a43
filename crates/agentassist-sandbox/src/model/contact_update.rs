//! The changes that a caller asks for, and what they do to a contact.

use serde_json::{Map, Value};
use thiserror::Error;
use utoipa::ToSchema;

use super::{CellPhone, Contact};

/// The changes to a contact. A field that is absent stays as it is.
#[derive(Debug, Default, PartialEq, Eq, ToSchema)]
#[schema(rename_all = "camelCase")]
pub(crate) struct ContactUpdate {
    /// New first name.
    #[schema(nullable = false)]
    pub(crate) first_name: Option<String>,
    /// New last name.
    #[schema(nullable = false)]
    pub(crate) last_name: Option<String>,
    /// New salutation or title.
    #[schema(nullable = false)]
    pub(crate) salutation: Option<String>,
    #[schema(nullable = false)]
    pub(crate) cell_phone: Option<CellPhoneUpdate>,
}

/// The changes to a contact's mobile phone.
#[derive(Debug, Default, PartialEq, Eq, ToSchema)]
#[schema(rename_all = "camelCase")]
pub(crate) struct CellPhoneUpdate {
    /// The number; the country code is put in front unless it already begins with `+`.
    #[schema(nullable = false)]
    pub(crate) phone_number: Option<String>,
    /// Calling code of the country, such as `+91`.
    #[schema(nullable = false)]
    pub(crate) country_code: Option<String>,
    /// Dialling prefix, such as `+`.
    #[schema(nullable = false)]
    pub(crate) extension: Option<String>,
}

/// A body that is JSON and still not what the operation takes.
///
/// The message names fields and kinds, and never a value: a value may be personal.
#[derive(Debug, PartialEq, Eq, Error)]
pub(crate) enum InvalidBody {
    #[error("the body must be a JSON object")]
    NotAnObject,
    #[error("{field} is missing")]
    Missing { field: &'static str },
    #[error("{field} must be {wanted}, not {found}")]
    WrongKind { field: &'static str, wanted: &'static str, found: &'static str },
    #[error("{field} must name at least one contact")]
    Empty { field: &'static str },
    #[error("{field} names {found} contacts, of which at most {most} may be deleted at once")]
    TooMany { field: &'static str, found: usize, most: usize },
}

impl InvalidBody {
    pub(super) fn wrong_kind(field: &'static str, wanted: &'static str, found: &Value) -> Self {
        let found = match found {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        };
        Self::WrongKind { field, wanted, found }
    }
}

impl ContactUpdate {
    /// Reads the changes from a body; fields that it does not know are passed over.
    pub(crate) fn from_json(body: &Value) -> Result<Self, InvalidBody> {
        let body = body.as_object().ok_or(InvalidBody::NotAnObject)?;
        let cell_phone = match body.get("cellPhone") {
            None => None,
            Some(Value::Object(phone)) => Some(CellPhoneUpdate::from_json(phone)?),
            Some(other) => return Err(InvalidBody::wrong_kind("cellPhone", "an object", other)),
        };
        Ok(Self {
            first_name: text(body, "firstName", "firstName")?,
            last_name: text(body, "lastName", "lastName")?,
            salutation: text(body, "salutation", "salutation")?,
            cell_phone,
        })
    }

    /// Makes the changes. Who changed the contact, and when, is not decided here.
    pub(crate) fn apply_to(self, contact: &mut Contact) {
        if let Some(first_name) = self.first_name {
            contact.first_name = first_name;
        }
        if let Some(last_name) = self.last_name {
            contact.last_name = last_name;
        }
        if let Some(salutation) = self.salutation {
            contact.salutation = salutation;
        }
        if let Some(cell_phone) = self.cell_phone {
            cell_phone.apply_to(&mut contact.cell_phone);
        }
        contact.full_name = Contact::full_name(&contact.first_name, &contact.last_name);
    }
}

impl CellPhoneUpdate {
    fn from_json(phone: &Map<String, Value>) -> Result<Self, InvalidBody> {
        Ok(Self {
            phone_number: text(phone, "phoneNumber", "cellPhone.phoneNumber")?,
            country_code: text(phone, "countryCode", "cellPhone.countryCode")?,
            extension: text(phone, "extension", "cellPhone.extension")?,
        })
    }

    fn apply_to(self, phone: &mut CellPhone) {
        let number = match (&self.phone_number, &self.country_code) {
            (Some(number), Some(country_code)) => Some(joined(country_code, number)),
            (Some(number), None) => Some(joined(&phone.country_code, number)),
            // Only the country changes: its code moves out from in front of the number.
            (None, Some(country_code)) => {
                let number = phone.phone_number.strip_prefix(&phone.country_code);
                Some(joined(country_code, number.unwrap_or(&phone.phone_number)))
            }
            (None, None) => None,
        };
        if let Some(number) = number {
            phone.phone_number = number;
        }
        if let Some(country_code) = self.country_code {
            phone.country_code = country_code;
        }
        if let Some(extension) = self.extension {
            phone.extension = extension;
        }
    }
}

/// Puts the country code in front of a number that lacks one; no number stays no number.
fn joined(country_code: &str, number: &str) -> String {
    if number.is_empty() || number.starts_with('+') {
        number.to_owned()
    } else {
        format!("{country_code}{number}")
    }
}

/// Reads the text of `field`, which errors call by its full `name`.
fn text(
    object: &Map<String, Value>,
    field: &str,
    name: &'static str,
) -> Result<Option<String>, InvalidBody> {
    match object.get(field) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(other) => Err(InvalidBody::wrong_kind(name, "a string", other)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Applies the `cellPhone` of a body to the number +91 95501 and returns what became of it.
    fn phone_after(update: &Value) -> [String; 3] {
        let mut phone = CellPhone {
            extension: "+".into(),
            phone_number: "+9195501".into(),
            country_code: "+91".into(),
        };
        let update = ContactUpdate::from_json(&json!({ "cellPhone": update })).unwrap();
        update.cell_phone.unwrap().apply_to(&mut phone);
        [phone.country_code, phone.phone_number, phone.extension]
    }

    #[test]
    fn the_country_code_is_joined_to_a_number_without_one() {
        assert_eq!(
            phone_after(&json!({"phoneNumber": "95501xxxxx", "countryCode": "+44"})),
            ["+44", "+4495501xxxxx", "+"]
        );
        assert_eq!(phone_after(&json!({"phoneNumber": "88800"})), ["+91", "+9188800", "+"]);
    }

    #[test]
    fn a_number_that_begins_with_a_plus_stays_as_it_is() {
        assert_eq!(
            phone_after(&json!({"phoneNumber": "+447700900001", "countryCode": "+91"})),
            ["+91", "+447700900001", "+"]
        );
    }

    #[test]
    fn a_new_country_code_takes_the_place_of_the_old_one() {
        assert_eq!(phone_after(&json!({"countryCode": "+44"})), ["+44", "+4495501", "+"]);
        assert_eq!(phone_after(&json!({"countryCode": "+91"})), ["+91", "+9195501", "+"]);
    }

    #[test]
    fn a_phone_is_merged_field_by_field() {
        assert_eq!(phone_after(&json!({"extension": "+91"})), ["+91", "+9195501", "+91"]);
        assert_eq!(phone_after(&json!({})), ["+91", "+9195501", "+"]);
        assert_eq!(phone_after(&json!({"phoneNumber": ""})), ["+91", "", "+"]);
    }

    #[test]
    fn a_field_of_the_wrong_kind_is_named_without_its_value() {
        for (body, message) in [
            (json!(["john"]), "the body must be a JSON object"),
            (json!({"firstName": null}), "firstName must be a string, not null"),
            (json!({"lastName": ["doe"]}), "lastName must be a string, not an array"),
            (json!({"salutation": {"mr": 1}}), "salutation must be a string, not an object"),
            (json!({"cellPhone": "+91"}), "cellPhone must be an object, not a string"),
            (json!({"cellPhone": ["1", "2", "3"]}), "cellPhone must be an object, not an array"),
            (
                json!({"cellPhone": {"phoneNumber": 95501}}),
                "cellPhone.phoneNumber must be a string, not a number",
            ),
            (
                json!({"cellPhone": {"countryCode": true}}),
                "cellPhone.countryCode must be a string, not a boolean",
            ),
        ] {
            assert_eq!(ContactUpdate::from_json(&body).unwrap_err().to_string(), message);
        }
    }

    #[test]
    fn unknown_fields_are_passed_over() {
        let body = json!({"email": 1, "status": "INACTIVE", "cellPhone": {"carrier": null}});
        let wanted = ContactUpdate {
            cell_phone: Some(CellPhoneUpdate::default()),
            ..ContactUpdate::default()
        };
        assert_eq!(ContactUpdate::from_json(&body), Ok(wanted));
    }
}
