//! The rules on exchanges that follow each other.

use super::{Explanation, assumed, sample};
use crate::document::Evidence;
use crate::rules::example::{example, set, then_set};

pub(super) const CONTACT_ON_TWO_PAGES: Explanation = Explanation {
    why: "Where one contact is listed twice, another one is usually left out.",
    fix: "Order the contacts in a way that does not change between two calls, such as by id.",
    evidence: Evidence::DOCUMENTED,
    example: example(
        &["page", "nextPage"],
        &[
            then_set("/response/body/results/0/id", "\"667e48f7c8b972fc69100001\""),
            then_set("/response/body/results/0/createdAt", "\"2026-01-09T05:20:39.374Z\""),
        ],
    ),
};

pub(super) const PAGE_GAP: Explanation = Explanation {
    why: "The contacts in between are never seen.",
    fix: "Go on at `skip` plus the number of contacts that came, not that were asked for.",
    evidence: assumed("No page documents the query."),
    example: example(
        &["page", "nextPage"],
        &[
            set(
                "/request/url",
                "\"https://platform.kore.ai/agentassist/api/v1/public/st-7dc994f0/contacts?skip=0&limit=3\"",
            ),
            then_set("/response/body/skip", "3"),
            then_set("/response/body/hasMore", "false"),
            then_set(
                "/request/url",
                "\"https://platform.kore.ai/agentassist/api/v1/public/st-7dc994f0/contacts?skip=3&limit=2\"",
            ),
        ],
    ),
};

pub(super) const DELETED_CONTACT_LISTED: Explanation = Explanation {
    why: "The deletion had no effect: agents may go on calling the contact.",
    fix: "List a deleted contact as `INACTIVE`, or not at all.",
    evidence: sample("The page's sample shows a deleted contact as `INACTIVE`; no text says so."),
    example: example(
        &["deletion", "page"],
        &[
            then_set("/response/body/results/0/status", "\"ACTIVE\""),
            then_set("/response/body/results/0/updatedAt", "\"2026-01-10T09:00:00.000Z\""),
        ],
    )
    .kept_by(&[
        then_set("/response/body/results/0/status", "\"INACTIVE\""),
        then_set("/response/body/results/0/updatedAt", "\"2026-01-10T09:00:00.000Z\""),
    ]),
};

pub(super) const UPDATE_LOST: Explanation = Explanation {
    why: "What was answered was not kept, or an old copy is served.",
    fix: "Read from where the change was written, or let old copies expire with it.",
    evidence: Evidence::DOCUMENTED,
    example: example(
        &["update", "page"],
        &[
            then_set("/response/body/results/0/lastName", "\"King\""),
            then_set("/response/body/results/0/fullName", "\"Ada King\""),
        ],
    )
    .kept_by(&[
        then_set("/response/body/results/0/updatedAt", "\"2026-01-10T08:00:00.000Z\""),
        then_set("/response/body/results/0/lastName", "\"Lovelace\""),
        then_set("/response/body/results/0/fullName", "\"Ada Lovelace\""),
    ]),
};

pub(super) const UPDATED_AT_WENT_BACK: Explanation = Explanation {
    why: "Whoever synchronises by this time misses the change.",
    fix: "Serve no copy that is older than one served before.",
    evidence: Evidence::DOCUMENTED,
    example: example(
        &["update", "page"],
        &[then_set("/response/body/results/0/updatedAt", "\"2026-01-10T07:00:00.000Z\"")],
    )
    .kept_by(&[
        then_set("/response/body/results/0/updatedAt", "\"2026-01-10T08:00:00.000Z\""),
        then_set("/response/body/results/0/lastName", "\"Lovelace\""),
        then_set("/response/body/results/0/fullName", "\"Ada Lovelace\""),
    ]),
};

pub(super) const CREATED_AT_CHANGED: Explanation = Explanation {
    why: "A contact is created once: another time means another contact under the same id, or an \
          overwritten one.",
    fix: "Never write `createdAt` after the creation.",
    evidence: Evidence::DOCUMENTED,
    example: example(
        &["page", "page"],
        &[then_set("/response/body/results/0/createdAt", "\"2026-01-01T00:00:00.000Z\"")],
    ),
};

pub(super) const CONTACT_LIST_DELETED_TWICE: Explanation = Explanation {
    why: "The first deletion had no effect, or the second says nothing true.",
    fix: "Answer the second deletion with an error.",
    evidence: assumed("What a second deletion answers is documented nowhere."),
    example: example(
        &["listDeletion", "listDeletion"],
        &[
            then_set(
                "/request/url",
                "\"https://platform.kore.ai/agentassist/api/v1/public/st-7dc994f0/\
                 campaign/contactList/cl-c2ce382\"",
            ),
            then_set("/response/body/data/_id", "\"cl-c2ce382\""),
        ],
    )
    .kept_by(&[
        then_set(
            "/request/url",
            "\"https://platform.kore.ai/agentassist/api/v1/public/st-7dc994f0/\
             campaign/contactList/cl-d3df493\"",
        ),
        then_set("/response/body/data/_id", "\"cl-d3df493\""),
    ]),
};
