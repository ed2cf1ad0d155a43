//! Rules on who and what a message is about, and on what it says of its own success.

use std::fmt;

use serde_json::Value;

use super::{Call, Checks};
use crate::rules::Rule;

/// Asks the rules on a request, unless it was refused.
pub(super) fn request(call: &Call<'_>, checks: &mut Checks<'_>) {
    if (400..500).contains(&call.exchange.response.status) {
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
pub(super) fn answer(call: &Call<'_>, body: &Value, checks: &mut Checks<'_>) {
    says_success(call, body, checks);
    for (parameter, answered, document) in [
        ("id", "/id", "schemas/Contact/properties/id"),
        ("contactListId", "/data/_id", "schemas/ContactList/properties/_id"),
    ] {
        let in_answer = body.pointer(answered).and_then(Value::as_str);
        if let (Some(path), Some(in_answer)) = (call.path(parameter), in_answer) {
            checks.ask(
                Rule::IdDiffers,
                path == in_answer,
                format_args!("/response/body{answered}"),
                format_args!("{document}"),
                || "the answer is about something else than what the path names".to_owned(),
            );
        }
    }
    if let Some(list) = body.get("data") {
        account(call, list, format_args!("/response/body/data"), "ContactList", checks);
    }
}

/// Asks whether a contact or a contact list belongs to the account that was named.
pub(super) fn account(
    call: &Call<'_>,
    value: &Value,
    pointer: fmt::Arguments<'_>,
    schema: &str,
    checks: &mut Checks<'_>,
) {
    let owner = value.get("accountId").and_then(Value::as_str);
    if let (Some(header), Some(owner)) = (call.header("accountId"), owner) {
        checks.ask(
            Rule::AccountDiffers,
            header == owner,
            format_args!("{pointer}/accountId"),
            format_args!("schemas/{schema}/properties/accountId"),
            || "the header `accountId` names another account".to_owned(),
        );
    }
}

fn says_success(call: &Call<'_>, body: &Value, checks: &mut Checks<'_>) {
    let status = body.get("status").and_then(Value::as_str);
    let is_failure = |word: &str| {
        ["error", "failed", "failure"].iter().any(|known| known.eq_ignore_ascii_case(word))
    };
    let has_errors = body.get("errors").and_then(Value::as_array).is_some_and(|it| !it.is_empty());
    let (part, holds) = match status {
        Some(word) if is_failure(word) => ("status", false),
        _ => ("errors", !has_errors),
    };
    let document = match call.operation.id {
        "deleteContactList" => "schemas/ContactListDeletion/properties/status",
        _ => "schemas/ErrorBody",
    };
    let answered = call.exchange.response.status;
    checks.ask(
        Rule::SuccessSaysFailure,
        holds,
        format_args!("/response/body/{part}"),
        format_args!("{document}"),
        || format!("the body says that the call failed, the status {answered} that it did not"),
    );
}
