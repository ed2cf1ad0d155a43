//! Every form of a report, on a run with findings of every kind.

mod schema;
mod shape;

use std::path::Path;

use super::{Folders, Report};
use crate::Judge;
use crate::rules::Rule;

/// The root that files are named from.
fn root() -> Folders<'static> {
    let root = Path::new("/srv/project");
    Folders { run: root, root }
}

/// A run in which every rule is broken.
fn report() -> Report {
    let mut report = Report::default();
    for rule in Rule::ALL {
        let file = format!("./recordings/{rule}.json");
        for (index, exchange) in rule.explanation().example.failing().iter().enumerate() {
            report.add(&file, index + 1, Judge::default().judge(exchange));
        }
        report.end_file();
    }
    report
}

/// A run in which the same thing is wrong many times, on standard input.
fn repeated(times: usize) -> Report {
    let mut report = Report::default();
    let exchange = Rule::HasMoreWrong.explanation().example.failing().remove(0);
    for number in 1..=times {
        report.add("-", number, Judge::default().judge(&exchange));
    }
    report.end_file();
    report
}
