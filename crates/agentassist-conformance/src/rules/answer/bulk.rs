//! Rules on the outcome of a bulk deletion.

use std::collections::{BTreeMap, BTreeSet};

use super::Checks;
use crate::call::Call;
use crate::generated::validators::Said;
use crate::generated::validators::said::BulkDeleteResult;
use crate::rules::Rule;

const BODY: &str = "/response/body";

/// Asks the rules on the outcome of a bulk deletion.
pub(super) fn check(call: &Call<'_>, result: &BulkDeleteResult<'_>, checks: &mut Checks<'_>) {
    let &BulkDeleteResult { total_requested, successful, failed, .. } = result;
    let deleted = result.successful_records.as_deref();
    let kept = result.failed_records.as_deref();
    if let (Some(total), Some(successful), Some(failed)) = (total_requested, successful, failed) {
        checks.ask(
            Rule::BulkCountsDisagree,
            successful.checked_add(failed) == Some(total),
            format_args!("{BODY}/totalRequested"),
            format_args!("schemas/BulkDeleteResult/properties/totalRequested"),
            || format!("{total}, though {successful} were deleted and {failed} failed"),
        );
    }
    for (count, said, list, length) in [
        ("successful", successful, "successfulRecords", deleted.map(<[_]>::len)),
        ("failed", failed, "failedRecords", kept.map(<[_]>::len)),
    ] {
        if let (Some(said), Some(length)) = (said, length) {
            checks.ask(
                Rule::BulkListsDisagree,
                said == length as u64,
                format_args!("{BODY}/{count}"),
                format_args!("schemas/BulkDeleteResult/properties/{count}"),
                || format!("{said}, though `{list}` holds {length}"),
            );
        }
    }
    let Said::BulkDeleteRequest(request) = &call.sent.said else { return };
    let Some(asked) = &request.ids else { return };
    let asked = asked.iter().map(Option::as_deref).collect::<Option<Vec<_>>>();
    let Some(asked) = asked else { return };
    if let Some(total) = total_requested {
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
    accounted(&asked, result, checks);
}

/// Every requested id once in one of the lists, and no other id there.
fn accounted(asked: &[&str], result: &BulkDeleteResult<'_>, checks: &mut Checks<'_>) {
    const DOCUMENT: &str = "schemas/BulkDeleteResult/properties/successfulRecords";

    let mut times_asked = BTreeMap::<&str, usize>::new();
    for id in asked {
        *times_asked.entry(id).or_default() += 1;
    }
    let (Some(deleted), Some(kept)) = (&result.successful_records, &result.failed_records) else {
        return;
    };
    let deleted: Vec<_> = deleted.iter().map(|record| record.id.as_deref()).collect();
    let kept: Vec<_> = kept.iter().map(|record| record.id.as_deref()).collect();
    let mut times_answered = BTreeMap::<&str, usize>::new();
    let mut stranger = None;
    for (list, ids) in [("successfulRecords", deleted), ("failedRecords", kept)] {
        for (index, id) in ids.into_iter().enumerate() {
            // Nobody documents that a failed record names its id: without one, nothing is known.
            let Some(id) = id else { return };
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
