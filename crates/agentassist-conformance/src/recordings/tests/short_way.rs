//! The short ways to a verdict lead where the long one does.

use std::fmt::Write;
use std::num::NonZeroUsize;

use serde_json::json;

use super::super::outline::judge_conforming;
use super::super::{Pieces, Shard};
use crate::document::{OPERATIONS, Operation};
use crate::streaming::tests::{agreement::validators, bodies};
use crate::{Exchange, Judge, Rule, Verdict};

/// What a verdict says, with the command that makes the same call.
fn written(verdict: &Verdict) -> String {
    serde_json::to_string(verdict).unwrap()
}

/// Calls of an operation, with generated bodies: valid, broken by slips, and broken as text.
fn call(operation: &Operation, seed: u64, status_first: bool) -> String {
    let path = operation.path.replace("{streamId}", "st-1").replace("{iId}", "st-1");
    let path = path.replace("{id}", "c-1").replace("{contactListId}", "cl-1");
    let headers = json!({"auth": "t", "accountId": "a", "iid": "st-1",
                         "content-type": "application/json"});
    let request = operation.request_body.as_ref().map_or(String::new(), |body| {
        format!(r#","body":{}"#, bodies::body(body.validator.pointer(), seed))
    });
    let answer = operation.response(200).and_then(|answer| answer.body.as_ref()).unwrap();
    let body = bodies::body(answer.validator.pointer(), seed + 1);
    let answer = if status_first {
        format!(r#""status":200,"headers":{headers},"body":{body}"#)
    } else {
        format!(r#""body":{body},"headers":{headers},"status":200"#)
    };
    format!(
        r#"{{"request":{{"method":"{}","url":"https://h{path}?skip=0","headers":{headers}{request}}},"response":{{{answer}}}}}"#,
        operation.method
    )
}

#[test]
fn one_pass_over_an_exchange_says_what_its_trees_do() {
    let judge = Judge::default();
    let (mut short, mut long) = (0, 0);
    for operation in OPERATIONS {
        for seed in 0..600 {
            let text = call(operation, seed, seed % 3 > 0);
            let Ok(exchange) = serde_json::from_str::<Exchange>(&text) else {
                assert!(judge_conforming(&judge, &text).is_none(), "{text}");
                continue;
            };
            let mut expected = judge.judge(&exchange);
            let Some(verdict) = judge_conforming(&judge, &text) else {
                long += 1;
                continue;
            };
            short += 1;
            expected.reproduction = None;
            assert_eq!(written(&verdict), written(&expected), "{text}");
        }
    }
    assert!(short > 100 && long > 100, "{short} and {long}");
}

#[test]
fn traffic_of_which_there_is_nothing_to_say_takes_the_short_way() {
    let judge = Judge::default();
    for rule in Rule::ALL {
        for exchange in rule.explanation().example.passing() {
            let has_findings = !judge.judge(&exchange).findings.is_empty();
            let verdict = judge_conforming(&judge, &serde_json::to_string(&exchange).unwrap());
            assert!(verdict.is_some() || has_findings, "{rule}");
        }
    }
}

/// Verdicts with their numbers, and what was wrong with the stream.
type Outcome = (Vec<(usize, String)>, Option<String>);

/// The verdicts on a stream, and what was wrong with it, on two threads.
fn judged(text: &[u8]) -> Outcome {
    judged_shard(text, Shard::WHOLE)
}

fn judged_shard(text: &[u8], shard: Shard) -> Outcome {
    let mut verdicts = Vec::new();
    let gather = |number, verdict: Verdict| verdicts.push((number, written(&verdict)));
    let threads = NonZeroUsize::new(2).unwrap();
    let outcome = super::judge(Pieces::new(text).only(shard), &Judge::default(), threads, gather);
    (verdicts, outcome.err().map(|error| error.to_string()))
}

/// The same, one exchange after the other and by its brackets.
fn judged_piece_by_piece(text: &[u8]) -> Outcome {
    let mut verdicts = Vec::new();
    for piece in Pieces::new(text) {
        let exchange = piece.and_then(|piece| Ok((piece.number(), piece.read()?)));
        match exchange {
            Ok((number, Some(exchange))) => {
                verdicts.push((number, written(&Judge::default().judge(&exchange))));
            }
            Ok((_, None)) => {}
            Err(error) => return (verdicts, Some(error.to_string())),
        }
    }
    (verdicts, None)
}

#[test]
fn lines_are_judged_like_values_wherever_a_line_is_no_exchange() {
    let page = Rule::PageTooLong.explanation().example.passing().remove(0);
    let page = serde_json::to_string(&page).unwrap();
    let pretty: serde_json::Value = serde_json::from_str(&page).unwrap();
    let pretty = serde_json::to_string_pretty(&pretty).unwrap();
    let two = format!("{page}{page}");
    let foreign = page.replace("agentassist", "other");
    let open = format!("{}\n", &page[..page.len() - 1]);
    let twice = page.replacen("\"address\":[]", "\"address\":[{\"a\":1,\"a\":2}]", 1);
    for odd in [
        &*page,
        &twice,
        &pretty,
        &two,
        &foreign,
        &open,
        "",
        " \r",
        "7",
        "{}",
        "[1]",
        "{\"a\":1}",
        "}",
        "x",
        "{\"request\":",
        "[{},{}]",
        "{\"log\":{}}",
        "{\"a\":\"}\"",
        "{\"a\":{\"b\":\"}\"}",
    ] {
        // More than a few batches stand before it and behind it.
        for (before, behind) in [(0, 1), (1, 0), (3, 3), (400, 400)] {
            let mut text = String::new();
            for count in [before, behind] {
                for _ in 0..count {
                    writeln!(text, "{page}").unwrap();
                }
                if count == before {
                    writeln!(text, "{odd}").unwrap();
                }
            }
            let bytes = text.as_bytes();
            assert_eq!(judged(bytes), judged_piece_by_piece(bytes), "{before} {odd}");
        }
    }
    let mut bytes = format!("{page}\n{page}\n").into_bytes();
    bytes.extend(
        page.replace("ACTIVE", "?")
            .into_bytes()
            .into_iter()
            .map(|byte| if byte == b'?' { 0xff } else { byte }),
    );
    assert_eq!(judged(&bytes), judged_piece_by_piece(&bytes));
}

#[test]
fn no_body_that_conforms_looks_like_one_that_is_wrapped() {
    // A recording writes what is no JSON as `{"text": …}`, and what looks like that as `{"json": …}`.
    for validator in validators() {
        for body in [r#"{"text":"x"}"#, r#"{"json":{}}"#, r#"{"notUtf8":"x"}"#] {
            let verdict = validator.judge_text(body);
            assert_ne!(verdict, crate::document::Verdict::Valid, "{}", validator.pointer());
        }
    }
}

#[test]
fn every_shard_of_lines_has_the_verdicts_of_its_numbers() {
    let page = Rule::PageTooLong.explanation().example.passing().remove(0);
    let lines = format!("{}\n", serde_json::to_string(&page).unwrap()).repeat(10);
    let (all, _) = judged_piece_by_piece(lines.as_bytes());
    for shard in ["1/3", "2/3", "3/3"].map(|shard| shard.parse::<Shard>().unwrap()) {
        let expected: Vec<_> = all.iter().filter(|it| shard.holds(it.0)).cloned().collect();
        assert_eq!(judged_shard(lines.as_bytes(), shard), (expected, None), "{shard}");
    }
}

#[test]
fn entries_of_har_files_are_judged_like_their_exchanges() {
    let page = Rule::PageTooLong.explanation().example.passing().remove(0);
    let page = page.response.body.json().unwrap().clone();
    let mut long = page.clone();
    long["limit"] = json!(0);
    let mut free = page.to_string();
    free = free.replacen("\"address\":[]", "\"address\":[{\"a\":1,\"a\":2}]", 1);
    let mut entries = Vec::new();
    for text in [page.to_string(), long.to_string(), free, "{".to_owned(), String::new()] {
        for path in ["agentassist/api/v1/public/st-1/contacts", "index.html"] {
            entries.push(json!({
                "request": {"method": "GET", "url": format!("https://h/{path}"), "headers": [
                    {"name": "auth", "value": "t"}, {"name": "accountId", "value": "a"},
                    {"name": "content-type", "value": "application/json"}]},
                "response": {"status": 200, "content": {"text": text}, "headers": [
                    {"name": "content-type", "value": "application/json"}]},
            }));
        }
    }
    let har = json!({"log": {"entries": entries}}).to_string();
    assert_eq!(judged(har.as_bytes()), judged_piece_by_piece(har.as_bytes()));
}

#[test]
fn nesting_that_no_stack_holds_is_called_so_wherever_it_stands() {
    let page = Rule::PageTooLong.explanation().example.passing().remove(0);
    let page = serde_json::to_string(&page).unwrap();
    let first_name = "\"firstName\":\"Ada\"";
    assert!(page.contains(first_name));
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let [open, close] = [open, close].map(|it| it.repeat(100_000));
        let deep = page.replacen(first_name, &format!("\"firstName\":{open}1{close}"), 1);
        for text in [format!("{page}\n{deep}\n{page}\n"), format!("[{page},{deep},{page}]")] {
            let (verdicts, problem) = judged(text.as_bytes());
            assert_eq!((verdicts.len(), problem), (3, None));
            assert!(verdicts[1].1.contains("is nested too deeply"), "{}", verdicts[1].1);
            assert_eq!(verdicts[0].1, verdicts[2].1);
        }
    }
}
