//! Bodies that are known to be hard to agree on.

use super::agreement::agree;
use crate::document::{OPERATIONS, Validator, Verdict};

fn errors() -> &'static Validator {
    OPERATIONS[0].response(404).unwrap().body.as_ref().unwrap().validator
}

fn page_with(skip: &str) -> Verdict {
    let body = format!(
        r#"{{"results":[],"skip":{skip},"limit":1,"hasMore":true,"totalPages":1,"totalResults":1}}"#
    );
    let page = OPERATIONS[0].response(200).unwrap().body.as_ref().unwrap().validator;
    agree(page, &body)
}

#[test]
fn a_number_with_a_fraction_or_an_exponent_is_no_integer() {
    for number in ["1.0", "1e2", "-0", "-0.0", "1e15"] {
        assert_eq!(page_with(number), Verdict::Refused, "{number}");
    }
}

#[test]
fn a_number_beyond_64_bits_is_an_integer_and_news() {
    for number in ["18446744073709551615", "18446744073709551616", "1e30", "1e308"] {
        assert_eq!(page_with(number), Verdict::ValidWithNews, "{number}");
    }
    assert_eq!(page_with("9223372036854775807"), Verdict::Valid);
    assert_eq!(page_with("-1e30"), Verdict::Refused);
    assert_eq!(page_with("1e400"), Verdict::Refused);
    let code = |code: &str| agree(errors(), &format!(r#"{{"errors":[{{"code":{code}}}]}}"#));
    assert_eq!(code("-1e30"), Verdict::ValidWithNews);
    assert_eq!(code("-9223372036854775809"), Verdict::ValidWithNews);
}

#[test]
fn an_object_that_names_a_property_twice_is_refused_in_either_order() {
    let page = OPERATIONS[0].response(200).unwrap().body.as_ref().unwrap().validator;
    for skips in [r#""skip":0,"skip":"x""#, r#""skip":"x","skip":0"#, r#""skip":0,"skip":0"#] {
        let body = format!(
            r#"{{"results":[],{skips},"limit":1,"hasMore":true,"totalPages":1,"totalResults":1}}"#
        );
        assert_eq!(page.judge_text(&body), Verdict::Refused, "{skips}");
    }
}

#[test]
fn nesting_is_followed_as_deep_as_a_tree_would_go_and_no_deeper() {
    let nested = |depth: usize| {
        format!(r#"{{"message":"m","new":{}{}}}"#, "[".repeat(depth), "]".repeat(depth))
    };
    assert_eq!(agree(errors(), &nested(126)), Verdict::ValidWithNews);
    assert_eq!(agree(errors(), &nested(127)), Verdict::Refused);
    // No stack is deep enough for this one.
    assert_eq!(errors().judge_text(&nested(1_000_000)), Verdict::Refused);
    let open = format!(r#"{{"message":"m","new":{}"#, "[{\"a\":".repeat(1_000_000));
    assert_eq!(errors().judge_text(&open), Verdict::Refused);
    // Also where something else belongs: a text, a list, a list of objects.
    let ([list, ends], [object, closes]) = (["[", "]"], ["{\"msg\":", "}"]);
    for (name, open, close) in
        [("message", list, ends), ("errors", list, ends), ("errors", object, closes)]
    {
        let [open, close] = [open, close].map(|it| it.repeat(1_000_000));
        let body = format!(r#"{{"{name}":{open}1{close}}}"#);
        assert_eq!(errors().judge_text(&body), Verdict::Refused, "{name}");
    }
}

#[test]
fn half_a_surrogate_pair_is_refused_even_where_nothing_is_demanded() {
    for text in [r#""\ud800""#, r#"["\udc00"]"#, r#"{"\ud800":1}"#] {
        let body = format!(r#"{{"message":"m","new":{text}}}"#);
        assert_eq!(agree(errors(), &body), Verdict::Refused, "{text}");
    }
}

#[test]
fn a_value_that_no_vocabulary_knows_is_news_and_no_fault() {
    let list = OPERATIONS[3].response(200).unwrap().body.as_ref().unwrap().validator;
    let counts = r#""totalRequested":1,"successful":1,"failed":0,"failedRecords":[]"#;
    let known = format!(r#"{{{counts},"successfulRecords":[{{"id":"1"}}]}}"#);
    assert_eq!(agree(list, &known), Verdict::Valid);
    let unknown = format!(r#"{{{counts},"successfulRecords":[{{"id":"1","new":1}}]}}"#);
    assert_eq!(agree(list, &unknown), Verdict::ValidWithNews);
}

#[test]
fn more_after_the_body_is_refused() {
    for rest in ["x", "{}", ",", "\0"] {
        let body = format!(r#"{{"message":"m"}}{rest}"#);
        assert_eq!(agree(errors(), &body), Verdict::Refused, "{rest:?}");
    }
    assert_eq!(agree(errors(), "{\"message\":\"m\"} \r\n\t"), Verdict::Valid);
}

#[test]
fn what_fuzzing_found_stays_mended() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/corpus/bodies");
    let files: Vec<_> =
        std::fs::read_dir(corpus).unwrap().map(|file| file.unwrap().path()).collect();
    assert!(!files.is_empty());
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        // The first byte chooses a schema, but every schema has to agree.
        let Ok(body) = std::str::from_utf8(bytes.get(1..).unwrap_or_default()) else { continue };
        for validator in super::agreement::validators() {
            agree(validator, body);
        }
    }
}
