//! Rules on the outcome of a bulk deletion.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Call, Checks};
use crate::rules::Rule;

const BODY: &str = "/response/body";

/// Asks the rules on the outcome of a bulk deletion.
pub(super) fn check(call: &Call<'_>, body: &Value, checks: &mut Checks<'_>) {
    let number = |name: &str| body.get(name).and_then(Value::as_u64);
    if let (Some(total), Some(successful), Some(failed)) =
        (number("totalRequested"), number("successful"), number("failed"))
    {
        checks.ask(
            Rule::BulkCountsDisagree,
            successful.checked_add(failed) == Some(total),
            format_args!("{BODY}/totalRequested"),
            format_args!("schemas/BulkDeleteResult/properties/totalRequested"),
            || format!("{total}, though {successful} were deleted and {failed} failed"),
        );
    }
    for (count, list) in [("successful", "successfulRecords"), ("failed", "failedRecords")] {
        let records = body.get(list).and_then(Value::as_array);
        if let (Some(said), Some(records)) = (number(count), records) {
            checks.ask(
                Rule::BulkListsDisagree,
                said == records.len() as u64,
                format_args!("{BODY}/{count}"),
                format_args!("schemas/BulkDeleteResult/properties/{count}"),
                || format!("{said}, though `{list}` holds {}", records.len()),
            );
        }
    }
    let asked = call.exchange.request.body.json().and_then(|body| body.get("ids")?.as_array());
    let Some(asked) = asked else { return };
    let Some(asked) = asked.iter().map(Value::as_str).collect::<Option<Vec<_>>>() else { return };
    if let Some(total) = number("totalRequested") {
        let distinct = asked.iter().collect::<BTreeSet<_>>().len() as u64;
        checks.ask(
            Rule::BulkTotalWrong,
            // Whether an id that is named twice counts twice is documented nowhere.
            (distinct..=asked.len() as u64).contains(&total),
            format_args!("{BODY}/totalRequested"),
            format_args!("schemas/BulkDeleteResult/properties/totalRequested"),
            || format!("{total}, though the request names {}", asked.len()),
        );
    }
    accounted(&asked, body, checks);
}

/// Every requested id once in one of the lists, and no other id there.
fn accounted(asked: &[&str], body: &Value, checks: &mut Checks<'_>) {
    const DOCUMENT: &str = "schemas/BulkDeleteResult/properties/successfulRecords";

    let mut times_asked = BTreeMap::<&str, usize>::new();
    for id in asked {
        *times_asked.entry(id).or_default() += 1;
    }
    let mut times_answered = BTreeMap::<&str, usize>::new();
    let mut stranger = None;
    for list in ["successfulRecords", "failedRecords"] {
        let Some(records) = body.get(list).and_then(Value::as_array) else { return };
        for (index, record) in records.iter().enumerate() {
            // Nobody documents that a failed record names its id: without one, nothing is known.
            let Some(id) = record.get("id").and_then(Value::as_str) else { return };
            if !times_asked.contains_key(id) && stranger.is_none() {
                stranger = Some(format!("{BODY}/{list}/{index}/id"));
            }
            *times_answered.entry(id).or_default() += 1;
        }
    }
    checks.ask(
        Rule::BulkIdUnaccounted,
        stranger.is_none(),
        format_args!("{}", stranger.unwrap_or_default()),
        format_args!("{DOCUMENT}"),
        || "a contact that the request does not name".to_owned(),
    );
    for (index, id) in asked.iter().enumerate() {
        let at_most = times_asked.get(id).copied().unwrap_or_default();
        let times = times_answered.get(id).copied().unwrap_or_default();
        checks.ask(
            Rule::BulkIdUnaccounted,
            (1..=at_most).contains(&times),
            format_args!("/request/body/ids/{index}"),
            format_args!("{DOCUMENT}"),
            || match times {
                0 => "the contact is neither among the deleted nor among the failed".to_owned(),
                _ => format!("the contact stands in the answer {times} times"),
            },
        );
    }
}
