//! The rules on what one answer says.

use super::{Explanation, assumed, sample};
use crate::document::Evidence;
use crate::rules::example::{example, remove, set};

pub(super) const PAGE_TOO_LONG: Explanation = Explanation {
    why: "A client that reserves space for `limit` contacts loses the rest, or walks with wrong steps.",
    fix: "Cut the page at its limit.",
    evidence: Evidence::DOCUMENTED,
    example: example(
        &["page"],
        &[set("/response/body/results/2", "{\"id\": \"667e48f7c8b972fc69100009\"}")],
    ),
};

pub(super) const PAGE_TOO_SHORT: Explanation = Explanation {
    why: "Contacts that belong on the page are missing from it: whoever adds `limit` to `skip` never sees them.",
    fix: "Fill the page, also where contacts are left out of it (deleted ones, for instance).",
    evidence: assumed("The pages describe the counts, not that every page but the last is full."),
    example: example(&["page"], &[remove("/response/body/results/1")]),
};

pub(super) const HAS_MORE_WRONG: Explanation = Explanation {
    why: "A client stops too early and misses contacts, or asks for pages without end.",
    fix: "Compute it from skip, the contacts on the page and the total.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[set("/response/body/hasMore", "false")]),
};

pub(super) const TOTAL_PAGES_WRONG: Explanation = Explanation {
    why: "A client that counts pages misses some, or asks for too many.",
    fix: "Divide `totalResults` by `limit` and round up.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[set("/response/body/totalPages", "2")]),
};

pub(super) const TOTAL_RESULTS_TOO_SMALL: Explanation = Explanation {
    why: "There cannot be fewer contacts in all than on the pages so far.",
    fix: "Count all contacts of the stream, not those of the page.",
    evidence: Evidence::DOCUMENTED,
    example: example(
        &["page"],
        &[
            set("/response/body/totalResults", "1"),
            set("/response/body/totalPages", "1"),
            set("/response/body/hasMore", "false"),
        ],
    ),
};

pub(super) const SKIP_NOT_ECHOED: Explanation = Explanation {
    why: "The server ignored where the client wanted to go on: the client reads the same page again and again.",
    fix: "Honour `skip`, or stop when the answer repeats the one before.",
    evidence: assumed(
        "No page documents the query; the answer's field is described as if it echoed it.",
    ),
    example: example(
        &["nextPage"],
        &[set(
            "/request/url",
            "\"https://platform.kore.ai/agentassist/api/v1/public/st-7dc994f0/contacts?skip=4&limit=2\"",
        )],
    ),
};

pub(super) const LIMIT_ABOVE_ASKED: Explanation = Explanation {
    why: "The page may hold more than the client can take.",
    fix: "Honour `limit`, or answer with a smaller one.",
    evidence: assumed(
        "No page documents the query; the answer's field is described as if it echoed it.",
    ),
    example: example(
        &["page"],
        &[set(
            "/request/url",
            "\"https://platform.kore.ai/agentassist/api/v1/public/st-7dc994f0/contacts?skip=0&limit=1\"",
        )],
    ),
};

pub(super) const CONTACT_REPEATED: Explanation = Explanation {
    why: "A contact that stands on a page twice is counted twice, or called twice.",
    fix: "Return each contact once.",
    evidence: Evidence::DOCUMENTED,
    example: example(
        &["page"],
        &[set("/response/body/results/1/id", "\"667e48f7c8b972fc69100001\"")],
    ),
};

pub(super) const BULK_COUNTS_DISAGREE: Explanation = Explanation {
    why: "Nobody can say how many contacts are left.",
    fix: "Count every requested contact either as successful or as failed.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["bulkDeletion"], &[set("/response/body/failed", "0")]),
};

pub(super) const BULK_LISTS_DISAGREE: Explanation = Explanation {
    why: "The counts say one thing and the lists another: a caller that trusts either is wrong.",
    fix: "Count what the lists hold.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["bulkDeletion"], &[set("/response/body/failedRecords", "[]")]),
};

pub(super) const BULK_TOTAL_WRONG: Explanation = Explanation {
    why: "The server did not see the request that was sent.",
    fix: "Count the ids of the request.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["bulkDeletion"], &[set("/response/body/totalRequested", "3")]),
};

pub(super) const BULK_ID_UNACCOUNTED: Explanation = Explanation {
    why: "A caller does not learn what became of a contact, or one was deleted that nobody named.",
    fix: "List each requested id once, among the deleted or among the failed.",
    evidence: Evidence::DOCUMENTED,
    example: example(
        &["bulkDeletion"],
        &[set("/response/body/successfulRecords/0/id", "\"667e48f7c8b972fc69100009\"")],
    ),
};

pub(super) const DELETED_CONTACT_ACTIVE: Explanation = Explanation {
    why: "The contact was not deleted, or the answer does not show it: agents may go on calling.",
    fix: "Return the contact as it is after the deletion.",
    evidence: sample("The page's sample shows a deleted contact as `INACTIVE`; no text says so."),
    example: example(&["deletion"], &[set("/response/body/status", "\"ACTIVE\"")]),
};

pub(super) const ID_DIFFERS: Explanation = Explanation {
    why: "Something else was changed than what the caller named.",
    fix: "Answer with what the path names.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["update"], &[set("/response/body/id", "\"667e48f7c8b972fc69100009\"")]),
};

pub(super) const ACCOUNT_DIFFERS: Explanation = Explanation {
    why: "Data of one account reaches another.",
    fix: "Answer only with what belongs to the account in the header.",
    evidence: sample(
        "The samples show the same account in header and answer; no text says that they are equal.",
    ),
    example: example(
        &["page"],
        &[set("/response/body/results/0/accountId", "\"65f7d49a5dd06e2cefa00002\"")],
    ),
};

pub(super) const APP_ID_DIFFERS: Explanation = Explanation {
    why: "A server may follow either of the two, so that a list of another application is deleted.",
    fix: "Send in `iid` what stands in the path.",
    evidence: assumed(
        "Header and path name the same application in the page's sample; whether they must is documented nowhere.",
    ),
    example: example(&["listDeletion"], &[set("/request/headers/iid", "\"st-00000000\"")]),
};

pub(super) const INSTANCE_BOT_DIFFERS: Explanation = Explanation {
    why: "Contacts of another bot may have been reached. Or the path names a bot of which this is an instance: then all contacts say so.",
    fix: "See whether the path names the bot that is meant.",
    evidence: assumed(
        "The path takes a bot id or a stream id, and a contact has the id of its bot instance; that they are equal is documented nowhere.",
    ),
    example: example(
        &["page"],
        &[set("/response/body/results/0/instanceBotId", "\"st-00000000\"")],
    ),
};

pub(super) const LIST_APP_DIFFERS: Explanation = Explanation {
    why: "A list of another application was deleted.",
    fix: "Delete only lists of the application in the path.",
    evidence: sample(
        "The page's sample shows in the answer the application that its header names; no text says that they are equal.",
    ),
    example: example(&["listDeletion"], &[set("/response/body/data/iId", "\"st-00000000\"")]),
};

pub(super) const LOWER_NAME_DIFFERS: Explanation = Explanation {
    why: "Who looks a list up by its name in lower case finds another one, or none.",
    fix: "Make `lname` anew whenever the name changes.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["listDeletion"], &[set("/response/body/data/lname", "\"reminders\"")]),
};

pub(super) const SUCCESS_SAYS_FAILURE: Explanation = Explanation {
    why: "A caller that looks at the HTTP status alone takes a failure for a success.",
    fix: "Look at the body too; as a server, answer with a status that fits.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["listDeletion"], &[set("/response/body/status", "\"failure\"")]),
};

pub(super) const UPDATED_BEFORE_CREATED: Explanation = Explanation {
    why: "The times contradict each other: whoever synchronises by them misses changes.",
    fix: "Set `updatedAt` at the creation, and at each change.",
    evidence: Evidence::DOCUMENTED,
    example: example(
        &["page"],
        &[set("/response/body/results/0/updatedAt", "\"2026-01-08T05:20:39.374Z\"")],
    ),
};

pub(super) const FULL_NAME_DIFFERS: Explanation = Explanation {
    why: "Agents see another name than the one that is kept. The contact's own title may stand in front, and any space between.",
    fix: "Make the full name anew whenever one of its parts changes.",
    evidence: sample("Every sample shows first and last name joined by a space; no text says so."),
    example: example(&["page"], &[set("/response/body/results/0/fullName", "\"Ada\"")]),
};

pub(super) const COUNTRY_CODE_NOT_JOINED: Explanation = Explanation {
    why: "A number without its country code reaches somebody else, or nobody. Spaces, hyphens, \
          brackets and `00` for `+` make no difference; of a masked number, a code behind a `+` is \
          looked at.",
    fix: "Put the country code in front of the number.",
    evidence: sample(
        "Every sample shows the number with its country code in front; no text says so.",
    ),
    example: example(
        &["page"],
        &[set("/response/body/results/0/cellPhone/phoneNumber", "\"3023000001\"")],
    ),
};

pub(super) const UPDATE_NOT_SHOWN: Explanation = Explanation {
    why: "The change was not made, or not as it was sent. Space, how a number is written, and the \
          zero in front of a national one make no difference.",
    fix: "Return the contact as it is after the change.",
    evidence: sample("The page's sample shows what it sent in the answer; no text says so."),
    example: example(&["update"], &[set("/request/body/lastName", "\"Byron\"")]),
};
