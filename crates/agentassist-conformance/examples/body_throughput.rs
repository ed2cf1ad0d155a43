//! Judges the bodies of a file, one a line, again and again for a second; `benches/peers/run.sh`
//! compares the figure to that of other tools.

#![expect(clippy::print_stdout, reason = "the figure is the result")]

use std::time::{Duration, Instant};

use agentassist_conformance::document::OPERATIONS;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args_os().nth(1).ok_or("name a file with a body on each line")?;
    let text = std::fs::read_to_string(path)?;
    let bodies: Vec<_> = text.lines().collect();
    let page = OPERATIONS[0].response(200).and_then(|response| response.body.as_ref());
    let validator = page.ok_or("listContacts answers with a page")?.validator;
    let mut rates: [(&str, f64); 2] =
        [("agentassist, one pass", 0.0), ("agentassist, a tree", 0.0)];
    for _ in 0..5 {
        rates[0].1 = rates[0].1.max(rate(&bodies, |body| validator.judge_text(body).is_valid()));
        rates[1].1 = rates[1].1.max(rate(&bodies, |body| {
            serde_json::from_str(body).is_ok_and(|tree| validator.allows(&tree))
        }));
    }
    for (name, rate) in rates {
        println!("{}", serde_json::json!({"name": name, "rate": rate}));
    }
    Ok(())
}

/// Bytes a second; all bodies are valid, or the figure would be one for something else.
fn rate(bodies: &[&str], judge: impl Fn(&str) -> bool) -> f64 {
    let (begin, mut bytes) = (Instant::now(), 0_u32);
    while begin.elapsed() < Duration::from_millis(200) {
        for body in bodies {
            assert!(judge(body), "a body of the file is not valid");
            bytes += u32::try_from(body.len()).unwrap_or(u32::MAX);
        }
    }
    f64::from(bytes) / begin.elapsed().as_secs_f64()
}
