//! Rules on a contact.

use std::fmt;

use super::{Checks, identity};
use crate::call::Call;
use crate::generated::validators::said;
use crate::moment::Moment;
use crate::rules::Rule;

/// A number with fewer digits behind its country code is one of a service, and valid in its country.
const SHORTEST: usize = 6;

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
        checks.ask(
            Rule::FullNameDiffers,
            is_joined(first, last, full),
            format_args!("{pointer}/fullName"),
            format_args!("schemas/Contact/properties/fullName"),
            || "not the first and the last name, joined by a space".to_owned(),
        );
    }
    let phone = Phone::of(contact);
    if let Some((code, number)) = phone.code.zip(phone.number)
        && !code.is_empty()
        && number.chars().count() >= code.chars().count() + SHORTEST
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

/// Whether a full name has the words of both names, whatever space is between them.
fn is_joined(first: &str, last: &str, full: &str) -> bool {
    let rest = full.strip_prefix(first).and_then(|rest| rest.strip_prefix(' '));
    let parts = first.split_whitespace().chain(last.split_whitespace());
    rest == Some(last) || parts.eq(full.split_whitespace())
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
            ask(path, schema, sent.trim() == shown.trim());
        }
    }
    let update = &sent.cell_phone;
    let sent = Phone::new(update.country_code.as_deref(), update.phone_number.as_deref());
    let shown = Phone::of(contact);
    if let (Some(sent), Some(shown)) = (sent.code, shown.code) {
        ask("/cellPhone/countryCode", "CellPhone", sent == shown);
    }
    if let (Some(number), Some(shown_number)) = (sent.number, shown.number) {
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
    fn new(code: Option<&'a str>, number: Option<&'a str>) -> Self {
        let bare = |text: &'a str| text.trim().trim_start_matches('+');
        Self { code: code.map(bare), number: number.map(bare) }
    }

    fn of(contact: &'a said::Contact<'_>) -> Self {
        let phone = &contact.cell_phone;
        Self::new(phone.country_code.as_deref(), phone.phone_number.as_deref())
    }
}
