//! Rules on a contact.

use std::fmt;

use super::{Checks, identity};
use crate::call::Call;
use crate::full_name;
use crate::generated::validators::said;
use crate::moment::Moment;
use crate::phone;
use crate::rules::Rule;

/// Whose contacts a request means.
#[derive(Clone, Copy)]
pub(super) struct Meant<'a> {
    account: Option<&'a str>,
    stream: Option<&'a str>,
}

impl<'a> Meant<'a> {
    pub(super) fn by(call: &'a Call<'_>) -> Self {
        Self { account: call.header("accountId"), stream: call.path("streamId") }
    }
}

/// Asks the rules that hold for a contact wherever it is shown.
pub(super) fn check(
    meant: Meant<'_>,
    contact: &said::Contact<'_>,
    pointer: fmt::Arguments<'_>,
    checks: &mut Checks<'_>,
) {
    identity::account(meant.account, contact.account_id.as_deref(), pointer, "Contact", checks);
    if let (Some(stream), Some(bot)) = (meant.stream, &contact.instance_bot_id) {
        checks.ask(
            Rule::InstanceBotDiffers,
            stream == bot,
            format_args!("{pointer}/instanceBotId"),
            format_args!("schemas/Contact/properties/instanceBotId"),
            || "the contact is of another bot instance than the path names".to_owned(),
        );
    }
    let created_and_updated = (contact.created_at, contact.updated_at);
    times(created_and_updated, pointer, "Contact", checks);
    if let (Some(first), Some(last), Some(full)) =
        (&contact.first_name, &contact.last_name, &contact.full_name)
    {
        let title = contact.salutation.as_deref().unwrap_or_default();
        checks.ask(
            Rule::FullNameDiffers,
            full_name::is_joined(title, first, last, full),
            format_args!("{pointer}/fullName"),
            format_args!("schemas/Contact/properties/fullName"),
            || "not the first and the last name, joined by a space".to_owned(),
        );
    }
    let phone = &contact.cell_phone;
    if let (Some(code), Some(number)) = (&phone.country_code, &phone.phone_number)
        && let Some(holds) = phone::is_joined(code, number)
    {
        checks.ask(
            Rule::CountryCodeNotJoined,
            holds,
            format_args!("{pointer}/cellPhone/phoneNumber"),
            format_args!("schemas/CellPhone/properties/phoneNumber"),
            || "the number does not start with its country code".to_owned(),
        );
    }
}

/// Asks whether a contact or a contact list was updated after it was created.
pub(super) fn times(
    (created, updated): (Option<Moment>, Option<Moment>),
    pointer: fmt::Arguments<'_>,
    schema: &str,
    checks: &mut Checks<'_>,
) {
    if let (Some(created), Some(updated)) = (created, updated) {
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
pub(super) fn deletion(contact: &said::Contact<'_>, checks: &mut Checks<'_>) {
    if let Some(status) = &contact.status {
        checks.ask(
            Rule::DeletedContactActive,
            // The pages' prose writes it small.
            status.eq_ignore_ascii_case("INACTIVE"),
            format_args!("/response/body/status"),
            format_args!("schemas/Contact/properties/status"),
            || "the contact is deleted, and not `INACTIVE`".to_owned(),
        );
    }
}

/// Asks whether the answer to an update shows what was sent.
pub(super) fn update(
    sent: &said::ContactUpdate<'_>,
    contact: &said::Contact<'_>,
    checks: &mut Checks<'_>,
) {
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
    for (path, schema, sent, shown) in [
        ("/firstName", "Contact", &sent.first_name, &contact.first_name),
        ("/lastName", "Contact", &sent.last_name, &contact.last_name),
        ("/salutation", "Contact", &sent.salutation, &contact.salutation),
        (
            "/cellPhone/extension",
            "CellPhone",
            &sent.cell_phone.extension,
            &contact.cell_phone.extension,
        ),
    ] {
        if let (Some(sent), Some(shown)) = (sent, shown) {
            ask(path, schema, sent.split_whitespace().eq(shown.split_whitespace()));
        }
    }
    let (sent, shown) = (&sent.cell_phone, &contact.cell_phone);
    if let (Some(sent), Some(shown)) = (&sent.country_code, &shown.country_code) {
        ask("/cellPhone/countryCode", "CellPhone", phone::is_same_code(sent, shown));
    }
    if let (Some(sent), Some(number)) = (&sent.phone_number, &shown.phone_number) {
        let code = shown.country_code.as_deref().unwrap_or_default();
        if let Some(holds) = phone::is_shown(sent, number, code) {
            ask("/cellPhone/phoneNumber", "CellPhone", holds);
        }
    }
}
