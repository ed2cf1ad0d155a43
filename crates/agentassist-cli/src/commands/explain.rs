//! `agentassist explain`: what a rule demands, why, and how to mend what breaks it.

use std::fmt::{self, Write};
use std::process::ExitCode;

use agentassist_conformance::Rule;
use agentassist_conformance::document::Basis;
use agentassist_conformance::recordings;
use agentassist_conformance::report::SCHEMA;
use agentassist_conformance::rules::Layer;

use crate::exit::Failure;
use crate::output;

/// Explain a rule: what it demands, why, and how to mend what breaks it
///
/// Without a rule: lists all of them.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Id of the rule, as reports show it in brackets
    #[arg(value_name = "RULE", value_parser = rule)]
    rule: Option<Rule>,
    /// Print the JSON Schema of the report of `--format json` instead
    #[arg(long, conflicts_with = "rule")]
    report_schema: bool,
}

const EXAMPLES: &str = "\
Examples:
  agentassist explain
  agentassist explain parameter-invalid
  agentassist explain --report-schema > report.schema.json";

fn rule(id: &str) -> Result<Rule, String> {
    Rule::from_id(id).ok_or_else(|| "there is no such rule: `explain` lists them all".to_owned())
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let text = match arguments.rule {
        _ if arguments.report_schema => SCHEMA.to_owned(),
        Some(rule) => one(rule),
        None => all(),
    };
    output::print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn all() -> String {
    let mut text = String::new();
    for (layer, title) in [
        (Layer::Message, "On each message by itself"),
        (Layer::Answer, "On what one answer says"),
        (Layer::Sequence, "On exchanges that follow each other in a file"),
    ] {
        text.push_str(title);
        text.push('\n');
        for rule in Rule::ALL.iter().filter(|rule| rule.layer() == layer) {
            let severity = rule.severity().as_str();
            // expect: writing to a string does not fail.
            writeln!(text, "  {rule:27} {severity:8} {}", rule.demand())
                .expect("a string takes any text");
        }
        text.push('\n');
    }
    text.push_str("`agentassist explain RULE` says more of one.\n");
    text
}

fn one(rule: Rule) -> String {
    let mut text = String::new();
    // expect: writing to a string does not fail.
    write_rule(&mut text, rule).expect("a string takes any text");
    text
}

fn write_rule(text: &mut String, rule: Rule) -> fmt::Result {
    let explanation = rule.explanation();
    writeln!(text, "{rule} ({})\n", rule.severity().as_str())?;
    writeln!(text, "{}\n", rule.demand())?;
    writeln!(text, "Why     {}", explanation.why)?;
    writeln!(text, "Mend    {}", explanation.fix)?;
    let evidence = explanation.evidence;
    match (rule.layer(), evidence.basis) {
        (Layer::Message, _) => {
            writeln!(text, "Known   as well as the part of the document that is broken")?;
        }
        (_, Basis::Documented) => writeln!(text, "Known   from the vendor's pages")?,
        (_, Basis::Sample) => writeln!(text, "Known   from samples only: {}", evidence.why)?,
        (_, Basis::Assumed) => {
            writeln!(text, "Known   not at all, it is assumed: {}", evidence.why)?;
        }
    }
    if rule.layer() == Layer::Sequence {
        writeln!(
            text,
            "Certain if the calls have the same token, do not overlap, as far as their times are \
             known, and nothing in between explains it; otherwise possible"
        )?;
    }
    writeln!(text, "\nThe exchanges below keep the rule. It is broken")?;
    for difference in explanation.example.differences() {
        writeln!(text, "  {difference}")?;
    }
    writeln!(text, "\n{}", recordings::to_json(&explanation.example.passing()).trim_end())
}
