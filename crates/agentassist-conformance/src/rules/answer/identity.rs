//! Rules on who and what a message is about, and on what it says of its own success.

use std::fmt;

use serde_json::Value;

use super::Checks;
use crate::call::{Call, Content};
use crate::generated::validators::Said;
use crate::generated::validators::said::ContactList;
use crate::rules::Rule;

/// Asks the rules on a request, unless it was refused.
pub(super) fn request(call: &Call<'_>, checks: &mut Checks<'_>) {
    if (400..500).contains(&call.status) {
        return;
    }
    if let (Some(header), Some(path)) = (call.header("iid"), call.path("iId")) {
        checks.ask(
            Rule::AppIdDiffers,
            header == path,
            format_args!("/request/headers/iid"),
            format_args!("parameters/AppIdHeader"),
            || "the header `iid` names another application than the path".to_owned(),
        );
    }
}

/// Asks the rules on an answer with a status of success.
pub(super) fn answer(call: &Call<'_>, said: &Said<'_>, checks: &mut Checks<'_>) {
    says_success(call, &Outcome::of(call, said), checks);
    match said {
        Said::Contact(contact) => {
            same_id(call, "id", "/id", "Contact", contact.id.as_deref(), checks);
        }
        Said::ContactListDeletion(deletion) => {
            let list = &deletion.data;
            same_id(call, "contactListId", "/data/_id", "ContactList", list.id.as_deref(), checks);
            let pointer = format_args!("/response/body/data");
            account(
                call.header("accountId"),
                list.account_id.as_deref(),
                pointer,
                "ContactList",
                checks,
            );
            list_is_as_named(call, list, checks);
        }
        _ => {}
    }
}

/// Asks whether a contact list belongs to the application in the path, and goes by its own name.
fn list_is_as_named(call: &Call<'_>, list: &ContactList<'_>, checks: &mut Checks<'_>) {
    if let (Some(path), Some(app)) = (call.path("iId"), &list.i_id) {
        checks.ask(
            Rule::ListAppDiffers,
            path == app,
            format_args!("/response/body/data/iId"),
            format_args!("schemas/ContactList/properties/iId"),
            || "the list is of another application than the path names".to_owned(),
        );
    }
    if let (Some(name), Some(lower)) = (&list.name, &list.lname) {
        checks.ask(
            Rule::LowerNameDiffers,
            is_lower_case_of(lower, name),
            format_args!("/response/body/data/lname"),
            format_args!("schemas/ContactList/properties/lname"),
            || "not the `name` in lower case".to_owned(),
        );
    }
}

/// Whether a text is another one in lower case. Of letters beyond ASCII, some have a lower case that
/// depends on the language: they may stay as they are.
fn is_lower_case_of(lower: &str, name: &str) -> bool {
    let has_capitals = lower.bytes().any(|byte| byte.is_ascii_uppercase());
    !has_capitals && lower.trim().to_lowercase() == name.trim().to_lowercase()
}

fn same_id(
    call: &Call<'_>,
    parameter: &str,
    place: &str,
    schema: &str,
    in_answer: Option<&str>,
    checks: &mut Checks<'_>,
) {
    let name = place.rsplit('/').next().unwrap_or_default();
    if let (Some(path), Some(in_answer)) = (call.path(parameter), in_answer) {
        checks.ask(
            Rule::IdDiffers,
            path == in_answer,
            format_args!("/response/body{place}"),
            format_args!("schemas/{schema}/properties/{name}"),
            || "the answer is about something else than what the path names".to_owned(),
        );
    }
}

/// Asks whether a contact or a contact list belongs to the account that was named.
pub(super) fn account(
    named: Option<&str>,
    owner: Option<&str>,
    pointer: fmt::Arguments<'_>,
    schema: &str,
    checks: &mut Checks<'_>,
) {
    if let (Some(named), Some(owner)) = (named, owner) {
        checks.ask(
            Rule::AccountDiffers,
            named == owner,
            format_args!("{pointer}/accountId"),
            format_args!("schemas/{schema}/properties/accountId"),
            || "the header `accountId` names another account".to_owned(),
        );
    }
}

/// What an answer says of its own success, whether or not the document knows that it may.
struct Outcome<'a> {
    status: Option<&'a str>,
    has_errors: bool,
}

impl<'a> Outcome<'a> {
    fn of(call: &'a Call<'_>, said: &'a Said<'_>) -> Self {
        if let Content::Tree(body) = call.answered.content {
            let errors = body.get("errors").and_then(Value::as_array);
            return Self {
                status: body.get("status").and_then(Value::as_str),
                has_errors: errors.is_some_and(|errors| !errors.is_empty()),
            };
        }
        // No success that the document knows has a list of errors.
        let status = match said {
            Said::Contact(contact) => contact.status.as_deref(),
            Said::ContactListDeletion(deletion) => deletion.status.as_deref(),
            _ => None,
        };
        Self { status, has_errors: false }
    }
}

fn says_success(call: &Call<'_>, outcome: &Outcome<'_>, checks: &mut Checks<'_>) {
    let is_failure = |word: &str| {
        ["error", "failed", "failure"].iter().any(|known| known.eq_ignore_ascii_case(word))
    };
    let (part, holds) = match outcome.status {
        Some(word) if is_failure(word) => ("status", false),
        _ => ("errors", !outcome.has_errors),
    };
    let document = match call.operation.id {
        "deleteContactList" => "schemas/ContactListDeletion/properties/status",
        _ => "schemas/ErrorBody",
    };
    let answered = call.status;
    checks.ask(
        Rule::SuccessSaysFailure,
        holds,
        format_args!("/response/body/{part}"),
        format_args!("{document}"),
        || format!("the body says that the call failed, the status {answered} that it did not"),
    );
}
