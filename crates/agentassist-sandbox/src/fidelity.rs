//! How the sandbox knows what it does.

use std::fmt::{self, Write as _};

/// A behaviour of the sandbox, and what says that the platform behaves so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FidelityEntry {
    /// What the sandbox does, in a sentence.
    pub behaviour: &'static str,
    /// How well that is known of the platform.
    pub basis: Basis,
    /// Where it is documented or seen; for an assumption, what it leans on.
    pub source: &'static str,
}

/// How well something is known of the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The vendor says so.
    Documented,
    /// A sample of the vendor shows it, and nothing says it.
    Sample,
    /// Nobody says or shows it: our best reading.
    Assumed,
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Documented => "documented",
            Self::Sample => "sample",
            Self::Assumed => "assumed",
        })
    }
}

/// Returns every behaviour of the sandbox that a caller can notice, with its basis.
#[must_use]
pub fn fidelity() -> &'static [FidelityEntry] {
    TABLE
}

/// Returns the table as Markdown, one line for each behaviour.
#[must_use]
pub fn markdown() -> String {
    let mut table = String::from("| behaviour | basis | source |\n|---|---|---|\n");
    for FidelityEntry { behaviour, basis, source } in TABLE {
        // Writing into a string never fails.
        let _ = writeln!(table, "| {behaviour} | {basis} | {source} |");
    }
    table
}

const fn documented(behaviour: &'static str, source: &'static str) -> FidelityEntry {
    FidelityEntry { behaviour, basis: Basis::Documented, source }
}

const fn sample(behaviour: &'static str, source: &'static str) -> FidelityEntry {
    FidelityEntry { behaviour, basis: Basis::Sample, source }
}

const fn assumed(behaviour: &'static str, source: &'static str) -> FidelityEntry {
    FidelityEntry { behaviour, basis: Basis::Assumed, source }
}

const LIST_PAGE: &str = "vendor page, Get All Contacts";
const UPDATE_PAGE: &str = "vendor page, Update a Contact";
const DELETE_PAGE: &str = "vendor page, Delete a Contact";
const BULK_DELETE_PAGE: &str = "vendor page, Bulk Delete Contacts";
const CONTACT_LIST_PAGE: &str = "vendor page, Delete Contact List Details";
const API_INTRODUCTION: &str = "vendor page, API introduction";
const SDK_SECURITY: &str = "vendor page, SDK security";
const RATE_LIMITS: &str = "vendor page, Rate Limits";
const PUBLIC_TESTS: &str = "public tests of other Kore.ai APIs";
const NOBODY: &str = "documented nowhere";
const HTTP: &str = "the usual status of HTTP; documented nowhere";

const TABLE: &[FidelityEntry] = &[
    // Tokens.
    documented(
        "A token is a JWT in the header `auth`, as it is, without `Bearer`",
        API_INTRODUCTION,
    ),
    documented("The client id stands in the claim `appId`, spelt so", API_INTRODUCTION),
    documented("Tokens are signed with HS256; every other algorithm is refused", API_INTRODUCTION),
    documented("A token without `exp` is accepted", API_INTRODUCTION),
    documented(
        "A token with `jti` is refused with 401 unless its `exp` lies at most an hour ahead",
        SDK_SECURITY,
    ),
    documented("A token with `jti` is refused with 401 the second time", SDK_SECURITY),
    assumed("A token with `jti` is used up by a request that is then refused", NOBODY),
    assumed("`exp` is honoured, whole or fractional, with a leeway of 10 seconds", NOBODY),
    assumed(
        "A token that is no JWT is refused with 401, code 4002 `Invalid JWT token`",
        PUBLIC_TESTS,
    ),
    assumed("An expired token is refused like one that is no JWT", NOBODY),
    assumed(
        "A missing token, a wrong signature and an unknown app are refused with 401, code 4002 \
         `Invalid SDK credentials`",
        PUBLIC_TESTS,
    ),
    assumed(
        "An account and a stream that do not belong together are refused with 401, code 4002 \
         `Invalid SDK credentials`",
        PUBLIC_TESTS,
    ),
    assumed("API scopes are not checked: the app has all of them", NOBODY),
    // Requests.
    documented("The header `accountId` is required", LIST_PAGE),
    assumed(
        "A missing `accountId` or `iid` is refused with 412 `Validation errors/ Invalid arguments`",
        PUBLIC_TESTS,
    ),
    assumed(
        "A missing body, one that is not JSON and one with wrong types, `null` among them, are \
         refused with 412 `Validation errors/ Invalid arguments`, which then says what is wrong",
        PUBLIC_TESTS,
    ),
    assumed("Unknown fields of a body are passed over", NOBODY),
    assumed("A body that is not sent as JSON is refused with 415", HTTP),
    assumed("A body of more than 1 MiB is refused with 413", HTTP),
    assumed(
        "A GET or DELETE without a body may have any `Content-Type`, or none",
        CONTACT_LIST_PAGE,
    ),
    assumed("An unknown path is refused with 404", HTTP),
    assumed("A wrong method is refused with 405 `Method Not Allowed`", PUBLIC_TESTS),
    assumed("A request that succeeds is answered with 200", NOBODY),
    assumed(
        "There is no rate limit unless one is set",
        "for try-outs; the vendor's is 60 a minute",
    ),
    documented("A limit that is set holds for each account by itself", RATE_LIMITS),
    assumed(
        "A limit counts any sixty seconds, all operations together, and only requests with a good \
         token that it lets through",
        NOBODY,
    ),
    assumed(
        "A request above a limit is refused with 429, `status: error` and `You've exceeded the \
         per-minute rate limit. Please wait for sometime before retrying.`, without `Retry-After`",
        "the text is the vendor's, on its page about rate limits; the rest is documented nowhere",
    ),
    // Listing.
    assumed("`skip` and `limit` are taken from the query", LIST_PAGE),
    sample("A page has ten contacts, from the first one on", LIST_PAGE),
    assumed("A page has at most 100 contacts; a larger `limit` is answered as 100", NOBODY),
    assumed("A `skip` or `limit` that is no number, or below 0 and 1, is refused with 412", NOBODY),
    assumed("Contacts are listed in the order of their creation", NOBODY),
    assumed("A deleted contact is not listed", NOBODY),
    documented("`totalPages` counts with the present limit", LIST_PAGE),
    documented("`hasMore` says whether contacts follow after the page", LIST_PAGE),
    sample("`address` and `twitterDetails` are empty", LIST_PAGE),
    sample("`updatedBy` and `updatedByAId` are absent before the first update", LIST_PAGE),
    // Updates.
    documented("A field that is absent stays as it is", "vendor release notes, v11.21.0"),
    assumed("`cellPhone` is merged field by field", NOBODY),
    assumed("An update that names no field succeeds and counts as an update", NOBODY),
    sample("The country code is joined to the front of the number", UPDATE_PAGE),
    assumed("A number that already begins with `+` stays as it is", NOBODY),
    assumed("A new country code without a number takes the place of the old one", NOBODY),
    assumed("A number that another contact has is accepted", NOBODY),
    sample("`fullName` is the first and the last name, joined with a space", UPDATE_PAGE),
    documented("`updatedAt`, `updatedBy` and `updatedByAId` are set", UPDATE_PAGE),
    assumed("The app acts in the name of the user who created the contacts", UPDATE_PAGE),
    assumed(
        "An unknown or deleted contact is refused with 404 \
         `Contact not found for the given contact id.`",
        "modelled on the vendor's text for conversations",
    ),
    // Deletion.
    sample("A deleted contact stays as `INACTIVE`", DELETE_PAGE),
    sample("Deleting sets `updatedAt`, and not `updatedBy`", DELETE_PAGE),
    assumed("Deleting a contact twice is refused with the 404 of an unknown one", NOBODY),
    sample("The ids of a bulk deletion stand in `ids`", BULK_DELETE_PAGE),
    documented("A bulk deletion may succeed in part", BULK_DELETE_PAGE),
    assumed("An item of `failedRecords` has an `id` and a `reason`", NOBODY),
    assumed("An id that is named twice fails the second time", NOBODY),
    assumed("A bulk deletion of no ids, or of more than 1,000, is refused with 412", NOBODY),
    // Contact lists.
    documented("The header `iid` is required", CONTACT_LIST_PAGE),
    assumed(
        "An `iid` other than the one in the path is refused with 401, code 4002 \
         `Invalid SDK credentials`",
        NOBODY,
    ),
    documented("A deleted list is answered as it was before", CONTACT_LIST_PAGE),
    documented("A list is deleted with all its contacts", "vendor release notes, v11.15.0"),
    documented("A list that a campaign uses is not deleted", "vendor page, Campaigns"),
    assumed("Deleting a list in use is refused with 400 and `status: error`", NOBODY),
    assumed(
        "An unknown or already deleted list is refused with 404 `Contact list not found` and \
         `status: error`",
        NOBODY,
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_behaviour_stands_once_and_names_its_source() {
        let behaviours: HashSet<_> = TABLE.iter().map(|entry| entry.behaviour).collect();
        assert_eq!(behaviours.len(), TABLE.len());
        assert!(TABLE.iter().all(|entry| !entry.source.is_empty()));
    }

    #[test]
    fn nothing_that_nobody_documents_is_called_documented() {
        let entry = TABLE.iter().find(|entry| {
            entry.basis == Basis::Documented && entry.source.contains("documented nowhere")
        });
        assert_eq!(entry, None);
    }

    #[test]
    fn the_readme_shows_the_table() {
        let readme = include_str!("../README.md");
        assert!(readme.contains(&markdown()), "README.md must have this table:\n{}", markdown());
    }
}
