//! Rules on the outcome of a bulk deletion.

use std::collections::{BTreeMap, BTreeSet};

use super::Checks;
use crate::call::Call;
use crate::document::{Evidence, evidence_at};
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

const DOCUMENT: &str = "schemas/BulkDeleteResult/properties/successfulRecords";
const FAILED: &str = "schemas/FailedRecord";

/// Every requested id once in one of the lists, and no other id there.
fn accounted(asked: &[&str], result: &BulkDeleteResult<'_>, checks: &mut Checks<'_>) {
    let (Some(deleted), Some(kept)) = (&result.successful_records, &result.failed_records) else {
        return;
    };
    let mut times_asked = BTreeMap::<&str, usize>::new();
    for id in asked {
        *times_asked.entry(id).or_default() += 1;
    }
    let deleted = deleted.iter().map(|record| record.id.as_deref());
    let kept = kept.iter().map(|record| record.id.as_deref());
    let mut times_answered = BTreeMap::<&str, usize>::new();
    let mut nameless = 0;
    for (index, id) in deleted.clone().enumerate() {
        let Some(id) = id else { continue };
        checks.ask(
            Rule::BulkIdUnaccounted,
            times_asked.contains_key(id),
            format_args!("{BODY}/successfulRecords/{index}/id"),
            format_args!("{DOCUMENT}"),
            || "a contact that the request does not name".to_owned(),
        );
    }
    for (index, id) in kept.clone().enumerate() {
        let Some(id) = id else { continue };
        checks.ask_against(
            Rule::BulkIdUnaccounted,
            // Nobody documents what a failed record holds.
            || evidence_at(&format!("/components/{FAILED}")).unwrap_or(Evidence::DOCUMENTED),
            times_asked.contains_key(id),
            format_args!("{BODY}/failedRecords/{index}/id"),
            format_args!("{FAILED}/properties/id"),
            || "a contact that the request does not name".to_owned(),
        );
    }
    for id in deleted.chain(kept) {
        match id {
            Some(id) => *times_answered.entry(id).or_default() += 1,
            None => nameless += 1,
        }
    }
    let times = |id: &str| times_answered.get(id).copied().unwrap_or_default();
    let missing = asked.iter().filter(|id| times(id) == 0).count();
    for (index, id) in asked.iter().enumerate() {
        let (at_most, times) = (times_asked.get(id).copied().unwrap_or_default(), times(id));
        checks.ask(
            Rule::BulkIdUnaccounted,
            // Each record without an id may be that of a contact that is missing.
            times <= at_most && (times > 0 || nameless > 0),
            format_args!("/request/body/ids/{index}"),
            format_args!("{DOCUMENT}"),
            || match times {
                0 => "the contact is neither among the deleted nor among the failed".to_owned(),
                _ => format!("the contact stands in the answer {times} times"),
            },
        );
    }
    checks.ask(
        Rule::BulkIdUnaccounted,
        nameless == 0 || missing <= nameless,
        format_args!("/request/body/ids"),
        format_args!("{DOCUMENT}"),
        || {
            format!(
                "{missing} contacts stand in neither list, of whose records {nameless} have no id"
            )
        },
    );
}
