//! How fast bodies and whole recordings are judged: `cargo bench -p agentassist-conformance`.
//!
//! `docs/numbers.md` says which ratios matter and how they compare to other tools.

use std::fmt::Write;
use std::hint::black_box;
use std::num::NonZeroUsize;

use agentassist_conformance::document::{OPERATIONS, Validator};
use agentassist_conformance::recordings::{self, Pieces};
use agentassist_conformance::{Judge, Report};
use divan::Bencher;
use divan::counter::BytesCount;
use serde_json::{Value, json};

fn main() {
    divan::main();
}

/// The bot of the contacts.
const BOT: &str = "st-7dc994f0-4436-5134-9fa8-a94262500000";

/// A page of ten contacts of a bot, as the documentation's sample has them.
fn page(bot: &str) -> Value {
    let contact = |number: usize| {
        json!({
            "firstName": "john", "lastName": format!("doe_{number}"),
            "fullName": format!("john doe_{number}"), "salutation": "mr",
            "cellPhone": {"extension": "+91", "phoneNumber": format!("+9195501{number:05}"),
                          "countryCode": "+91"},
            "status": "ACTIVE",
            "instanceBotId": bot,
            "orgId": "o-16ff21d2-5d27-5fb2-b9bd-9fedb5f00000",
            "accountId": "65f7d49a5dd06e2cefa00000",
            "createdBy": "u-cc6ebd6c-656c-5364-abfc-ad5f80e00000",
            "createdByAId": "a-6c63a33-c2a7-49e8-a5ab-82449c800000",
            "address": [], "twitterDetails": [],
            "createdAt": "2024-06-28T05:24:07.218Z", "updatedAt": "2026-01-05T09:16:34.633Z",
            "updatedBy": "u-cc6ebd6c-656c-5364-abfc-ad5f80e00000",
            "updatedByAId": "a-6c63a33-c2a7-49e8-a5ab-82449c800000",
            "id": format!("667e48f7c8b972fc69{number:06}"),
        })
    };
    json!({"results": (0..10).map(contact).collect::<Vec<_>>(), "skip": 0, "limit": 10,
           "hasMore": true, "totalPages": 10, "totalResults": 95})
}

fn validator() -> &'static Validator {
    let answer = OPERATIONS[0].response(200).and_then(|response| response.body.as_ref());
    answer.expect("listContacts answers with a page").validator
}

/// A body, from its text to a verdict.
mod body {
    use super::{BOT, Bencher, BytesCount, Value, black_box, page, validator};

    #[divan::bench]
    fn one_pass(bencher: Bencher<'_, '_>) {
        let (text, validator) = (page(BOT).to_string(), validator());
        let bencher = bencher.counter(BytesCount::of_str(&text));
        bencher.bench(|| validator.judge_text(black_box(&text)));
    }

    #[divan::bench]
    fn sonic_rs_parsing_alone(bencher: Bencher<'_, '_>) {
        let text = page(BOT).to_string();
        let bencher = bencher.counter(BytesCount::of_str(&text));
        bencher.bench(|| sonic_rs::from_str::<sonic_rs::Value>(black_box(&text)).is_ok());
    }

    #[divan::bench]
    fn serde_json_parsing_alone(bencher: Bencher<'_, '_>) {
        let text = page(BOT).to_string();
        let bencher = bencher.counter(BytesCount::of_str(&text));
        bencher.bench(|| serde_json::from_str::<Value>(black_box(&text)).is_ok());
    }

    #[divan::bench]
    fn tree_and_jsonschema(bencher: Bencher<'_, '_>) {
        let (text, validator) = (page(BOT).to_string(), validator());
        let bencher = bencher.counter(BytesCount::of_str(&text));
        bencher.bench(|| {
            let tree = serde_json::from_str::<Value>(black_box(&text));
            tree.is_ok_and(|tree| validator.allows(&tree))
        });
    }
}

/// A recording, from its bytes to a report, with all rules.
mod recording {
    use super::{
        BOT, Bencher, BytesCount, Judge, NonZeroUsize, Pieces, Report, Write, json, page,
        recordings,
    };

    /// About four million bytes.
    fn lines() -> String {
        let mut text = String::new();
        for number in 0..550 {
            let bot = format!("{}{number:06}", &BOT[..BOT.len() - 6]);
            let exchange = json!({
                "request": {
                    "method": "GET",
                    "url": format!("https://h/agentassist/api/v1/public/{bot}/contacts"),
                    "headers": {"auth": "redacted-1", "accountId": "65f7d49a5dd06e2cefa00000",
                                "content-type": "application/json"},
                },
                "response": {"status": 200, "headers": {"content-type": "application/json"},
                             "body": page(&bot)},
            });
            let _ = writeln!(text, "{exchange}");
        }
        text
    }

    #[divan::bench]
    fn finding_the_exchanges_alone(bencher: Bencher<'_, '_>) {
        let text = lines();
        let bencher = bencher.counter(BytesCount::of_str(&text));
        bencher.bench(|| Pieces::new(text.as_bytes()).count());
    }

    #[divan::bench(args = [1, 2, 4])]
    fn all_rules_on_threads(bencher: Bencher<'_, '_>, threads: usize) {
        let (text, judge) = (lines(), Judge::default());
        let threads = NonZeroUsize::new(threads).expect("the arguments are positive");
        let bencher = bencher.counter(BytesCount::of_str(&text));
        bencher.bench(|| {
            let mut report = Report::default();
            let gather = |number, verdict| report.add("lines", number, verdict);
            recordings::judge(Pieces::new(text.as_bytes()), &judge, threads, gather)
        });
    }
}
