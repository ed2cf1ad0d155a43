//! What real files look like, and how broken ones are reported.

mod bodies;
mod long;
mod odd;
mod seeds;
mod short_way;

use std::io::{self, Read};
use std::num::NonZeroUsize;

use super::{Pieces, ReadError, Tally, judge};
use crate::{Judge, Report, Rule};

const EXCHANGE: &str =
    r#"{"request":{"method":"GET","url":"https://h/"},"response":{"status":200}}"#;

/// A stream that hands out few bytes at a time.
struct Drip<'a>(&'a [u8], usize);

impl Read for Drip<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.1.min(buffer.len()).min(self.0.len());
        buffer[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

/// The URLs of all exchanges, or what is wrong with the first one that is.
fn urls(stream: impl Read) -> Result<Vec<String>, String> {
    let exchanges = Pieces::new(stream)
        .filter_map(|piece| piece.and_then(|piece| piece.read()).transpose())
        .collect::<Result<Vec<_>, _>>();
    match exchanges {
        Ok(exchanges) => Ok(exchanges.into_iter().map(|exchange| exchange.request.url).collect()),
        Err(error) => Err(error.to_string()),
    }
}

fn har(entries: &str) -> String {
    format!(
        r#"{{"_by": {{"log": [1]}}, "log" : {{"version": "1.2", "creator": {{"entries": [2]}},
        "pages": [{{"id": "1", "title": "[\"}}{{"}}, {{"id": "2"}}],
        "entries" : [{entries}], "comment": "]}}", "browser": null}} , "_after": 1 }}
        "#
    )
}

fn entry(url: &str) -> String {
    format!(
        r#"{{"pageref": "1", "startedDateTime": "2026-01-01T00:00:00Z", "time": 1.5,
        "_initiator": {{"type": "script", "stack": [{{}}]}}, "cache": {{}}, "timings": {{"wait": -1}},
        "request": {{"method": "GET", "url": "{url}", "httpVersion": "http/2.0", "cookies": [],
            "headers": [{{"name": ":path", "value": "/"}}], "queryString": [], "headersSize": -1,
            "bodySize": 0}},
        "response": {{"status": 200, "statusText": "", "headers": [], "redirectURL": "",
            "content": {{"size": 7, "compression": 3, "mimeType": "application/json",
                "text": "{{\"a\": 1}}"}}, "_transferSize": 99, "_error": null}},
        "serverIPAddress": "", "connection": "443"}}"#
    )
}

#[test]
fn a_stream_reads_the_same_in_pieces_of_any_size() {
    let list = format!("\u{feff}[\n  {EXCHANGE} ,\r\n{EXCHANGE}]\n");
    let lines = format!("{EXCHANGE}\n\n {EXCHANGE} \n{EXCHANGE}");
    let escaped = EXCHANGE.replace("https://h/", r#"https://h/?q=\\\"}{][\u00e9"#);
    let entries = har(&format!("{},\n {}", entry("https://a/"), entry("https://b/")));
    for (text, count) in [(&list, 2), (&lines, 3), (&escaped, 1), (&entries, 2)] {
        let whole = urls(text.as_bytes()).unwrap();
        assert_eq!(whole.len(), count, "{text}");
        for size in [1, 2, 3, 7, 64] {
            assert_eq!(urls(Drip(text.as_bytes(), size)).as_ref(), Ok(&whole), "{size}: {text}");
        }
    }
}

const HTTPMOCK: &[u8] = include_bytes!("../../../../tests/containers/httpmock.yaml");

#[test]
fn what_httpmock_recorded_reads_the_same_in_pieces_of_any_size() {
    let whole = urls(HTTPMOCK).unwrap();
    assert_eq!(whole.len(), 5);
    assert!(whole[0].starts_with("http://httpmock/agentassist/") && whole[0].ends_with("limit=2"));
    for size in [1, 2, 3, 7, 64] {
        assert_eq!(urls(Drip(HTTPMOCK, size)).as_ref(), Ok(&whole), "{size}");
    }
    let text = String::from_utf8(HTTPMOCK.to_vec()).unwrap().replace('\n', "\r\n");
    let spread =
        format!("\u{feff}%YAML 1.2\n---\n{}...\n\n# the end\n", text.replace("---", "...\n---"));
    assert_eq!(urls(spread.as_bytes()), Ok(whole));
}

#[test]
fn the_exchange_that_the_documentation_shows_is_one() {
    let page = include_str!("../../../../docs/inputs.md");
    let example = page.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    assert_eq!(urls(example.as_bytes()).unwrap().len(), 1);
}

#[test]
fn what_httpmock_recorded_conforms_though_most_headers_are_missing() {
    let mut report = Report::default();
    judge(Pieces::new(HTTPMOCK), &Judge::default(), NonZeroUsize::MIN, |number, verdict| {
        report.add("a", number, verdict);
    })
    .unwrap();
    assert_eq!(report.summary.exchanges, 5);
    assert_eq!(report.findings, []);
    assert_eq!(
        report.withheld.get(&Rule::AuthMissing),
        Some(&3),
        "not of the two that were refused"
    );
}

#[test]
fn a_broken_document_of_httpmock_is_an_error_and_no_more_than_that() {
    let text = String::from_utf8(HTTPMOCK.to_vec()).unwrap();
    for (index, letter) in text.char_indices().step_by(61) {
        for other in ["", "\t", "\n", "{", "- ", "*a", "'", "\"", "\n---\n", "\u{0}"] {
            let (before, after) = (&text[..index], &text[index + letter.len_utf8()..]);
            let broken = format!("{before}{other}{after}");
            if let Err(problem) = urls(broken.as_bytes()) {
                assert!(problem.len() < 300 && !problem.contains("Ada"), "{problem}");
            }
        }
    }
    assert!(
        urls(&b"when:\n  path: /\xff\n"[..]).unwrap_err().starts_with("it is not text in UTF-8")
    );
    for foreign in ["openapi: 3.0.3\n", "# nothing\na: 1\n", "--- text\n"] {
        let problem = urls(foreign.as_bytes()).unwrap_err();
        assert!(problem.starts_with("it holds no exchanges"), "{foreign}: {problem}");
    }
    let endless = "when:\n  body: |\n".as_bytes().chain(io::repeat(b' ').take(40 << 20));
    let mut problems = Vec::new();
    judge(Pieces::new(endless), &Judge::default(), NonZeroUsize::MIN, |_, verdict| {
        problems.extend(verdict.problem().map(ToOwned::to_owned));
    })
    .unwrap();
    assert_eq!(problems, ["is too long: more than 32 MiB, or half of it in one text"]);
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_called_so_or_ends_between_two_lines() {
    for text in
        [format!("[{EXCHANGE},\n{EXCHANGE}]"), har(&entry("https://a/")).trim_end().to_owned()]
    {
        for length in 1..text.len() {
            let problem = urls(&text.as_bytes()[..length]).unwrap_err();
            assert!(problem.starts_with("it is cut off"), "{problem}: {}", &text[..length]);
        }
    }
}

#[test]
fn a_har_file_without_entries_has_no_exchanges() {
    assert_eq!(urls(har("").as_bytes()), Ok(Vec::new()));
}

#[test]
fn what_is_wrong_in_the_middle_is_reported_after_what_stands_before_it() {
    let text = format!("{EXCHANGE}\n{EXCHANGE}\n  {{\"request\": nix}}\n{EXCHANGE}");
    for threads in 1..4 {
        let mut numbers = Vec::new();
        let threads = NonZeroUsize::new(threads).unwrap();
        let error = judge(Pieces::new(text.as_bytes()), &Judge::default(), threads, |number, _| {
            numbers.push(number);
        });
        assert_eq!(numbers, [1, 2]);
        assert_eq!(error.unwrap_err().to_string(), "it is not JSON (line 3, column 16)");
    }
}

#[test]
fn verdicts_come_in_the_order_of_the_stream_on_any_number_of_threads() {
    // More than a few batches.
    let text = format!("{EXCHANGE}\n").repeat(50_000);
    for threads in [1, 2, 5] {
        let mut next = 0;
        let threads = NonZeroUsize::new(threads).unwrap();
        let tally = judge(Pieces::new(text.as_bytes()), &Judge::default(), threads, |number, _| {
            next += 1;
            assert_eq!(number, next);
        });
        assert_eq!(tally.unwrap(), Tally { exchanges: 50_000, passed_over: 0 });
    }
}

/// An exchange whose answer is a text of so many bytes.
fn long(url: &str, bytes: u64) -> impl Read {
    let begin = format!(
        r#"{{"request":{{"method":"GET","url":"{url}"}},"response":{{"status":200,"body":{{"text":""#
    );
    io::Cursor::new(begin).chain(io::repeat(b'x').take(bytes)).chain(&b"\"}}}\n"[..])
}

#[test]
fn a_long_answer_is_refused_if_it_is_this_api_s_and_passed_over_if_it_is_not() {
    const LONG: u64 = 50 << 20;
    let judge_long = |url: &str| {
        let mut problems = Vec::new();
        let stream = long(url, LONG).chain(EXCHANGE.as_bytes());
        let threads = NonZeroUsize::MIN;
        let tally = judge(Pieces::new(stream), &Judge::default(), threads, |_, verdict| {
            problems.extend(verdict.problem().map(ToOwned::to_owned));
        });
        assert_eq!(tally.unwrap().exchanges, 2);
        problems
    };
    assert_eq!(judge_long("https://cdn.example/video"), [""; 0]);
    let problems = judge_long("https://h/agentassist/api/v1/public/st-1/contacts");
    assert_eq!(problems, ["is too long: more than 32 MiB, or half of it in one text"]);
}

#[test]
fn an_exchange_of_many_parts_is_no_longer_than_a_text_may_be() {
    let begin = r#"{"response":{"status":200,"body":["#;
    let parts = begin.as_bytes().chain(io::repeat(b'[').take(20 << 20));
    let stream = parts.chain(io::repeat(b']').take((20 << 20) + 1)).chain(&b"}}\n"[..]);
    let mut found = Vec::new();
    let stream = EXCHANGE.as_bytes().chain(stream).chain(EXCHANGE.as_bytes());
    judge(Pieces::new(stream), &Judge::default(), NonZeroUsize::MIN, |number, verdict| {
        found.push((number, verdict.problem().map(ToOwned::to_owned)));
    })
    .unwrap();
    let too_long = "is too long: more than 32 MiB, or half of it in one text".to_owned();
    assert_eq!(found, [(1, None), (2, Some(too_long)), (3, None)]);
}

#[test]
fn a_file_that_is_one_long_object_is_called_too_long() {
    for end in ["", "}"] {
        let parts = io::repeat(b'7').take(40 << 20);
        let stream = br#"{"request":"#.chain(parts).chain(end.as_bytes());
        let mut pieces = Pieces::new(stream);
        let outcome = pieces.next().unwrap().and_then(|piece| piece.read());
        let error = outcome.unwrap_err().problem();
        let is_cut = matches!(error, ReadError::Truncated { .. });
        let is_too_long = matches!(error, ReadError::TooLarge { number: 1 });
        assert!(if end.is_empty() { is_cut } else { is_too_long }, "{error}");
    }
}

#[test]
fn deep_nesting_is_called_so() {
    let body = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let text = EXCHANGE.replace("200}", &format!("200,\"body\":{body}}}"));
    assert_eq!(urls(text.as_bytes()), Ok(vec![]), "it is of another API");
    let text = text.replace("h/", "h/agentassist/api/v1/public/st-1/contacts");
    let problem = urls(text.as_bytes()).unwrap_err();
    assert!(problem.starts_with("exchange 1 is nested too deeply"), "{problem}");
}

#[test]
fn bytes_that_are_no_utf_8_are_found_where_they_are() {
    let mut text = format!("{EXCHANGE}\n{EXCHANGE}").into_bytes();
    text[EXCHANGE.len() + 14] = 0xff;
    let problem = urls(&*text).unwrap_err();
    assert_eq!(problem, format!("it is not text in UTF-8 (from byte {})", EXCHANGE.len() + 14));
}

#[test]
fn a_stream_that_breaks_says_so() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("unplugged"))
        }
    }
    let error = judge(
        Pieces::new(EXCHANGE.as_bytes().chain(Broken)),
        &Judge::default(),
        NonZeroUsize::MIN,
        |_, _| {},
    );
    assert!(matches!(error, Err(ReadError::Io { .. })));
}
