//! Rules on a contact.

use std::fmt;

use serde_json::Value;

use super::{Call, Checks, identity};
use crate::moment::Moment;
use crate::rules::Rule;

/// Redaction hides so many characters at the end of a number; a shorter one loses its country code.
const HIDDEN: usize = 6;

/// Asks the rules that hold for a contact wherever it is shown.
pub(super) fn check(
    call: &Call<'_>,
    contact: &Value,
    pointer: fmt::Arguments<'_>,
    checks: &mut Checks<'_>,
) {
    identity::account(call, contact, pointer, "Contact", checks);
    times(contact, pointer, "Contact", checks);
    let text = |name: &str| contact.get(name).and_then(Value::as_str);
    if let (Some(first), Some(last), Some(full)) =
        (text("firstName"), text("lastName"), text("fullName"))
    {
        let parts = first.split_whitespace().chain(last.split_whitespace());
        checks.ask(
            Rule::FullNameDiffers,
            parts.eq(full.split_whitespace()),
            format_args!("{pointer}/fullName"),
            format_args!("schemas/Contact/properties/fullName"),
            || "not the first and the last name, joined by a space".to_owned(),
        );
    }
    let phone = Phone::of(contact);
    if let Some((code, number)) = phone.code.zip(phone.number)
        && !code.is_empty()
        && number.chars().count() >= code.chars().count() + HIDDEN
    {
        checks.ask(
            Rule::CountryCodeNotJoined,
            number.starts_with(code),
            format_args!("{pointer}/cellPhone/phoneNumber"),
            format_args!("schemas/CellPhone/properties/phoneNumber"),
            || "the number does not start with its country code".to_owned(),
        );
    }
}

/// Asks whether a contact or a contact list was updated after it was created.
pub(super) fn times(
    value: &Value,
    pointer: fmt::Arguments<'_>,
    schema: &str,
    checks: &mut Checks<'_>,
) {
    let time = |name: &str| value.get(name).and_then(Value::as_str).and_then(Moment::parse);
    if let (Some(created), Some(updated)) = (time("createdAt"), time("updatedAt")) {
        checks.ask(
            Rule::UpdatedBeforeCreated,
            updated >= created,
            format_args!("{pointer}/updatedAt"),
            format_args!("schemas/{schema}/properties/updatedAt"),
            || "earlier than `createdAt`".to_owned(),
        );
    }
}

/// Asks whether a deleted contact says that it is.
pub(super) fn deletion(contact: &Value, checks: &mut Checks<'_>) {
    if let Some(status) = contact.get("status").and_then(Value::as_str) {
        checks.ask(
            Rule::DeletedContactActive,
            !status.eq_ignore_ascii_case("ACTIVE"),
            format_args!("/response/body/status"),
            format_args!("schemas/Contact/properties/status"),
            || "the contact is deleted, and still `ACTIVE`".to_owned(),
        );
    }
}

/// Asks whether the answer to an update shows what was sent.
pub(super) fn update(call: &Call<'_>, contact: &Value, checks: &mut Checks<'_>) {
    let Some(sent) = call.exchange.request.body.json() else { return };
    let mut ask = |path: &str, schema: &str, holds: bool| {
        let name = path.rsplit('/').next().unwrap_or_default();
        checks.ask(
            Rule::UpdateNotShown,
            holds,
            format_args!("/response/body{path}"),
            format_args!("schemas/{schema}/properties/{name}"),
            || format!("not the `{name}` that the request sent"),
        );
    };
    for (path, schema) in [
        ("/firstName", "Contact"),
        ("/lastName", "Contact"),
        ("/salutation", "Contact"),
        ("/cellPhone/extension", "CellPhone"),
    ] {
        let text = |value: &Value| value.pointer(path)?.as_str().map(|it| it.trim().to_owned());
        if let (Some(sent), Some(shown)) = (text(sent), text(contact)) {
            ask(path, schema, sent == shown);
        }
    }
    let (sent, shown) = (Phone::of(sent), Phone::of(contact));
    if let (Some(sent), Some(shown)) = (sent.code, shown.code) {
        ask("/cellPhone/countryCode", "CellPhone", sent == shown);
    }
    if let (Some(number), Some(shown_number)) = (sent.number, shown.number)
        && number.chars().count() > HIDDEN
    {
        let code = shown.code.unwrap_or_default();
        // What happens to a number that is sent with its country code is documented nowhere.
        let holds = shown_number == number || shown_number.strip_prefix(code) == Some(number);
        ask("/cellPhone/phoneNumber", "CellPhone", holds);
    }
}

/// Number and country code of a contact, each without the leading `+`.
struct Phone<'a> {
    code: Option<&'a str>,
    number: Option<&'a str>,
}

impl<'a> Phone<'a> {
    fn of(contact: &'a Value) -> Self {
        let text = |name: &str| {
            let text = contact.get("cellPhone")?.get(name)?.as_str()?;
            Some(text.trim().trim_start_matches('+'))
        };
        Self { code: text("countryCode"), number: text("phoneNumber") }
    }
}
