//! Judges a recording with all rules, again and again for a second, on a number of threads;
//! `benches/peers/run.sh` compares the figure to those of other tools.

#![expect(clippy::print_stdout, reason = "the figure is the result")]

use std::num::NonZeroUsize;
use std::time::{Duration, Instant};

use agentassist_conformance::recordings::{self, Pieces, ReadError};
use agentassist_conformance::{Judge, Report};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("name a recording of traffic that conforms")?;
    let threads = arguments.next().map_or(Ok(NonZeroUsize::MIN), |text| text.parse())?;
    let text = std::fs::read(path)?;
    let (begin, mut best) = (Instant::now(), Duration::MAX);
    while begin.elapsed() < Duration::from_secs(1) {
        let round = Instant::now();
        let report = report(&text, threads)?;
        best = best.min(round.elapsed());
        assert!(report.findings.is_empty(), "there is something to say of the recording");
    }
    let rate = f64::from(u32::try_from(text.len())?) / best.as_secs_f64();
    let cores = if threads.get() == 1 { "core" } else { "cores" };
    let name = format!("agentassist, all rules, {threads} {cores}");
    println!("{}", serde_json::json!({"name": name, "rate": rate}));
    Ok(())
}

fn report(text: &[u8], threads: NonZeroUsize) -> Result<Report, ReadError> {
    let mut report = Report::default();
    let gather = |number, verdict| report.add("recording", number, verdict);
    recordings::judge(Pieces::new(text), &Judge::default(), threads, gather)?;
    report.end_file();
    Ok(report)
}
